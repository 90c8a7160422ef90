// «Créer un événement»: description, invitation, guests.
import { expect, test } from '../support/test';
import { expectNoAxeViolations, expectNoSidewaysScroll } from '../support/accessibility';
import { answerOf, dayFromNow, describeEvent } from '../support/events';

const wordsOfInvitation = 'N’oublie pas les gants. Amitiés, Rose';

test('E01 E03 E04 three steps lead from a description to invitations that leave by mail', async ({ page, people, signIn, site, mailbox }) => {
  const section = await people.section();
  const secretary = await people.secretary(section, { firstName: 'Rose', lastName: 'Amiel' });
  const guests = [await people.member({ section }), await people.member({ section, visibility: 'secretary' }), await people.member({ section })];
  await signIn(page, secretary);

  await describeEvent(page, 'Les Tilleuls, bâtiments A à F');
  await page.getByLabel('Description').fill('On frappe par deux.\n\nLe plan : https://exemple.fr/plan.');
  await page.getByRole('button', { name: 'Suivant' }).click();

  await expect(page).toHaveURL(/\/evenements\/\d+\/invitation$/);
  await expect(page.getByText('12 rue des Tilleuls, 25000 Besançon')).toBeVisible();
  await page.getByLabel('Message d’invitation').fill(wordsOfInvitation);
  await page.getByLabel('Objectif de participants').fill('12');
  await page.getByRole('button', { name: 'Suivant' }).click();

  await expect(page).toHaveURL(/\/invites$/);
  for (const guest of guests) await expect(page.getByText(guest.name)).toBeVisible();
  await page.getByRole('checkbox', { name: 'Choisir toute la page' }).check();
  await page.getByRole('checkbox', { name: 'Prendre les 3' }).check();
  await page.getByRole('button', { name: 'Publier et inviter' }).click();

  await expect(page.getByRole('heading', { level: 1, name: 'Les Tilleuls, bâtiments A à F' })).toBeVisible();
  await expect(page.getByText('C’est publié ! 3 invitations partent.')).toBeVisible();
  await expect(page.getByText('attendu sur 12')).toBeVisible();
  await expect(page.getByRole('link', { name: 'https://exemple.fr/plan', exact: true })).toBeVisible();
  const event = Number(page.url().match(/(\d+)$/)![1]);
  expect(await answerOf(site.db, event, secretary), 'whoever makes it comes').toBe('yes');
  const place = await site.db.row('select latitude, longitude from event where id = $1', event);
  expect(place.latitude, 'the address has a point').toBeCloseTo(47.2, 0);

  for (const guest of guests) {
    const mail = await mailbox.waitFor(guest.email, 'Les Tilleuls');
    expect(mail.subject).toContain('Rose Amiel t’invite');
    expect(mail.text).toContain(wordsOfInvitation);
    expect(mail.text).toContain('12 rue des Tilleuls, 25000 Besançon');
    expect(mail.header('List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');
    const calendar = mail.attachments.find((attachment) => attachment.contentType.startsWith('text/calendar'))!.content.toString();
    expect(calendar).toContain('METHOD:REQUEST');
    expect(calendar).toContain(`UID:evenement-${event}@`);
  }
  expect(mailbox.all(secretary.email), 'nobody invites themselves').toEqual([]);
});

test('E01 a draft survives leaving between the steps, and is its maker’s alone', async ({ page, people, signIn, openPage }) => {
  const section = await people.section();
  await signIn(page, await people.member({ section }));
  await describeEvent(page, 'Soirée inachevée', 'Débat');
  await page.getByRole('button', { name: 'Garder comme brouillon' }).click();
  await expect(page).toHaveURL(/mes-evenements$/);
  await expect(page.getByRole('heading', { name: 'Brouillons' })).toBeVisible();

  await page.goto('/');
  await page.getByRole('link', { name: 'Soirée inachevée' }).click();
  await expect(page.getByLabel('Titre')).toHaveValue('Soirée inachevée');
  await expect(page.getByRole('radio', { name: 'Débat', exact: true })).toBeChecked();
  await expect(page.getByRole('textbox', { name: 'Ville' })).toHaveValue('Besançon');
  const address = page.url();

  const fellow = await openPage(await people.member({ section }));
  expect((await fellow.goto(address))!.status()).toBe(404);

  await page.goto(address.replace('/description', ''));
  await page.getByRole('button', { name: 'Jeter le brouillon' }).click();
  await page.getByRole('button', { name: 'Oui', exact: true }).click();
  await expect(page.getByText('Le brouillon est jeté.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Soirée inachevée' })).toHaveCount(0);
});

test('E02 thirteen kinds, as tiles', async ({ page, people, signIn }) => {
  await signIn(page, await people.member());
  await page.goto('/evenements/nouveau');
  for (const kind of ['Débat', 'Réunion', 'Réunion de section', 'Réunion d’appartement', 'Vie de la cité', 'Vie du parti', 'Collage d’affiches', 'Cyber activisme', 'Manifestation',
    'Mission téléphone', 'Porte-à-porte', 'Tractage', 'Autre mission']) await expect(page.getByRole('radio', { name: kind, exact: true })).toHaveCount(1);
  await page.getByRole('radio', { name: 'Débat', exact: true }).check();
  await page.getByRole('radio', { name: 'Tractage', exact: true }).check();
  await expect(page.getByRole('radio', { name: 'Débat', exact: true }), 'one choice over both groups').not.toBeChecked();
});

test('E03 what is missing is told with its remedy, and nothing typed is lost', async ({ page, people, signIn }) => {
  await signIn(page, await people.member());
  await page.goto('/evenements/nouveau');
  await page.getByLabel('Description').fill('Trois mots.');
  await page.getByRole('button', { name: 'Suivant' }).click();
  for (const words of ['Choisis un type de mission ou de réunion.', 'Donne un titre.', 'Choisis un jour.', 'Indique la ville.'])
    await expect(page.getByRole('alert').getByText(words)).toBeVisible();
  await expect(page.getByLabel('Description')).toHaveValue('Trois mots.');
  await page.getByRole('alert').getByRole('link', { name: 'Donne un titre.' }).click();
  await expect(page.getByLabel('Titre')).toBeFocused();
});

test('E03 a place that is no commune is refused', async ({ page, people, signIn }) => {
  await signIn(page, await people.member());
  await describeEvent(page, 'Nulle part');
  await page.getByRole('textbox', { name: 'Ville' }).fill('Trifouillis');
  await page.getByRole('button', { name: 'Suivant' }).click();
  await expect(page.getByRole('alert').getByText('Cette ville n’a pas le code postal 25000')).toBeVisible();
  await page.getByRole('textbox', { name: 'Code postal' }).fill('99999');
  await page.getByRole('button', { name: 'Suivant' }).click();
  await expect(page.getByRole('alert').getByText('Aucune commune n’a le code postal 99999')).toBeVisible();
});

test('E03 an end before the start, a time that does not exist, a time that comes twice', async ({ page, people, signIn, site }) => {
  await signIn(page, await people.member());
  await describeEvent(page, 'La nuit du changement');
  await page.getByLabel('Fin : heure').fill('09:00');
  await page.getByRole('button', { name: 'Suivant' }).click();
  await expect(page.getByRole('alert').getByText(/Choisis une fin après le .* à 10.h.00/)).toBeVisible();

  await page.getByLabel('Début : date').fill('2027-03-28');
  await page.getByLabel('Début : heure').fill('02:30');
  await page.getByLabel('Fin : heure').fill('05:00');
  await page.getByRole('button', { name: 'Suivant' }).click();
  await expect(page.getByRole('alert').getByText(/Cette heure n’existe pas.* Choisis 3.h.00 ou plus tard/)).toBeVisible();

  await page.getByLabel('Début : date').fill('2027-10-31');
  await page.getByRole('button', { name: 'Suivant' }).click();
  await expect(page.getByRole('alert').getByText(/cette heure passe deux fois/)).toBeVisible();
  await page.getByRole('radio', { name: /après le changement d’heure/ }).check();
  await page.getByRole('button', { name: 'Suivant' }).click();
  await expect(page).toHaveURL(/invitation$/);
  const event = Number(page.url().match(/(\d+)\/invitation/)![1]);
  expect((await site.db.value<Date>('select starts_at from event where id = $1', event)).toISOString()).toBe('2027-10-31T01:30:00.000Z');
});

test('E03 overseas, past midnight, all day: by the clocks of the place, without a word more to type', async ({ page, people, signIn }) => {
  await signIn(page, await people.member());
  await describeEvent(page, 'La nuit du zouk', 'Vie de la cité');
  await page.getByRole('textbox', { name: 'Code postal' }).fill('97110');
  await page.getByRole('textbox', { name: 'Ville' }).fill('Pointe-à-Pitre');
  await page.getByLabel('Début : date').fill('2027-07-03');
  await page.getByLabel('Début : heure').fill('20:00');
  await page.getByLabel('Fin : heure').fill('02:00');
  await page.getByLabel('Titre').focus();
  await expect(page.getByLabel('Fin : date'), 'one sees the day on which it ends').toHaveValue('2027-07-04');
  await page.getByRole('button', { name: 'Suivant' }).click();
  await expect(page.getByText(/du sam\.\s3\sjuil\. à\s20\sh\s00 au dim\.\s4\sjuil\. à\s2\sh\s00, heure de Guadeloupe \(2\sh\s00 le lendemain à\sParis\)/)).toBeVisible();

  await page.goto(page.url().replace('invitation', 'description'));
  await expect(page.getByText('À l’heure de Guadeloupe.')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Toute la journée' }).check();
  await expect(page.getByLabel('Début : heure')).toBeHidden();
  await page.getByText('À l’heure d’ailleurs').click();
  await page.getByLabel('Fuseau horaire').selectOption('Martinique');
  await page.getByRole('button', { name: 'Suivant' }).click();
  await expect(page.getByText(/^sam\.\s3\sjuil\., toute la journée$/), 'an evening became one day').toBeVisible();
});

test('E04 coopains and lists can be invited; who was invited already is marked and not asked twice', async ({ page, people, signIn, site, mailbox }) => {
  const section = await people.section();
  const secretary = await people.secretary(section), friend = await people.member(), fellow = await people.member({ section });
  await site.db.rows('insert into bond (member_id, coopain_id) values ($1, $2), ($2, $1)', secretary.id, friend.id);
  const list = await site.db.value(`insert into section_list (section_id, kind, name) values ($1, 'list', 'Tractage') returning id`, section.id);
  await site.db.rows('insert into section_list_member (list_id, member_id) values ($1, $2)', list, fellow.id);
  await signIn(page, secretary);
  await describeEvent(page, 'Collage du jeudi', 'Collage d’affiches');
  await page.getByRole('button', { name: 'Suivant' }).click();
  await page.getByRole('button', { name: 'Suivant' }).click();
  await page.getByRole('navigation', { name: 'Qui inviter' }).getByRole('link', { name: /Mes coopains/ }).click();
  await page.getByRole('checkbox', { name: `Choisir ${friend.name}` }).check();
  await page.getByRole('button', { name: 'Publier et inviter' }).click();
  await expect(page.getByText('1 invitation part.')).toBeVisible();
  await mailbox.waitFor(friend.email, 'Collage du jeudi');

  await page.getByRole('link', { name: 'Ajouter des invités' }).click();
  await page.getByRole('link', { name: /Tractage/ }).click();
  await expect(page.getByRole('link', { name: /Tractage/ })).toHaveAttribute('aria-current', 'page');
  await page.getByRole('checkbox', { name: `Choisir ${fellow.name}` }).check();
  await page.getByRole('button', { name: 'Inviter', exact: true }).click();
  await mailbox.waitFor(fellow.email, 'Collage du jeudi');

  await page.getByRole('link', { name: 'Ajouter des invités' }).click();
  await expect(page.getByRole('row', { name: new RegExp(fellow.name) }).getByText('déjà invité·e')).toBeVisible();
  await page.getByRole('checkbox', { name: `Choisir ${fellow.name}` }).check();
  await page.getByRole('button', { name: 'Inviter', exact: true }).click();
  await expect(page.getByText('Ces personnes étaient déjà invitées.')).toBeVisible();
  expect(mailbox.all(fellow.email)).toHaveLength(1);
});

test('E04 a member invites whom they see, and nobody else', async ({ page, people, signIn }) => {
  const section = await people.section();
  const fellow = await people.member({ section, visibility: 'circle' }), hidden = await people.member({ section, visibility: 'secretary' });
  await signIn(page, await people.member({ section }));
  await describeEvent(page, 'Goûter', 'Réunion');
  await page.getByRole('button', { name: 'Suivant' }).click();
  await page.getByRole('button', { name: 'Suivant' }).click();
  await expect(page.getByText(fellow.name)).toBeVisible();
  await expect(page.getByText(hidden.name)).toHaveCount(0);
  await page.getByRole('searchbox', { name: 'Un prénom, un nom' }).fill(hidden.lastName);
  await page.getByRole('button', { name: 'Chercher' }).click();
  await expect(page.getByText(hidden.name)).toHaveCount(0);
});

test('E01 the pages of creation serve everyone', async ({ page, people, signIn }) => {
  test.setTimeout(120_000);
  const section = await people.section();
  await people.member({ section });
  await signIn(page, await people.secretary(section));
  await page.goto('/evenements/nouveau');
  await page.getByRole('button', { name: 'Suivant' }).click();
  await expectNoAxeViolations(page);
  await expectNoSidewaysScroll(page);
  await describeEvent(page, 'Pour tous');
  await page.getByLabel('Début : date').fill(dayFromNow(9));
  await page.getByRole('button', { name: 'Suivant' }).click();
  await expectNoAxeViolations(page);
  await page.getByRole('button', { name: 'Suivant' }).click();
  await expect(page).toHaveURL(/invites$/);
  await page.getByRole('checkbox', { name: /^Choisir / }).first().check();
  await expectNoAxeViolations(page);
  await expectNoSidewaysScroll(page);
});
