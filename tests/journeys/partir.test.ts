// A12: a person leaves, and changes their mind. On a telephone.
import { expectNoAxeViolations, expectNoSidewaysScroll } from '../support/accessibility';
import { http, sessionCookie } from '../support/http';
import { addApp, code, fillSignIn } from '../support/second_factor';
import { expect, test } from '../support/test';

test.use({ viewport: { width: 390, height: 844 } });

const pathOf = (link: string) => new URL(link).pathname;

test('A12 I leave, find one page alone, and come back as I was', async ({ openPage, people, site, mailbox }) => {
  const me = await people.member({ firstName: 'Wilhelmine', lastName: 'Ouvrard' }), friend = await people.member();
  const page = await openPage(me);
  const { secret } = await addApp(page, me);
  await page.goto('/compte/mes-donnees');
  await page.getByRole('link', { name: 'Voir ce que cela fait' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Ce qui se passe' })).toBeVisible();
  await expectNoAxeViolations(page);
  await expectNoSidewaysScroll(page);
  const remove = page.getByRole('button', { name: 'Supprimer mon compte' });
  await page.getByLabel(/^Ton mot de passe/).fill(me.password);
  await page.getByLabel(/écris le mot/).fill('non');
  await remove.click();
  await expect(page.getByText('Écris le mot « supprimer ».').first()).toBeVisible();
  await expectNoAxeViolations(page);
  await page.getByLabel(/^Ton mot de passe/).fill(me.password);
  await page.getByLabel(/écris le mot/).fill('Supprimer');
  await remove.click();
  await expect(page.getByText('Ce n’est pas le bon code').first(), 'the second factor is asked for').toBeVisible();
  await page.getByLabel(/^Ton mot de passe/).fill(me.password);
  await page.getByLabel(/écris le mot/).fill('Supprimer');
  await page.getByLabel(/^Le code de ton application/).fill(await code(secret));
  await remove.click();
  await expect(page.getByText('Ton compte est fermé.').first()).toBeVisible();

  const found = async () => (await http(site.baseURL, `/membres/${me.id}`, { cookie: await sessionCookie(site.db, friend.id) })).status;
  expect(await found()).toBe(404);
  expect(await site.db.value('select count(*)::int from session where member_id = $1', me.id)).toBe(0);
  const mail = await mailbox.waitFor(me.email, 'sera effacé');
  await site.db.rows('delete from totp where member_id = $1', me.id); // the second step is another test's business

  await fillSignIn(page, me);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ton compte va être effacé');
  await expectNoAxeViolations(page);
  for (const elsewhere of ['/', '/membres', '/charte', '/compte/donnees', `/membres/${me.id}`]) {
    await page.goto(elsewhere);
    await expect(page.getByRole('heading', { level: 1 }), elsewhere).toHaveText('Ton compte va être effacé');
  }
  await page.getByRole('button', { name: 'Me déconnecter' }).click();
  await expect(page.getByRole('button', { name: 'Se connecter' })).toBeVisible();

  await page.goto(pathOf(mail.link(/garder-mon-compte/)));
  await page.getByRole('button', { name: 'Garder mon compte' }).click();
  await expect(page.getByText('Ton compte est gardé.').first()).toBeVisible();
  expect(await found()).toBe(200);
  await page.goto(pathOf(mail.link(/garder-mon-compte/)));
  await expect(page.getByRole('heading', { level: 1 }), 'once').toHaveText('Ce lien ne sert plus');
});
