// E10: from the pavement to the report: each notes their part on a telephone, the organiser sees them come, merges and closes; those who came are thanked (E07).
import { expect, test } from '../support/test';
import { expectNoAxeViolations, expectNoSidewaysScroll } from '../support/accessibility';
import { makeEvent } from '../support/events';

test('E07 E10 B03 parts noted on a telephone become one report, a double is told, a late one joins in one tap, and thanks leave once', async ({ page, people, signIn, openPage, site, mailbox }) => {
  const section = await people.section();
  const rose = await people.secretary(section), anna = await people.member({ section }), malik = await people.member({ section }), lise = await people.member({ section });
  const event = await makeEvent(site.db, { by: rose, title: 'Les Tilleuls', spaces: [section], inHours: -2, guests: [[anna, 'yes'], [malik, 'yes'], [lise, 'maybe']] });
  const phone = { width: 390, height: 800 };
  await signIn(page, rose);
  await page.setViewportSize(phone);
  await page.goto(`/evenements/${event}/bilan`);
  await expect(page.getByRole('textbox', { name: 'Portes frappées' })).toHaveValue('');

  await expect(page.getByRole('link', { name: /nouveauté/ }), 'nobody noted anything yet').toBeHidden();

  await test.step('Anna notes what she did with Malik', async () => {
    const hers = await openPage(anna);
    await hers.setViewportSize(phone);
    await hers.goto(`/evenements/${event}`);
    await hers.getByRole('link', { name: 'Noter ce que j’ai fait' }).click();
    await expect(hers.getByRole('heading', { name: 'Ce que j’ai fait' })).toBeVisible();
    await hers.getByLabel('Portes frappées').fill('40');
    await hers.getByLabel('Portes ouvertes').fill('41');
    await hers.getByText('Je compte pour plusieurs').click();
    await hers.getByRole('checkbox', { name: malik.name }).check();
    await expectNoSidewaysScroll(hers);
    await hers.getByRole('button', { name: 'Noter' }).click();
    await expect(hers.getByRole('alert').getByText('Il ne peut pas s’être ouvert plus de portes')).toBeVisible();
    await expect(hers.getByRole('checkbox', { name: malik.name }), 'nothing that was ticked is lost').toBeChecked();
    await hers.getByLabel('Portes ouvertes').fill('12');
    await hers.getByRole('button', { name: 'Noter' }).click();
    await expect(hers.getByText('C’est noté : 40 portes frappées')).toBeVisible();
  });
  await expect(page.getByRole('link', { name: '1 nouveauté', exact: true }), 'whoever organises sees it come').toBeVisible();

  await test.step('Malik is told so, and notes it again all the same', async () => {
    const his = await openPage(malik);
    await his.goto(`/evenements/${event}/ma-part`);
    await expect(his.getByText(`${anna.name} a noté pour vous deux : 40 portes frappées`)).toBeVisible();
    await his.getByText('J’ai fait autre chose en plus').click();
    await his.getByLabel('Portes frappées').fill('40');
    await his.getByRole('button', { name: 'Noter' }).click();
    await expect(his.getByText('C’est noté')).toBeVisible();
  });

  await test.step('Rose merges: the double is told, and not summed unless she says so', async () => {
    await page.goto(`/evenements/${event}`);
    await page.getByRole('link', { name: 'Faire le bilan · 2 parts arrivées' }).click();
    await expect(page.getByRole('checkbox', { name: `${anna.name} et ${malik.name}` })).toBeChecked();
    await expect(page.getByRole('checkbox', { name: new RegExp(`^${malik.name} :`) })).not.toBeChecked();
    await expect(page.getByText('Peut-être un double')).toHaveCount(2);
    await expect(page.getByRole('textbox', { name: 'Portes frappées' })).toHaveValue('40');
    await expectNoAxeViolations(page);
    await page.getByRole('checkbox', { name: new RegExp(`^${malik.name} :`) }).check();
    await page.getByRole('button', { name: 'Enregistrer le bilan' }).click();
    await expect(page.getByText('La somme est refaite')).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Portes frappées' })).toHaveValue('80');
    await page.getByRole('checkbox', { name: new RegExp(`^${malik.name} :`) }).uncheck();
    await page.getByRole('button', { name: 'Refaire la somme' }).click();
    await expect(page.getByRole('textbox', { name: 'Portes frappées' })).toHaveValue('40');
    await page.getByRole('textbox', { name: 'Portes frappées' }).fill('42');
    await page.getByRole('button', { name: 'Enregistrer le bilan' }).click();
    await expect(page.getByRole('heading', { name: 'Merci !' })).toBeVisible();
    await expect(page.getByText('Une voix pour 17 portes frappées'), 'the figures are told').toBeVisible();
  });
  const thanks = await mailbox.waitFor(malik.email, 'Merci');
  expect(thanks.text).toContain('Portes frappées');
  expect(thanks.text).toMatch(/environ 2\svoix/);
  expect(thanks.text).toMatch(/Une voix pour 17\sportes frappées/);

  await test.step('Lise comes late: one tap', async () => {
    const hers = await openPage(lise);
    await hers.goto(`/evenements/${event}/ma-part`);
    await hers.getByLabel('Portes frappées').fill('9');
    await hers.getByRole('button', { name: 'Noter' }).click();
    await expect(hers.getByText('C’est noté')).toBeVisible();
    await page.goto(`/evenements/${event}/bilan`);
    await page.getByRole('button', { name: 'L’ajouter au bilan' }).click();
    await expect(page.getByText('C’est ajouté au bilan.')).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Portes frappées' })).toHaveValue('51');
    await hers.goto(`/evenements/${event}/ma-part`);
    await expect(hers.getByText('Ta part est dans le bilan')).toBeVisible();
  });
  await mailbox.waitFor(lise.email, 'Merci');
  expect(await site.db.value(`select count(*)::int from mail where kind = 'events.thanks' and subject_id = $1`, event), 'Anna, Malik and Lise, once each').toBe(3);
  expect(await site.db.value('select sum(doors)::int from event_attendance where event_id = $1', event), 'profiles add up to the report').toBe(51);
});
