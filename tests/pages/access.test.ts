// The way in, one page or behaviour at a time.
import { expect, test } from '../support/test';
import { expectNoAxeViolations, expectNoSidewaysScroll } from '../support/accessibility';
import { http, sessionCookie } from '../support/http';
import { invite, newAddress } from '../support/invitations';
import type { Page } from '@playwright/test';

const password = 'le hérisson gobe trois brugnons';

async function arrive(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel('J’ai lu la charte').check();
  await page.getByLabel(/^Mot de passe/).fill(password);
  await page.getByRole('button', { name: 'Entrer' }).click();
}

async function fillSignIn(page: Page, email: string, word: string): Promise<void> {
  await page.getByLabel(/^Courriel/).fill(email);
  await page.getByLabel(/^Mot de passe/).fill(word);
  await page.getByRole('button', { name: 'Se connecter' }).click();
}

test('A01 the visitor’s home says what La Coopol is, and lets in', async ({ page, people }) => {
  const member = await people.member();
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('On s’organise ici, on agit dehors.');
  await expect(page.getByRole('link', { name: 'Demander un nouveau mot de passe' })).toBeVisible();
  await expectNoAxeViolations(page);
  await expectNoSidewaysScroll(page);
  await fillSignIn(page, member.email, 'autre chose');
  await expect(page.getByText('ne vont pas ensemble')).toBeVisible();
  await expect(page.getByLabel(/^Courriel/)).toHaveValue(member.email);
  await expect(page.getByLabel(/^Mot de passe/)).toHaveValue('');
  await fillSignIn(page, member.email.toUpperCase(), member.password);
  await expect(page.getByRole('heading', { name: 'Se connecter' })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Se déconnecter' }).first()).toBeAttached();
});

test('A01 the button that shows what is typed stays when the form comes back', async ({ page }) => {
  await page.goto('/');
  await fillSignIn(page, 'qui@exemple.test', 'au hasard');
  await expect(page.getByText('ne vont pas ensemble')).toBeVisible();
  await page.getByLabel(/^Mot de passe/).fill('visible');
  await page.getByRole('button', { name: 'Montrer le mot de passe' }).click();
  await expect(page.getByLabel(/^Mot de passe/)).toHaveAttribute('type', 'text');
});

test('A01 the way in says what the phase allows', async ({ page, site }) => {
  const phase = (name: string) => site.db.rows(`insert into phase (space_id, phase) select id, $1 from space where kind = 'national'
    on conflict (space_id) do update set phase = excluded.phase`, name);
  const ways = page.getByRole('link', { name: /^S’inscrire$|^Se pré-inscrire$/ });
  await page.goto('/');
  await expect(ways).toHaveText('Se pré-inscrire');
  await phase('open');
  await page.goto('/');
  await expect(ways).toHaveText('S’inscrire');
  await phase('closed');
  await page.goto('/');
  await expect(ways).toHaveCount(0);
  expect((await http(site.baseURL, '/preinscription')).body).toContain('ouverte qu’aux personnes invitées');
  await site.db.rows('delete from phase');
});

test('A01 charter and legal notice are read without an account; nothing is indexable', async ({ page, site }) => {
  for (const [path, words] of [['/charte', 'Tes données personnelles'], ['/mentions-legales', 'Hébergement'], ['/contact', ''], ['/signaler', ''], ['/preinscription', ''], ['/mot-de-passe/oubli', ''], ['/mot-de-passe/envoye', '']]) {
    await page.goto(path);
    await expect(page.getByRole('main')).toContainText(words);
    await expectNoAxeViolations(page);
    await expectNoSidewaysScroll(page);
  }
  for (const path of ['/', '/charte', '/rien', '/membres', '/invitation/rien']) {
    const answer = await http(site.baseURL, path);
    expect(answer.headers['x-robots-tag'], path).toContain('noindex');
    if (answer.status !== 303) expect(answer.body, path).toContain('<meta name="robots" content="noindex');
  }
  expect((await http(site.baseURL, '/robots.txt')).body).toContain('Disallow: /');
});

test('A01 whoever asks for a page signs in and gets it, but is led to no other site', async ({ page, people }) => {
  const member = await people.member();
  await page.goto('/membres?q=zoe');
  await expect(page.getByText('Connecte-toi pour voir cette page.')).toBeVisible();
  await fillSignIn(page, member.email, member.password);
  await expect(page).toHaveURL(/\/membres\?q=zoe$/);
  for (const away of ['//exemple.test/piege', 'https://exemple.test/', '/\\exemple.test']) {
    await page.context().clearCookies();
    await page.goto(`/?retour=${encodeURIComponent(away)}`);
    await fillSignIn(page, member.email, member.password);
    await expect(page.getByRole('button', { name: 'Se déconnecter' }).first()).toBeAttached();
    expect(new URL(page.url()).pathname).toBe('/');
  }
});

test('A01 a session that has ended leads back to the front, without a loop', async ({ page, people, signIn, site }) => {
  const member = await people.member();
  await signIn(page, member);
  await site.db.rows('delete from session where member_id = $1', member.id);
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Se connecter' })).toBeVisible();
  expect((await page.context().cookies()).map((cookie) => cookie.name)).not.toContain('__Host-session');
});

test('A01 whoever signs out leaves no page behind', async ({ page, people, signIn, site }) => {
  const member = await people.member();
  await signIn(page, member);
  await page.goto('/compte');
  await page.getByRole('link', { name: 'Tous les membres' }).first().click();
  await expect(page).toHaveURL(/membres/);
  await page.getByRole('button', { name: 'Se déconnecter' }).first().click();
  await expect(page.getByText('À bientôt')).toBeVisible();
  expect(await site.db.value('select count(*) from session where member_id = $1', member.id)).toBe(0);
  for (let step = 0; step < 2; ++step) {
    await page.goBack();
    await expect(page.getByRole('heading', { name: 'Se connecter' })).toBeVisible();
    await expect(page.getByText(member.email)).toHaveCount(0);
  }
});

test('A03 an older link says kindly that a newer mail was sent, and when', async ({ page, people, site }) => {
  const { id, link } = await invite(site, { email: newAddress(), section: await people.section() });
  await site.db.rows(`update invitation set sends = 2, last_sent_at = '2026-01-14 09:30+01' where id = $1`, id);
  expect((await page.goto(link))!.status()).toBe(410);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Un courriel plus récent t’attend');
  await expect(page.getByRole('main')).toContainText(/14.janv\..*9.h.30/);
  await expect(page.getByRole('main')).not.toContainText('Vasseur');
  await expectNoAxeViolations(page);
});

test('A03 a link that has served leads to signing in; one cut short says so', async ({ page, openPage, people, site }) => {
  const { link } = await invite(site, { email: newAddress(), section: await people.section() });
  await arrive(page, link);
  await expect(page).toHaveURL(/bienvenue/);
  const late = await openPage();
  expect((await late.goto(link))!.status()).toBe(410);
  await expect(late.getByRole('heading', { level: 1 })).toHaveText('Cette invitation a déjà servi');
  await late.getByRole('link', { name: 'Me connecter' }).click();
  await expect(late.getByRole('heading', { name: 'Se connecter' })).toBeVisible();
  expect((await late.goto(link.slice(0, -3)))!.status()).toBe(404);
  await expect(late.getByRole('heading', { level: 1 })).toHaveText('Ce lien ne fonctionne pas');
});

test('A03 a member who is invited elsewhere signs in and joins, with their own account alone', async ({ page, openPage, people, site }) => {
  const member = await people.member(), section = await people.section();
  const { link } = await invite(site, { email: member.email, section, role: 'secretary' });
  const stranger = await openPage(await people.member());
  await stranger.goto(link);
  await expect(stranger.getByRole('heading', { level: 1 })).toHaveText('Cette invitation est pour un autre compte');
  await expectNoAxeViolations(stranger);
  await stranger.getByRole('button', { name: 'Changer de compte' }).click();
  await expect(stranger.getByRole('heading', { level: 1 })).toHaveText('Tu as déjà un compte');

  await page.goto(link);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tu as déjà un compte');
  await page.getByRole('link', { name: 'Me connecter' }).click();
  await fillSignIn(page, member.email, member.password);
  await page.getByRole('button', { name: 'Rejoindre' }).click();
  await expect(page).toHaveURL(/bienvenue/);
  expect(await site.db.value('select role from membership where member_id = $1 and space_id = $2', member.id, section.id)).toBe('secretary');
});

test('A04 the meter judges what is typed, and the server holds to it', async ({ page, people, site }) => {
  const { link } = await invite(site, { email: newAddress(), section: await people.section(), firstName: 'Gwendoline', lastName: 'Quéméneur' });
  await page.goto(link);
  const meter = page.locator('[data-strength-target=meter]');
  await expect(meter.locator('p'), 'its place is kept').toBeEmpty();
  const judged = async (word: string, words: RegExp) => {
    await page.getByLabel(/^Mot de passe/).fill(word);
    await expect(meter).toContainText(words);
  };
  await judged('azerty', /Trop court/);
  await judged('motdepasse123', /facile à deviner/);
  await judged('Gwendoline.Quemeneur', /facile à deviner/); // the names on the form are known
  await judged(password, /Excellent/);
  await page.getByLabel(/^Mot de passe/).fill('Gwendoline.Quemeneur');
  await page.getByLabel('J’ai lu la charte').check();
  await page.getByRole('button', { name: 'Entrer' }).click();
  await expect(page.getByRole('alert')).toContainText('facile à deviner');
  await expect(page.getByLabel('J’ai lu la charte')).toBeChecked();
});

test('A04 a double click and a second tab make one member', async ({ page, openPage, people, site }) => {
  const email = newAddress();
  const { link } = await invite(site, { email, section: await people.section() });
  const tab = await openPage();
  for (const one of [page, tab]) {
    await one.goto(link);
    await one.getByLabel('J’ai lu la charte').check();
    await one.getByLabel(/^Mot de passe/).fill(password);
  }
  await page.getByRole('button', { name: 'Entrer' }).dblclick();
  await expect(page).toHaveURL(/bienvenue/);
  await tab.getByRole('button', { name: 'Entrer' }).click();
  await expect(tab.getByRole('heading', { level: 1 })).toHaveText('Cette invitation a déjà servi');
  expect(await site.db.value('select count(*) from account where email = $1', email)).toBe(1);
});

test('A04 a charter published meanwhile is shown before it is accepted', async ({ page, people, site }) => {
  const email = newAddress();
  const { link } = await invite(site, { email, section: await people.section() });
  await page.goto(link);
  await site.db.rows(`insert into charter (body) values ('Nouvelle charte : *on rit aussi*.')`);
  await page.getByLabel('J’ai lu la charte').check();
  await page.getByLabel(/^Mot de passe/).fill(password);
  await page.getByRole('button', { name: 'Entrer' }).click();
  await expect(page.getByRole('region', { name: 'Charte' })).toContainText('on rit aussi');
  await expect(page.getByLabel('J’ai lu la charte')).not.toBeChecked();
  await page.getByLabel('J’ai lu la charte').check();
  await page.getByLabel(/^Mot de passe/).fill(password);
  await page.getByRole('button', { name: 'Entrer' }).click();
  await expect(page).toHaveURL(/bienvenue/);
  await site.db.rows(`delete from charter_acceptance where charter_id = (select max(id) from charter)`);
  await site.db.rows(`delete from charter where id = (select max(id) from charter)`);
});

test('A05 whoever registers proves the address first, and belongs to no section yet', async ({ page, site, mailbox }) => {
  const email = newAddress();
  const ask = async () => {
    await page.goto('/preinscription');
    await page.getByLabel(/^Prénom/).fill('Zoé');
    await page.getByRole('textbox', { name: 'Nom', exact: true }).fill('Marchand');
    await page.getByLabel(/^Courriel/).fill(email);
    await page.getByLabel(/^Code postal/).fill('25000');
    await page.locator('main').getByRole('button').click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Regarde tes courriels');
  };
  await ask();
  const link = (await mailbox.waitFor(email, 'Confirme ta pré-inscription')).link(/preinscription/);
  await page.goto(link);
  await page.getByRole('button', { name: 'Confirmer' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ta pré-inscription est enregistrée');
  await expectNoAxeViolations(page);

  await site.db.rows(`insert into phase (space_id, phase) select id, 'open' from space where kind = 'national'`);
  await arrive(page, link);
  await expect(page).toHaveURL(/bienvenue/);
  await site.db.rows('delete from phase');
  expect(await site.db.value('select count(*) from membership m join account a using (member_id) where a.email = $1', email)).toBe(0);
  expect(await site.db.value('select count(*) from preregistration where email = $1', email)).toBe(0);
});

test('A02 a pre-registration is erased by the same link', async ({ page, site, mailbox }) => {
  const email = newAddress();
  await page.goto('/preinscription');
  await page.getByLabel(/^Prénom/).fill('Zoé');
  await page.getByRole('textbox', { name: 'Nom', exact: true }).fill('Marchand');
  await page.getByLabel(/^Courriel/).fill(email);
  await page.getByLabel(/^Code postal/).fill('250');
  await page.getByRole('button', { name: 'Se pré-inscrire' }).click();
  await expect(page.getByRole('alert')).toContainText('cinq chiffres');
  await page.getByLabel(/^Code postal/).fill('25000');
  await page.getByRole('button', { name: 'Se pré-inscrire' }).click();
  await page.goto((await mailbox.waitFor(email)).link(/preinscription/));
  await page.getByRole('button', { name: 'Effacer mes données' }).click();
  await expect(page.getByText('C’est effacé.')).toBeVisible();
  expect(await site.db.value('select count(*) from preregistration where email = $1', email)).toBe(0);
});

test('A07 all other devices are sent away at once; nobody reaches another’s', async ({ page, openPage, people, signIn, site }) => {
  const member = await people.member(), other = await people.member();
  await signIn(page, member);
  const tablet = await openPage(member), stranger = await openPage(other);
  const theirs = await site.db.value('select id from session where member_id = $1 order by id desc limit 1', member.id);
  await stranger.goto('/compte');
  await stranger.evaluate((id) => {
    const form = document.querySelector<HTMLFormElement>('form[action="/compte/noms"]')!;
    form.action = `/compte/sessions/${id}/fermer`;
    form.submit();
  }, theirs);
  await expect(stranger).toHaveURL(/compte$/);
  expect(await site.db.value('select count(*) from session where id = $1', theirs)).toBe(1);

  await page.goto('/compte');
  await page.getByRole('button', { name: 'Déconnecter tous les autres' }).click();
  await expect(page.getByText('Tes autres appareils sont déconnectés.')).toBeVisible();
  await tablet.goto('/compte');
  await expect(tablet.getByRole('heading', { name: 'Se connecter' })).toBeVisible();
});

test('A07 the page asks the database as little as any other', async ({ people, site }) => {
  const member = await people.member();
  const answer = await http(site.baseURL, '/compte', { cookie: await sessionCookie(site.db, member.id) });
  expect(answer.headers['x-database']).toBe('6 statements, 1 round trips');
});
