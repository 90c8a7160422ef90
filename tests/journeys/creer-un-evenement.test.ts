// «Créer un événement ou une mission, gérer son agenda»: the whole story, told with and without script.
import { expect, test } from '../support/test';
import { describeEvent } from '../support/events';
import type { Page } from '@playwright/test';

const hasScript = (page: Page) => page.evaluate(() => !matchMedia('(scripting: none)').matches);

test('E01 E04 E05 E06 E07 E10 a secretary creates a mission, invites the section, reminds, and reports what was done', async ({ page, openPage, people, signIn, site, mailbox }) => {
  test.setTimeout(90_000);
  const section = await people.section();
  const secretary = await people.secretary(section, { firstName: 'Rose', lastName: 'Amiel' });
  const ines = await people.member({ section, firstName: 'Inès', lastName: 'Carrel' }), theo = await people.member({ section, firstName: 'Théo', lastName: 'Vasseur' });
  const silent = await people.member({ section, firstName: 'Jeanne', lastName: 'Brun' });
  await signIn(page, secretary);

  await page.goto('/');
  await page.getByRole('link', { name: 'Créer un événement' }).first().click();
  await describeEvent(page, 'Les Tilleuls, bâtiments A à F');
  await page.getByRole('button', { name: 'Suivant' }).click();
  await page.getByLabel('Message d’invitation').fill('On frappe par deux, avec quelqu’un qui l’a déjà fait.');
  await page.getByLabel('Objectif de participants').fill('12');
  await page.getByRole('button', { name: 'Suivant' }).click();
  for (const member of [ines, theo, silent]) await page.getByRole('checkbox', { name: `Choisir ${member.name}` }).check();
  await page.getByRole('button', { name: 'Publier et inviter' }).click();
  await expect(page.getByText('C’est publié ! 3 invitations partent.')).toBeVisible();
  const address = page.url();

  // Inès answers in one click from the mail; without script it takes one tap more.
  const mail = await mailbox.waitFor(ines.email, 'Les Tilleuls');
  const visitor = await openPage();
  await visitor.goto(mail.link(/reponse/));
  if (!await hasScript(visitor)) await visitor.getByRole('button', { name: 'Je participe', exact: true }).click();
  await expect(visitor.getByRole('heading', { name: 'C’est noté, Inès.' })).toBeVisible();

  // Théo answers from home: it leaves for the agenda.
  const theirs = await openPage(theo);
  await theirs.goto('/');
  const card = theirs.getByRole('article').filter({ hasText: 'Les Tilleuls' });
  await card.getByRole('button', { name: 'Peut-être' }).click();
  await expect(theirs.getByText('C’est noté, peut-être.')).toBeVisible();
  await theirs.goto('/agenda');
  await expect(card).toBeVisible();
  await card.getByRole('button', { name: 'Je ne participe pas' }).click();
  await expect(theirs.getByText('C’est noté, tu ne participes pas.')).toBeVisible();
  await expect(card).toHaveCount(0);

  // Only the silent one is reminded.
  await page.goto(address);
  await expect(page.getByText('attendus sur 12')).toBeVisible();
  await page.getByRole('link', { name: 'Relancer la personne sans réponse' }).click();
  await page.getByLabel('Ton message').fill('Tu viens ?');
  await page.getByRole('button', { name: 'Envoyer la relance' }).click();
  await expect(page.getByText('La relance part vers 1 personne.')).toBeVisible();
  await mailbox.waitFor(silent.email, 'Rappel : Les Tilleuls');
  for (const member of [ines, theo]) expect(mailbox.all(member.email).filter((m) => m.subject.startsWith('Rappel'))).toEqual([]);

  // The day has come.
  const event = Number(address.match(/(\d+)$/)![1]);
  await site.db.rows(`update event set starts_at = now() - interval '2 hours', ends_at = now() + interval '10 minutes' where id = $1`, event);
  await page.goto(address);
  await page.getByRole('link', { name: 'Faire le bilan' }).click();
  await page.getByLabel('Portes frappées').fill('46');
  await page.getByLabel('Portes ouvertes').fill('19');
  await page.getByRole('button', { name: 'Enregistrer le bilan' }).click();
  await expect(page.getByRole('heading', { name: 'Merci !' })).toBeVisible();
  await page.getByRole('link', { name: 'Retourner à l’événement' }).click();
  await expect(page.getByRole('heading', { name: 'Bilan' })).toBeVisible();
  await page.goto(`/membres/${ines.id}`);
  await expect(page.getByRole('listitem').filter({ hasText: 'portes frappées' }).locator('b')).toHaveText('23');
});
