// Letters of a section (X05) and of a zone's manager: from the boxes one ticks to the mails that arrive, and those that do not.
import { formToken, http, sessionCookie } from '../support/http';
import { expect, test } from '../support/test';
import type { Database } from '../support/database';

/** The minute in which a letter can be called back passes. */
const minuteOver = (db: Database) => db.rows(`update mail set run_at = now() where state = 'queued' and kind = 'letters.letter'`).then(() => db.rows(`select pg_notify('work', 'mail')`));

test('X05 S08 members are ticked, written to, tried, called back, sent; one address refuses, another wants none', async ({ page, people, site, signIn, mailbox }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const section = await people.section({ name: 'Section Besançon-Nord' }), secretary = await people.secretary(section, { firstName: 'Sabine', lastName: 'Cuenot' });
  const anna = await people.member({ section, firstName: 'Anna', lastName: 'Abgrall' }), basile = await people.member({ section, firstName: 'Basile', lastName: 'Bourgeois' });
  const silent = await people.member({ section, kind: 'sympathisant' }), gone = await people.member({ section, firstName: 'Gaston', lastName: 'Péron' });
  await site.db.rows(`insert into notification_choice (member_id, kind, mail) values ($1, 'letter', 'none')`, silent.id);
  mailbox.refuse(new RegExp(`^${gone.email}$`), 550, '5.1.1 No such mailbox');
  await signIn(page, secretary);
  await page.goto(`/sections/${section.id}/gestion/membres`);
  for (const who of [anna, basile]) await page.getByRole('checkbox', { name: `Choisir ${who.name}` }).check();
  await page.getByRole('button', { name: 'Écrire' }).click();
  await expect(page.getByRole('heading', { name: 'Continuer le courrier' })).toBeVisible();
  await expect(page.getByRole('checkbox', { name: anna.name })).toBeChecked();
  await expect(page.locator('#audience-size')).toHaveText(/^2\spersonnes recevront/);
  await page.getByRole('checkbox', { name: /^Tous les membres/ }).check();
  await expect(page.locator('#audience-size'), 'counted as one ticks, nobody twice').toHaveText(/^4\spersonnes recevront ce courriel\. 1\sne veut plus/);

  await page.getByRole('button', { name: 'Voir et envoyer' }).click();
  await expect(page.getByLabel('Objet')).toHaveAccessibleDescription(/Donne un objet/);
  await page.getByLabel('Objet').fill('Réunion de jeudi');
  await page.getByLabel('Ton courrier').fill('Bonjour,\n\non se voit **jeudi** à 18 h 30.\nhttps://exemple.test/plan\n\n![pixel](https://espion.test/p.gif)');
  await page.getByText('Garder ces destinataires pour une autre fois').click();
  await page.getByLabel('Leur donner un nom').fill('Toute la section');
  await page.getByRole('button', { name: 'Garder ces destinataires' }).click();
  await expect(page.getByText('C’est gardé')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Toute la section (4)' })).toBeVisible();
  await expect(page.getByLabel('Objet')).toHaveValue('Réunion de jeudi');
  await page.getByRole('button', { name: 'Voir et envoyer' }).click();
  await expect(page.getByRole('heading', { name: 'Avant l’envoi' })).toBeVisible();
  await expect(page.locator('.prose strong')).toHaveText('jeudi');
  await page.getByRole('button', { name: 'M’envoyer un essai' }).click();
  const tried = await mailbox.waitFor(secretary.email, '[Essai] Réunion de jeudi');
  expect(tried.html).not.toContain('<img');
  const send = async () => {
    await page.getByRole('button', { name: /^Envoyer à 4\spersonnes/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Oui' }).click();
    await expect(page.getByText('Envoyé', { exact: false }).first()).toBeVisible();
  };
  await send();
  await page.getByRole('button', { name: 'Arrêter l’envoi' }).click();
  await expect(page.getByText('Rien n’est parti.')).toBeVisible();
  await page.getByRole('button', { name: 'Voir et envoyer' }).click();
  await send();
  await minuteOver(site.db);
  const mail = await mailbox.waitFor(anna.email, 'Réunion de jeudi');
  expect(mail.from).toContain('Sabine Cuenot (Section Besançon-Nord)');
  expect(mail.header('Reply-To')).toContain(secretary.email);
  expect(mail.header('List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');
  expect(mail.text).toContain('membre de la section Besançon-Nord');
  await expect(page.getByText('C’est terminé.'), 'the page says by itself that it is over').toBeVisible({ timeout: 15_000 });
  await expect(page.locator('.stats')).toHaveText(/3\s*sont partis\s*0\s*attend\s*1\s*n’est pas arrivé\s*1\s*n’en veut plus/);
  await expect(page.getByRole('listitem').filter({ hasText: gone.name })).toContainText('Cette adresse n’existe pas');
  expect(mailbox.all(silent.email)).toHaveLength(0);
  expect(mailbox.all(anna.email), 'called back and sent again, it comes once').toHaveLength(1);

  await page.getByRole('link', { name: 'Courriers' }).first().click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Réunion de jeudi' })).toContainText(/4\sdestinataires · 1\spas arrivé/);
  await page.getByRole('link', { name: 'Toute la section' }).click();
  await page.getByRole('checkbox', { name: /^Tous les membres/ }).uncheck();
  await expect(page.locator('#audience-size')).toHaveText(/^2\spersonnes/);
});

test('S09 X05 a zone’s manager writes to a number: no page, error or mail names anybody', async ({ people, site, mailbox }) => {
  const section = await people.section(), manager = await people.member({ section, firstName: 'Cédric', lastName: 'Da Silva' });
  const hidden = await people.member({ section, firstName: 'Zéphyrine', lastName: 'Quatremaire', visibility: 'secretary' }), gone = await people.member({ section, firstName: 'Wandrille', lastName: 'Xaintrailles' });
  const zone = await site.db.value<number>(`insert into section_list (section_id, kind, name, manager_id) values ($1, 'zone', 'Bastille sud', $2) returning id`, section.id, manager.id);
  await site.db.rows('insert into section_list_member (list_id, member_id) values ($1, $2), ($1, $3)', zone, hidden.id, gone.id);
  mailbox.refuse(new RegExp(`^${gone.email}$`));
  const { cookie, csrf } = await formToken(site.baseURL, await sessionCookie(site.db, manager.id));
  const seen: string[] = [];
  const ask = async (path: string, fields?: Record<string, string>) => {
    const answer = await http(site.baseURL, path, fields ? { method: 'POST', cookie, body: new URLSearchParams({ csrf, ...fields }).toString() } : { cookie });
    answer.body = answer.body.replaceAll('\u00a0', ' ');
    seen.push(answer.body, JSON.stringify(answer.headers));
    return answer;
  };
  const desk = await ask(`/zones/${zone}/courrier`);
  expect(desk.body).toContain('Moins de 5 personnes recevront');
  expect((await ask(`/zones/${zone}/courrier`, { act: 'look', body: 'Bonjour' })).status).toBe(422);
  const sending = String((await ask(`/zones/${zone}/courrier`, { act: 'look', subject: 'Samedi', body: 'On tracte ?', answers: '1', a: 'tous' })).headers.location);
  expect((await ask(sending)).body).toContain('Envoyer à la zone');
  const page = String((await ask(sending, {})).headers.location);
  expect((await ask(page)).body).toContain('Arrêter l’envoi');
  await minuteOver(site.db);
  const mail = await mailbox.waitFor(hidden.email, 'Samedi');
  expect(mail.recipients).toEqual([hidden.email]);
  expect(mail.header('Reply-To')).toContain(manager.email);
  expect(mail.text).toMatch(/ne voit ni ton nom ni ton adresse, sauf si tu choisis de lui répondre/);
  await expect.poll(() => site.db.value('select bounced from section_letter order by id desc limit 1')).toBe(1);
  expect((await ask(page)).body).toMatch(/Moins de 5 personnes/);
  const [letter, draft] = [Number(page.split('/').pop()), 999_999_999];
  for (const path of [`/sections/${section.id}/gestion/courriers`, `/sections/${section.id}/gestion/courriers/${letter}`, `/sections/${section.id}/gestion/courriers/compte?a=tous`]) expect((await ask(path)).status).toBe(403);
  const [office] = await site.db.rows<{ id: number }>(`insert into section_letter (section_id, subject, body, audience) values ($1, 'Du bureau', 'Secret', array['tous']) returning id`, section.id);
  for (const other of [draft, office.id]) {
    expect((await ask(`/zones/${zone}/courrier/${other}`)).status).toBe(404);
    await ask(`/zones/${zone}/courrier/${other}/envoi`, {});
  }
  expect(await site.db.value('select state from section_letter where id = $1', office.id), 'by the address of a zone, nobody sends the office’s letters').toBe('draft');
  for (const words of [...seen, mail.raw.toString()]) expect(words).not.toMatch(/Z.phyrine|Quatremaire|Wandrille|Xaintrailles|pas arriv|2 personnes|2 courriel/);
  for (const words of seen) for (const one of [hidden, gone]) expect(words).not.toContain(one.email);

  await site.db.rows('update section_list set manager_id = null where id = $1', zone);
  for (const path of [page, `/zones/${zone}/courrier`]) expect((await ask(path)).status, 'who manages it no more').toBe(404);
});

test('X03 X05 whoever holds the messages sends under their own name, counts and no address; once it is taken back, what waits is no longer theirs to send', async ({ people, site, mailbox }) => {
  const section = await people.section(), secretary = await people.secretary(section), stand = await people.member({ section, firstName: 'Hugo', lastName: 'Martin', role: 'bureau' });
  const hidden = await people.member({ section, firstName: 'Zéphyrine', lastName: 'Quatremaire', visibility: 'secretary' });
  await site.db.rows(`insert into delegation (section_id, member_id, power, given_by) values ($1, $2, 'messages', $3)`, section.id, stand.id, secretary.id);
  const { cookie, csrf } = await formToken(site.baseURL, await sessionCookie(site.db, stand.id)), office = `/sections/${section.id}/gestion/courriers`;
  const ask = (path: string, fields?: Record<string, string>) => http(site.baseURL, path, fields ? { method: 'POST', cookie, body: new URLSearchParams({ csrf, ...fields }).toString() } : { cookie });
  const write = async (subject: string) => String((await ask(`${office}/nouveau`, { act: 'look', subject, body: 'On se voit jeudi.', a: 'tous', answers: '1' })).headers.location);
  const sending = await write('De la part du bureau'), page = String((await ask(sending, {})).headers.location);
  await minuteOver(site.db);
  const mail = await mailbox.waitFor(hidden.email, 'De la part du bureau');
  expect(mail.from).toContain(`Hugo Martin (${section.name})`);
  expect(mail.header('Reply-To')).toContain(stand.email);
  for (const path of [sending, page]) expect((await ask(path)).body).not.toContain(hidden.email);

  const waiting = await write('Trop tard');
  await site.db.rows('delete from delegation where member_id = $1', stand.id);
  expect((await ask(waiting, {})).status).toBe(403);
  expect(await site.db.value(`select state from section_letter where subject = 'Trop tard'`)).toBe('draft');
});
