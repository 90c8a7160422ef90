// Home, agenda and «Tous les événements»: which events are shown to whom, in which order.
import { expect, test } from '../support/test';
import { expectNoAxeViolations, expectNoSidewaysScroll } from '../support/accessibility';
import { makeEvent } from '../support/events';
import { http, sessionCookie } from '../support/http';
import type { Page } from '@playwright/test';

const titles = (page: Page) => page.getByRole('article').getByRole('heading', { level: 3 }).allTextContents();

test('C01 home shows what concerns me and waits for my answer, narrowed by circle', async ({ page, people, signIn, site }) => {
  const federationId = await people.federation();
  const section = await people.section({ federationId });
  const me = await people.member({ section }), secretary = await people.secretary(section), coopain = await people.member(), stranger = await people.member();
  await site.db.rows('insert into bond (member_id, coopain_id) values ($1, $2), ($2, $1)', me.id, coopain.id);
  const group = await site.db.value(`insert into space (kind, parent_id, name) select 'group', id, 'Écoles' from space where kind = 'national' returning id`);
  await site.db.rows('insert into membership (space_id, member_id) values ($1, $2)', group, me.id);
  const make = (title: string, wishes: object, inHours: number) => makeEvent(site.db, { by: stranger, title, inHours, ...wishes });
  await make('Ma section', { by: secretary, spaces: [section] }, 24);
  await make('La fédération', { spaces: [{ id: federationId }] }, 48);
  await make('Le groupe', { spaces: [{ id: group }] }, 72);
  await make('Un coopain, pour tous', { by: coopain, isPublic: true }, 96);
  await make('On m’a invité', { guests: [[me]] }, 120);
  await make('Public, de personne que je connaisse', { isPublic: true }, 12);
  await make('D’une autre section', { spaces: [await people.section()] }, 12);
  await make('Déjà répondu', { spaces: [section], guests: [[me, 'yes']] }, 12);
  await make('Passé', { spaces: [section] }, -30);
  await make('Brouillon d’autrui', { spaces: [section], state: 'draft' }, 12);
  await make('Annulé', { spaces: [section], state: 'cancelled' }, 12);
  await signIn(page, me);
  await page.goto('/');
  expect(await titles(page)).toEqual(['Ma section', 'La fédération', 'Le groupe', 'Un coopain, pour tous', 'On m’a invité']);
  const filter = page.getByRole('navigation', { name: 'Filtrer les événements' });
  for (const [name, expected] of [['Ma section', ['Ma section']], ['Parti', ['La fédération']], ['Mes groupes', ['Le groupe']]] as const) {
    await filter.getByRole('link', { name }).click();
    await expect(filter.getByRole('link', { name })).toHaveAttribute('aria-current', /.+/);
    expect(await titles(page)).toEqual(expected);
  }
  await page.getByRole('link', { name: 'Voir tout : Les événements de mon réseau' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Tous les événements' })).toBeVisible();
  expect(await titles(page)).toContain('Public, de personne que je connaisse');
  expect(await titles(page)).not.toContain('D’une autre section');
});

test('C01 whoever runs a section sees what waits there', async ({ page, people, signIn, site }) => {
  const section = await people.section();
  await site.db.rows(`insert into register_entry (section_id, first_name, last_name, email, incomplete) values ($1, 'A', 'B', null, 'missing'), ($1, 'C', 'D', 'c@exemple.test', null), ($1, 'E', 'F', 'e@exemple.test', null)`, section.id);
  await signIn(page, await people.secretary(section));
  await page.goto('/');
  await page.getByRole('link', { name: '1 profil incomplet' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.goto('/');
  await page.getByRole('link', { name: '2 personnes à inviter' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('E05 the agenda has my dates, my invitations and my own events, each with the filters', async ({ page, people, signIn, site }) => {
  const section = await people.section();
  const me = await people.member({ section }), secretary = await people.secretary(section);
  await makeEvent(site.db, { by: secretary, title: 'J’y vais', spaces: [section], inHours: 48, guests: [[me, 'yes']] });
  await makeEvent(site.db, { by: secretary, title: 'Peut-être', inHours: 24, guests: [[me, 'maybe']] });
  await makeEvent(site.db, { by: secretary, title: 'On m’attend', spaces: [section], guests: [[me]] });
  await makeEvent(site.db, { by: me, title: 'Le mien', isPublic: true, inHours: 72 });
  await makeEvent(site.db, { by: me, title: 'Le mien, passé', isPublic: true, inHours: -72 });
  await signIn(page, me);
  await page.goto('/agenda');
  expect(await titles(page)).toEqual(['Peut-être', 'J’y vais', 'Le mien']);
  await page.getByRole('link', { name: 'Ma section' }).last().click();
  await expect(page).toHaveURL(/cercle=section/);
  expect(await titles(page)).toEqual(['J’y vais']);
  await page.getByRole('link', { name: /Mes invitations/ }).click();
  await expect(page).toHaveURL(/invitations/);
  expect(await titles(page)).toEqual(['On m’attend']);
  await page.getByRole('link', { name: 'Mes événements' }).click();
  await expect(page).toHaveURL(/mes-evenements/);
  expect(await titles(page)).toEqual(['Le mien', 'Le mien, passé']);
});

test('C01 E08 home, agenda and the list serve everyone, empty or not', async ({ page, people, signIn, site }) => {
  test.setTimeout(180_000);
  const section = await people.section();
  const me = await people.member({ section });
  await signIn(page, me);
  for (const path of ['/', '/agenda', '/agenda/invitations', '/agenda/mes-evenements', '/evenements?q=introuvable']) {
    await page.goto(path);
    await expectNoAxeViolations(page);
  }
  await makeEvent(site.db, { by: await people.secretary(section), spaces: [section], goal: 12, guests: [[me]] });
  await makeEvent(site.db, { by: me, state: 'draft' });
  for (const path of ['/', '/agenda/mes-evenements', '/evenements']) {
    await page.goto(path);
    await expectNoAxeViolations(page);
    await expectNoSidewaysScroll(page);
  }
});

test('C01 each page asks the database once, however much there is to show', async ({ people, site }) => {
  const section = await people.section();
  const secretary = await people.secretary(section);
  const cookie = await sessionCookie(site.db, secretary.id);
  const event = await makeEvent(site.db, { by: secretary, spaces: [section], inHours: -1 });
  for (const path of ['/', '/agenda', '/agenda/invitations', '/agenda/mes-evenements', '/evenements', '/evenements?q=porte&km=25&commune=25056', '/evenements/carte/5/16/11', '/evenements/nouveau', `/evenements/${event}`,
    ...['description', 'invitation', 'invites', 'relance', 'annulation', 'bilan'].map((page) => `/evenements/${event}/${page}`)]) {
    const { headers } = await http(site.baseURL, path, { cookie });
    const [statements, rounds] = String(headers['x-database']).match(/\d+/g)!.map(Number);
    expect(rounds, path).toBe(1);
    expect(statements, path).toBeLessThanOrEqual(8);
  }
});
