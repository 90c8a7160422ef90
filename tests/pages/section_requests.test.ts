// «Rejoindre» a section and «Demandes»: S04.
import { expectNoAxeViolations, expectNoSidewaysScroll } from '../support/accessibility';
import { formToken, http, sessionCookie } from '../support/http';
import type { Member } from '../support/people';
import { expect, test } from '../support/test';

test.use({ viewport: { width: 390, height: 844 } });

test('S04 a member asks, takes it back, asks again with a word; the secretary accepts; both are told by mail, and the section opens', async ({ openPage, people, mailbox }) => {
  const section = await people.section({ name: 'Les Glycines' });
  const secretary = await people.secretary(section), me = await people.member({ firstName: 'Inès', lastName: 'Zadig', visibility: 'secretary' });
  const page = await openPage(me);
  await page.goto(`/sections/${section.id}`);
  await page.getByRole('button', { name: 'Rejoindre' }).click();
  await expect(page.getByRole('heading', { name: 'Demande envoyée' })).toBeVisible();
  await expectNoAxeViolations(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole('button', { name: 'Annuler ma demande' }).click();
  await page.getByLabel(/Quelques mots/).fill('J’habite rue des Lilas.');
  await page.getByRole('button', { name: 'Rejoindre' }).click();
  await expect(page.getByRole('heading', { name: 'Demande envoyée' })).toBeVisible();

  const told = await mailbox.waitFor(secretary.email, /demande à rejoindre la section Les Glycines/);
  expect(told.text).not.toContain('Zadig');
  const office = await openPage(secretary);
  await office.goto('/');
  await office.getByRole('link', { name: '1 demande à traiter' }).click();
  await expect(office.getByRole('main')).toContainText('J’habite rue des Lilas.');
  await office.getByRole('checkbox', { name: 'Choisir Inès Zadig' }).check();
  await expectNoAxeViolations(office);
  await expectNoSidewaysScroll(office);
  await office.getByRole('button', { name: 'Accepter comme sympathisant' }).click();
  await expect(office.getByText('1 personne rejoint la section : on le lui dit.')).toBeVisible();
  await office.goto(`/sections/${section.id}/gestion/membres?type=sympathisant`);
  await expect(office.getByRole('main')).toContainText('Inès Zadig');

  const mail = await mailbox.waitFor(me.email, 'Bienvenue dans la section Les Glycines');
  await page.goto(mail.link(/\/sections\//));
  await expect(page.getByRole('heading', { name: 'Événements de la section' })).toBeVisible();
  expect(mailbox.all(secretary.email)).toHaveLength(1);
});

test('S04 a refusal is told to the person alone, with the secretary’s words; too long a word comes back as it was typed', async ({ people, site, mailbox }) => {
  const { db, baseURL } = site;
  const section = await people.section(), secretary = await people.secretary(section), me = await people.member({ firstName: 'Philomène', lastName: 'Septfontaines', visibility: 'secretary' });
  const others = { member: await people.member({ section }), 'other secretary': await people.secretary(await people.section({ federationId: section.federationId })), referent: await people.referent(section.federationId) };
  const as = async (member: Member) => {
    const { cookie, csrf } = await formToken(baseURL, await sessionCookie(db, member.id));
    return {
      get: (path: string) => http(baseURL, path, { cookie }),
      post: (path: string, fields: Record<string, string>) => http(baseURL, path, { method: 'POST', cookie, body: new URLSearchParams({ csrf, ...fields }).toString() }),
    };
  };
  const place = `/sections/${section.id}`, mine = await as(me), office = await as(secretary);
  const tooLong = await mine.post(`${place}/demande`, { words: `Bonjour ${'é'.repeat(500)}` });
  expect([tooLong.status, tooLong.body.includes('Raccourcis ton message'), tooLong.body.includes('Bonjour ééé')]).toEqual([422, true, true]);
  await mine.post(`${place}/demande`, { words: 'Me voici' });
  const request = await db.value<number>('select id from section_request where member_id = $1', me.id);

  for (const [who, member] of Object.entries(others)) {
    const them = await as(member);
    expect((await them.get(`${place}/gestion/demandes`)).status, who).toBe(403);
    expect((await them.post(`${place}/gestion/demandes`, { request: String(request), answer: 'adherent' })).status, who).toBe(403);
    expect((await them.get(`/membres/${me.id}`)).status, who).toBe(404);
    expect((await them.get(place)).body, who).not.toContain('Septfontaines');
  }
  expect((await office.get(`/membres/${me.id}`)).status).toBe(200);
  const long = await office.post(`${place}/gestion/demandes`, { request: String(request), answer: 'refused', reply: 'x'.repeat(501) });
  expect([long.status, long.body.includes('x'.repeat(501)), / checked/.test(long.body)]).toEqual([422, true, true]);
  await office.post(`${place}/gestion/demandes`, { request: String(request), answer: 'refused', reply: 'Écris plutôt à la section voisine.' });

  const mail = await mailbox.waitFor(me.email, /^La réponse de la section/);
  expect(mail.text).toContain('Écris plutôt à la section voisine.');
  expect(mail.text).not.toContain(secretary.lastName);
  const page = await mine.get(place);
  expect(page.body).toContain('Écris plutôt à la section voisine.');
  expect(page.body).not.toContain(`${place}/demande"`);
  expect((await office.get(`/membres/${me.id}`)).status, 'hidden again').toBe(404);
  await mine.post(`${place}/demande`, { words: 'Encore' });
  expect(await db.value('select count(*) from section_request where member_id = $1', me.id)).toBe(1);
});

test('S04 whoever has a section is told plainly what changing it means; one that is not open has no button', async ({ people, site }) => {
  const old = await people.section({ name: 'Les Ormes' }), section = await people.section(), closed = await people.section({ activated: false });
  await people.secretary(section);
  const cookie = await sessionCookie(site.db, (await people.member({ section: old })).id);
  const page = await http(site.baseURL, `/sections/${section.id}`, { cookie });
  expect(page.body).toContain('Tu fais partie de la section Les Ormes. On n’appartient qu’à une section');
  expect(page.headers['server-timing'] ?? '').not.toContain('error');
  expect((await http(site.baseURL, `/sections/${closed.id}`, { cookie })).body).not.toContain('/demande"');
});
