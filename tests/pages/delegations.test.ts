// «Délégations»: X03.
import { expectNoAxeViolations, expectNoSidewaysScroll } from '../support/accessibility';
import { expect, test } from '../support/test';

test.use({ viewport: { width: 390, height: 844 } });

test('X03 P04 a secretary hands the members to somebody of the bureau, who is told, sees that room alone, acts under their own name; it ends by one press', async ({ openPage, people, site, mailbox }) => {
  const section = await people.section({ name: 'Les Glycines' });
  const secretary = await people.secretary(section), hugo = await people.member({ firstName: 'Hugo', lastName: 'Martin', section }), anna = await people.member({ firstName: 'Anna', lastName: 'Essai', section });
  await site.db.rows(`update membership set role = 'bureau' where member_id = $1`, hugo.id);
  const place = `/sections/${section.id}/gestion`;

  const office = await openPage(secretary);
  await office.goto(`${place}/delegations`);
  await office.getByRole('link', { name: 'Confier à Hugo Martin' }).click();
  await office.getByRole('checkbox', { name: 'Membres' }).check();
  await expectNoAxeViolations(office);
  await expectNoSidewaysScroll(office);
  await office.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(office.getByText('C’est confié. On le lui dit par courriel.')).toBeVisible();

  const mail = await mailbox.waitFor(hugo.email, 'La section Les Glycines te confie une part de sa gestion');
  const page = await openPage(hugo);
  await page.goto(mail.link(/\/gestion/));
  await expect(page.getByRole('navigation', { name: 'Gestion de la section' }).getByRole('link')).toHaveText([/^Demandes/, 'Membres']);
  await page.getByRole('link', { name: 'Joindre Anna Essai' }).click();
  await expect(page.getByRole('heading', { name: 'Coordonnées' })).toBeVisible();
  expect((await page.goto(`${place}/invitations`))?.status()).toBe(403);

  const reader = await openPage(anna);
  await reader.goto('/compte/consultations');
  await expect(reader.getByRole('main')).toContainText(/Hugo Martin, pour .+, secrétaire, a ouvert tes coordonnées/);

  await office.goto(`${place}/delegations`);
  await expect(office.getByRole('main')).toContainText(/Hugo Martin, pour .+, a ouvert les coordonnées d’un membre : Anna Essai/);
  await office.getByRole('button', { name: 'Tout reprendre' }).click();
  await expect(office.getByText('C’est repris')).toBeVisible();
  expect((await page.goto(`${place}/membres`))?.status()).toBe(403);
  await mailbox.waitFor(hugo.email, 'Tes délégations dans la section Les Glycines ont pris fin');
});
