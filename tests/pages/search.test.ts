// One box over everything. C06.
import { expect, test } from '../support/test';
import { http, sessionCookie } from '../support/http';

test('C06 each kind is found from one box, and one may choose it', async ({ openPage, people, site }) => {
  const section = await people.section({ name: 'Section de Saint-Kalanque' });
  const me = await people.member({ section });
  await people.member({ section, firstName: 'Jean-François', lastName: 'Kalanquois' });
  await site.db.rows(`insert into event (creator_id, kind, state, title, is_public, starts_at, ends_at, city) values ($1, 'debate', 'published', 'Débats de la kalanque', true, now() + interval '1 day', now() + interval '2 days', 'Dole')`, me.id);
  const group = await site.db.value<number>(`insert into space (kind, parent_id, name) select 'group', id, 'Kalanque propre' from space where kind = 'national' returning id`);
  await site.db.rows('insert into group_profile (space_id) values ($1)', group);
  await site.db.rows(`insert into activity (kind, member_id, body) values ('status', $1, 'Belle matinée dans les kalanques.')`, me.id);
  const page = await openPage(me);
  await page.goto('/recherche?q=kalanque');
  const main = page.getByRole('main');
  for (const heading of ['Membres', 'Événements', 'Sections', 'Groupes', 'Statuts']) await expect(main.getByRole('heading', { name: heading })).toBeVisible();
  await page.getByRole('navigation', { name: 'Choisir ce que l’on cherche' }).getByRole('link', { name: 'Groupes' }).click();
  await expect(main.getByRole('link', { name: 'Kalanque propre' })).toBeVisible();
  await expect(main.getByRole('heading', { name: 'Membres' })).toHaveCount(0);
  for (const [words, found] of [['st kalanque', 'Section de Saint-Kalanque'], ['kalanquois jean francois', 'Jean-François Kalanquois'], ['JEAN-FRANÇOIS kalanqois', 'Jean-François Kalanquois'], ['débat', 'Débats de la kalanque'], ['doub', 'Doubs']] as const) {
    await page.goto(`/recherche?q=${encodeURIComponent(words)}`);
    await expect(main.getByRole('link', { name: new RegExp(found) }).first(), words).toBeVisible();
  }
});

test('C06 @live proposals come as one types, and the keyboard walks through them', async ({ openPage, people }) => {
  const section = await people.section();
  const me = await people.member({ section });
  const other = await people.member({ section, firstName: 'Xénia', lastName: 'Xylophène' });
  const page = await openPage(me);
  await page.goto('/agenda');
  const box = page.getByRole('combobox', { name: 'Rechercher' });
  await expect(box).toHaveAttribute('aria-expanded', 'false');
  await box.pressSequentially('x');
  const list = page.getByRole('listbox', { name: 'Propositions' });
  await expect(list.getByRole('option', { name: /Xénia Xylophène/ })).toBeVisible();
  await expect(box).toHaveAttribute('aria-expanded', 'true');
  await box.press('Escape');
  await expect(list).toBeHidden();
  await box.pressSequentially('yloph');
  await box.press('ArrowDown');
  const option = list.getByRole('option', { name: /Xénia Xylophène/ });
  await expect(option).toHaveAttribute('aria-selected', 'true');
  await expect(box).toHaveAttribute('aria-activedescendant', (await option.getAttribute('id'))!);
  await expect(box).toBeFocused();
  await box.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/membres/${other.id}$`));
  await page.goto('/agenda'); // the address already there would tell nothing of the next visit
  await box.fill('xyloph');
  await list.getByRole('option').first().click();
  await expect(page).toHaveURL(new RegExp(`/membres/${other.id}$`));
  await page.goto('/agenda');
  await box.fill('xyloph');
  await box.press('Enter');
  await expect(page).toHaveURL(/\/recherche\?q=xyloph/);
});

test('C06 what one may not see is proposed and found by nobody else', async ({ people, site }) => {
  const section = await people.section(), viewer = await people.member();
  const hidden = await people.member({ section, visibility: 'circle', firstName: 'Wilfrid', lastName: 'Wagnérien' });
  await site.db.rows(`insert into activity (kind, member_id, body) values ('status', $1, 'Wagnérien je suis.')`, hidden.id);
  await site.db.rows(`insert into event (creator_id, kind, state, title, space_ids, starts_at, ends_at, city) values ($1, 'debate', 'published', 'Wagnérien à huis clos', array[$2::bigint], now() + interval '1 day', now() + interval '2 days', 'Dole')`, hidden.id, section.id);
  const cookie = await sessionCookie(site.db, viewer.id);
  for (const words of ['w', 'wa', 'wagn', 'wagnerien', 'wagnérien wilfrid', 'wagnreien'])
    for (const path of ['/recherche', '/recherche/propositions', '/membres']) {
      const { status, body } = await http(site.baseURL, `${path}?q=${encodeURIComponent(words)}`, { cookie });
      expect(status).toBe(200);
      expect(body.replaceAll(/value="[^"]*"/g, ''), `${path} ${words}`).not.toMatch(/Wagnérien (à|je)|Wilfrid Wag/);
    }
});
