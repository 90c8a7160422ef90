// «Tu organises»: changing, reminding, cancelling, reporting.
import { expect, test } from '../support/test';
import { expectNoAxeViolations, expectNoSidewaysScroll } from '../support/accessibility';
import { answerOf, makeEvent } from '../support/events';

test('E07 guests are told of a changed time, in their calendar too; not of a changed title, and not those who declined', async ({ page, people, signIn, site, mailbox }) => {
  const section = await people.section();
  const secretary = await people.secretary(section);
  const coming = await people.member({ section }), silent = await people.member({ section }), declined = await people.member({ section });
  const event = await makeEvent(site.db, { by: secretary, title: 'Les Tilleuls', spaces: [section], inHours: 48, guests: [[coming, 'yes'], [silent], [declined, 'no']] });
  await signIn(page, secretary);
  await page.goto(`/evenements/${event}`);
  await page.getByRole('link', { name: 'Modifier l’événement' }).click();
  await page.getByLabel('Titre').fill('Les Tilleuls, bâtiments A à F');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('C’est enregistré.')).toBeVisible();
  expect(await site.db.value(`select count(*) from mail where kind like 'events.%' and subject_id = $1`, event)).toBe(0);

  await page.getByRole('link', { name: 'Modifier l’événement' }).click();
  await page.getByLabel('Complément d’adresse').fill('devant la boulangerie');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('Les 2 personnes concernées sont prévenues du changement.')).toBeVisible();
  for (const guest of [coming, silent]) {
    const mail = await mailbox.waitFor(guest.email, 'Changement : Les Tilleuls, bâtiments A à F');
    expect(mail.text).toContain('devant la boulangerie');
    const calendar = mail.attachments.find((attachment) => attachment.contentType.startsWith('text/calendar'))!.content.toString();
    expect(calendar).toContain('SEQUENCE:1');
  }
  expect(mailbox.all(declined.email)).toEqual([]);
});

test('E07 the invitation is changed on its own', async ({ page, people, signIn, site }) => {
  const secretary = await people.member();
  const event = await makeEvent(site.db, { by: secretary, isPublic: true });
  await signIn(page, secretary);
  await page.goto(`/evenements/${event}`);
  await page.getByRole('link', { name: 'Modifier l’invitation' }).click();
  await page.getByLabel('Objectif de participants').fill('beaucoup');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByRole('alert').getByText('Indique un nombre de participants')).toBeVisible();
  await page.getByLabel('Objectif de participants').fill('8');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('1 attendu sur 8')).toBeVisible();
});

test('E07 a reminder reaches those who have not answered, and them only', async ({ page, people, signIn, site, mailbox }) => {
  const section = await people.section();
  const secretary = await people.secretary(section);
  const silent = [await people.member({ section }), await people.member({ section })], coming = await people.member({ section }), declined = await people.member({ section });
  const event = await makeEvent(site.db, { by: secretary, title: 'Tractage du samedi', spaces: [section], guests: [[silent[0]], [silent[1]], [coming, 'yes'], [declined, 'no']] });
  await signIn(page, secretary);
  await page.goto(`/evenements/${event}`);
  await page.getByRole('link', { name: 'Relancer les 2 sans réponse' }).click();
  await expect(page.getByRole('radio', { name: /pas encore répondu 2 personnes/ })).toBeChecked();
  await expect(page.getByRole('radio', { name: /Toutes les personnes invitées 4 personnes/ })).toBeVisible();
  await page.getByLabel('Ton message').fill('Il reste de la place dans la voiture.');
  await page.getByRole('button', { name: 'Envoyer la relance' }).click();
  await expect(page.getByText('La relance part vers 2 personnes.')).toBeVisible();
  for (const guest of silent) {
    const mail = await mailbox.waitFor(guest.email, 'Rappel : Tractage du samedi');
    expect(mail.text).toContain('Il reste de la place dans la voiture.');
    expect(mail.links.filter((link) => link.includes('/reponse/'))).toHaveLength(3);
  }
  expect([...mailbox.all(coming.email), ...mailbox.all(declined.email), ...mailbox.all(secretary.email)]).toEqual([]);

  await page.getByRole('link', { name: /Relancer/ }).click();
  await page.getByRole('button', { name: 'Envoyer la relance' }).click();
  await expect(page.getByRole('alert').getByText(/déjà partie depuis moins d’un jour/), 'once a day').toBeVisible();
});

test('E07 who answers before the reminder leaves does not get it', async ({ page, people, signIn, site, mailbox }) => {
  const section = await people.section();
  const secretary = await people.secretary(section), quick = await people.member({ section }), slow = await people.member({ section });
  const event = await makeEvent(site.db, { by: secretary, title: 'Soirée téléphone', spaces: [section], guests: [[quick], [slow]] });
  await mailbox.down();
  await signIn(page, secretary);
  await page.goto(`/evenements/${event}/relance`);
  await page.getByRole('button', { name: 'Envoyer la relance' }).click();
  await expect(page.getByText('La relance part vers 2 personnes.')).toBeVisible();
  await site.db.rows(`update event_guest set answer = 'maybe', answered_at = now() where event_id = $1 and member_id = $2`, event, quick.id);
  await mailbox.up();
  await site.db.rows(`update mail set run_at = now() where kind like 'events.%' and subject_id = $1`, event);
  await site.db.rows(`select pg_notify('work', 'mail')`);
  await mailbox.waitFor(slow.email, 'Rappel : Soirée téléphone', 30_000);
  await expect.poll(() => site.db.value(`select state from mail where kind like 'events.%' and subject_id = $1 and member_id = $2`, event, quick.id)).toBe('dropped');
  expect(mailbox.all(quick.email)).toEqual([]);
});

test('E07 a cancelled event says so, on its page, in the agenda and by mail', async ({ page, people, signIn, openPage, site, mailbox }) => {
  const section = await people.section();
  const secretary = await people.secretary(section), coming = await people.member({ section });
  const event = await makeEvent(site.db, { by: secretary, title: 'Pique-nique', spaces: [section], guests: [[coming, 'yes']] });
  await signIn(page, secretary);
  await page.goto(`/evenements/${event}`);
  await page.getByRole('link', { name: 'Annuler l’événement' }).click();
  await expect(page.getByText('1 personne sera prévenue par courriel')).toBeVisible();
  await page.getByLabel('Un mot d’explication').fill('La météo annonce un orage.');
  await page.getByRole('button', { name: 'Annuler l’événement' }).click();
  await expect(page.getByText('Cet événement est annulé. La météo annonce un orage.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Je participe', exact: true })).toHaveCount(0);

  const mail = await mailbox.waitFor(coming.email, 'Annulé : Pique-nique');
  expect(mail.text).toContain('La météo annonce un orage.');
  const calendar = mail.attachments.find((attachment) => attachment.contentType.startsWith('text/calendar'))!.content.toString();
  expect(calendar).toContain('METHOD:CANCEL');
  expect(calendar).toContain('STATUS:CANCELLED');

  const guest = await openPage(coming);
  await guest.goto('/agenda');
  await expect(guest.getByRole('article').filter({ hasText: 'Pique-nique' }).getByText('annulé')).toBeVisible();
});

test('E07 the secretary of a section where it is published may organise it too; other members may not', async ({ people, signIn, page, openPage, site }) => {
  const section = await people.section();
  const secretary = await people.secretary(section), maker = await people.member({ section }), fellow = await people.member({ section });
  const event = await makeEvent(site.db, { by: maker, spaces: [section] });
  await signIn(page, secretary);
  await page.goto(`/evenements/${event}`);
  await expect(page.getByRole('heading', { name: 'Tu organises' })).toBeVisible();
  const other = await openPage(fellow);
  await other.goto(`/evenements/${event}`);
  await expect(other.getByRole('heading', { name: 'Tu organises' })).toHaveCount(0);
  for (const path of ['invites', 'relance', 'annulation', 'bilan', 'description', 'invitation']) expect((await other.goto(`/evenements/${event}/${path}`))!.status(), path).toBe(403);
});

test('E10 the report: who came, what was done; doors show on the profiles and add up to the section’s', async ({ page, people, signIn, site }) => {
  const section = await people.section();
  const secretary = await people.secretary(section), coming = await people.member({ section }), unexpected = await people.member({ section });
  const event = await makeEvent(site.db, { by: secretary, title: 'Les Tilleuls', spaces: [section], inHours: -1, guests: [[coming, 'yes'], [unexpected]] });
  await signIn(page, secretary);
  await page.goto(`/evenements/${event}`);
  await page.getByRole('link', { name: 'Faire le bilan' }).click();
  await expect(page.getByRole('checkbox', { name: coming.name })).toBeChecked();
  await page.getByText('L’autre personne invitée').click();
  await expect(page.getByRole('checkbox', { name: unexpected.name })).not.toBeChecked();
  await expect(page.getByLabel('Heures'), 'as long as it was planned').toHaveValue('2');
  await expect(page.getByLabel('Appels passés'), 'nobody telephones on a doorstep').toHaveCount(0);
  await page.getByRole('checkbox', { name: unexpected.name }).check();
  await page.getByLabel('Portes frappées').fill('47');
  await page.getByLabel('Portes ouvertes').fill('50');
  await page.getByRole('button', { name: 'Enregistrer le bilan' }).click();
  await expect(page.getByRole('alert').getByText('Il ne peut pas s’être ouvert plus de portes')).toBeVisible();
  await expect(page.getByRole('checkbox', { name: unexpected.name }), 'nothing that was ticked is lost').toBeChecked();
  await page.getByLabel('Portes ouvertes').fill('12');
  await page.getByRole('button', { name: 'Enregistrer le bilan' }).click();
  await expect(page.getByRole('heading', { name: 'Merci !' })).toBeVisible();
  await expect(page.getByText('3 personnes se sont mobilisées')).toBeVisible();
  await expect(page.getByText('environ 3 voix')).toBeVisible();

  const doors = [];
  for (const member of [secretary, coming, unexpected]) {
    await page.goto(`/membres/${member.id}`);
    const figure = page.getByRole('listitem').filter({ hasText: 'portes frappées' }).locator('b');
    doors.push(Number(await figure.textContent()));
  }
  expect(doors.sort()).toEqual([15, 16, 16]);
  expect(await site.db.value(`select sum(doors) from event_attendance where event_id = $1`, event)).toBe(47);

  await page.goto(`/evenements/${event}/bilan`);
  await expect(page.getByLabel('Portes frappées')).toHaveValue('47');
  await page.getByRole('checkbox', { name: unexpected.name }).uncheck();
  await page.getByRole('button', { name: 'Enregistrer le bilan' }).click();
  await expect(page.getByText('2 personnes se sont mobilisées')).toBeVisible();
  expect(await site.db.value(`select sum(doors) from event_attendance where event_id = $1`, event)).toBe(47);
});

test('E10 no report before it has begun', async ({ page, people, signIn, site }) => {
  const secretary = await people.member();
  const event = await makeEvent(site.db, { by: secretary, isPublic: true });
  await signIn(page, secretary);
  await page.goto(`/evenements/${event}/bilan`);
  await expect(page.getByText('Le bilan se fait une fois que l’événement a commencé.')).toBeVisible();
});

test('E05 what is over takes no answer, and says so', async ({ page, people, signIn, site }) => {
  const section = await people.section();
  const secretary = await people.secretary(section), member = await people.member({ section });
  const event = await makeEvent(site.db, { by: secretary, spaces: [section], guests: [[member]] });
  await signIn(page, member);
  await page.goto(`/evenements/${event}`);
  await site.db.rows(`update event set starts_at = now() - interval '3 hours', ends_at = now() - interval '1 hour' where id = $1`, event);
  await page.getByRole('button', { name: 'Je participe', exact: true }).click();
  await expect(page.getByText('Cet événement n’accepte plus de réponse.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Je participe', exact: true })).toHaveCount(0);
  expect(await answerOf(site.db, event, member)).toBeNull();
});

test('E07 E10 the organiser’s pages serve everyone', async ({ page, people, signIn, site }) => {
  test.setTimeout(180_000);
  const section = await people.section();
  const secretary = await people.secretary(section), member = await people.member({ section });
  const event = await makeEvent(site.db, { by: secretary, spaces: [section], inHours: -1, kind: 'other_mission', guests: [[member], [await people.member(), 'yes']] });
  await signIn(page, secretary);
  for (const path of ['relance', 'annulation', 'bilan', 'invitation', 'description']) {
    await page.goto(`/evenements/${event}/${path}`);
    await expectNoAxeViolations(page);
    await expectNoSidewaysScroll(page);
  }
});
