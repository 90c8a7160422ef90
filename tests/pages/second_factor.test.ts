// A07: the second factor, from setting it up to signing in with it; oathtool is the telephone, Chromium's virtual authenticator the key.
import { createReadStream } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/test';
import { expectNoAxeViolations, expectNoSidewaysScroll } from '../support/accessibility';
import { addApp, addKey, code, fillSignIn, givePassword } from '../support/second_factor';

const signedIn = (page: Page) => expect(page.getByRole('button', { name: 'Se déconnecter' }).first()).toBeAttached();

test('A07 an app is set up from the picture, and signs in; a code serves once', async ({ page, openPage, people, signIn, site, mailbox }) => {
  const member = await people.member();
  await signIn(page, member);
  await page.goto('/compte');
  await page.getByRole('link', { name: 'Activer les deux étapes' }).click();
  await expect(page.getByRole('button', { name: 'Ajouter une application' }), 'asks for the password').toHaveCount(0);
  await page.getByLabel(/^Mot de passe/).fill('au hasard');
  await page.getByRole('button', { name: 'Continuer' }).click();
  await expect(page.getByRole('alert')).toContainText('Ce n’est pas ton mot de passe');
  await givePassword(page, member);
  await page.getByRole('button', { name: 'Ajouter une application' }).click();
  await expect(page.getByRole('img', { name: 'Code à scanner' })).toBeVisible();
  await expectNoAxeViolations(page);
  await expectNoSidewaysScroll(page);
  await page.getByLabel(/^Le code à six chiffres/).fill('000000');
  await page.getByRole('button', { name: 'Activer' }).click();
  await expect(page.getByText('Ce n’est pas le code du moment.').first()).toBeVisible();
  expect(await site.db.value('select count(*) from totp where since is not null and member_id = $1', member.id)).toBe(0);
  const secret = (await page.locator('.otp-key').innerText()).replaceAll(' ', '');
  const first = await code(secret, -1);
  await page.getByLabel(/^Le code à six chiffres/).fill(first);
  await page.getByRole('button', { name: 'Activer' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mes codes de secours');
  await expectNoAxeViolations(page);
  await mailbox.waitFor(member.email, 'Ta connexion passe par une application');
  const sealed = await site.db.value<Buffer>('select secret from totp where member_id = $1', member.id);
  expect(sealed.length, 'sealed').toBeGreaterThan(20);

  const elsewhere = await openPage();
  await fillSignIn(elsewhere, member);
  await expect(elsewhere.getByRole('heading', { level: 1 })).toHaveText('Seconde étape');
  expect((await elsewhere.context().cookies()).map(({ name }) => name), 'no session before the second step').not.toContain('__Host-session');
  await expectNoAxeViolations(elsewhere);
  await expectNoSidewaysScroll(elsewhere);
  await elsewhere.getByLabel(/^Le code de ton application/).fill(first);
  await elsewhere.getByRole('button', { name: 'Entrer', exact: true }).click();
  await expect(elsewhere.getByText('il a déjà servi')).toBeVisible();
  const second = await code(secret);
  await elsewhere.getByLabel(/^Le code de ton application/).fill(second);
  await elsewhere.getByRole('button', { name: 'Entrer', exact: true }).click();
  await signedIn(elsewhere);

  const again = await openPage();
  await fillSignIn(again, member);
  await again.getByLabel(/^Le code de ton application/).fill(second);
  await again.getByRole('button', { name: 'Entrer', exact: true }).click();
  await expect(again.getByText('il a déjà servi')).toBeVisible();
});

test('A07 a recovery code stands in for the app, once, and the owner is told', async ({ page, openPage, people, signIn, mailbox, site }) => {
  const member = await people.member();
  await signIn(page, member);
  const { codes } = await addApp(page, member);
  expect(codes).toHaveLength(10);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Télécharger' }).click();
  let file = '';
  for await (const part of createReadStream(await (await download).path(), 'utf8')) file += part;
  for (const one of codes) expect(file).toContain(one);
  expect(await site.db.value('select count(*) from recovery_code where member_id = $1 and encode(code_hash, \'escape\') like $2', member.id, `%${codes[0]}%`)).toBe(0);

  for (const [typed, comesIn] of [[codes[3].toUpperCase(), true], [codes[3], false]] as const) {
    const elsewhere = await openPage();
    await fillSignIn(elsewhere, member);
    await elsewhere.getByText('Téléphone ou clé perdus ?').click();
    await elsewhere.getByLabel(/^Un de tes codes de secours/).fill(typed);
    await elsewhere.getByRole('button', { name: 'Entrer avec ce code' }).click();
    if (comesIn) await signedIn(elsewhere);
    else await expect(elsewhere.getByText('il a déjà servi')).toBeVisible();
  }
  await mailbox.waitFor(member.email, 'Un code de secours a servi');
  await page.goto('/compte/deux-etapes');
  await expect(page.getByText('Il t’en reste 9 sur dix')).toBeVisible();
});

test('A07 five failures end the step, the owner learns that the password is known, and another browser cannot go on with it', async ({ page, openPage, people, signIn, mailbox }) => {
  const member = await people.member();
  await signIn(page, member);
  await addApp(page, member);
  const attacker = await openPage();
  await fillSignIn(attacker, member);
  await expect(attacker.getByRole('heading', { level: 1 })).toHaveText('Seconde étape');
  const borrowed = await openPage();
  await borrowed.goto(attacker.url());
  await expect(borrowed.getByText('Recommence avec ton mot de passe')).toBeVisible();
  for (let i = 0; i < 5; ++i) {
    await attacker.getByLabel(/^Le code de ton application/).fill(`00000${i}`);
    await attacker.getByRole('button', { name: 'Entrer', exact: true }).click();
    if (i < 4) await expect(attacker.getByText('Ce n’est pas le bon code')).toBeVisible();
  }
  await expect(attacker.getByText('Recommence avec ton mot de passe')).toBeVisible();
  await mailbox.waitFor(member.email, 'Quelqu’un connaît ton mot de passe');
});

test('A07 a new password by mail does not open an account that has a second factor', async ({ page, openPage, people, signIn, mailbox }) => {
  const member = await people.member();
  await signIn(page, member);
  const { secret } = await addApp(page, member);
  const other = await openPage();
  await other.goto('/mot-de-passe/oubli');
  await other.getByLabel(/^Courriel/).fill(member.email);
  await other.getByRole('button', { name: 'Recevoir le courriel' }).click();
  await other.goto((await mailbox.waitFor(member.email, 'Choisir un nouveau mot de passe')).link(/nouveau/));
  await other.getByLabel(/^Nouveau mot de passe/).fill('tournesol carafe brouette');
  await other.getByRole('button', { name: 'Enregistrer' }).click();
  await fillSignIn(other, { ...member, password: 'tournesol carafe brouette' });
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Seconde étape');
  await other.getByLabel(/^Le code de ton application/).fill(await code(secret));
  await other.getByRole('button', { name: 'Entrer', exact: true }).click();
  await signedIn(other);
});

test('A07 taking the app away asks for the password, takes the codes with it, and is told by mail', async ({ page, openPage, people, signIn, site, mailbox }) => {
  const member = await people.member();
  await signIn(page, member);
  await addApp(page, member);
  await site.db.rows(`update session set confirmed_at = now() - interval '16 minutes' where member_id = $1`, member.id);
  await page.goto('/compte/deux-etapes');
  await expect(page.getByRole('button', { name: 'Retirer' })).toHaveCount(0);
  await givePassword(page, member);
  await page.getByRole('button', { name: 'Retirer' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Oui' }).click();
  await expect(page.getByText('Cette application ne sert plus')).toBeVisible();
  await mailbox.waitFor(member.email, 'ne passe plus par ton application');
  expect(await site.db.value('select count(*) from recovery_code where member_id = $1', member.id)).toBe(0);
  const elsewhere = await openPage();
  await fillSignIn(elsewhere, member);
  await signedIn(elsewhere);
});

test('A07 a passkey is added, and signs in (Chromium’s virtual authenticator)', async ({ page, people, signIn, site, mailbox }) => {
  const member = await people.member();
  await signIn(page, member);
  await addKey(page, member);
  await mailbox.waitFor(member.email, 'Une clé d’accès a été ajoutée');
  await page.getByRole('link', { name: 'Je les ai gardés' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'ajoutée le' })).toHaveCount(1);
  await expectNoAxeViolations(page);
  expect(await site.db.value('select algorithm from passkey where member_id = $1', member.id)).toBe(-7);

  await page.getByRole('button', { name: 'Se déconnecter' }).first().click();
  await fillSignIn(page, member);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Seconde étape');
  await expectNoAxeViolations(page);
  await page.getByRole('button', { name: 'Utiliser ma clé d’accès' }).click();
  await signedIn(page);
  expect(await site.db.value('select count(*) from passkey where member_id = $1 and last_used_at is not null', member.id)).toBe(1);
});

test('A07 an answer of a passkey serves once, for its challenge', async ({ page, people, signIn }) => {
  const member = await people.member();
  await signIn(page, member);
  const authenticator = await page.context().newCDPSession(page);
  await authenticator.send('WebAuthn.enable');
  await authenticator.send('WebAuthn.addVirtualAuthenticator', { options: { protocol: 'ctap2', transport: 'usb', automaticPresenceSimulation: true } });
  await givePassword(page, member);
  await page.getByRole('button', { name: 'Ajouter une clé d’accès' }).click();
  await page.getByRole('link', { name: 'Je les ai gardés' }).click();
  await page.getByRole('button', { name: 'Se déconnecter' }).first().click();

  await fillSignIn(page, member);
  let answer = '';
  await page.route(/\/connexion\/.*\/cle$/, (route) => { answer = route.request().postData()!; return route.abort(); });
  await page.getByRole('button', { name: 'Utiliser ma clé d’accès' }).click();
  await expect.poll(() => answer).not.toBe('');
  await page.unroute(/\/connexion\/.*\/cle$/);

  // Its challenge is taken back by the next one.
  await fillSignIn(page, member);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Seconde étape');
  const path = new URL(page.url()).pathname;
  const { before, after } = await page.evaluate(async ({ path, answer }) => {
    const csrf = document.querySelector<HTMLMetaElement>('meta[name="csrf-token"]')!.content;
    const body = new URLSearchParams(answer);
    body.set('csrf', csrf);
    const send = async () => (await fetch(`${path}/cle`, { method: 'POST', body })).status;
    const before = await send();
    await fetch(`${path}/defi`, { method: 'POST', body: new URLSearchParams({ csrf }) });
    body.set('again', '1'); // not the very same form
    return { before, after: await send() };
  }, { path, answer });
  expect([before, after]).toEqual([422, 422]);
});

test('A07 a passkey alone signs in whom the device knows, once, in the browser that was asked', async ({ page, people, signIn, openPage, site }) => {
  const member = await people.member();
  await signIn(page, member);
  const authenticator = await page.context().newCDPSession(page);
  await authenticator.send('WebAuthn.enable');
  const { authenticatorId } = await authenticator.send('WebAuthn.addVirtualAuthenticator', { options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true } });
  await givePassword(page, member);
  await page.getByRole('button', { name: 'Ajouter une clé d’accès' }).click();
  await page.getByRole('link', { name: 'Je les ai gardés' }).click();
  const signOut = () => page.getByRole('button', { name: 'Se déconnecter' }).first().click();
  const byKey = page.getByRole('button', { name: 'Entrer avec une clé d’accès' });
  await signOut();
  await page.goto('/agenda');
  let answer = '';
  page.on('request', (request) => { if (request.url().endsWith('/connexion/cle')) answer = request.postData()!; });
  await byKey.click();
  await expect(page, 'where they were going').toHaveURL(/agenda/);
  await signedIn(page);

  // The same again, here and elsewhere, and what was signed for another site or without the owner.
  const refusals = async (where: Page, body: string) => {
    await where.goto('/');
    return where.evaluate(async (body) => {
      const csrf = document.querySelector<HTMLMetaElement>('meta[name="csrf-token"]')!.content, form = new URLSearchParams(body);
      form.set('csrf', csrf);
      const sent = await fetch('/connexion/cle', { method: 'POST', body: form });
      const words = new DOMParser().parseFromString(await sent.text(), 'text/html').querySelector('main')!.textContent!.replaceAll(/\s+/g, ' ');
      return `${sent.status} ${words}`;
    }, body);
  };
  await signOut();
  await expect(page.getByRole('heading', { name: 'Se connecter' })).toBeVisible();
  const unknown = new URLSearchParams(answer), elsewhere = new URLSearchParams(answer);
  unknown.set('credential', 'AAAAAAAAAAAAAAAAAAAAAA');
  elsewhere.set('client_data', Buffer.from(Buffer.from(answer.match(/client_data=([^&]+)/)![1], 'base64url').toString().replace(/"origin":"[^"]+"/, '"origin":"https://ailleurs.example"')).toString('base64url'));
  const told = [await refusals(page, answer), await refusals(await openPage(), answer), await refusals(page, unknown.toString()), await refusals(page, elsewhere.toString())];
  expect(told[0]).toMatch(/^422 .*Cette clé ne suffit pas/);
  expect(new Set(told).size, 'one answer to all').toBe(1);

  await page.goto('/');
  await page.route(/\/connexion\/cle$/, (route) => {
    const form = new URLSearchParams(route.request().postData()!), data = Buffer.from(form.get('authenticator_data')!, 'base64url');
    data[32] &= ~4; // says that it did not verify its owner
    form.set('authenticator_data', data.toString('base64url'));
    return route.continue({ postData: form.toString() });
  });
  await byKey.click();
  await expect(page.getByText('Cette clé ne suffit pas')).toBeVisible();
  await page.unroute(/\/connexion\/cle$/);
  await authenticator.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
  await byKey.click();
  await expect(page.getByText('La clé n’a pas répondu.'), 'the device refuses').toBeVisible();
  expect(await site.db.value('select count(*) from session where member_id = $1', member.id)).toBe(0);
});
