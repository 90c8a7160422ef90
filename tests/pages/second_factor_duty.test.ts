// A07: where the operator asks a second factor of whoever reaches other people's data.
import { expect, test } from '../support/test';
import { expectNoAxeViolations } from '../support/accessibility';
import { addApp } from '../support/second_factor';

test.use({ settings: { COOPOL_SECOND_FACTOR_FOR_ROLES: 'true' } });

test('A07 a secretary is led to set it up before anything else; a member is not', async ({ page, openPage, people, signIn }) => {
  const section = await people.section();
  const secretary = await people.secretary(section), member = await people.member({ section });
  const plain = await openPage(member);
  await plain.goto('/membres');
  await expect(plain).toHaveURL(/membres/);
  await signIn(page, secretary);
  for (const path of ['/', '/membres', `/membres/${member.id}`, `/sections/${section.id}/gestion/membres`]) {
    await page.goto(path);
    await expect(page).toHaveURL(/\/compte\/deux-etapes\?retour=/);
  }
  await expect(page.getByText('Ta responsabilité donne accès')).toBeVisible();
  await expectNoAxeViolations(page);
  await addApp(page, secretary);
  await page.goto(`/sections/${section.id}/gestion/membres`);
  await expect(page).toHaveURL(/gestion\/membres/);
});
