// What a section says by itself: to its newcomers, and of its week.
import { expectNoSidewaysScroll } from '../support/accessibility';
import { makeEvent } from '../support/events';
import { http, sessionCookie } from '../support/http';
import { expect, test } from '../support/test';

const text = 'Le texte à copier';

test('X04 the secretary writes a welcome, and whoever comes can answer it', async ({ page, openPage, people, signIn, site }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const section = await people.section();
  const secretary = await people.secretary(section);
  await signIn(page, secretary);
  await page.goto(`/sections/${section.id}/gestion/configuration`);
  await page.getByRole('link', { name: 'Message d’accueil' }).click();
  await expect(page.getByRole('heading', { name: 'Message d’accueil' })).toBeVisible();
  await expect(page.locator('#apercu')).toContainText('Bonjour Camille,');
  await page.getByLabel('Ton message').fill('Salut {prenom}, {ville} t’attend !');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByLabel('Ton message')).toHaveAccessibleDescription(/par quoi remplacer {ville}/);
  await page.getByLabel('Ton message').fill('Salut {prenom}, à lundi !');
  await page.getByRole('button', { name: 'Voir l’aperçu' }).click();
  await expect(page.locator('#apercu')).toContainText('Salut Camille, à lundi !');
  expect(await site.db.value('select count(*)::int from welcome_letter where section_id = $1', section.id), 'a look keeps nothing').toBe(0);
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('C’est enregistré')).toBeVisible();
  await expectNoSidewaysScroll(page);

  const newcomer = await people.member({ section, firstName: 'Ysé' });
  await expect.poll(() => site.db.value('select welcomed_at is not null from newcomer where member_id = $1', newcomer.id)).toBe(true);
  const theirs = await openPage(newcomer);
  await theirs.goto('/messages');
  await theirs.getByRole('link', { name: /Bienvenue dans la section/ }).click();
  await expect(theirs.getByText('Salut Ysé, à lundi !')).toBeVisible();
  await theirs.getByLabel('Ta réponse').fill('Merci !');
  await theirs.getByRole('button', { name: 'Répondre' }).click();
  await expect(theirs.locator('article').getByText('Merci !')).toBeVisible();
  await page.goto('/messages');
  await expect(page.getByRole('link', { name: /Bienvenue dans la section/ })).toBeVisible();
});

test('X04 the week is copied and printed on one sheet; the public text has nothing closed', async ({ page, people, signIn, site }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const section = await people.section(), secretary = await people.secretary(section), stranger = await people.member({ section: await people.section() });
  const at = (event: number, hours: number) => site.db.rows(`update event set starts_at = '2027-03-24 09:00+01'::timestamptz + make_interval(hours => $2), ends_at = '2027-03-24 11:00+01'::timestamptz + make_interval(hours => $2) where id = $1`, event, hours);
  await at(await makeEvent(site.db, { by: secretary, title: 'Tractage au marché', spaces: [section], isPublic: true }), 0);
  await at(await makeEvent(site.db, { by: secretary, title: 'Chez Rose', kind: 'flat_meeting', spaces: [section], isPublic: true }), 24);
  await at(await makeEvent(site.db, { by: secretary, title: 'Bureau à huis clos', spaces: [section] }), 48);
  await site.db.rows(`update event set online_url = 'https://visio.exemple/secret' where space_ids @> array[$1::bigint]`, section.id);
  await signIn(page, await people.member({ section }));
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`/sections/${section.id}`);
  await page.getByRole('link', { name: 'La semaine, à coller ou à imprimer' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('La semaine, à coller ou à imprimer');
  const week = `/sections/${section.id}/semaine?semaine=2027-03-22`;
  await page.goto(week);
  await page.getByRole('button', { name: 'Copier le texte' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'C’est copié.' })).toBeVisible();
  const copied = (await page.evaluate(() => navigator.clipboard.readText())).replaceAll('\u00a0', ' ');
  expect(copied).toContain('Mercredi 24 mars\n• Tractage au marché, de 9 h à 11 h\n  12 rue des Tilleuls, 25000 Besançon, et en ligne\n');
  expect(copied).toContain('• Chez Rose, de 9 h à 11 h\n  Besançon (adresse sur demande), et en ligne\n');
  const everywhere = await page.content();
  for (const closed of ['huis clos', 'visio.exemple', '/evenements/']) expect(copied + everywhere.slice(everywhere.indexOf('<main'), everywhere.indexOf('</main')), closed).not.toContain(closed);
  await expectNoSidewaysScroll(page);

  await page.getByRole('link', { name: 'Pour les membres' }).click();
  await expect(page.getByLabel(text)).toHaveValue(/Bureau à huis clos/);
  await expect(page.getByLabel(text)).toHaveValue(/Chez Rose.*\n {2}12 rue des Tilleuls/);
  await page.getByRole('link', { name: 'Semaine d’après' }).click();
  await expect(page.getByText('Semaine du lundi 29 mars au dimanche 4 avril 2027')).toBeVisible();
  for (let more = 0; more < 24; more++) await at(await makeEvent(site.db, { by: secretary, title: `Porte-à-porte aux Tilleuls, escalier ${more}`, spaces: [section] }), more * 3);
  await page.goto(`${week}&pour=membres`);
  const sheets = (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g);
  expect(sheets).toHaveLength(1);

  const cookie = await sessionCookie(site.db, stranger.id);
  for (const path of [week, `${week}&pour=membres`]) {
    const answer = await http(site.baseURL, path, { cookie });
    expect(answer.status).toBe(403);
    expect(answer.body).not.toMatch(/Tractage|huis clos/);
  }
});
