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
