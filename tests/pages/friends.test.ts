// A13: «Inviter un ami».
import { expect, test } from '../support/test';
import { expectNoAxeViolations, expectNoSidewaysScroll } from '../support/accessibility';
import { newAddress } from '../support/invitations';
import type { Page } from '@playwright/test';

test.use({ settings: { COOPOL_FRIEND_INVITATIONS: '2' } });

async function invite(page: Page, email: string, words = ''): Promise<void> {
  await page.goto('/inviter');
  await page.getByLabel(/^Son courriel/).fill(email);
  await page.getByLabel(/^Un mot de toi/).fill(words);
  await page.getByRole('button', { name: 'Inviter', exact: true }).click();
}
test.beforeEach(({ site }) => site.db.rows(`insert into phase (space_id, phase) select id, 'limited' from space where kind = 'national' on conflict (space_id) do update set phase = 'limited'`));
test.afterEach(({ site }) => site.db.rows('delete from phase'));

test('A13 a friend who is invited comes in, and whoever invited is counted as having recruited', async ({ page, openPage, people, signIn, mailbox, site }) => {
  const member = await people.member(), email = newAddress();
  await signIn(page, member);
  await page.goto('/compte');
  await page.getByRole('link', { name: 'Inviter un ami' }).click();
  await expectNoAxeViolations(page);
  await invite(page, email, 'On frappe aux portes samedi, viens !');
  await expect(page.getByText('Ton invitation est partie.')).toBeVisible();
  await expectNoAxeViolations(page);
  await expectNoSidewaysScroll(page);
  const mail = await mailbox.waitFor(email, `${member.name} t’invite`);
  expect(mail.text).toContain('On frappe aux portes samedi');

  const visitor = await openPage();
  await visitor.goto(mail.link(/rejoindre/));
  await expect(visitor.getByRole('main')).toContainText(`${member.name} t’attend.`);
  await expectNoAxeViolations(visitor);
  await visitor.getByLabel(/^Prénom/).fill('Nora');
  await visitor.getByRole('textbox', { name: 'Nom', exact: true }).fill('Benali');
  await visitor.getByLabel('J’ai lu la charte').check();
  await visitor.getByLabel(/^Mot de passe/).fill('le hérisson gobe trois brugnons');
  await visitor.getByRole('button', { name: 'Entrer' }).click();
  await expect(visitor).toHaveURL(/bienvenue/);
  expect(await site.db.value('select recruited_by from member m join account a on a.member_id = m.id where a.email = $1', email)).toBe(member.id);
  await page.goto('/inviter');
  await expect(page.getByRole('link', { name: 'Nora Benali' })).toBeVisible();
  const late = await openPage();
  await late.goto(mail.link(/rejoindre/));
  await expect(late.getByRole('heading', { level: 1 })).toHaveText('Ce lien ne fonctionne pas');
});

test('A13 the same answer whether or not the address has an account; its owner alone learns of it', async ({ page, people, signIn, mailbox }) => {
  const member = await people.member(), known = await people.member(), free = newAddress();
  await signIn(page, member);
  const looks: string[] = [];
  for (const email of [free, known.email]) {
    await invite(page, email);
    await expect(page.getByText('Ton invitation est partie.')).toBeVisible();
    looks.push((await page.locator('main').getByRole('listitem').filter({ hasText: email }).innerText()).replaceAll(email, '…'));
  }
  expect(looks[1]).toBe(looks[0]);
  const mail = await mailbox.waitFor(known.email, `${member.name} t’invite`);
  expect(mail.text).toContain('Tu y es déjà');
  expect(mail.links.some((link) => link.includes('rejoindre'))).toBe(false);
});

test('A13 only so many wait; one that is withdrawn leads nowhere, one that is sent again replaces the former', async ({ page, people, signIn, mailbox, site, openPage }) => {
  const member = await people.member(), other = await people.member();
  await signIn(page, member);
  const [first, second, third] = [newAddress(), newAddress(), newAddress()];
  await invite(page, first);
  const link = (await mailbox.waitFor(first)).link(/rejoindre/);
  await invite(page, first);
  await expect(page.getByText('Tu as déjà invité cette adresse.').first()).toBeVisible();
  await invite(page, second);
  await invite(page, third, 'un mot gardé');
  await expect(page.getByText('Tu as assez d’invitations en attente.').first()).toBeVisible();
  await expect(page.getByLabel(/^Un mot de toi/)).toHaveValue('un mot gardé');
  expect(await site.db.value('select count(*) from friend_invitation where member_id = $1', member.id)).toBe(2);

  await page.goto('/inviter');
  await expect(page.getByRole('button', { name: 'Relancer' }), 'not on the same day').toHaveCount(0);
  await site.db.rows(`update friend_invitation set sent_at = now() - interval '2 days' where email = $1`, second);
  const before = (await mailbox.waitFor(second)).link(/rejoindre/);
  await page.reload();
  await page.getByRole('button', { name: 'Relancer' }).click();
  await expect(page.getByText('Ton invitation est repartie.')).toBeVisible();
  const after = (await mailbox.waitFor(second)).link(/rejoindre/);
  const visitor = await openPage();
  expect([(await visitor.goto(before))!.status(), (await visitor.goto(after))!.status()]).toEqual([404, 200]);

  const id = await site.db.value('select id from friend_invitation where email = $1', first);
  const stranger = await openPage(other);
  await stranger.goto('/inviter');
  await stranger.evaluate((friend) => { const form = document.querySelector<HTMLFormElement>('form[action="/inviter"]')!; form.action = `/inviter/${friend}/retirer`; form.submit(); }, id);
  await expect(stranger).toHaveURL(/inviter$/);
  expect(await site.db.value('select count(*) from friend_invitation where id = $1', id), 'not a stranger’s to withdraw').toBe(1);
  await page.getByRole('listitem').filter({ hasText: first }).getByRole('button', { name: 'Retirer' }).click();
  await expect(page.getByText('Cette invitation est retirée.')).toBeVisible();
  expect((await visitor.goto(link))!.status()).toBe(404);
});

test('A13 where the phase does not allow it nobody invites', async ({ page, people, signIn, site }) => {
  const section = await people.section();
  await site.db.rows(`insert into phase (space_id, phase) values ($1, 'members')`, section.federationId);
  const member = await people.member({ section });
  await signIn(page, member);
  await page.goto('/compte');
  await expect(page.getByRole('link', { name: 'Inviter un ami' })).toHaveCount(0);
  await page.goto('/inviter');
  await expect(page.getByText('Pas encore ici.')).toBeVisible();
  await expectNoAxeViolations(page);
});
