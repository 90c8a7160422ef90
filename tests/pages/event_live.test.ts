// The gauge moves for whoever is looking, without reload.
import { expect, test } from '../support/test';
import { invite, makeEvent } from '../support/events';

test('E05 E06 @live somebody’s answer moves the gauge on the page of others, on home, and for the organiser', async ({ people, openPage, site }) => {
  const section = await people.section();
  const secretary = await people.secretary(section), looking = await people.member({ section }), answering = await people.member({ section });
  const event = await makeEvent(site.db, { by: secretary, spaces: [section], goal: 12, guests: [[looking], [answering]] });
  const organiser = await openPage(secretary), onPage = await openPage(looking), atHome = await openPage(looking);
  await organiser.goto(`/evenements/${event}`);
  await onPage.goto(`/evenements/${event}`);
  await atHome.goto('/');
  await expect(organiser.getByText('2 n’ont pas répondu')).toBeVisible();

  const theirs = await openPage(answering);
  await theirs.goto(`/evenements/${event}`);
  await theirs.getByRole('button', { name: 'Je participe', exact: true }).click();
  await expect(onPage.getByText('attendus sur 12')).toBeVisible();
  await expect(atHome.getByText('attendus sur 12')).toBeVisible();
  await expect(organiser.getByText('attendus sur 12')).toBeVisible();
  await expect(organiser.getByText('1 n’a pas répondu')).toBeVisible();
  await expect(onPage.getByText('pas répondu'), 'not for everyone to know').toHaveCount(0);
});

test('C04 @live an invitation appears in the télécommande, and goes with the answer', async ({ people, openPage, site }) => {
  const maker = await people.member(), member = await people.member();
  const page = await openPage(member);
  await page.goto('/agenda');
  const agenda = page.getByRole('navigation').getByRole('link', { name: /agenda/i }).first();
  const event = await makeEvent(site.db, { by: maker, title: 'Réunion de quartier' });
  await invite(site.db, event, [[member]], maker);
  await expect(agenda).toContainText('1');
  const elsewhere = await openPage(member);
  await elsewhere.goto(`/evenements/${event}`);
  await elsewhere.getByRole('button', { name: 'Peut-être' }).click();
  await expect(agenda).not.toContainText('1');
  await expect(page.getByRole('navigation').getByText('Réunion de quartier').first()).toBeVisible();
});
