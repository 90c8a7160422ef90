// A telephone with an authenticator app (oathtool), and the way through the pages that ask for it.
import { execFileSync } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, type Page } from '@playwright/test';
import type { Member } from './people';

const STEP = 30_000, ENOUGH = 5_000; // ms

/** The app's code, `steps` from now; waits when the next step is about to begin. */
export async function code(secret: string, steps = 0): Promise<string> {
  const left = STEP - Date.now() % STEP;
  if (left < ENOUGH) await pause(left);
  const when = new Date(Date.now() + steps * STEP).toISOString().replace('T', ' ').slice(0, 19);
  return execFileSync('oathtool', ['--totp', '--base32', '--now', `${when} UTC`, secret], { encoding: 'utf8' }).trim();
}

export async function fillSignIn(page: Page, member: Member): Promise<void> {
  await page.goto('/');
  await page.getByLabel(/^Courriel/).fill(member.email);
  await page.getByLabel(/^Mot de passe/).fill(member.password);
  await page.getByRole('button', { name: 'Se connecter' }).click();
}

export async function givePassword(page: Page, member: Member): Promise<void> {
  await page.goto('/compte/deux-etapes');
  await page.getByLabel(/^Mot de passe/).fill(member.password);
  await page.getByRole('button', { name: 'Continuer' }).click();
  await expect(page.getByRole('heading', { name: 'D’abord, ton mot de passe' })).toBeHidden();
}

/** Adds an app as a person does; its secret, and the codes that were shown. */
export async function addApp(page: Page, member: Member): Promise<{ secret: string; codes: string[] }> {
  await givePassword(page, member);
  await page.getByRole('button', { name: 'Ajouter une application' }).click();
  const secret = (await page.locator('.otp-key').innerText()).replaceAll(' ', '');
  await page.getByLabel(/^Le code à six chiffres/).fill(await code(secret, -1));
  await page.getByRole('button', { name: 'Activer' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mes codes de secours');
  return { secret, codes: await page.getByLabel('Codes de secours').getByRole('listitem').allInnerTexts() };
}

/** Adds a passkey of Chromium's virtual authenticator, which answers for that page from then on. */
export async function addKey(page: Page, member: Member): Promise<void> {
  const authenticator = await page.context().newCDPSession(page);
  await authenticator.send('WebAuthn.enable');
  await authenticator.send('WebAuthn.addVirtualAuthenticator', { options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true } });
  await givePassword(page, member);
  await page.getByRole('button', { name: 'Ajouter une clé d’accès' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mes codes de secours');
}
