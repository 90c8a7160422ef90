// «Tous les événements»: what is to come, as a list and on a map that say the same. E09.
import type { Page } from '@playwright/test';
import { expectNoAxeViolations, expectNoSidewaysScroll } from '../support/accessibility';
import { makeEvent } from '../support/events';
import { http, sessionCookie } from '../support/http';
import { expect, test } from '../support/test';

const titles = (page: Page) => page.getByRole('article').getByRole('heading', { level: 3 }).allTextContents();
const counted = (page: Page) => page.locator('.pin').evaluateAll((pins) => pins.reduce((sum, pin) => sum + (Number(pin.textContent) || 1), 0));

test('E09 all events by words, dates, kind and distance, each kept by the address, page after page', async ({ page, people, signIn, site }) => {
  const section = await people.section(), me = await people.member({ section });
  await site.db.rows(`update section_profile set postcode = '25000', city = 'Besançon' where space_id = $1`, section.id);
  const make = (title: string, wishes: object) => makeEvent(site.db, { by: me, title, isPublic: true, ...wishes });
  for (let i = 1; i <= 32; ++i) await make(`Réunion numéro ${i} de Garance`, { kind: 'meeting', inHours: 24 + i });
  await make('Tractage de Garance à l’école', { kind: 'leafleting', inHours: 12 });
  await make('Collage de Garance', { kind: 'poster_pasting', inHours: 24 * 40 });
  const away = await make('Débat de Garance à Dole', { kind: 'debate', inHours: 24 * 2 });
  await site.db.rows(`update event set postcode = '39100', city = 'Dole', latitude = 47.09, longitude = 5.49 where id = $1`, away);
  const online = await make('Mobilisation de Garance', { kind: 'cyber_activism', inHours: 24 * 3 });
  await site.db.rows(`update event set address = '', postcode = '', city = '', latitude = null, longitude = null, online_url = 'https://visio.exemple.test' where id = $1`, online);
  await signIn(page, me);
  await page.setViewportSize({ width: 390, height: 844 }); // where nothing draws a map unasked
  await page.goto('/evenements');
  await page.getByRole('searchbox', { name: 'Un mot, une ville' }).fill('garanse'); // a letter wrong
  await page.getByRole('button', { name: 'Chercher' }).click();
  await expect(page).toHaveURL(/q=garanse/);
  await expect(page.getByText('36 événements, dont 1 en ligne ou sans adresse connue : la carte ne le montre pas')).toBeVisible();
  expect((await titles(page))[0]).toBe('Tractage de Garance à l’école');
  const first = await titles(page);
  await page.getByRole('link', { name: /Suivant/ }).click();
  await expect(page).toHaveURL(/apres=/);
  expect(new Set([...first, ...await titles(page)]).size).toBe(36);

  await page.getByRole('navigation', { name: 'Quand' }).getByRole('link', { name: 'D’ici un mois' }).click();
  await expect(page.getByText('35 événements, dont 1')).toBeVisible();
  await page.getByText('Affiner la recherche').click();
  await page.getByLabel('Type').selectOption('Toutes les réunions');
  await page.getByRole('button', { name: 'Filtrer' }).click();
  await expect(page.getByText('33 événements')).toBeVisible();
  await page.getByLabel('À quelle distance').selectOption('50 km');
  await page.getByRole('button', { name: 'Filtrer' }).click();
  await expect(page.getByText(/33\sévénements à moins de 50\skm de Besançon \(25\)/)).toBeVisible();
  await page.getByLabel('Autour de quelle commune').fill('saint-laurent');
  await page.getByRole('button', { name: 'Filtrer' }).click();
  await expect(page.getByRole('heading', { name: /Quelle commune/ })).toBeVisible();
  await page.getByRole('link', { name: 'Saint-Laurent-du-Var (06)' }).click();
  await expect(page.getByText('Rien ne correspond.')).toBeVisible();
  await page.getByLabel('Autour de quelle commune').fill('dole');
  await page.getByRole('button', { name: 'Filtrer' }).click();
  await expect(page.getByText(/33\sévénements à moins de 50\skm de Dole/)).toBeVisible();
  await page.getByLabel('À quelle distance').selectOption('10 km');
  await page.getByRole('button', { name: 'Filtrer' }).click();
  await expect(page.getByText(/1\sévénement à moins de 10\skm de Dole \(39\)/)).toBeVisible();
  expect(await titles(page)).toEqual(['Débat de Garance à Dole']);
  await page.getByRole('link', { name: 'Tout montrer' }).click();
  await expect(page).toHaveURL(/\/evenements$/);
});

test('E09 @live the map counts what the list counts, tells apart what stands apart, and is shut out of nothing that the list shows', async ({ openPage, people, site }) => {
  test.setTimeout(120_000);
  const stranger = await people.member(), me = await people.member();
  const at = async (title: string, latitude: number, longitude: number, wishes = {}) => {
    const id = await makeEvent(site.db, { by: stranger, title, isPublic: true, inHours: 30, ...wishes });
    await site.db.rows('update event set latitude = $2, longitude = $3 where id = $1', id, latitude, longitude);
  };
  for (let i = 0; i < 12; ++i) await at(`Nacarat ${i}`, 47.24 + i * 0.002, 6.02);
  await at('Nacarat au loin', 48.85, 2.35);
  await at('Nacarat caché', 48.86, 2.36, { isPublic: false });
  const page = await openPage(me);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto('/evenements?q=nacarat');
  await expect(page.locator('.maplibregl-canvas')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('13 événements')).toBeVisible();
  await expect.poll(() => counted(page)).toBe(13);
  expect(await titles(page)).toHaveLength(13);
  await expectNoAxeViolations(page);
  await expectNoSidewaysScroll(page);
  const alone = page.getByRole('button', { name: 'Nacarat au loin', exact: true });
  await page.getByRole('article').filter({ hasText: 'au loin' }).hover();
  await expect(alone).toHaveClass(/lit/);
  await alone.press('Enter');
  const card = page.getByRole('group', { name: 'Ce qui est ici' });
  await expect(card.getByRole('link', { name: 'Nacarat au loin' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();
  // A group opens as one comes nearer, until each stands alone.
  await page.getByRole('button', { name: /^12 ici/ }).click();
  await expect(page.getByRole('button', { name: /^Nacarat \d+$/ }).first()).toBeVisible();
  await expect.poll(() => counted(page)).toBe(12);

  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/evenements?q=nacarat');
  await expect(page.getByRole('article').first()).toBeVisible();
  await expect(page.locator('.atlas-map')).toBeHidden();
  await page.getByRole('button', { name: 'Carte', exact: true }).click();
  await expect(page.getByRole('article').first()).toBeHidden();
  await expect.poll(() => counted(page)).toBe(13);
});

test('E09 the map of all events tells nobody more than they may see, nor where a flat meeting is', async ({ people, site }) => {
  const section = await people.section();
  const host = await people.member({ section }), stranger = await people.member();
  const hidden = await makeEvent(site.db, { by: host, title: 'Zibeline entre nous', spaces: [section] });
  const flat = await makeEvent(site.db, { by: host, title: 'Zibeline chez Paule', kind: 'flat_meeting', isPublic: true });
  await site.db.rows('update event set latitude = 47.2951, longitude = 6.1234 where id in ($1, $2)', hidden, flat);
  const camp = await makeEvent(site.db, { by: host, title: 'Zibeline, université d’été', isPublic: true });
  await site.db.rows(`update event set starts_at = now() - interval '3 days', address = '', online_url = 'https://visio.exemple.test' where id = $1`, camp);
  const look = async (who: { id: number }, path: string) => (await http(site.baseURL, path, { cookie: await sessionCookie(site.db, who.id) })).body;
  const tile = '/evenements/carte/0/0/0?q=zibeline';
  expect(await look(host, tile)).toContain('2\u00a0événements');
  const seen = await look(stranger, tile);
  expect(seen).toContain('chez Paule');
  expect(seen).not.toContain('entre nous');
  expect(seen).not.toMatch(/47\.29|6\.12|Tilleuls/);
  const list = await look(stranger, '/evenements?q=zibeline');
  expect(list).toContain('25000 Besançon');
  expect(list).toMatch(/<h2>En ce moment<\/h2>.*université d’été.*<h2>/s);
  expect(list).not.toContain('12 rue des Tilleuls');
  for (const none of ['16/0/0', '3/8/0', '3/0/-1', 'x/0/0']) expect((await http(site.baseURL, `/evenements/carte/${none}`, { cookie: await sessionCookie(site.db, host.id) })).status, none).toBe(404);
  expect((await http(site.baseURL, '/evenements?q=%F0%9F%8E%88%27&du=2026-02-31&km=7', { cookie: await sessionCookie(site.db, host.id) })).status).toBe(200);
});
