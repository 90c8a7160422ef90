// The map of «Près de chez moi» says what the list says, to whoever points, touches or types. C07.
import type { Page } from '@playwright/test';
import { expectNoAxeViolations } from '../support/accessibility';
import { expect, test } from '../support/test';
import { http, sessionCookie } from '../support/http';

const lines = (page: Page) => page.locator('.atlas-list .spot').evaluateAll((all) => all.map(({ id }) => id).sort());
const pinned = (page: Page) => page.locator('.pin').evaluateAll((all) => all.flatMap((pin) => (pin as HTMLElement).dataset.spots!.split(' ')).sort());

test('C07 @live the map holds the very lines of the list, on a desk and on a telephone', async ({ openPage, people, site }) => {
  test.setTimeout(120_000);
  const home = await people.section({ name: 'Section de Guéret' }), other = await people.section({ name: 'Section d’Aubusson' }), stranger = await people.section();
  await site.db.rows(`update section_profile set postcode = '23000', city = 'Guéret' where space_id = $1`, home.id);
  await site.db.rows(`update section_profile set postcode = '23200', city = 'Aubusson' where space_id = $1`, other.id);
  const me = await people.member({ section: home }), somebody = await people.member({ section: stranger });
  const at = (title: string, latitude: number, longitude: number, section?: number) => site.db.rows(`insert into event (creator_id, kind, state, title, is_public, space_ids, starts_at, ends_at, address, postcode, city, latitude, longitude)
    values ($1, 'leafleting', 'published', $2, $5::bigint is null, array_remove(array[$5::bigint], null), now() + interval '1 day', now() + interval '2 days', 'place du Marché', '23000', 'Guéret', $3, $4)`, somebody.id, title, latitude, longitude, section ?? null);
  await at('Marché de Guéret', 46.1715, 1.871);
  await at('Tractage à la gare', 46.1785, 1.8695);
  await at('Collage à Bourganeuf', 45.954, 1.756);
  await at('Entre voisins', 46.2, 1.9, stranger.id);

  const page = await openPage(me);
  await page.goto('/pres-de-chez-moi');
  await expect(page.locator('.maplibregl-canvas')).toBeVisible({ timeout: 30_000 });
  await expect(page.locator('.pin').first()).toBeVisible();
  expect(await pinned(page)).toEqual(await lines(page));
  expect(await lines(page)).toHaveLength(5);
  await expectNoAxeViolations(page);
  await page.setViewportSize({ width: 1280, height: 800 });

  // A line lights its pin, and a pin its line.
  const alone = page.getByRole('button', { name: /^Collage à Bourganeuf, à 2\d\skm$/ }), line = page.locator('.spot', { hasText: 'Bourganeuf' });
  await line.hover();
  await expect(alone).toHaveClass(/lit/);
  await alone.focus();
  await expect(line).toHaveClass(/lit/);
  // By the keyboard: in, read, out.
  await page.keyboard.press('Enter');
  const card = page.getByRole('group', { name: 'Ce qui est ici' });
  await expect(card.getByRole('link', { name: 'Collage à Bourganeuf' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();
  await expect(alone).toBeFocused();
  // Several at one place open as one comes nearer.
  const before = await page.locator('.pin').count();
  await page.locator('.pin.several').first().click();
  await expect.poll(() => page.locator('.pin').count()).toBeGreaterThan(before);
  expect(await pinned(page)).toEqual(await lines(page));

  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/pres-de-chez-moi?quoi=evenements');
  await expect(page.locator('.spot').first()).toBeVisible();
  await expect(page.locator('.atlas-map')).toBeHidden();
  await page.getByRole('button', { name: 'Carte', exact: true }).click();
  await expect(page.locator('.maplibregl-canvas')).toBeVisible({ timeout: 30_000 });
  await expect(page.locator('.spot').first()).toBeHidden();
  await expect.poll(() => pinned(page)).toHaveLength(3);
  expect(await pinned(page)).toEqual(await lines(page));
});

test('C07 what maps are drawn on is for members, says the same to each, and only of tiles that there are', async ({ people, site }) => {
  const section = await people.section();
  const host = await people.member({ section }), stranger = await people.member();
  await site.db.rows(`insert into event (creator_id, kind, state, title, space_ids, starts_at, ends_at, address, city, latitude, longitude)
    values ($1, 'debate', 'published', 'Rendez-vous discret', array[$2::bigint], now() + interval '1 day', now() + interval '2 days', 'ici', 'Besançon', 47.24, 6.02)`, host.id, section.id);
  const [cookie, other] = [await sessionCookie(site.db, host.id), await sessionCookie(site.db, stranger.id)];
  const tile = '/carte/8/132/89'; // Besançon
  const drawn = await http(site.baseURL, tile, { cookie });
  expect(drawn.status).toBe(200);
  expect(drawn.headers['cache-control']).toMatch(/^private/);
  expect(drawn.body).toContain('Besançon');
  expect(drawn.body).not.toContain('discret');
  expect((await http(site.baseURL, tile, { cookie: other })).headers.etag).toBe(drawn.headers.etag);
  expect((await http(site.baseURL, tile, { cookie, headers: { 'if-none-match': String(drawn.headers.etag) } })).status).toBe(304);
  for (const none of ['/carte/11/0/0', '/carte/3/8/0', '/carte/3/0/-1', '/carte/3/0/0.5', '/carte/x/0/0']) expect((await http(site.baseURL, none, { cookie })).status, none).toBe(404);
  expect((await http(site.baseURL, tile)).status).not.toBe(200);
});
