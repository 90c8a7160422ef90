// An event of several sections; an old event done again.
import { expect, test } from '../support/test';
import { answerOf, makeEvent } from '../support/events';

test('E01 a section asks another, which reads enough to decide, accepts, and withdraws', async ({ page, openPage, people, signIn, site, mailbox }) => {
  const home = await people.section(), other = await people.section();
  const maker = await people.secretary(home), secretary = await people.secretary(other), fellow = await people.member({ section: other });
  const event = await makeEvent(site.db, { by: maker, title: 'Le loyer, parlons-en', spaces: [home] });
  await signIn(page, maker);
  await page.goto(`/evenements/${event}`);
  await page.getByRole('link', { name: 'Organiser à plusieurs' }).click();
  await page.getByRole('searchbox', { name: 'Une section, une fédération' }).fill(other.name);
  await page.getByRole('button', { name: 'Chercher' }).click();
  await page.getByRole('listitem').filter({ hasText: other.name.replace(/^section /i, '') }).getByRole('button', { name: 'Proposer' }).click();
  await expect(page.getByText('C’est proposé. On te dit sa réponse par courriel.')).toBeVisible();

  const asked = await mailbox.waitFor(secretary.email, 'Le loyer, parlons-en');
  const desk = await openPage(secretary);
  const address = new URL(asked.link(/co-organisation/)).pathname;
  expect((await (await openPage(fellow)).goto(address))!.status(), 'whoever does not decide reads nothing').toBe(404);
  expect((await desk.goto(`/evenements/${event}`))!.status(), 'nothing is open before the answer').toBe(404);
  await desk.goto('/agenda/invitations');
  await desk.getByRole('link', { name: 'Le loyer, parlons-en' }).click();
  await expect(desk).toHaveURL(new RegExp(address));
  await desk.getByRole('button', { name: 'Accepter' }).click();
  await expect(desk.getByText('C’est accepté : vous organisez ensemble.')).toBeVisible();
  await expect(desk.getByText(/^Organisé par .* et .*$/)).toBeVisible();
  await mailbox.waitFor(maker.email, 'organise avec toi');

  await desk.getByRole('link', { name: 'Organiser à plusieurs' }).click();
  await desk.getByRole('button', { name: 'Retirer' }).click();
  await desk.getByRole('button', { name: 'Oui', exact: true }).click();
  await expect(desk.getByText('C’est retiré.')).toBeVisible();
  expect((await desk.goto(`/evenements/${event}`))!.status()).toBe(404);
});

test('E01 an old event is done again: all of it but its date, its answers and its report', async ({ page, people, signIn, site }) => {
  const section = await people.section(), maker = await people.secretary(section), guest = await people.member({ section });
  const old = await makeEvent(site.db, { by: maker, title: 'Les Tilleuls', spaces: [section], goal: 12, inHours: -50, guests: [[guest, 'yes']] });
  await site.db.rows(`update event set invitation_text = 'Avec des gants.', starts_at = date_trunc('minute', starts_at) where id = $1`, old); // as the form gives it
  await signIn(page, maker);
  await page.goto('/agenda/mes-evenements');
  await page.getByRole('button', { name: 'Refaire cet événement' }).click();
  await expect(page.getByText(/^Tout est repris, pour /)).toBeVisible();
  await expect(page.getByLabel('Titre')).toHaveValue('Les Tilleuls');
  const draft = Number(/evenements\/(\d+)/.exec(page.url())![1]);
  const [was, is] = await site.db.rows<Record<string, unknown>>(`select state, goal, invitation_text, city, space_ids, invited, extract(epoch from starts_at at time zone 'Europe/Paris')::float8 as local from event where id = any($1) order by id`, [old, draft]);
  expect(is).toMatchObject({ state: 'draft', goal: 12, invitation_text: 'Avec des gants.', city: 'Besançon', space_ids: was.space_ids, invited: 0 });
  expect(Math.round(Number(is.local) - Number(was.local)), 'the same day and hour of the week').toBe(7 * 86_400);
  expect(await answerOf(site.db, draft, guest)).toBeNull();
});
