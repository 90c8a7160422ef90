// Events that come again: made, changed for one date, for those that follow, called off for all.
import type { Page } from '@playwright/test';
import { expect, test } from '../support/test';
import { expectNoAxeViolations, expectNoSidewaysScroll } from '../support/accessibility';
import { describeEvent } from '../support/events';

test.use({ viewport: { width: 390, height: 844 } });

const title = 'Tractage au marché';
const datesOf = (page: Page) => page.locator('#dates li a');

test('E03 E07 a weekly date is made, changed once, changed from a date on, and called off, with one mail each time', async ({ page, people, signIn, site, mailbox }) => {
  const section = await people.section();
  const secretary = await people.secretary(section, { firstName: 'Rose', lastName: 'Amiel' });
  const guest = await people.member({ section });
  await signIn(page, secretary);

  await describeEvent(page, title, 'Tractage');
  await page.getByLabel('Se répète').selectOption({ label: 'Chaque semaine' });
  await page.getByLabel('Ou combien de fois').fill('1');
  await page.getByRole('button', { name: 'Suivant' }).click();
  await expect(page.getByRole('alert')).toContainText('de 2 à 200');
  await expectNoAxeViolations(page);
  await expectNoSidewaysScroll(page);
  await page.getByLabel('Ou combien de fois').fill('8');
  await page.getByRole('button', { name: 'Suivant' }).click();
  await expect(page.getByText(/^Chaque \S+ à 10\sh\s00, jusqu’au/)).toBeVisible();
  await page.getByRole('button', { name: 'Suivant' }).click();
  await expect(page.getByText('Qui est invité l’est à toutes les dates à venir')).toBeVisible();
  await page.getByRole('checkbox', { name: guest.name }).check();
  await page.getByRole('button', { name: 'Publier et inviter' }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(datesOf(page)).toHaveCount(6);
  await expectNoAxeViolations(page);
  const first = Number(page.url().match(/(\d+)$/)![1]);
  expect(await site.db.value('select count(*)::int from event_guest where member_id = $1', guest.id), 'invited to each').toBe(8);
  const calendar = (mail: { attachments: { contentType: string; content: Buffer }[] }) => mail.attachments.find((attachment) => attachment.contentType.startsWith('text/calendar'))!.content.toString();
  const invited = calendar(await mailbox.waitFor(guest.email, 't’invite'));
  expect(invited).toContain('RRULE:FREQ=WEEKLY;BYDAY=');
  expect(invited).toContain('DTSTART;TZID=Europe/Paris:');

  // One date.
  await datesOf(page).nth(0).click();
  await page.getByRole('link', { name: 'Modifier l’événement' }).click();
  await page.getByLabel('Titre').fill('Tractage à la gare');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Tractage à la gare' })).toBeVisible();
  expect(await site.db.value('select count(*)::int from event where title = $1 and creator_id = $2', title, secretary.id)).toBe(7);

  // That one and those that follow.
  await page.goto(`/evenements/${first}`);
  await datesOf(page).nth(2).click();
  await expect(page).not.toHaveURL(new RegExp(`/${first}$`));
  await page.getByRole('link', { name: 'Modifier l’événement' }).click();
  await page.getByLabel('Début : heure').fill('11:00');
  await page.getByRole('radio', { name: /Cette date et les suivantes/ }).check();
  await expectNoSidewaysScroll(page);
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('La personne concernée est prévenue du changement.')).toBeVisible();
  await expect(page.getByText(/^Chaque \S+ à 11\sh\s00/)).toBeVisible();
  const changed = calendar(await mailbox.waitFor(guest.email, 'et les suivants'));
  expect(changed.match(/RRULE:FREQ=WEEKLY/g), 'the former series ends, the new one begins').toHaveLength(2);
  expect(await site.db.value(`select count(*)::int from event where creator_id = $1 and extract(hour from starts_at at time zone 'Europe/Paris') = 11`, secretary.id)).toBe(5);

  // All that are to come, of the first series.
  await page.goto(`/evenements/${first}/annulation`);
  await page.getByRole('radio', { name: /Toutes les dates à venir/ }).check();
  await page.getByRole('button', { name: 'Annuler l’événement' }).click();
  await expect(page.getByText('3 dates sont annulées. 1 personne est prévenue.')).toBeVisible();
  await mailbox.waitFor(guest.email, 'Annulé');
  expect(mailbox.all(guest.email).length, 'one mail for each: invited, changed, called off').toBe(3);
});

test('E05 one answer counts for all dates, and whoever leaves a series is invited to none', async ({ page, people, signIn, site }) => {
  const section = await people.section();
  const [maker, guest] = [await people.member({ section }), await people.member({ section })];
  const dates = await site.db.rows(`
    with series as (insert into event_series (creator_id, rule, starts_local, made_until, finished) values ($1, 'FREQ=WEEKLY;BYDAY=MO', now() at time zone 'Europe/Paris', now(), true) returning id)
      insert into event (creator_id, kind, state, title, is_public, starts_at, ends_at, address, postcode, city, series_id, series_start)
      select $1, 'debate', 'published', 'Débat du lundi', true, now() + n * interval '7 days', now() + n * interval '7 days 2 hours', '1 rue de Dole', '25000', 'Besançon', id, now() + n * interval '7 days'
        from series, generate_series(1, 3) n returning id`, maker.id);
  await site.db.rows('insert into event_guest (event_id, member_id, invited_by) values ($1, $2, $3)', dates[0].id, guest.id, maker.id);
  await signIn(page, guest);
  await page.goto('/agenda/invitations');
  await expect(page.getByRole('link', { name: 'Débat du lundi' }), 'the next date stands for all').toHaveCount(1);
  await expect(page.getByText('et les suivants')).toBeVisible();

  await page.goto(`/evenements/${dates[0].id}`);
  await page.getByText('Répondre pour toutes les dates').click();
  await page.locator('.fold').getByRole('button', { name: 'Je participe', exact: true }).click();
  await expect(page.getByText('3 dates à venir, et celles qui s’ajouteront.')).toBeVisible();
  expect(await site.db.value(`select count(*)::int from event_guest where member_id = $1 and answer = 'yes'`, guest.id)).toBe(3);

  await page.getByText('Répondre pour toutes les dates').click();
  await page.getByRole('button', { name: 'Ne plus être invité·e à cette série' }).click();
  await page.getByRole('button', { name: 'Oui', exact: true }).click();
  await expect(page.getByText('C’est entendu')).toBeVisible();
  expect(await site.db.value('select count(*)::int from event_guest where member_id = $1', guest.id)).toBe(0);
});
