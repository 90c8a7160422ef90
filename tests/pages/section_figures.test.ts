// «Chiffres»: S12.
import { expectNoAxeViolations, expectNoSidewaysScroll } from '../support/accessibility';
import { http, sessionCookie } from '../support/http';
import { expect, test } from '../support/test';

test.use({ viewport: { width: 390, height: 844 } });

test('S12 the secretary reads plots with their numbers behind them, and takes them along; a delegate reads, and takes nothing', async ({ openPage, people, site }) => {
  const section = await people.section({ name: 'Les Glycines' });
  const secretary = await people.secretary(section), helper = await people.member({ section });
  await site.db.rows(`update membership set role = 'bureau' where member_id = $1`, helper.id);
  await site.db.rows(`insert into delegation (section_id, member_id, power, given_by) values ($1, $2, 'figures', $3)`, section.id, helper.id, secretary.id);
  await site.db.rows(`insert into section_week (section_id, monday, members, active, known, joined)
    select $1, date_trunc('week', now() at time zone 'Europe/Paris')::date - 7 * n, 60 - 3 * n, 40 - 2 * n, 80, 50 - 3 * n from generate_series(1, 6) n`, section.id);
  const place = `/sections/${section.id}/gestion`;

  const page = await openPage(secretary);
  await page.goto(`${place}/membres`);
  await page.getByRole('navigation', { name: 'Gestion de la section' }).getByRole('link', { name: 'Chiffres' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Chiffres' })).toBeVisible();
  await expect(page.getByText('Membres : de 40 à 55.')).toBeVisible();
  await expect(page.getByText('Activation : de 40 % à 60 %.')).toBeVisible();
  await page.getByText('Voir les nombres').first().click();
  await expect(page.getByRole('table').first().getByRole('row')).toHaveCount(13);
  await expectNoAxeViolations(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole('link', { name: '52 semaines' }).click();
  await expect(page.getByRole('link', { name: '52 semaines' })).toHaveAttribute('aria-current', 'page');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Télécharger ces chiffres' }).click()]);
  expect(download.suggestedFilename()).toBe('chiffres.csv');

  const cookie = await sessionCookie(site.db, helper.id);
  const seen = await http(site.baseURL, `${place}/chiffres`, { cookie });
  expect(seen.status).toBe(200);
  expect(seen.body).not.toContain('chiffres.csv');
  expect((await http(site.baseURL, `${place}/chiffres.csv`, { cookie })).status).toBe(403);
});
