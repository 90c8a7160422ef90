// «Accéder à la coopol»: a secretary is invited, comes in, configures the account, forgets the password.
import { expect, test } from '../support/test';
import { expectNoAxeViolations } from '../support/accessibility';
import { invite, newAddress } from '../support/invitations';

const password = 'le hérisson gobe trois brugnons', other = 'tournesol carafe brouette';

test('A04 a secretary comes in by the invitation, and meets the next steps', async ({ page, people, site }) => {
  const section = await people.section({ activated: false });
  const email = newAddress();
  const { link } = await invite(site, { email, section, role: 'secretary', firstName: 'Ingrid', lastName: 'Vaseur' });

  await page.goto(link);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bienvenue Ingrid');
  await expect(page.getByRole('main')).toContainText(section.name);
  await expect(page.getByLabel(/^Courriel/)).toHaveValue(email);
  await expect(page.getByLabel(/^Courriel/)).not.toBeEditable();
  const charter = page.getByRole('region', { name: 'Charte' });
  await expect(charter).toContainText('Respect, fraternité, civilité');
  await expect(charter).toContainText('Cette charte peut changer');
  await expectNoAxeViolations(page);

  await page.getByRole('textbox', { name: 'Nom', exact: true }).fill('Vasseur');
  await page.getByLabel(/^Mot de passe/).fill(password);
  await page.getByRole('button', { name: 'Entrer' }).click();
  await expect(page.getByRole('alert')).toContainText('il faut accepter la charte');
  await expect(page.getByRole('textbox', { name: 'Nom', exact: true })).toHaveValue('Vasseur');

  await page.getByLabel('J’ai lu la charte').check();
  await page.getByLabel(/^Mot de passe/).fill(password);
  await page.getByRole('button', { name: 'Entrer' }).click();
  await expect(page).toHaveURL(/\/bienvenue$/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Ingrid');
  await expect(page.getByRole('main').getByRole('listitem').first()).toContainText('Configurer ma section');
  for (const step of ['mon compte', 'mes coopains', 'ma section']) await expect(page.getByRole('main')).toContainText(step);
  await expectNoAxeViolations(page);

  const { role, accepted } = await site.db.row(`select m.role, c.accepted_at is not null as accepted from account a join membership m using (member_id)
    join charter_acceptance c using (member_id) where a.email = $1 and m.space_id = $2 and c.charter_id = (select max(id) from charter)`, email, section.id);
  expect({ role, accepted }).toEqual({ role: 'secretary', accepted: true });

  await page.goto('/sections/' + section.id + '/gestion/configuration');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('A07 names and password change on «Données de connexion»; other devices can be sent away', async ({ page, openPage, people, signIn }) => {
  const section = await people.section();
  const member = await people.member({ section });
  await signIn(page, member);
  const elsewhere = await openPage(member);
  await page.goto('/compte');
  await expect(page.getByRole('main')).toContainText(member.email);
  await expectNoAxeViolations(page);
  await page.getByRole('textbox', { name: 'Nom', exact: true }).fill('D’Après-Guerre');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('C’est enregistré.')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Nom', exact: true })).toHaveValue('D’Après-Guerre');

  await page.getByLabel(/^Mot de passe actuel/).fill('ce n’est pas lui');
  await page.getByLabel(/^Nouveau mot de passe/).fill(other);
  await page.getByRole('button', { name: 'Changer le mot de passe' }).click();
  await expect(page.getByRole('alert')).toContainText('Ce n’est pas ton mot de passe actuel.');
  await page.getByLabel(/^Mot de passe actuel/).fill(member.password);
  await page.getByLabel(/^Nouveau mot de passe/).fill(other);
  await page.getByRole('button', { name: 'Changer le mot de passe' }).click();
  await expect(page.getByText('Ton mot de passe est changé')).toBeVisible();
  await elsewhere.goto('/compte');
  await expect(elsewhere.getByRole('heading', { name: 'Se connecter' })).toBeVisible();

  await elsewhere.getByLabel(/^Courriel/).fill(member.email);
  await elsewhere.getByLabel(/^Mot de passe/).fill(other);
  await elsewhere.getByRole('button', { name: 'Se connecter' }).click();
  await expect(elsewhere.getByRole('heading', { level: 1 })).toHaveText('Modifier mon compte');
  await page.goto('/compte');
  const devices = page.getByRole('listitem').filter({ hasText: 'Chrom' });
  await expect(devices).toHaveCount(2);
  await expect(devices.first()).toContainText('cet appareil');
  await devices.last().getByRole('button', { name: 'Déconnecter' }).click();
  await expect(page.getByText('Cet appareil est déconnecté.')).toBeVisible();
  await elsewhere.reload();
  await expect(elsewhere.getByRole('heading', { name: 'Se connecter' })).toBeVisible();
});

test('A06 a forgotten password is replaced by mail, once', async ({ page, openPage, people, mailbox }) => {
  const member = await people.member();
  const elsewhere = await openPage(member);
  await page.goto('/');
  await page.getByRole('link', { name: 'Demander un nouveau mot de passe' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Demander un nouveau mot de passe'); // the front has a field «Courriel» too
  await page.getByLabel(/^Courriel/).fill(member.email.toUpperCase());
  await page.getByRole('button', { name: 'Recevoir le courriel' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Regarde tes courriels');

  const link = (await mailbox.waitFor(member.email, 'Choisir un nouveau mot de passe')).link(/nouveau/);
  await page.goto(link);
  await expectNoAxeViolations(page);
  await page.getByLabel(/^Nouveau mot de passe/).fill('azerty123456');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText(/facile à deviner/).first()).toBeVisible();
  await page.getByLabel(/^Nouveau mot de passe/).fill(other);
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('Ton nouveau mot de passe est enregistré.')).toBeVisible();
  await mailbox.waitFor(member.email, 'Ton mot de passe a changé');

  await elsewhere.goto('/compte');
  await expect(elsewhere.getByRole('heading', { name: 'Se connecter' })).toBeVisible();
  await page.getByLabel(/^Courriel/).fill(member.email);
  await page.getByLabel(/^Mot de passe/).fill(other);
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await expect(page.getByRole('navigation').first()).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Se connecter' })).toBeHidden();

  const late = await openPage();
  await late.goto(link);
  await expect(late.getByRole('heading', { level: 1 })).toHaveText('Ce lien ne sert plus');
});
