// Zones of a section: what fills them, who is in charge, and the ground that is drawn on a map. S09.
import type { Page } from '@playwright/test';
import { expectNoAxeViolations } from '../support/accessibility';
import { formToken, http, sessionCookie } from '../support/http';
import type { Member, Section } from '../support/people';
import { expect, test } from '../support/test';

test('S09 a secretary says who lives where, sees how many that is, puts somebody in charge, who is told and sees a number', async ({ people, site, openPage, mailbox }) => {
  const section = await people.section(), secretary = await people.secretary(section);
  const lives = async (postcode: string, address: string, firstName: string, lastName: string) => {
    const member = await people.member({ section, firstName, lastName });
    await site.db.rows('insert into member_contact (member_id, address, postcode) values ($1, $2, $3)', member.id, address, postcode);
    return member;
  };
  for (let n = 0; n < 6; ++n) await lives('75011', `${n + 1} rue Oberkampf`, 'Habitante', `Onzième${n}`);
  const manager = await lives('75012', '2 bis, av. Daumesnil', 'Marceline', 'Zélande');
  await lives('75012', '3 avenue Daumesnil', 'Marceline', 'Zadig');

  const page = await openPage(secretary);
  await page.goto(`/sections/${section.id}/gestion/membres`);
  await page.getByRole('link', { name: 'Créer une zone' }).click();
  await expect(page.getByRole('heading', { name: 'Créer une zone' })).toBeVisible();
  await page.locator('[name=name]').fill('Bastille sud');
  await page.getByLabel('Codes postaux').fill('75011');
  await expect(page.locator('#zone-count')).toContainText(/6\spersonnes sont dans cette zone/);
  await page.getByLabel('Rues').fill('avenue Daumesnil, 1 à 9, pairs\nrue Oberkampf, au fond');
  await expect(page.locator('#zone-count')).toContainText('Ligne 2 : « au fond » n’est pas compris');
  await page.getByLabel('Rues').fill('avenue Daumesnil, 1 à 9, pairs');
  await expect(page.locator('#zone-count')).toContainText(/7\spersonnes/);
  // Proposals are the section's members; the name is written, the person kept.
  await page.getByLabel('Responsable').pressSequentially('marcel');
  await expect(page.getByRole('option')).toHaveCount(2);
  await page.getByRole('option', { name: 'Marceline Zélande' }).click();
  await expect(page.getByLabel('Responsable')).toHaveValue('Marceline Zélande');
  await expectNoAxeViolations(page);
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText(/Se remplit d’elle-même : 1\scode postal, 1\srue\./)).toBeVisible();
  await expect(page.getByRole('row')).toHaveCount(8);

  const mail = await mailbox.waitFor(manager.email);
  expect(mail.subject).toMatch(/^Te voilà responsable de la zone «\sBastille sud\s»$/);
  expect(mail.raw.toString() + mail.text + mail.html).not.toContain('Onzième');
  const desk = await openPage(manager);
  await desk.goto(`/sections/${section.id}`);
  await desk.getByRole('link', { name: 'Bastille sud' }).click();
  await expect(desk.getByText(/Environ 5\spersonnes/)).toBeVisible();
  expect(mail.link(/\/zones\//)).toBe(desk.url());

  // Taken out by hand, and let back.
  await page.getByRole('checkbox', { name: /Onzième3/ }).check();
  await page.getByText('Zone', { exact: true }).last().click();
  await page.getByRole('button', { name: /De «/ }).click();
  await expect(page.getByText(/1\spersonne en est enlevée à la main\./)).toBeVisible();
  await page.getByRole('link', { name: 'Modifier la zone' }).click();
  await expect(page.getByRole('heading', { name: 'Modifier la zone' })).toBeVisible();
  await expect(page.getByLabel('Rues')).toHaveValue('avenue Daumesnil, 1 à 9, pairs');
  await page.getByRole('button', { name: 'Les laisser revenir' }).click();
  await expect(page.getByText('Qui habite la zone y est revenu.')).toBeVisible();
  await expect(page.getByRole('row')).toHaveCount(8);
});

test('S09 without script a zone is counted by a button, and a name that several bear is asked about', async ({ people, site }) => {
  const section = await people.section(), secretary = await people.secretary(section);
  const twins = [await people.member({ section, firstName: 'Dominique', lastName: 'Jumeau' }), await people.member({ section, firstName: 'Dominique', lastName: 'Jumeau' })];
  await site.db.rows(`insert into member_contact (member_id, postcode) values ($1, '75011')`, twins[0].id);
  const { cookie, csrf } = await formToken(site.baseURL, await sessionCookie(site.db, secretary.id));
  const send = (path: string, fields: Record<string, string>) => http(site.baseURL, `/sections/${section.id}/gestion/${path}`, { method: 'POST', cookie, headers: { origin: site.baseURL }, body: new URLSearchParams({ csrf, type: 'zone', name: 'Est', postcodes: '75011', ...fields }).toString() });
  const counted = await send('zones/apercu', { streets: 'rue X', ground: '2,48 3,48 3,49', no_ground: '1' });
  expect(counted.status).toBe(200);
  expect(counted.body).toMatch(/<b>1\spersonne<\/b> est dans cette zone/);
  expect(counted.body).toContain('>\nrue X</textarea>');
  const crossed = await send('listes/creation', { ground: '2,48 3,49 3,48 2,49' });
  expect([crossed.status, crossed.body.includes('Le tracé se croise')]).toEqual([422, true]);
  const several = await send('listes/creation', { manager_name: 'dominique jumeau' });
  expect([several.status, several.body.includes('Plusieurs personnes répondent à ce nom')]).toEqual([422, true]);
  expect((await send('listes/creation', { manager_name: 'Personne Ici' })).body).toContain('Personne dans la section ne répond à ce nom');
  expect((await send('listes/creation', { manager_name: 'Dominique Jumeau', manager: String(twins[1].id) })).status).toBe(303);
  expect(await site.db.value('select manager_id from section_list where section_id = $1', section.id)).toBe(twins[1].id);
});

/** Somewhere on the map, as a share of its sides. */
async function spot(page: Page, across: number, down: number): Promise<[number, number]> {
  await page.locator('.zone-map').evaluate((map) => map.scrollIntoView({ block: 'center' }));
  const box = (await page.locator('.zone-map').boundingBox())!;
  return [box.x + box.width * across, box.y + box.height * down];
}

async function town(people: { member: (wishes: object) => Promise<Member> }, section: Section, rows: (sql: string, ...values: unknown[]) => Promise<unknown>) {
  for (let n = 0; n < 3; ++n) {
    const { id } = await people.member({ section });
    await rows(`update home set spot = public.st_setsrid(public.st_makepoint($3, 47.24), 4326), precise = true where section_id = $1 and member_id = $2`, section.id, id, 6.02 + n * 0.001);
  }
}

test('S09 @live a ground is drawn with a finger on a telephone, taken back, cleared, and kept', async ({ browser, people, site, offences, signIn }) => {
  test.setTimeout(90_000);
  const section = await people.section(), secretary = await people.secretary(section);
  await town(people, section, (sql, ...values) => site.db.rows(sql, ...values as never[]));
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, extraHTTPHeaders: { 'X-Forwarded-For': '198.51.100.39' } });
  context.on('weberror', (error) => offences.push(String(error.error())));
  const page = await context.newPage();
  await signIn(page, secretary);
  await page.goto(`/sections/${section.id}/gestion/listes/creation?type=zone`);
  await page.locator('[name=name]').fill('Gare');
  await page.getByRole('button', { name: 'Dessiner sur la carte' }).click();
  await expect(page.locator('.maplibregl-canvas')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('Aucun point.')).toBeVisible();
  const touch = async (across: number, down: number) => page.touchscreen.tap(...await spot(page, across, down));
  await touch(0.1, 0.1);
  await expect(page.getByText('1 point : il en faut trois au moins.')).toBeVisible();
  await touch(0.8, 0.15);
  await touch(0.8, 0.9);
  await expect(page.getByText('3 points.')).toBeVisible();
  await page.getByRole('button', { name: 'Revenir en arrière' }).click();
  await expect(page.getByText(/^2 points/)).toBeVisible();
  await page.getByRole('button', { name: 'Tout effacer' }).click();
  await expect(page.getByText('Aucun point.')).toBeVisible();
  await page.getByRole('button', { name: 'Revenir en arrière' }).click();
  await touch(0.85, 0.9);
  await touch(0.1, 0.9);
  await expect(page.locator('#zone-count')).toContainText(/3\spersonnes/);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await expectNoAxeViolations(page);
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('Se remplit d’elle-même : un tracé sur la carte.')).toBeVisible();
  expect(await site.db.value(`select count(*) from audit_entry where space_id = $1 and act = 'section.homes'`, section.id), 'the people can read that they were looked at').toBe(1);
  await context.close();
});

test('S09 @live a ground is corrected with a mouse and by the keyboard', async ({ openPage, people, site }) => {
  test.setTimeout(90_000);
  const section = await people.section(), secretary = await people.secretary(section);
  await town(people, section, (sql, ...values) => site.db.rows(sql, ...values as never[]));
  const list = await site.db.value<number>(`insert into section_list (section_id, kind, name) values ($1, 'zone', 'Gare') returning id`, section.id);
  await site.db.rows(`insert into zone (list_id, ground) values ($1, zone_ground('6.01 47.23,6.0205 47.23,6.0205 47.25,6.01 47.25,6.01 47.23'))`, list);
  const page = await openPage(secretary);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(`/sections/${section.id}/gestion/listes/${list}`);
  await page.getByRole('button', { name: 'Revoir le tracé sur la carte' }).click();
  await expect(page.locator('.zone-point')).toHaveCount(4, { timeout: 30_000 });
  // The corner at the lower right goes far to the right, and the one above by the point between them.
  await page.locator('.zone-map').scrollIntoViewIfNeeded();
  const corner = (await page.locator('.zone-point').nth(1).boundingBox())!;
  await page.mouse.move(corner.x + 22, corner.y + 22);
  await page.mouse.down();
  await page.mouse.move(corner.x + 140, corner.y + 20, { steps: 5 });
  await page.mouse.up();
  await expect(page.locator('#zone-count')).toContainText(/[23]\spersonnes/);
  const between = (await page.locator('.zone-between').first().boundingBox())!;
  await page.mouse.move(between.x + 22, between.y + 22);
  await page.mouse.down();
  await page.mouse.move(between.x + 24, between.y + 50, { steps: 5 });
  await page.mouse.up();
  await expect(page.getByText('5 points.')).toBeVisible();
  // By the keyboard: the arrows move the map under its cross, a button puts a point there.
  await page.locator('.maplibregl-canvas').focus();
  await page.keyboard.press('ArrowLeft');
  await page.getByRole('button', { name: 'Poser un point au centre' }).press('Enter');
  await expect(page.getByText('6 points.')).toBeVisible();
  await page.getByRole('button', { name: 'Revenir en arrière' }).press('Enter');
  await expect(page.getByText('5 points.')).toBeVisible();
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('Se remplit d’elle-même : un tracé sur la carte.')).toBeVisible();
  expect(await site.db.value('select public.st_npoints(ground) from zone where list_id = $1', list)).toBe(6);
});
