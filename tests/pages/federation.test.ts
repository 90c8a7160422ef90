// «Tout le PS», and the referent's office: S03, S11.
import type { Page } from '@playwright/test';
import { expectNoAxeViolations, expectNoSidewaysScroll } from '../support/accessibility';
import { formToken, http, sessionCookie } from '../support/http';
import type { Member } from '../support/people';
import { expect, test } from '../support/test';

test.use({ viewport: { width: 390, height: 844 } });

const yes = async (page: Page, name: string) => {
  await page.getByRole('button', { name }).click();
  await page.locator('dialog[open]').getByRole('button', { name: /oui|confirmer|^ok$/i }).click();
};
const file = (words: string) => ({ name: 'sections.csv', mimeType: 'text/csv', buffer: Buffer.from(words) });

test('S11 the referent opens sections from a file: looked at first, errors by line, all at once, and the same file again changes nothing', async ({ openPage, people, site, mailbox }) => {
  const federation = await people.emptyFederation(), page = await openPage(await people.referent(federation));
  const sections = () => site.db.value<number>(`select count(*)::int from space where kind = 'section' and parent_id = $1`, federation);
  const lines = 'Section;Code postal;Ville;Prénom;Nom;Courriel\nDole;39100;Dole;ANA;PETIT;ana.petit@exemple.test\nArbois;39600;Arbois;;;\nPoligny;39800;Poligny;Zoé;Martin;zoe chez elle\n';
  await page.goto(`/federations/${federation}/gestion`);
  await page.getByRole('link', { name: 'Ouvrir depuis un fichier' }).click();
  await page.locator('input[type=file]').setInputFiles(file('Dole;39100\n'));
  await page.getByRole('button', { name: 'Vérifier le fichier' }).click();
  await expect(page.getByText('La première ligne doit dire').first()).toBeVisible();
  await page.locator('input[type=file]').setInputFiles(file(lines));
  await page.getByRole('button', { name: 'Vérifier le fichier' }).click();
  await expect(page.getByRole('heading', { name: 'Vérifie avant d’ouvrir' })).toBeVisible();
  await expect(page.getByRole('row', { name: /Poligny/ })).toContainText('n’est pas une adresse complète');
  await expectNoAxeViolations(page);
  await expectNoSidewaysScroll(page);
  expect(await sections(), 'nothing before it is confirmed').toBe(0);
  await yes(page, 'Ouvrir 2 sections');
  await expect(page.getByText('2 sections sont créées, et 1 invitation part')).toBeVisible();
  await mailbox.waitFor('ana.petit@exemple.test');
  await expect(page.getByRole('row', { name: /Arbois/ })).toContainText('sans secrétaire');

  await page.getByRole('link', { name: 'Ouvrir depuis un fichier' }).click();
  await page.locator('input[type=file]').setInputFiles(file(lines.replace('zoe chez elle', 'zoe@exemple.test')));
  await page.getByRole('button', { name: 'Vérifier le fichier' }).click();
  await yes(page, 'Ouvrir 1 section');
  await expect(page.getByText('1 section est créée, et 1 invitation part')).toBeVisible();
  await mailbox.waitFor('zoe@exemple.test');
  expect([await sections(), mailbox.all('ana.petit@exemple.test').length]).toEqual([3, 1]);
});

test('S11 a secretary who left loses the office at the next request, and is told; a member of the section takes it over by a mail', async ({ openPage, people, site, mailbox }) => {
  const section = await people.section({ name: 'Les Acacias' }), former = await people.secretary(section), next = await people.member({ section });
  const referent = await openPage(await people.referent(section.federationId));
  const office = { cookie: await sessionCookie(site.db, former.id) }, place = `/sections/${section.id}/gestion/membres`;
  expect((await http(site.baseURL, place, office)).status).toBe(200);
  await referent.goto(`/sections/${section.id}/secretaire`);
  await expectNoAxeViolations(referent);
  await yes(referent, 'Retirer le rôle');
  await expect(referent.getByText('cette personne n’est plus secrétaire')).toBeVisible();
  expect((await http(site.baseURL, place, office)).status).toBe(403);
  expect((await http(site.baseURL, `/sections/${section.id}/membres`, office)).status, 'a member as before').toBe(200);
  await mailbox.waitFor(former.email, 'Tu n’es plus secrétaire de la section Les Acacias');
  expect((await http(site.baseURL, `/federations/${section.federationId}`, office)).body).toMatch(/Les Acacias<\/a>.*?sans secrétaire/s);
  expect((await http(site.baseURL, '/compte/consultations', office)).body).toContain('a mis fin à ton rôle de secrétaire');

  await referent.locator('[name=first_name]').fill(next.firstName);
  await referent.locator('[name=last_name]').fill(next.lastName);
  await referent.getByLabel('Courriel').fill(next.email);
  await referent.getByRole('button', { name: 'Envoyer l’invitation' }).click();
  await expect(referent.getByText('L’invitation part à l’instant')).toBeVisible();
  const mail = await mailbox.waitFor(next.email), theirs = await openPage(next);
  await theirs.goto(mail.link(/invitation/));
  await theirs.getByRole('button', { name: /Rejoindre/ }).click();
  await expect(theirs).not.toHaveURL(/invitation/);
  expect((await http(site.baseURL, place, { cookie: await sessionCookie(site.db, next.id) })).status).toBe(200);
});

test('S11 help with the way in: states without data, mails to their own address alone, and nothing of a stranger', async ({ openPage, people, site, mailbox }) => {
  const section = await people.section(), me = await people.member({ section, visibility: 'secretary', lastName: 'Introuvable' });
  const stranger = await people.member({ section: await people.section({ federationId: await people.federation('21') }) });
  const referent = await people.referent(section.federationId), page = await openPage(referent);
  await page.goto(`/federations/${section.federationId}/gestion/aide`);
  await page.getByLabel('Courriel').fill(me.email);
  await page.getByRole('button', { name: 'Regarder' }).click();
  await expect(page.getByText('Le compte est ouvert')).toBeVisible();
  expect(await page.content()).not.toContain('Introuvable');
  await expectNoAxeViolations(page);
  await page.getByRole('button', { name: 'Envoyer de quoi choisir un mot de passe' }).click();
  await expect(page.getByText('Le courriel part à l’instant')).toBeVisible();
  await mailbox.waitFor(me.email, /mot de passe/);
  const mine = await http(site.baseURL, '/compte/consultations', { cookie: await sessionCookie(site.db, me.id) });
  expect(mine.body).toContain('t’a fait envoyer de quoi choisir un nouveau mot de passe');
  expect(mine.body).toContain(referent.name);

  const { cookie, csrf } = await formToken(site.baseURL, await sessionCookie(site.db, referent.id));
  const look = async (email: string) => {
    const { status, body } = await http(site.baseURL, `/federations/${section.federationId}/gestion/aide`, { method: 'POST', cookie, body: new URLSearchParams({ csrf, email }).toString() });
    return [status, body.replaceAll(email, 'x').replaceAll(/[\w-]{86,}/g, 'a token')];
  };
  expect(await look(stranger.email)).toEqual(await look('personne@exemple.test'));
});

test('S11 a referent gets nothing but the office: no member, no coordinates, no register, no event of a section, no figure of few', async ({ people, site }) => {
  const section = await people.section({ name: 'Les Bouleaux' }), hidden = await people.member({ section, visibility: 'secretary', firstName: 'Hermine', lastName: 'Cachée' });
  const secretary = await people.secretary(section), referent = await people.referent(section.federationId);
  await site.db.rows(`insert into register_entry (section_id, first_name, last_name, email) values ($1, 'Fichue', 'Fichier', 'fichue@exemple.test')`, section.id);
  const event = await site.db.value<number>(`insert into event (creator_id, kind, state, title, space_ids, starts_at, ends_at, published_at, city)
    values ($1, 'meeting', 'published', 'Huis clos', array[$2::bigint], now() + interval '1 day', now() + interval '2 days', now(), 'Besançon') returning id`, secretary.id, section.id);
  const get = async (who: Member, path: string) => http(site.baseURL, path, { cookie: await sessionCookie(site.db, who.id) });
  for (const path of ['/membres', '/gestion', '/gestion/membres', `/gestion/membres/${hidden.id}`, '/gestion/invitations', '/gestion/importer', '/gestion/demandes']) {
    expect((await get(referent, `/sections/${section.id}${path}`)).status, path).toBe(403);
  }
  for (const path of [`/membres/${hidden.id}`, `/evenements/${event}`]) expect((await get(referent, path)).status, path).toBe(404);
  const office = `/federations/${section.federationId}`;
  for (const path of ['', '/gestion', '/gestion/activation', '/gestion/activation.csv']) {
    const { status, body } = await get(referent, office + path);
    expect(status, path).toBe(200);
    expect(body, path).not.toMatch(/Cachée|Fichue|fichue@|Huis clos/);
  }
  expect((await get(referent, `${office}/gestion/activation.csv`)).body).toMatch(/Les Bouleaux;.*;moins de 5;moins de 5;moins de 5/);
  const former = { cookie: await sessionCookie(site.db, referent.id) };
  await site.db.rows(`update membership set role = 'member' where member_id = $1 and role = 'referent'`, referent.id);
  for (const path of ['/gestion', '/gestion/fichier', '/gestion/activation', '/gestion/activation.csv', '/gestion/aide']) expect((await http(site.baseURL, office + path, former)).status, path).toBe(403);
});

test('S11 «Tout le PS»: a tree that unfolds, found by name, federation and postcode, and another movement beside it', async ({ openPage, people, site }) => {
  const federation = await people.federation('70');
  const vesoul = await people.section({ name: 'Vesoul', federationId: federation }), closed = await people.section({ name: 'Gray', federationId: federation, activated: false });
  await people.secretary(vesoul, { firstName: 'Odile', lastName: 'Marchal' });
  await site.db.rows(`update section_profile set postcode = '70000', city = 'Vesoul' where space_id = $1`, vesoul.id);
  site.server.run('admin', 'create', '--email', 'jeune@exemple.test', '--first-name', 'Jo', '--last-name', 'Jeune', '--referent', '70', '--movement', 'MJS');
  const young = await site.db.value<number>(`insert into space (kind, parent_id, name, activated_at) select 'section', f.id, 'MJS Vesoul', now() from space f join space m on m.id = f.parent_id and m.kind = 'movement' where f.department = '70' returning id`);
  const page = await openPage(await people.member());
  await page.goto('/parti');
  await page.getByText('70 — Haute-Saône (2 sections)').click();
  await expect(page.getByRole('link', { name: 'Vesoul', exact: true })).toBeVisible();
  await expect(page.locator(`#section-${vesoul.id}`)).toContainText('Odile Marchal');
  await expect(page.locator(`#section-${closed.id}`)).toContainText('pas encore ouverte');
  await expectNoAxeViolations(page);
  await expectNoSidewaysScroll(page);
  for (const words of ['vesou', '70000', 'haute saône', '70']) {
    await page.goto(`/parti?q=${encodeURIComponent(words)}`);
    await expect(page.getByRole('main').getByRole('link', { name: /^Vesoul$|Fédération 70/ }).first(), words).toBeVisible();
    await expect(page.getByRole('main')).not.toContainText('MJS Vesoul');
  }
  await page.goto('/parti?q=vesoul');
  await page.getByRole('link', { name: 'Rejoindre Vesoul' }).click();
  await expect(page.getByRole('button', { name: 'Rejoindre' })).toBeVisible();
  await page.goto('/parti');
  await page.getByRole('link', { name: 'MJS', exact: true }).click();
  await page.getByText('70 — MJS · Haute-Saône (1 section)').click();
  await expect(page.locator(`#section-${young}`)).toBeVisible();
  await expect(page.getByText('Vesoul', { exact: true })).toBeHidden();
});
