// What a member says and decides about themself.
import { expectNoAxeViolations, expectNoSidewaysScroll } from '../support/accessibility';
import { formToken, http, sessionCookie } from '../support/http';
import { painted, photo } from '../support/photos';
import { expect, test } from '../support/test';

for (const width of [390, 1280]) {
  test(`A09 each choice is explained, and takes effect at once (${width} px)`, async ({ openPage, people, site }) => {
    const section = await people.section();
    const me = await people.member({ section, firstName: 'Wilhelmine', lastName: 'Ouvrard' }), stranger = await people.member();
    const page = await openPage(me);
    await page.setViewportSize({ width, height: 844 });
    await page.goto('/compte');
    await page.getByRole('link', { name: 'Visibilité' }).click();
    const cookie = await sessionCookie(site.db, stranger.id);
    const found = async () => (await http(site.baseURL, `/membres/${me.id}`, { cookie })).status;
    for (const [label, status] of [['Secrétaire de ma section', 404], ['Mes coopains et les membres', 404], ['Tout le monde', 200]] as const) {
      await page.getByRole('radio', { name: label }).check();
      await page.getByRole('button', { name: 'Enregistrer' }).click();
      await expect(page.getByText('cela vaut dès maintenant')).toBeVisible();
      await expect(page.getByRole('radio', { name: label })).toBeChecked();
      await page.reload(); // without the announcement, which the next choice waits for
      expect(await found()).toBe(status);
    }
    await expectNoAxeViolations(page);
    await expectNoSidewaysScroll(page);
  });

  test(`A11 each block is saved on its own, and stays as it was left (${width} px)`, async ({ openPage, people, site }) => {
    const me = await people.member();
    const page = await openPage(me);
    await page.setViewportSize({ width, height: 844 });
    await page.goto('/compte/donnees');
    const block = (title: string) => page.locator('details', { has: page.locator('summary', { hasText: title }) });
    const open = async (title: string) => { await block(title).locator('summary').click(); return block(title); };
    const save = async (title: string) => {
      await block(title).getByRole('button', { name: 'Enregistrer' }).click();
      await expect(page.getByText('C’est enregistré.').first()).toBeVisible();
      await expect(block(title)).toHaveAttribute('open', '');
      await page.goto('/compte/donnees'); // all folded again
      await expect(page.locator('details[open] summary', { hasText: /^Mes / })).toHaveCount(0);
    };

    let it = await open('Mes informations personnelles');
    await it.getByRole('radio', { name: 'Femme' }).check();
    await it.getByLabel('Date de naissance').fill('1978-01-02');
    await save('Mes informations personnelles');
    it = await open('Mes coordonnées');
    await it.getByLabel('Téléphone').fill('02.67.84.59.84');
    await it.getByLabel('Adresse', { exact: true }).fill('2 rue du Moulin');
    await it.getByLabel('Complément').fill('Escalier B');
    await it.getByRole('textbox', { name: 'Code postal' }).fill('28000');
    await save('Mes coordonnées');
    it = await open('Mes engagements locaux');
    await it.getByLabel('Engagement 2').selectOption('Parents d’élèves');
    await it.getByLabel('Nom, lieu').nth(1).fill('École Jean-Zay');
    await save('Mes engagements locaux');
    it = await open('Mes activités politiques');
    await it.getByLabel('Mandat 1', { exact: true }).selectOption('Adjointe ou adjoint au maire');
    await it.getByLabel('Domaine du mandat 1').selectOption('Culture');
    await it.getByLabel('Responsabilité 1').selectOption('Secrétaire fédérale ou fédéral');
    await it.getByRole('checkbox', { name: /jeunes socialistes/ }).check();
    await save('Mes activités politiques');
    it = await open('Mes informations publiques');
    await it.getByLabel('Profession').fill('professeure des écoles');
    await it.getByLabel('Compte Twitter').fill('@wilhelmine');
    await it.getByRole('checkbox', { name: 'Logement' }).check();
    expect(await it.getByRole('checkbox').count()).toBe(21);
    await save('Mes informations publiques');

    for (const title of ['Mes informations personnelles', 'Mes coordonnées', 'Mes engagements locaux', 'Mes activités politiques', 'Mes informations publiques']) await open(title);
    await expect(page.getByRole('radio', { name: 'Femme' })).toBeChecked();
    await expect(page.getByLabel('Date de naissance')).toHaveValue('1978-01-02');
    await expect(page.getByLabel('Téléphone')).toHaveValue(/^02.67.84.59.84$/);
    await expect(page.getByLabel('Ville')).toHaveValue('Chartres');
    await expect(page.getByLabel('Engagement 1')).toHaveValue('parents');
    await expect(page.getByLabel('Mandat 1', { exact: true })).toHaveValue('adjoint');
    await expect(page.getByLabel('Domaine du mandat 1')).toHaveValue('culture');
    await expect(page.getByLabel('Responsabilité 1')).toHaveValue('secretaire-federal');
    await expect(page.getByRole('checkbox', { name: /jeunes socialistes/ })).toBeChecked();
    await expect(page.getByLabel('Compte Twitter')).toHaveValue('https://twitter.com/wilhelmine');
    await expect(page.getByRole('checkbox', { name: 'Logement' })).toBeChecked();
    await expectNoAxeViolations(page);
    await expectNoSidewaysScroll(page);
    expect(await site.db.value('select phone from member_contact where member_id = $1', me.id)).toBe('+33267845984');
  });
}

test('A11 a block with errors stays open, keeps what was typed, and the others are not touched', async ({ openPage, people }) => {
  const page = await openPage(await people.member());
  await page.goto('/compte/donnees?ouvert=coordonnees');
  await page.getByLabel('Téléphone').fill('douze');
  await page.getByRole('textbox', { name: 'Code postal' }).fill('280');
  await page.getByLabel('Adresse', { exact: true }).fill('2 rue du Moulin');
  const block = page.locator('details', { has: page.getByLabel('Téléphone') });
  await block.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('Un code postal a cinq chiffres.').first()).toBeVisible();
  await expect(block).toHaveAttribute('open', '');
  await expect(page.getByLabel('Adresse', { exact: true })).toHaveValue('2 rue du Moulin');
  await expect(page.getByLabel('Téléphone')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.locator('details[open]', { has: page.getByLabel('Profession') })).toHaveCount(0);
  await expectNoAxeViolations(page);
});

test('A10 a photo is reduced, shown as my face, replaced and taken away', async ({ openPage, people, site }) => {
  const me = await people.member();
  const page = await openPage(me);
  await page.goto('/compte/donnees');
  const give = async (colour: 'red' | 'blue') => {
    await page.getByLabel('Image de profil').setInputFiles(await photo(page, colour, 1200, 1600));
    await page.getByRole('button', { name: 'Enregistrer ma photo' }).click();
    await expect(page.getByText('Te voilà').first()).toBeVisible();
    await page.goto('/compte/donnees');
  };
  await give('red');
  expect(await painted(page.locator('main img.picture'))).toEqual({ colour: 'red', width: 338, height: 450 });
  await give('blue');
  expect((await painted(page.locator('main img.picture'))).colour).toBe('blue');
  const kept = await site.db.rows<{ width: number; height: number; octets: number }>('select p.width, p.height, length(p.content) as octets from picture p join member m on m.picture_id = p.id where m.id = $1', me.id);
  expect(kept).toHaveLength(1);
  expect(Math.max(kept[0].width, kept[0].height)).toBeLessThanOrEqual(450);
  expect(kept[0].octets).toBeLessThanOrEqual(600 * 1024);
  await page.getByRole('checkbox', { name: 'Enlever ma photo' }).check();
  await page.getByRole('button', { name: 'Enregistrer ma photo' }).click();
  await expect(page.getByText('Ta photo est enlevée.').first()).toBeVisible();
  await expect(page.locator('main img.picture')).toHaveCount(0);
});

test('A10 what is no photo is refused, and the former face stays', async ({ openPage, people, site }) => {
  const me = await people.member();
  const page = await openPage(me);
  await page.goto('/compte/donnees');
  await page.getByLabel('Image de profil').setInputFiles({ name: 'moi.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<svg onload="alert(1)">') });
  await page.getByRole('button', { name: 'Enregistrer ma photo' }).click();
  await expect(page.locator('main .error').filter({ visible: true }).first()).toBeVisible();
  expect(await site.db.value('select picture_id from member where id = $1', me.id)).toBeNull();
});

test('A11 what is mine alone is in no page of anybody else', async ({ people, site }) => {
  const section = await people.section();
  const me = await people.member({ section });
  const cookie = await sessionCookie(site.db, me.id);
  const { csrf, cookie: cookies } = await formToken(site.baseURL, cookie);
  const post = (path: string, fields: Record<string, string>) => http(site.baseURL, path, { method: 'POST', cookie: cookies, body: new URLSearchParams({ csrf, ...fields }).toString() });
  expect((await post('/compte/donnees/coordonnees', { phone: '06 12 34 56 78', address: '2 rue Introuvable', postcode: '28000', city: 'Chartres', country: 'France' })).status).toBe(303);
  expect((await post('/compte/donnees/politique', { mandate_1: 'senateur', duty_1: 'bureau-national', mjs: '1' })).status).toBe(303);
  for (const viewer of [await people.member({ section }), await people.coopilote(), await people.referent(section.federationId)]) {
    const { body } = await http(site.baseURL, `/membres/${me.id}`, { cookie: await sessionCookie(site.db, viewer.id) });
    expect(body).toContain('Chartres');
    expect(body).not.toMatch(/Introuvable|12.34.56.78|Sénat|bureau national|jeunes socialistes/);
  }
});

test('A10 my face stands beside my name wherever I may be seen, and nowhere else', async ({ openPage, people, site }) => {
  const section = await people.section();
  const secretary = await people.secretary(section, { firstName: 'Odilon', lastName: 'Rougerie' });
  const me = await people.member({ section, firstName: 'Capucine', lastName: 'Rivoire' });
  await site.db.rows('insert into bond (member_id, coopain_id) values ($1, $2), ($2, $1)', me.id, secretary.id);
  const page = await openPage(me);
  await page.goto('/compte/donnees');
  await page.getByLabel('Image de profil').setInputFiles(await photo(page, 'red'));
  await page.getByRole('button', { name: 'Enregistrer ma photo' }).click();
  await expect(page.getByText('Te voilà').first()).toBeVisible();
  const src = `/images/${await site.db.value('select picture_id from member where id = $1', me.id)}`;
  await expect(page.locator(`.remote img.face[src="${src}"], nav img.face[src="${src}"]`).first()).toBeAttached();

  const event = await site.db.value<number>(`insert into event (creator_id, kind, state, title, space_ids, starts_at, ends_at, published_at, city)
    values ($1, 'leafleting', 'published', 'Tractage', array[$2::bigint], now() + interval '1 day', now() + interval '2 days', now(), 'Dole') returning id`, me.id, section.id);
  await site.db.rows(`insert into event_guest (event_id, member_id, answer, answered_at) values ($1, $2, 'yes', now())`, event, me.id);
  const thread = await site.db.value<number>(`insert into thread (creator_id, subject) values ($1, 'Demain') returning id`, me.id);
  await site.db.rows('insert into thread_member (thread_id, member_id) values ($1, $2), ($1, $3)', thread, me.id, secretary.id);
  await site.db.rows(`insert into message (thread_id, author_id, body) values ($1, $2, 'Coucou')`, thread, me.id);
  const cookie = await sessionCookie(site.db, secretary.id);
  const places = [`/membres?q=rivoire`, `/membres/${me.id}`, `/recherche?q=rivoire`, '/coopains', `/sections/${section.id}/membres`, `/sections/${section.id}/gestion/membres`,
    `/evenements/${event}`, `/messages/${thread}`];
  for (const place of places) expect((await http(site.baseURL, place, { cookie })).body, place).toContain(`src="${src}"`);
  expect((await http(site.baseURL, src, { cookie })).headers['content-type']).toBe('image/webp');

  await site.db.rows(`update member set visibility = 'secretary' where id = $1`, me.id);
  const stranger = await sessionCookie(site.db, (await people.member()).id);
  const hidden = await http(site.baseURL, src, { cookie: stranger }), none = await http(site.baseURL, '/images/999999999', { cookie: stranger });
  expect([hidden.status, hidden.body.length]).toEqual([404, none.body.length]);
});

test('P04 A11 whoever reaches into my data by their role is named to me, with the day and the act', async ({ openPage, people, site }) => {
  const section = await people.section({ name: 'Section du Moulin' });
  const secretary = await people.secretary(section, { firstName: 'Odilon', lastName: 'Rougerie' });
  const me = await people.member({ section, firstName: 'Capucine', lastName: 'Rivoire' });
  await site.db.rows(`insert into member_contact (member_id, phone, address, postcode) values ($1, '+33612345678', '2 rue du Moulin', '28000')`, me.id);
  const page = await openPage(me);
  await page.goto('/compte/consultations');
  await expect(page.getByText('Personne pour le moment.')).toBeVisible();

  const theirs = await openPage(secretary);
  await theirs.goto(`/sections/${section.id}/gestion/membres`);
  await theirs.getByRole('link', { name: 'Joindre Capucine Rivoire' }).click();
  for (const words of ['06 12 34 56 78'.replaceAll(' ', '\u00a0'), '2 rue du Moulin', me.email, 'Ta consultation est notée']) await expect(theirs.getByText(words)).toBeVisible();
  await expectNoAxeViolations(theirs);
  await expectNoSidewaysScroll(theirs);
  for (let twice = 0; twice < 2; ++twice) await theirs.goto(`/sections/${section.id}/gestion/invitations`);
  await site.db.rows(`insert into audit_entry (actor_id, member_id, space_id, act, detail) values ($1, $2, $3, 'section.rank', 'bureau')`, secretary.id, me.id, section.id);

  await page.goto('/compte');
  await page.getByRole('link', { name: 'Consultations' }).click();
  const entries = page.locator('.log li');
  await expect(entries).toHaveCount(3);
  await expect(entries.nth(0)).toContainText('a changé ton rôle dans la section : membre du bureau');
  await expect(entries.nth(1)).toContainText('a consulté le fichier des personnes à inviter');
  await expect(entries.nth(2)).toContainText('Odilon Rougerie a ouvert tes coordonnées');
  await expect(entries.nth(2)).toContainText('Section du Moulin');
  await expectNoAxeViolations(page);
  await expectNoSidewaysScroll(page);
  expect((await http(site.baseURL, '/compte/consultations', { cookie: await sessionCookie(site.db, (await people.member()).id) })).body).not.toContain('Rougerie');
});

test('P04 the coordinates of whoever is not of the section are nobody’s there, and nothing is noted', async ({ people, site }) => {
  const section = await people.section(), other = await people.member({ section: await people.section() });
  const cookie = await sessionCookie(site.db, (await people.secretary(section)).id);
  const theirs = await http(site.baseURL, `/sections/${section.id}/gestion/membres/${other.id}`, { cookie });
  expect([theirs.status, theirs.body.length]).toEqual([404, (await http(site.baseURL, `/sections/${section.id}/gestion/membres/999999999`, { cookie })).body.length]);
  expect(await site.db.value('select count(*) from audit_entry where member_id = $1', other.id)).toBe(0);
});

test('P04 the log is read page by page, and nothing is missed or told twice', async ({ openPage, people, site }) => {
  const section = await people.section(), secretary = await people.secretary(section), me = await people.member({ section });
  await site.db.rows(`insert into audit_entry (actor_id, member_id, space_id, act) select $1, case when n % 2 = 0 then $2::bigint end, $3, case when n % 2 = 0 then 'section.coordinates' else 'section.import' end
    from generate_series(1, 90) n`, secretary.id, me.id, section.id);
  const page = await openPage(me);
  const counts: number[] = [];
  for (let path = '/compte/consultations'; path;) {
    await page.goto(path);
    counts.push(await page.locator('.log li').count());
    const next = page.getByRole('link', { name: /suivant/i });
    path = (await next.count()) ? (await next.getAttribute('href'))! : '';
  }
  expect(counts).toEqual([40, 40, 10]);
});
