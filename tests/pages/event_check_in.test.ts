// X09: who is there, by a code or on a sheet, and what the report makes of it.
import { expect, test } from '../support/test';
import { expectNoAxeViolations, expectNoSidewaysScroll } from '../support/accessibility';
import { makeEvent } from '../support/events';

test('X09 the organiser shows a code, who comes types it, and the report begins with them', async ({ page, people, openPage, signIn, site }) => {
  const section = await people.section();
  const secretary = await people.secretary(section), here = await people.member({ section, firstName: 'Inès' }), away = await people.member({ section, firstName: 'Théo' });
  const event = await makeEvent(site.db, { by: secretary, title: 'Tractage à la gare', spaces: [section], inHours: -0.5, guests: [[here, 'yes'], [away, 'yes']] });
  await signIn(page, secretary);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/evenements/${event}`);
  await page.getByRole('link', { name: 'Qui est là' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Qui est là' })).toBeVisible();
  await expectNoAxeViolations(page);
  await expectNoSidewaysScroll(page);
  const code = (await page.locator('.code').innerText()).trim();

  const phone = await openPage(here);
  await phone.setViewportSize({ width: 390, height: 844 });
  await phone.goto(`/evenements/${event}`);
  await phone.getByRole('link', { name: 'Je suis là' }).click();
  await phone.getByLabel('Le code affiché sur place').fill('zzz zzz');
  await phone.getByRole('button', { name: 'Je suis là' }).click();
  await expect(phone.getByText('Ce code n’est celui d’aucun événement en ce moment.').first()).toBeVisible();
  await expectNoAxeViolations(phone);
  await phone.getByLabel('Le code affiché sur place').fill(code);
  await phone.getByRole('button', { name: 'Je suis là' }).click();
  await expect(phone.getByText('C’est noté, tu es là.')).toBeVisible();

  await page.getByRole('link', { name: 'Mettre à jour' }).click();
  await expect(page.getByText('1 personne est là')).toBeVisible();
  await page.getByRole('link', { name: 'Feuille à imprimer' }).click();
  await expect(page.getByRole('row', { name: new RegExp(`${away.name.split(' ').at(-1)} Théo`) })).toBeVisible();
  await expectNoAxeViolations(page);
  await expectNoSidewaysScroll(page);
  await page.goto(`/evenements/${event}/bilan`);
  await expect(page.getByLabel(here.name)).toBeChecked();
  await expect(page.getByLabel(away.name)).not.toBeChecked();
});
