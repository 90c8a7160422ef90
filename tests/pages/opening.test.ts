// A02: who may come in where, and those who waited are told.
import { expect, test } from '../support/test';
import { expectNoAxeViolations, expectNoSidewaysScroll } from '../support/accessibility';
import { http } from '../support/http';
import { newAddress } from '../support/invitations';
import type { Database } from '../support/database';

const wait = (db: Database, email: string, postcode: string, confirmed = true) => db.rows(`insert into preregistration (first_name, last_name, email, postcode, federation_id, confirmed_at)
  values ('Zoé', 'Marchand', $1, $2, federation_of($2), case when $3 then now() end)`, email, postcode, confirmed);

test.afterEach(({ site }) => site.db.rows('delete from phase'));

test('A02 a coopilote opens one federation; those who wait there are told, once, and come in', async ({ page, people, signIn, site, mailbox }) => {
  const [here, there, unproved] = [newAddress(), newAddress(), newAddress()];
  await wait(site.db, here, '25000');
  await wait(site.db, there, '75011');
  await wait(site.db, unproved, '25000', false);
  await signIn(page, await people.coopilote());
  await page.goto('/coopilote/ouverture');
  await expect(page.getByText(/attendent d’être prévenues/)).toBeVisible();
  await expectNoAxeViolations(page);
  await expectNoSidewaysScroll(page);
  const doubs = page.getByRole('row').filter({ hasText: 'Doubs' });
  const change = async (phase: string, label: string) => {
    await doubs.getByRole('checkbox').check();
    await page.getByLabel('Passer à').selectOption(phase);
    await page.getByRole('button', { name: 'Changer' }).click();
    await expect(doubs).toContainText(label);
  };
  await change('open', 'Ouverte à tous');
  await expect(page.getByText('1 espace a changé de phase.')).toBeVisible();
  const link = (await mailbox.waitFor(here, 'La coopol t’ouvre ses portes')).link(/preinscription/);
  await change('members', 'Adhérents');
  await change('open', 'Ouverte à tous');
  await expect.poll(() => site.db.value(`select count(*) from job where kind = 'access.tell_open' and done_at is null`)).toBe(0);
  expect(mailbox.all(here)).toHaveLength(1);
  for (const nobody of [there, unproved]) expect(mailbox.all(nobody)).toEqual([]);
  await page.goto('/coopilote/ouverture');
  await expect(page.getByText('Annonces de l’ouverture')).toBeVisible();

  expect((await http(site.baseURL, new URL(link).pathname)).body).toContain('J’ai lu la charte');
  expect(await site.db.value('select register(id, \'Zoé\', \'Marchand\', \'hash\', (select max(id) from charter), sha256(\'essai\'), null, \'Firefox\') from preregistration where email = $1', there), 'elsewhere it is not open').toBe('closed');
  expect(await site.db.value(`select count(*) from audit_entry where act = 'phase' and detail = 'open'`)).toBe(2);
});

test('A02 the country’s phase holds where a federation has none; several change at once', async ({ page, people, signIn, site, mailbox }) => {
  const away = newAddress(), closed = newAddress();
  await wait(site.db, away, '75011');
  await wait(site.db, closed, '35000');
  await signIn(page, await people.coopilote());
  await page.goto('/coopilote/ouverture');
  for (const department of ['Ille-et-Vilaine', 'Finistère']) await page.getByRole('row').filter({ hasText: department }).getByRole('checkbox').check();
  await page.getByLabel('Passer à').selectOption('closed');
  await page.getByRole('button', { name: 'Changer' }).click();
  await expect(page.getByText('2 espaces ont changé de phase.')).toBeVisible();
  await page.getByLabel('Ouverte à tous').first().check();
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('1 espace a changé de phase.')).toBeVisible();
  await mailbox.waitFor(away, 'La coopol t’ouvre ses portes');
  expect(mailbox.all(closed)).toEqual([]);
  expect((await http(site.baseURL, '/')).body).toContain('S’inscrire');
});

test('A02 only coopilotes set phases, whatever the server asks', async ({ people, site }) => {
  const [member, coopilote] = [await people.member(), await people.coopilote()];
  const set = (who: number) => site.db.value(`with acting as materialized (select act_as($1)) select set_phase(array(select id from space where kind = 'national'), 'limited') from acting`, who);
  await expect(set(member.id)).rejects.toThrow();
  expect(await set(coopilote.id)).toBe(1);
});
