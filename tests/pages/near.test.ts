// «Près de chez moi»: what is nearest to my commune. C07.
import { expect, test } from '../support/test';
import { http, sessionCookie } from '../support/http';
import type { Database } from '../support/database';
import type { Member, Section } from '../support/people';

interface Wishes { title: string; commune: string; section?: Section; kind?: string }

async function eventAt(db: Database, creator: Member, { title, commune, section, kind = 'debate' }: Wishes): Promise<number> {
  return db.value(`insert into event (creator_id, kind, state, title, is_public, space_ids, starts_at, ends_at, address, postcode, city, latitude, longitude)
    select $1, $2, 'published', $3, $4::bigint is null, array_remove(array[$4::bigint], null), now() + interval '1 day', now() + interval '2 days', '7 rue Secrète', min(p.postcode), c.name, c.latitude, c.longitude
      from commune c join commune_postcode p on p.commune_code = c.code where c.code = $5 group by c.code returning id`, creator.id, kind, title, section?.id ?? null, commune);
}
const standsIn = (db: Database, section: Section, postcode: string, city: string) =>
  db.rows('update section_profile set postcode = $2, city = $3 where space_id = $1', section.id, postcode, city);

test('C07 what is near my commune, nearest first; farther as I ask; elsewhere when I say where', async ({ page, people, site, signIn }) => {
  const mine = await people.section({ name: 'Section de Châteauroux' }), other = await people.section({ name: 'Section d’Issoudun' });
  await standsIn(site.db, mine, '36000', 'Châteauroux');
  await standsIn(site.db, other, '36100', 'Issoudun');
  const me = await people.member({ section: mine });
  await eventAt(site.db, me, { title: 'Débat à Issoudun', commune: '36088' });
  await eventAt(site.db, me, { title: 'Débat à Châteauroux', commune: '36044', section: mine });
  await signIn(page, me);
  await page.goto('/');
  await page.getByRole('link', { name: 'Près de chez moi' }).click();
  const main = page.getByRole('main');
  await expect(main.getByRole('heading', { level: 1, name: 'Près de chez moi' })).toBeVisible();
  await expect(main).toContainText('Autour de Châteauroux (36)');
  await expect(main.locator('.spot')).toHaveText([/Débat à Châteauroux.*sur place/s, /Débat à Issoudun.*à\s2\d\skm/s, /Section de Châteauroux.*sur place/s, /Section d’Issoudun.*à\s2\d\skm/s]);
  await main.getByRole('link', { name: '10 km' }).click();
  await expect(main.locator('.spot')).toHaveText([/Débat à Châteauroux/, /Section de Châteauroux/]);
  await main.getByRole('link', { name: 'Événements', exact: true }).click();
  await expect(main.locator('.spot')).toHaveText([/Débat à Châteauroux/]);
  await main.getByRole('link', { name: 'Tout', exact: true }).click();
  await expect(main.locator('.spot')).toHaveCount(2);
  await main.getByLabel('Commune ou code postal').fill('st pierre');
  await main.getByRole('button', { name: 'Chercher' }).click();
  await expect(main.getByRole('heading', { name: /Quelle commune/ })).toBeVisible();
  await main.getByRole('link', { name: 'Saint-Pierre (974)' }).click();
  await expect(main).toContainText('Autour de Saint-Pierre (974)');
  await expect(main).toContainText(/Rien à moins de 10\skm\s: voici les plus proches./);
  await main.getByRole('link', { name: 'revenir chez moi' }).click();
  await expect(main).toContainText('Autour de Châteauroux (36)');
});

test('C07 on a slow network, what one types is not lost to the page that was being fetched', async ({ page, people, signIn }) => {
  await signIn(page, await people.member());
  await page.goto('/pres-de-chez-moi?commune=36044');
  await page.getByRole('link', { name: 'Sections', exact: true }).click();
  await expect(page).toHaveURL(/quoi=sections/);
  let arrive = () => {};
  const held = new Promise<void>((resolve) => { arrive = resolve; });
  await page.route('**/pres-de-chez-moi?commune=36044', async (route) => { await held; await route.continue(); });
  const answered = page.waitForResponse('**/pres-de-chez-moi?commune=36044');
  await page.getByRole('link', { name: 'Tout', exact: true }).click();
  // Until it is there the page of before stands: an older copy of it would take the words, and lose them.
  await page.waitForFunction(() => document.documentElement.getAttribute('aria-busy') === 'true');
  await expect(page.getByRole('link', { name: 'Sections', exact: true })).toHaveAttribute('aria-current', 'page');
  arrive();
  await answered;
  await expect(page.getByRole('link', { name: 'Tout', exact: true })).toHaveAttribute('aria-current', 'page');
});

test('C07 what others plan among themselves is not there, nor where people live', async ({ people, site }) => {
  const home = await people.section(), elsewhere = await people.section();
  const me = await people.member({ section: home }), host = await people.member({ section: elsewhere });
  await eventAt(site.db, host, { title: 'Entre nous à Aurillac', commune: '15014', section: elsewhere });
  const cookie = await sessionCookie(site.db, me.id);
  const look = async () => (await http(site.baseURL, '/pres-de-chez-moi?commune=15014&km=10&quoi=evenements', { cookie })).body;
  expect(await look()).not.toContain('Entre nous');
  await eventAt(site.db, host, { title: 'Thé chez Paule', commune: '15014', kind: 'flat_meeting' });
  const after = await look();
  expect(after).toContain('Thé chez Paule');
  expect(after).not.toContain('Secrète');
});

test('C07 @live communes are proposed as one types', async ({ page, people, signIn }) => {
  await signIn(page, await people.member());
  await page.goto('/pres-de-chez-moi');
  await expect(page.getByText(/Où habites-tu/)).toBeVisible();
  await page.getByRole('combobox', { name: 'Commune ou code postal' }).pressSequentially('chateaur');
  await page.getByRole('option', { name: 'Châteauroux (36)' }).click();
  await expect(page.getByRole('main')).toContainText('Autour de Châteauroux (36)');
});

test('C07 a browser that draws no map says so in a line, and keeps the list', async ({ page, people, site, signIn }) => {
  const section = await people.section({ name: 'Section de Moulins' });
  await standsIn(site.db, section, '03000', 'Moulins');
  await page.addInitScript(() => { HTMLCanvasElement.prototype.getContext = () => null; });
  await signIn(page, await people.member({ section }));
  await page.goto('/pres-de-chez-moi?quoi=sections');
  await expect(page.getByText(/ne dessine pas la carte/)).toBeVisible();
  await expect(page.getByRole('link', { name: 'Section de Moulins' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Carte', exact: true })).toBeHidden();
});
