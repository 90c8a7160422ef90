// The directory, profiles, coopains, messages, groups and search: what the télécommande and the top bar lead to.
import { expect, test } from '../support/test';
import { http, sessionCookie } from '../support/http';

test('C05 the top bar and the foot lead somewhere on every page', async ({ page, people, signIn }) => {
  const section = await people.section();
  await signIn(page, await people.member({ section }));
  await page.goto('/membres');
  for (const name of ['Tous les membres', 'Tous les événements', 'Tous les groupes', 'Tout le PS']) {
    await page.getByRole('banner').getByRole('link', { name }).click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
  const foot = page.getByRole('contentinfo');
  for (const name of ['Signaler un abus', 'Charte', 'Contacter l’équipe', 'Mentions légales']) {
    await foot.getByRole('link', { name }).click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
  await expect(foot.getByRole('link', { name: 'Haut de page' })).toHaveAttribute('href', /^#/);
});

test('C05 the search box finds people, events and sections, whatever the accents', async ({ page, people, signIn, site }) => {
  const section = await people.section({ name: 'Section de Besançon-les-Bains' });
  const me = await people.member({ section });
  await people.member({ section, firstName: 'Éléonore', lastName: 'Zéphyrin' });
  await site.db.rows(`insert into event (creator_id, kind, state, title, is_public, starts_at, ends_at, city) values ($1, 'debate', 'published', 'Débat Zéphyr', true, now() + interval '1 day', now() + interval '2 days', 'Dole')`, me.id);
  await signIn(page, me);
  await page.goto('/membres');
  await page.getByRole('combobox', { name: 'Rechercher' }).fill('zephyr');
  await page.getByRole('combobox', { name: 'Rechercher' }).press('Enter');
  await expect(page.getByRole('link', { name: 'Éléonore Zéphyrin' })).toBeVisible();
  await expect(page.getByRole('link', { name: /Débat Zéphyr/ })).toBeVisible();
  await page.goto('/recherche?q=besancon+bains');
  await expect(page.getByRole('link', { name: 'Section de Besançon-les-Bains' })).toBeVisible();
  await page.goto('/membres?q=zephyrin+eleo');
  await expect(page.getByRole('main').getByRole('link', { name: 'Éléonore Zéphyrin' })).toBeVisible();
});

test('A09 who chose a circle is found by it alone, and their page answers others like no page', async ({ people, site }) => {
  const home = await people.section(), away = await people.section();
  const hidden = await people.member({ section: home, visibility: 'circle', firstName: 'Discrète', lastName: 'Quidam' });
  const fellow = await people.member({ section: home }), stranger = await people.member({ section: away });
  const see = async (viewer: number, path: string) => http(site.baseURL, path, { cookie: await sessionCookie(site.db, viewer) });
  expect((await see(fellow.id, `/membres/${hidden.id}`)).status).toBe(200);
  expect((await see(fellow.id, '/recherche?q=quidam')).body).toContain('Discrète Quidam');
  const refused = await see(stranger.id, `/membres/${hidden.id}`), nobody = await see(stranger.id, '/membres/999999999');
  expect(refused.status).toBe(404);
  expect(refused.body).toBe(nobody.body);
  for (const path of ['/recherche?q=quidam', '/membres?q=quidam', '/membres']) expect((await see(stranger.id, path)).body).not.toContain('Quidam');
});

test('C04 the counter of requests is shown, and moves once they are settled', async ({ page, openPage, people }) => {
  const section = await people.section();
  const me = await people.member({ section }), other = await people.member({ section, firstName: 'Malik', lastName: 'Oudin' });
  const theirs = await openPage(other);
  await theirs.goto(`/membres/${me.id}`);
  await theirs.getByRole('button', { name: 'Ajouter' }).click();
  await theirs.getByRole('button', { name: /Oui|Confirmer|Ajouter/ }).last().click();
  await expect(theirs.getByText('Demande envoyée').first()).toBeVisible();

  const mine = await openPage(me);
  await mine.goto('/membres');
  await expect(mine.getByRole('navigation', { name: /Télécommande/ }).getByRole('link', { name: /Mes coopains/ })).toContainText('1');
  await mine.goto('/coopains/demandes');
  await mine.getByRole('button', { name: 'Accepter' }).click();
  await mine.getByRole('dialog').getByRole('button', { name: 'Oui' }).click();
  await expect(mine.getByText('Vous voilà coopains.')).toBeVisible();
  await expect(mine.getByRole('navigation', { name: /Télécommande/ }).getByRole('link', { name: /Mes coopains/ })).not.toContainText('1');
  await mine.goto('/coopains');
  await expect(mine.getByRole('link', { name: 'Malik Oudin', exact: true })).toBeVisible();
  void page;
});

test('D01 D02 a message is read by those it was written to; C04 the count of unread goes with it', async ({ openPage, people, site }) => {
  const section = await people.section();
  const writer = await people.member({ section }), reader = await people.member({ section, firstName: 'Rose', lastName: 'Amiel' }), outsider = await people.member({ section });
  const theirs = await openPage(writer);
  await theirs.goto(`/messages/nouveau?a=${reader.id}`);
  await expect(theirs.getByRole('checkbox', { name: 'Rose Amiel' })).toBeChecked();
  await theirs.getByLabel('Objet').fill('Samedi matin');
  await theirs.getByRole('textbox', { name: 'Message' }).fill('Tu viens <b>samedi</b> ?');
  await theirs.getByRole('button', { name: 'Envoyer' }).click();
  await expect(theirs.getByRole('heading', { name: 'Samedi matin' })).toBeVisible();
  await expect(theirs.getByText('Tu viens <b>samedi</b> ?')).toBeVisible();

  const page = await openPage(reader);
  await page.goto('/messages');
  await expect(page.getByRole('navigation', { name: /Télécommande/ }).getByRole('link', { name: /messagerie/i }).first()).toContainText('1');
  await page.getByRole('link', { name: /Samedi matin/ }).click();
  await expect(page.getByRole('navigation', { name: /Télécommande/ }).getByRole('link', { name: /messagerie/i }).first()).not.toContainText('1');
  await page.getByRole('textbox', { name: 'Ta réponse' }).fill('Oui, à 9 h 50.');
  await page.getByRole('button', { name: 'Répondre' }).click();
  await expect(page.getByText('Oui, à 9 h 50.')).toBeVisible();
  // D05: the same address is nothing for anybody else, whatever their role.
  for (const id of [outsider.id, (await people.coopilote()).id, (await people.secretary(section)).id])
    expect((await http(site.baseURL, new URL(page.url()).pathname, { cookie: await sessionCookie(site.db, id) })).status).toBe(404);
});

test('D03 a broadcast is not answered, and its readers do not see each other', async ({ openPage, people, site }) => {
  const section = await people.section();
  const writer = await people.member({ section }), one = await people.member({ section, firstName: 'Albin', lastName: 'Premier' }), two = await people.member({ section, firstName: 'Ariane', lastName: 'Seconde' });
  for (const other of [one, two]) await site.db.rows('insert into bond (member_id, coopain_id) values ($1, $2), ($2, $1)', writer.id, other.id);
  const page = await openPage(writer);
  await page.goto('/messages/nouveau');
  await page.getByRole('checkbox', { name: 'Albin Premier' }).check();
  await page.getByRole('checkbox', { name: 'Ariane Seconde' }).check();
  await page.getByLabel('Objet').fill('La semaine');
  await page.getByRole('textbox', { name: 'Message' }).fill('Jeudi, réunion de section.');
  await page.getByRole('checkbox', { name: /Ne pas permettre/ }).check();
  await page.getByRole('button', { name: 'Envoyer' }).click();
  await expect(page.getByRole('heading', { name: 'La semaine' })).toBeVisible();
  const reading = await openPage(one);
  await reading.goto(new URL(page.url()).pathname);
  await expect(reading.getByText('On ne peut pas répondre')).toBeVisible();
  await expect(reading.getByText('Ariane Seconde')).toHaveCount(0);
});

test('G06 a group is made, joined and left', async ({ openPage, people }) => {
  const maker = await people.member(), other = await people.member();
  const page = await openPage(maker);
  await page.goto('/groupes/nouveau');
  await page.getByRole('button', { name: 'Créer le groupe' }).click();
  await expect(page.getByText('Donne un nom au groupe.').first()).toBeVisible();
  await page.getByLabel('Nom du groupe').fill('Jardins de la gare');
  await page.getByRole('button', { name: 'Créer le groupe' }).click();
  await expect(page.getByRole('heading', { name: 'Jardins de la gare' })).toBeVisible();
  const second = await openPage(other);
  await second.goto('/groupes?q=jardin');
  await second.getByRole('link', { name: 'Jardins de la gare' }).click();
  await second.getByRole('button', { name: 'Rejoindre' }).click();
  await expect(second.getByText('2 membres')).toBeVisible();
  await second.goto('/mes-groupes');
  await expect(second.getByRole('link', { name: 'Jardins de la gare' })).toBeVisible();
});
