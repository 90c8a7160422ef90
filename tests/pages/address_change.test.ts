// A07: another address to sign in with, and sessions that end at once.
import { expect, test } from '../support/test';
import { expectNoAxeViolations } from '../support/accessibility';
import { newAddress } from '../support/invitations';
import { http } from '../support/http';
import type { Page, WebSocket } from '@playwright/test';
import type { Member } from '../support/people';

async function ask(page: Page, member: Member, address: string): Promise<void> {
  await page.goto('/compte');
  await page.getByText('Changer d’adresse').first().click();
  await page.getByLabel(/^Nouvelle adresse/).fill(address);
  await page.getByLabel(/^Ton mot de passe/).fill(member.password);
  await page.getByRole('button', { name: 'Changer d’adresse' }).click();
  await expect(page.getByText('un lien t’y attend')).toBeVisible();
}
const address = (page: Page) => page.locator('main .panel').filter({ hasText: 'Mon courriel' }).locator('strong');

test('A07 an address changes once it is confirmed, by a button; the former one is told twice', async ({ page, openPage, people, signIn, mailbox, site }) => {
  const member = await people.member(), wanted = newAddress();
  await signIn(page, member);
  await page.goto('/compte');
  await page.getByText('Changer d’adresse').first().click();
  await page.getByLabel(/^Nouvelle adresse/).fill(wanted);
  await page.getByLabel(/^Ton mot de passe/).fill('au hasard');
  await page.getByRole('button', { name: 'Changer d’adresse' }).click();
  await expect(page.getByText('Ce n’est pas ton mot de passe.')).toBeVisible();
  await expect(page.getByLabel(/^Nouvelle adresse/)).toHaveValue(wanted);
  await expectNoAxeViolations(page);

  await ask(page, member, wanted);
  await expect(page.getByText(`Un courriel est parti vers ${wanted}`)).toBeVisible();
  await mailbox.waitFor(member.email, 'Tu as demandé à changer d’adresse');
  const link = (await mailbox.waitFor(wanted, 'Confirme ta nouvelle adresse')).link(/nouvelle-adresse/);
  const scanner = await openPage();
  await scanner.goto(link);
  await expectNoAxeViolations(scanner);
  expect(await site.db.value('select email from account where member_id = $1', member.id), 'a visit changes nothing').toBe(member.email);
  await scanner.getByRole('button', { name: 'Confirmer cette adresse' }).click();
  await expect(scanner.getByText('Ta nouvelle adresse est confirmée.')).toBeVisible();
  await mailbox.waitFor(member.email, 'L’adresse de ton compte a changé');
  await page.reload();
  await expect(address(page)).toHaveText(wanted);
  expect((await scanner.goto(link))!.status()).toBe(410);
});

test('A07 the former address takes the account back: password, sessions and what was added since go', async ({ page, openPage, people, signIn, mailbox, site }) => {
  const member = await people.member(), wanted = newAddress();
  await signIn(page, member);
  await ask(page, member, wanted);
  const undo = (await mailbox.waitFor(member.email, 'Tu as demandé à changer')).link(/ancienne-adresse/);
  const thief = await openPage();
  await thief.goto((await mailbox.waitFor(wanted, 'Confirme')).link(/nouvelle-adresse/));
  await thief.getByRole('button', { name: 'Confirmer cette adresse' }).click();
  await site.db.rows(`insert into passkey (member_id, credential_id, algorithm, public_key, sign_count, name) values ($1, 'x', -7, 'y', 0, 'Voleur')`, member.id);
  const owner = await openPage();
  await owner.goto(undo);
  await expectNoAxeViolations(owner);
  await owner.getByRole('button', { name: 'Reprendre mon compte' }).click();
  await expect(owner.getByText('Ton adresse est de retour')).toBeVisible();
  const { email, password_hash: hash } = await site.db.row('select email, password_hash from account where member_id = $1', member.id);
  expect([email, hash]).toEqual([member.email, null]);
  expect(await site.db.value('select (select count(*) from session where member_id = $1) + (select count(*) from passkey where member_id = $1)', member.id)).toBe(0);
  await mailbox.waitFor(member.email, 'Choisir un nouveau mot de passe');
  expect((await owner.goto(undo))!.status()).toBe(410);
  await page.goto('/compte');
  await expect(page.getByRole('heading', { name: 'Se connecter' })).toBeVisible();
});

test('A07 an address that is somebody’s is answered the same, and its owner is told', async ({ page, people, signIn, mailbox, site }) => {
  const member = await people.member(), other = await people.member(), free = newAddress();
  await signIn(page, member);
  const looks: string[] = [];
  for (const wanted of [free, other.email]) {
    await ask(page, member, wanted);
    looks.push((await page.locator('main').innerText()).replaceAll(wanted, '…'));
  }
  expect(looks[1]).toBe(looks[0]);
  const told = await mailbox.waitFor(other.email, 'Quelqu’un a voulu utiliser ton adresse');
  expect(told.text).not.toContain('nouvelle-adresse');
  expect(told.text).not.toContain(member.email);
  const late = (await mailbox.waitFor(free, 'Confirme')).link(/nouvelle-adresse/);
  expect((await http(site.baseURL, new URL(late).pathname)).status, 'a later wish replaces it').toBe(410);
  await page.getByRole('button', { name: 'Garder mon adresse actuelle' }).click();
  await expect(page.getByText('Ton adresse reste la même.')).toBeVisible();
  await expect(address(page)).toHaveText(member.email);
});

test('A07 an address that was taken meanwhile can no longer be confirmed', async ({ page, people, signIn, mailbox, site }) => {
  const member = await people.member(), wanted = newAddress();
  await signIn(page, member);
  await ask(page, member, wanted);
  const link = (await mailbox.waitFor(wanted, 'Confirme')).link(/nouvelle-adresse/);
  await page.goto(link);
  await people.member({ email: wanted });
  await page.getByRole('button', { name: 'Confirmer cette adresse' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ce lien ne sert plus');
  expect(await site.db.value('select email from account where member_id = $1', member.id)).toBe(member.email);
});

test('A07 @live a device that is sent away loses its live connection within a second', async ({ page, openPage, people, signIn }) => {
  const member = await people.member();
  await signIn(page, member);
  const tablet = await openPage(member);
  const live = new Promise<WebSocket>((resolve) => tablet.once('websocket', (socket) => socket.once('framereceived', () => resolve(socket))));
  await tablet.goto('/agenda');
  const socket = await live;
  await page.goto('/compte');
  const closed = socket.waitForEvent('close', { timeout: 5_000 }).then(() => Date.now());
  const asked = Date.now();
  await page.getByRole('button', { name: 'Déconnecter', exact: true }).click();
  expect((await closed) - asked).toBeLessThan(1_000);
});
