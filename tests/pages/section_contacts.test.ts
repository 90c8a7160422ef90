// S10: people outside of La Coopol: written down with where the address comes from, imported, written to, gone when they say so.
import { formToken, http, sessionCookie } from '../support/http';
import { expect, test } from '../support/test';

const minuteOver = (db: { rows(sql: string): Promise<unknown> }) =>
  db.rows(`update mail set run_at = now() where state = 'queued' and kind = 'letters.letter'`).then(() => db.rows(`select pg_notify('work', 'mail')`));

test('S10 contacts are added and imported, written to, and leave at once when they ask; an address of nobody is told', async ({ page, people, site, signIn, mailbox }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const section = await people.section({ name: 'Section Besançon-Sud' }), secretary = await people.secretary(section);
  const office = `/sections/${section.id}/gestion/contacts`;
  await signIn(page, secretary);
  await page.goto(`/sections/${section.id}/gestion/membres`);
  await page.getByRole('link', { name: 'Contacts', exact: true }).click();
  await page.getByRole('link', { name: 'Ajouter un contact' }).click();
  await expect(page.getByRole('heading', { name: 'Ajouter un contact' })).toBeVisible();
  await page.getByLabel('Nom', { exact: false }).nth(1).fill('Voisin');
  await page.getByLabel('Prénom').fill('Lou');
  await page.getByLabel('Courriel').fill('Lou.Voisin@exemple.test');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByLabel('D’où vient l’adresse')).toHaveAccessibleDescription(/Dis d’où vient cette adresse/);
  await page.getByLabel('D’où vient l’adresse').fill('donnée au marché de la gare');
  await page.getByLabel('Date de l’accord').fill('2026-03-07');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('C’est enregistré.')).toBeVisible();
  await expect(page.getByText(/donnée au marché de la gare, sam\.\s7\smars\s2026/)).toBeVisible();

  await page.getByRole('link', { name: 'Importer un fichier' }).click();
  await expect(page.getByRole('heading', { name: 'Importer un fichier de contacts' })).toBeVisible();
  await page.getByLabel('Ton fichier').setInputFiles({ name: 'contacts.csv', mimeType: 'text/csv', buffer: Buffer.from('Prénom;Nom;Courriel\nLou;Voisin;lou.voisin@exemple.test\nMarc;Dubois;marc.dubois@exemple.test\nZoé;Nulle;zoe chez elle\n') });
  await page.getByLabel('D’où vient l’adresse').fill('fichier des amis de la section');
  await page.getByRole('button', { name: 'Importer' }).click();
  await expect(page.getByRole('heading', { name: 'Ton fichier est importé' })).toBeVisible();
  await expect(page.locator('.stats')).toHaveText(/1\s*contact ajouté\s*1\s*était déjà là\s*1\s*ligne laissée/);
  await expect(page.getByRole('listitem').filter({ hasText: 'Ligne 4' })).toContainText('Ce n’est pas une adresse');
  await page.getByRole('button', { name: 'Annuler cet import' }).click();
  await expect(page.getByText(/1.contact de ce fichier est retiré/)).toBeVisible();
  await site.db.rows(`insert into contact (section_id, last_name, email, origin) values ($1, 'Dubois', 'marc.dubois@exemple.test', 'fichier')`, section.id);

  mailbox.refuse(/^marc\.dubois@/, 550, '5.1.1 No such mailbox');
  await page.goto(office);
  for (const name of ['Lou Voisin', 'Dubois']) await page.getByRole('checkbox', { name: `Choisir ${name}` }).check();
  await page.getByRole('button', { name: 'Envoyer un courriel' }).click();
  await expect(page.getByRole('heading', { name: 'Continuer le courrier' })).toBeVisible();
  await page.getByLabel('Objet').fill('Fête du quartier');
  await page.getByLabel('Ton courrier').fill('Viens samedi !');
  await page.getByRole('button', { name: 'Voir et envoyer' }).click();
  await page.getByRole('button', { name: /^Envoyer à 2/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Oui' }).click();
  await expect(page.getByRole('button', { name: 'Arrêter l’envoi' })).toBeVisible();
  await minuteOver(site.db);
  const mail = await mailbox.waitFor('lou.voisin@exemple.test', 'Fête du quartier');
  expect(mail.text.replaceAll('\u00a0', ' ')).toContain('Ce courriel vient de la section Besançon-Sud. Origine de cette adresse : donnée au marché de la gare, le samedi 7 mars 2026.');
  await expect(page.getByRole('listitem').filter({ hasText: 'Dubois' })).toContainText('Cette adresse n’existe pas', { timeout: 15_000 });
  await page.goto(office);
  await expect(page.getByRole('row').filter({ hasText: 'marc.dubois@' })).toContainText('Cette adresse n’existe pas');

  // The way out: opening the link does nothing yet, one press or one click of the mail program does, signed out.
  const link = mail.link(/sortie/), outside = await (await page.context().browser()!.newContext()).newPage();
  await outside.goto(link);
  expect(await site.db.value(`select count(*)::int from contact where email like 'lou.voisin%'`)).toBe(1);
  await outside.getByRole('button', { name: 'Ne plus les recevoir' }).click();
  await expect(outside.getByRole('heading', { name: 'C’est noté.' })).toBeVisible();
  await outside.context().close();
  expect(await site.db.value(`select count(*)::int from contact where email like 'lou.voisin%'`)).toBe(0);
  const again = await http(site.baseURL, new URL(link).pathname, { method: 'POST', body: 'List-Unsubscribe=One-Click', headers: { 'content-type': 'application/x-www-form-urlencoded' } });
  expect(again.status).toBe(200);
  await page.reload();
  await expect(page.getByText(/1.personne ne veut plus de courriels/)).toBeVisible();
  await page.goto(`${office}/ajout`);
  await page.getByLabel('Nom', { exact: false }).nth(1).fill('Voisin');
  await page.getByLabel('Courriel').fill('lou.voisin@exemple.test');
  await page.getByLabel('D’où vient l’adresse').fill('encore');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByLabel('Courriel')).toHaveAccessibleDescription(/a demandé à ne plus recevoir/);

  await page.goto(office);
  await page.getByRole('checkbox', { name: 'Choisir Dubois' }).check();
  await page.getByRole('button', { name: 'Enlever' }).click();
  await expect(page.getByText(/1.contact enlevé/)).toBeVisible();
  await page.getByRole('button', { name: 'Annuler' }).click();
  await expect(page.getByText(/1.contact est de retour/)).toBeVisible();
});

test('S10 nobody of another section, of the federation or of the team finds a contact, by whatever address', async ({ people, site }) => {
  const section = await people.section(), other = await people.section({ federationId: section.federationId });
  const contact = await site.db.value<number>(`insert into contact (section_id, first_name, last_name, email, origin) values ($1, 'Ombeline', 'Discrète', 'ombeline@exemple.test', 'Marché') returning id`, section.id);
  const foreign = await people.secretary(other), former = await people.secretary(section);
  await site.db.rows(`update membership set role = 'member' where member_id = $1`, former.id);
  const home = `/sections/${section.id}/gestion`, theirs = `/sections/${other.id}/gestion`;
  for (const who of [foreign, former, await people.referent(section.federationId), await people.coopilote(), await people.member({ section })]) {
    const { cookie, csrf } = await formToken(site.baseURL, await sessionCookie(site.db, who.id));
    const post = (path: string, fields: Record<string, string>) => http(site.baseURL, path, { method: 'POST', cookie, body: new URLSearchParams({ csrf, ...fields }).toString() });
    const answers = [await http(site.baseURL, `${home}/contacts`, { cookie }), await http(site.baseURL, `${home}/contacts/${contact}`, { cookie }), await http(site.baseURL, `${home}/courriers/compte?a=contacts`, { cookie }),
      await post(`${home}/contacts/retrait`, { contact: String(contact) }), await http(site.baseURL, '/recherche?q=ombeline', { cookie })];
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403, 200]);
    for (const { body } of answers) expect(body).not.toMatch(/Ombeline|Discrète/);
  }
  // By one's own office, with another's numbers.
  const { cookie, csrf } = await formToken(site.baseURL, await sessionCookie(site.db, foreign.id));
  const post = (path: string, fields: Record<string, string>) => http(site.baseURL, path, { method: 'POST', cookie, body: new URLSearchParams({ csrf, ...fields }).toString() });
  expect((await http(site.baseURL, `${theirs}/contacts/${contact}`, { cookie })).status).toBe(404);
  await post(`${theirs}/contacts/retrait`, { contact: String(contact) });
  expect((await post(`${theirs}/contacts/${contact}`, { last_name: 'X', email: 'x@exemple.test', origin: 'y' })).status).toBe(404);
  const draft = await post(`${theirs}/courriers/nouveau`, { act: 'look', subject: 'a', body: 'b', a: `contact-${contact}` });
  expect((await http(site.baseURL, String(draft.headers.location), { cookie })).body).toContain('Personne pour le moment');
  const letter = await site.db.value<number>(`insert into section_letter (section_id, subject, body) values ($1, 'Entre nous', 'Secret') returning id`, section.id);
  for (const path of [`courriers/${letter}`, `courriers/${letter}/envoi`]) expect((await http(site.baseURL, `${theirs}/${path}`, { cookie })).status).toBe(404);
  expect(await site.db.value('select removed_at is null and last_name = $2 from contact where id = $1', contact, 'Discrète')).toBe(true);
});
