import { Database } from './database';
import { Server } from './server';
import { expect, test } from './test';

test('a member made up for the test is let in where a visitor is not', async ({ page, people, openPage, site }) => {
  const alix = await people.member({ section: await people.section() });
  const members = await openPage(alix);
  expect((await members.goto('/membres'))!.status()).toBe(200);
  await expect(members.getByRole('heading', { level: 1 })).toBeVisible();
  await page.goto('/membres');
  expect(new URL(page.url()).pathname).not.toBe('/membres');
  expect(await site.db.value('select count(*) from session where member_id = $1', alix.id)).toBe(1);
});

test('the form of signing in takes the password of people made up for tests', async ({ page, people }) => {
  const alix = await people.member({ section: await people.section() });
  await page.goto('/');
  await page.getByLabel('Courriel').fill(alix.email);
  await page.getByRole('textbox', { name: 'Mot de passe' }).fill(alix.password);
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await expect(page.locator('body')).toContainText(alix.firstName);
});

test('a server stops well, and comes back after having been killed', async () => {
  const database = await Database.create();
  const server = await Server.start(database);
  const health = () => fetch(`http://127.0.0.1:${server.port}/sante`).then((answer) => answer.status);
  await server.kill();
  await expect(health()).rejects.toThrow();
  await server.start();
  expect(await health()).toBe(200);
  await server.stop();
  await expect(health()).rejects.toThrow();
  await database.drop();
});

test('a server that cannot start says why', async () => {
  const database = await Database.create();
  await expect(Server.start(database, { COOPOL_BASE_URL: 'nonsense' })).rejects.toThrow(/COOPOL_BASE_URL/);
  await database.drop();
});
