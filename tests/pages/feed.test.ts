// The feed of one's coopains and walls: what is said, what is announced, what is taken away. C03, B04.
import { expect, test } from '../support/test';
import { formToken, http, sessionCookie } from '../support/http';
import type { Database } from '../support/database';
import type { Member } from '../support/people';

const bind = (db: Database, a: Member, b: Member) => db.rows('insert into bond (member_id, coopain_id) values ($1, $2), ($2, $1)', a.id, b.id);

test('C03 what I share reaches my coopains, its link shows where it leads, and I can take it back', async ({ openPage, people, site }) => {
  const section = await people.section();
  const me = await people.member({ section, firstName: 'Inès' }), friend = await people.member();
  await bind(site.db, me, friend);
  const page = await openPage(me);
  await page.goto('/');
  const feed = page.locator('#fil');
  await feed.getByRole('button', { name: 'Partager' }).click();
  await expect(page.getByText('Écris quelque chose, ou donne un lien.').first()).toBeVisible();
  await page.getByRole('textbox', { name: 'Quoi de neuf, Inès ?' }).fill('Quarante portes <b>ce matin</b> !');
  await page.getByText('Ajouter un lien').click();
  await page.getByRole('textbox', { name: 'Un lien' }).fill('exemple.test/cantines?page=2');
  await page.getByRole('button', { name: 'Partager' }).click();
  await expect(page.getByText('Quarante portes <b>ce matin</b> !')).toBeVisible();

  const theirs = await openPage(friend);
  await theirs.goto('/');
  await expect(theirs.getByText('Quarante portes <b>ce matin</b> !')).toBeVisible();
  await expect(theirs.getByRole('link', { name: 'exemple.test', exact: true })).toHaveAttribute('href', 'https://exemple.test/cantines?page=2');
  await expect(theirs.getByRole('button', { name: 'Retirer' })).toHaveCount(0);
  await theirs.getByRole('link', { name: 'Signaler ce message' }).click();
  await expect(theirs.getByLabel('Adresse de la page')).toHaveValue(new RegExp(`^/membres/${me.id}/mur`));

  await page.getByRole('button', { name: 'Retirer' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Oui' }).click();
  await expect(page.getByText('C’est retiré.')).toBeVisible();
  await expect(page.getByText('Quarante portes')).toHaveCount(0);
});

test('C03 a link that is none is refused, and what was typed stays', async ({ people, site }) => {
  const me = await people.member();
  const { cookie, csrf } = await formToken(site.baseURL, await sessionCookie(site.db, me.id));
  const share = (fields: Record<string, string>) => http(site.baseURL, '/fil', { method: 'POST', cookie, body: new URLSearchParams({ csrf, ...fields }).toString() });
  for (const link of ['javascript:alert(1)', 'data:text/html,x', 'https://', 'pas un lien'])
    await expect(share({ text: 'Bonjour', link })).resolves.toMatchObject({ status: 422, body: expect.stringContaining('Vérifie ce lien') });
  await expect(share({ text: 'é'.repeat(2001) })).resolves.toMatchObject({ status: 422 });
  expect((await share({ text: 'é'.repeat(2000) })).status).toBe(303);
});

test('C03 what several did is told once, and what one does much is counted', async ({ openPage, people, site }) => {
  const me = await people.member();
  const group = await site.db.value<number>(`insert into space (kind, parent_id, name) select 'group', id, 'Écoles et cantines' from space where kind = 'national' returning id`);
  await site.db.rows('insert into group_profile (space_id) values ($1)', group);
  const friends = [];
  for (const firstName of ['Anna', 'Malik', 'Rose', 'Théo']) friends.push(await people.member({ firstName, lastName: 'Martin' }));
  for (const friend of friends) {
    await bind(site.db, me, friend);
    await site.db.rows('insert into membership (space_id, member_id) values ($1, $2)', group, friend.id);
  }
  for (let i = 0; i < 25; ++i) await site.db.rows(`insert into activity (kind, member_id, body) values ('status', $1, $2)`, friends[0].id, `Mot ${i}.`);
  const page = await openPage(me);
  await page.goto('/');
  const feed = page.locator('#fil');
  await expect(feed.getByText('Théo Martin et 3 autres ont rejoint le groupe Écoles et cantines')).toBeVisible();
  await expect(feed.getByText(/Mot \d+\./)).toHaveCount(3);
  await expect(feed.getByRole('link', { name: /\d+ autres nouvelles/ })).toHaveAttribute('href', `/membres/${friends[0].id}/mur`);
  await expect(feed.getByText('Tu as 4 nouveaux coopains')).toBeVisible();
});

test('C03 @live what is new is announced and counted, and nothing moves until I ask', async ({ openPage, people, site }) => {
  const me = await people.member(), friend = await people.member(), stranger = await people.member();
  await bind(site.db, me, friend);
  const page = await openPage(me);
  await page.goto('/fil');
  const entries = page.locator('.entry');
  await expect(entries).toHaveCount(1);
  await page.waitForTimeout(500); // the connection stands
  const say = (who: Member, body: string) => site.db.rows(`insert into activity (kind, member_id, body) values ('status', $1, $2)`, who.id, body);
  await say(friend, 'Un.');
  await say(stranger, 'Hors de ton fil.');
  await expect(page.getByRole('link', { name: '1 nouveauté' })).toBeVisible();
  await say(friend, 'Deux.');
  await say(friend, 'Trois.');
  await expect(page.getByRole('link', { name: '3 nouveautés' })).toBeVisible();
  await expect(entries).toHaveCount(1);
  await page.getByRole('link', { name: '3 nouveautés' }).click();
  await expect(page.getByText('Trois.')).toBeVisible();
  await expect(page.getByText('Hors de ton fil.')).toHaveCount(0);
  await expect(page.getByRole('link', { name: /nouveauté/ })).toBeHidden();
});

test('C03 page after page of the feed, each entry stands once', async ({ openPage, people, site }) => {
  const me = await people.member();
  for (let i = 0; i < 12; ++i) {
    const friend = await people.member();
    await bind(site.db, me, friend);
    for (let k = 0; k < 5; ++k) await site.db.rows(`insert into activity (kind, member_id, body) values ('status', $1, $2)`, friend.id, `Mot ${i}-${k}.`);
  }
  const page = await openPage(me);
  await page.goto('/fil');
  const said: string[] = [];
  for (let pages = 0; pages < 10; ++pages) {
    said.push(...await page.locator('.said').allTextContents());
    const next = page.getByRole('link', { name: /Suivant/ });
    if (await next.count() === 0) break;
    const before = page.url();
    await next.click();
    await expect(page).not.toHaveURL(before);
  }
  expect(new Set(said).size).toBe(said.length);
  expect(said.length).toBeGreaterThan(30); // the rest of those who said more than three things is counted
});

test('B04 on the wall of whom I see I write; its owner and I can take it away', async ({ openPage, people }) => {
  const section = await people.section();
  const me = await people.member({ section }), rose = await people.member({ section, firstName: 'Rose' });
  const page = await openPage(me);
  for (const who of ['author', 'owner'] as const) {
    await page.goto(`/membres/${rose.id}/mur`);
    await page.getByRole('textbox', { name: 'Écrire sur le mur de Rose' }).fill(`Bravo, dit à l’${who} !`);
    await page.getByRole('button', { name: 'Écrire sur son mur' }).click();
    await expect(page.getByText(`Bravo, dit à l’${who} !`)).toBeVisible();
    const remover = who === 'author' ? page : await openPage(rose);
    await remover.goto(`/membres/${rose.id}/mur`);
    await remover.getByRole('button', { name: 'Retirer' }).first().click();
    await remover.getByRole('dialog').getByRole('button', { name: 'Oui' }).click();
    await expect(remover.getByText('C’est retiré.')).toBeVisible();
    await expect(remover.getByText('Bravo')).toHaveCount(0);
  }
});

test('B04 the wall of a hidden person answers as if it had never been, and theirs is not written on by whom they cannot see', async ({ openPage, people, site }) => {
  const hidden = await people.member({ visibility: 'secretary' }), other = await people.member({ firstName: 'Malik' });
  const cookie = await sessionCookie(site.db, other.id);
  expect((await http(site.baseURL, `/membres/${hidden.id}/mur`, { cookie })).status).toBe(404);
  const page = await openPage(hidden);
  await page.goto(`/membres/${other.id}/mur`);
  await expect(page.getByText('il faut que Malik puisse voir ton profil')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Écrire sur son mur' })).toHaveCount(0);
});

test('B04 @live my profile shows my wall, and tells me when somebody writes there', async ({ openPage, people, site }) => {
  const section = await people.section();
  const me = await people.member({ section }), rose = await people.member({ section, firstName: 'Rose' });
  const mine = await openPage(me);
  await mine.goto(`/membres/${me.id}`);
  await expect(mine.getByRole('heading', { name: 'Mon mur' })).toBeVisible();
  await mine.waitForTimeout(500); // the connection stands
  const theirs = await openPage(rose);
  await theirs.goto(`/membres/${me.id}`);
  await theirs.getByRole('textbox', { name: /Écrire sur le mur/ }).fill('Coucou toi.');
  await theirs.getByRole('button', { name: 'Écrire sur son mur' }).click();
  await expect(theirs.getByText('Coucou toi.')).toBeVisible();
  await expect(theirs).toHaveURL(new RegExp(`/membres/${me.id}$`));
  await mine.getByRole('link', { name: '1 nouveauté' }).click();
  await expect(mine.getByText('Coucou toi.')).toBeVisible();
  expect(await site.db.value('select count(*) from activity where kind = $1 and other_id = $2', 'wall', me.id)).toBe(1);
});
