// E11: an event with so many places, from the organiser's form to the mail that says «Une place pour toi».
import { expect, test } from '../support/test';
import { expectNoAxeViolations, expectNoSidewaysScroll } from '../support/accessibility';
import { answerOf, makeEvent } from '../support/events';

test('E11 when it is full the next one waits, is told where they stand, and has the first place that comes free', async ({ page, people, openPage, signIn, site, mailbox }) => {
  const section = await people.section();
  const secretary = await people.secretary(section);
  const first = await people.member({ section, firstName: 'Théo' }), next = await people.member({ section, firstName: 'Inès' });
  const event = await makeEvent(site.db, { by: secretary, title: 'Minibus pour le meeting', spaces: [section], guests: [[first], [next]] });
  await signIn(page, secretary);
  await page.goto(`/evenements/${event}/invitation`);
  await page.getByLabel('Nombre de places').fill('deux');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('Indique un nombre de places, de 1 à 100 000, ou laisse vide.').first()).toBeVisible();
  await page.getByLabel('Nombre de places').fill('2');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('1 inscrit sur 2 places')).toBeVisible();

  const theo = await openPage(first);
  await theo.goto(`/evenements/${event}`);
  await theo.getByRole('button', { name: 'Je participe', exact: true }).click();
  await expect(theo.getByText('2 inscrits sur 2 places')).toBeVisible();

  const ines = await openPage(next);
  await ines.setViewportSize({ width: 390, height: 844 });
  await ines.goto(`/evenements/${event}`);
  await expect(ines.getByText('C’est complet. En attente, tu prends ton tour')).toBeVisible();
  await ines.getByRole('button', { name: 'M’inscrire en attente' }).click();
  await expect(ines.getByText('Tu es en tête de la liste d’attente')).toBeVisible();
  await expect(ines.getByText('1 en attente')).toBeVisible();
  await expectNoAxeViolations(ines);
  await expectNoSidewaysScroll(ines);
  await ines.goto('/agenda');
  await expect(ines.getByRole('article').getByRole('button', { name: 'En liste d’attente' })).toHaveAttribute('aria-pressed', 'true');

  await theo.getByRole('button', { name: 'Je ne participe pas' }).click();
  await expect(theo.getByText('C’est noté, tu ne participes pas.')).toBeVisible();
  const mail = await mailbox.waitFor(next.email, 'Une place pour toi');
  expect(mail.text).toContain('tu participes');
  expect(await answerOf(site.db, event, next)).toBe('yes');
  await ines.goto(`/evenements/${event}`);
  await expect(ines.getByRole('button', { name: 'Je participe', exact: true })).toHaveAttribute('aria-pressed', 'true');
});

test('E11 those who come begin a conversation from the page, and others enter it', async ({ page, people, openPage, signIn, site }) => {
  const section = await people.section();
  const secretary = await people.secretary(section), other = await people.member({ section });
  const event = await makeEvent(site.db, { by: secretary, title: 'Covoiturage pour le meeting', spaces: [section], guests: [[other, 'maybe']] });
  await signIn(page, secretary);
  await page.goto(`/evenements/${event}`);
  await page.getByText('Parler avec celles et ceux qui viennent').click();
  await page.getByLabel('Ton premier message').fill('Qui a une voiture ?');
  await page.getByRole('button', { name: 'Commencer la conversation' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Covoiturage pour le meeting' })).toBeVisible();
  await expect(page).toHaveURL(/\/messages\/\d+$/);

  const second = await openPage(other);
  await second.goto(`/evenements/${event}`);
  await second.getByRole('button', { name: 'Rejoindre la conversation' }).click();
  await expect(second.getByText('Qui a une voiture ?')).toBeVisible();
  await second.goto(`/evenements/${event}`);
  await second.getByRole('link', { name: 'Ouvrir la conversation' }).click();
  await second.getByLabel('Ta réponse').fill('Moi, trois places.');
  await second.getByRole('button', { name: 'Répondre' }).click();
  await expect(second.getByText('Moi, trois places.')).toBeVisible();
});

test('E05 E11 «je viens avec…» counts in the gauge and for the places, and shows on the organiser’s page and sheet', async ({ page, people, openPage, signIn, site }) => {
  const section = await people.section();
  const secretary = await people.secretary(section), member = await people.member({ section, firstName: 'Nour', lastName: 'Haddad' });
  const event = await makeEvent(site.db, { by: secretary, title: 'Banquet de section', spaces: [section], guests: [[member]] });
  await site.db.rows('update event set capacity = 5 where id = $1', event);
  await signIn(page, member);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/evenements/${event}`);
  await page.getByLabel('Je viens avec…').selectOption('2 personnes');
  await page.getByRole('button', { name: 'Je participe', exact: true }).click();
  await expect(page.getByText('C’est noté, vous venez à 3.')).toBeVisible();
  await expect(page.getByText('4 inscrits sur 5 places')).toBeVisible();
  await page.getByLabel('Je viens avec…').selectOption('5 personnes');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('Il ne reste qu’une place. Tu as toujours la tienne, et tu viens avec 2 personnes, comme avant.')).toBeVisible();
  await expect(page.getByLabel('Je viens avec…')).toHaveValue('2');
  await expectNoAxeViolations(page);
  await expectNoSidewaysScroll(page);

  const organiser = await openPage(secretary);
  await organiser.goto(`/evenements/${event}`);
  await organiser.getByText('Leurs noms').click();
  await expect(organiser.getByRole('listitem').filter({ hasText: 'Nour Haddad' }).getByText('avec 2 personnes')).toBeVisible();
  await organiser.goto(`/evenements/${event}/feuille`);
  await expect(organiser.getByRole('rowheader', { name: 'avec Haddad Nour' })).toHaveCount(2);
});
