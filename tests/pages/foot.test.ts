// C05 What the foot leads to, for members and visitors.
import { expect, test } from '../support/test';
import { expectNoAxeViolations } from '../support/accessibility';
import { invite, newAddress } from '../support/invitations';

const team = 'equipe@exemple.test';
test.use({ settings: { COOPOL_TEAM_ADDRESS: team, COOPOL_LEGAL_HOST: 'Hébergeur Solidaire, 1 rue du Quai, Brest' } });

test('C05 a visitor writes to the team, which can answer', async ({ page, mailbox }) => {
  await page.goto('/contact');
  await page.getByRole('button', { name: 'Envoyer' }).click();
  await expect(page.getByRole('alert')).toContainText('Écris quelques mots.');
  await page.getByLabel(/^Ton courriel/).fill('passante@exemple.test');
  await page.getByLabel(/^Ton message/).fill('Comment <b>faire</b> ?');
  await page.getByRole('button', { name: 'Envoyer' }).click();
  await expect(page.getByText('L’équipe a reçu ton message')).toBeVisible();
  const mail = await mailbox.waitFor(team, 'Message pour l’équipe');
  expect(mail.text).toContain('Comment <b>faire</b> ?');
  expect(mail.html).not.toContain('<b>faire</b>');
  expect(mail.header('reply-to')).toContain('passante@exemple.test');
});

test('C05 a member reports an abuse; the page they came from is filled in', async ({ page, people, signIn, site, mailbox }) => {
  const member = await people.member();
  await signIn(page, member);
  await page.goto('/membres?q=x');
  await page.getByRole('contentinfo').getByRole('link', { name: 'Signaler un abus' }).click();
  await expect(page.getByLabel('Adresse de la page')).toHaveValue('/membres');
  await expectNoAxeViolations(page);
  await page.getByLabel(/^Ce qui ne va pas/).fill('Des insultes.');
  await page.getByRole('button', { name: 'Signaler' }).click();
  await expect(page.getByText('L’équipe a reçu ton signalement')).toBeVisible();
  await expect(page).toHaveURL(/\/membres$/);
  expect(await site.db.row(`select kind, member_id, page, body from contact_message where member_id = $1`, member.id))
    .toEqual({ kind: 'abuse', member_id: member.id, page: '/membres', body: 'Des insultes.' });
  expect((await mailbox.waitFor(team, 'Signalement')).text).toContain(member.name);
});

test('C05 the key of a link never reaches a report', async ({ page, people, site }) => {
  const { link } = await invite(site, { email: newAddress(), section: await people.section() });
  await page.goto(link);
  await page.getByRole('contentinfo').getByRole('link', { name: 'Signaler un abus' }).click();
  await expect(page.getByLabel('Adresse de la page')).toHaveValue('');
});

test('C05 the legal notice names the host, and says what the operator has not told', async ({ page }) => {
  await page.goto('/mentions-legales');
  await expect(page.getByRole('main')).toContainText('Hébergeur Solidaire, 1 rue du Quai, Brest');
  await expect(page.getByRole('main')).toContainText('à renseigner par l’exploitant du site');
});
