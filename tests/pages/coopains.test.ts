// Coopains: asking, answering, the table and what one does with it. B05, B06.
import type { Page } from '@playwright/test';
import { expect, test } from '../support/test';
import { http, sessionCookie } from '../support/http';
import type { Database } from '../support/database';

const bind = (db: Database, a: number, b: number) => db.rows('insert into bond (member_id, coopain_id) values ($1, $2), ($2, $1)', a, b);
const agree = (page: Page) => page.getByRole('dialog').getByRole('button', { name: 'Oui' }).click();

test('B05 a request is made from the directory, confirmed, sorted on both sides, and accepted with confirmation', async ({ openPage, people, site }) => {
  const section = await people.section();
  const me = await people.member({ section, firstName: 'Inès', lastName: 'Zadig' }), malik = await people.member({ section, firstName: 'Malik', lastName: 'Zoubir' });
  const page = await openPage(me);
  await page.goto('/membres?q=zoubir');
  await page.getByRole('button', { name: 'Ajouter Malik Zoubir' }).click();
  await expect(page.getByRole('dialog')).toContainText('Envoyer une demande de coopain à Malik');
  await agree(page);
  await expect(page.getByText('Demande envoyée').first()).toBeVisible();
  await page.goto('/coopains/demandes');
  await expect(page.locator('section', { hasText: 'Demandes envoyées' }).getByText('Malik Zoubir')).toBeVisible();
  await expect(page.getByText('Personne n’attend ta réponse.')).toBeVisible();

  const theirs = await openPage(malik);
  await theirs.goto('/coopains/demandes');
  const waiting = theirs.locator('section', { hasText: 'Demandes à traiter' });
  await expect(waiting.getByText('Inès Zadig')).toBeVisible();
  await waiting.getByRole('button', { name: 'Accepter' }).click();
  await expect(theirs.getByRole('dialog')).toContainText('Accepter Inès Zadig comme coopain');
  await agree(theirs);
  await expect(theirs.getByText('Vous voilà coopains.')).toBeVisible();
  expect(await site.db.value('select count(*) from bond where member_id in ($1, $2)', me.id, malik.id)).toBe(2);
});

test('B05 a request is refused with confirmation, and nothing is left of it', async ({ openPage, people, site }) => {
  const me = await people.member(), asker = await people.member({ firstName: 'Rose', lastName: 'Amiel' });
  await site.db.rows('insert into bond_request (from_id, to_id) values ($1, $2)', asker.id, me.id);
  const page = await openPage(me);
  await page.goto('/coopains/demandes');
  await page.getByRole('button', { name: 'Refuser' }).click();
  await expect(page.getByRole('dialog')).toContainText('Refuser la demande de Rose Amiel');
  await agree(page);
  await expect(page.getByText('Demande refusée. La personne n’en est pas avertie.')).toBeVisible();
  expect(await site.db.value('select (select count(*) from bond where member_id = $1) + (select count(*) from bond_request where to_id = $1)', me.id)).toBe(0);
});

test('B06 the table shows section and last connection kindly; several are written to, or taken off the list', async ({ openPage, people, site }) => {
  const home = await people.section({ name: 'Section des Tables' }), away = await people.section();
  const me = await people.member({ section: home });
  const near = await people.member({ section: home, firstName: 'Albin', lastName: 'Abeille' }), far = await people.member({ section: away, firstName: 'Berthe', lastName: 'Bourdon' });
  const third = await people.member({ section: away, firstName: 'Carl', lastName: 'Cigale' });
  for (const other of [near, far, third]) await bind(site.db, me.id, other.id);
  await site.db.rows(`update member set last_seen_at = case id when $1 then now() when $2 then now() - interval '3 days' end where id in ($1, $2)`, near.id, far.id);
  const page = await openPage(me);
  await page.goto('/coopains');
  const row = (name: string) => page.getByRole('row', { name: new RegExp(name) });
  await expect(row('Albin Abeille')).toContainText('Section des Tables');
  await expect(row('Albin Abeille')).toContainText('aujourd’hui');
  await expect(row('Berthe Bourdon')).toContainText(/il y a\s3\sjours/);
  await page.getByRole('main').getByRole('link', { name: 'Ma section', exact: true }).click();
  await expect(row('Albin Abeille')).toBeVisible();
  await expect(row('Berthe Bourdon')).toHaveCount(0);

  await page.goto('/coopains');
  for (const name of ['Albin Abeille', 'Berthe Bourdon']) await page.getByRole('checkbox', { name: `Choisir ${name}` }).check();
  await page.getByRole('button', { name: 'Nouveau message' }).click();
  await expect(page.getByRole('checkbox', { name: 'Albin Abeille' })).toBeChecked();
  await expect(page.getByRole('checkbox', { name: 'Berthe Bourdon' })).toBeChecked();
  await expect(page.getByRole('checkbox', { name: 'Carl Cigale' })).not.toBeChecked();

  await page.goto('/coopains');
  for (const name of ['Berthe Bourdon', 'Carl Cigale']) await page.getByRole('checkbox', { name: `Choisir ${name}` }).check();
  await page.getByRole('button', { name: 'Enlever de ma liste' }).click();
  await expect(page.getByRole('dialog')).toContainText('Enlever de ta liste');
  await agree(page);
  await expect(row('Berthe Bourdon')).toHaveCount(0);
  await expect(row('Albin Abeille')).toBeVisible();
  expect(await site.db.value('select count(*) from mail where member_id in ($1, $2)', far.id, third.id), 'nobody is told').toBe(0);
});

test('B06 more coopains than a page holds are paged through, each once', async ({ people, site }) => {
  const me = await people.member();
  await site.db.rows(`with crowd as (insert into member (first_name, last_name) select 'Membre', 'Page ' || lpad(n::text, 3, '0') from generate_series(1, 120) n returning id)
    insert into bond (member_id, coopain_id) select $1, id from crowd union all select id, $1 from crowd`, me.id);
  const cookie = await sessionCookie(site.db, me.id);
  const names: string[] = [];
  for (let path: string | undefined = '/coopains'; path;) {
    const { body } = await http(site.baseURL, path, { cookie });
    const main = /<main[\s\S]*<\/main>/.exec(body)![0];
    names.push(...[...main.matchAll(/class="name" href="[^"]*">(Membre Page \d+)</g)].map((m) => m[1]));
    path = [...main.matchAll(/href="(\/coopains\?apres_nom=[^"]+)"/g)].map((m) => m[1].replaceAll('&amp;', '&')).at(-1);
  }
  expect(names.length).toBe(120);
  expect(new Set(names).size).toBe(120);
});
