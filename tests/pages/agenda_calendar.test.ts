// The agenda as a month and as a week (E08).
import type { Page } from '@playwright/test';
import { expectNoAxeViolations, expectNoSidewaysScroll } from '../support/accessibility';
import { makeEvent } from '../support/events';
import { http, sessionCookie } from '../support/http';
import { expect, test } from '../support/test';

/** On that day of next June, by the clocks of Paris. */
const june = (day: number, hour: string) => `${new Date().getFullYear() + 1}-06-${String(day).padStart(2, '0')} ${hour} Europe/Paris`;
const year = new Date().getFullYear() + 1;
const cards = (page: Page) => page.getByRole('article').getByRole('heading', { level: 3 });

test('E08 a month shows what is on each day; a day opens its cards, and an answer there stays there', async ({ page, people, signIn, site }) => {
  const me = await people.member(), other = await people.member();
  const at = async (title: string, starts: string, ends: string, answer?: 'yes' | 'maybe') => {
    const event = await makeEvent(site.db, { by: other, title, guests: [answer ? [me, answer] : [me]] });
    await site.db.rows('update event set starts_at = $2, ends_at = $3 where id = $1', event, starts, ends);
    return event;
  };
  await at('Débat', june(10, '19:00'), june(10, '21:00'), 'yes');
  await at('Tractage', june(10, '08:00'), june(10, '09:00'), 'maybe');
  await at('Université d’été', june(9, '09:00'), june(11, '17:00'), 'yes');
  await at('On m’attend', june(12, '18:00'), june(12, '19:00'));
  await signIn(page, me);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(`/agenda?vue=mois&jour=${year}-06-01`);
  await expect(page.getByRole('heading', { level: 2, name: `juin ${year}`, exact: true })).toBeVisible();
  const cell = (day: number) => page.getByRole('cell').filter({ has: page.getByRole('link', { name: new RegExp(`(^|\\D)${day} juin`) }) });
  await expect(cell(10).getByRole('listitem')).toHaveText(['Université d’été', '8 h Tractage', '19 h Débat']);
  await expect(cell(11).getByRole('listitem')).toHaveText(['Université d’été']);
  await expect(cell(12).getByRole('listitem')).toHaveCount(0);

  await page.setViewportSize({ width: 390, height: 844 });
  await expect(cell(10).getByRole('listitem'), 'a telephone shows dots').toHaveCount(0);
  await page.getByRole('link', { name: /10 juin, 3 dates/ }).click();
  await expect(page).toHaveURL(new RegExp(`jour=${year}-06-10`));
  await expect(cards(page)).toHaveText(['Université d’été', 'Tractage', 'Débat']);
  await page.getByRole('article').filter({ hasText: 'Tractage' }).getByRole('button', { name: 'Je ne participe pas' }).click();
  await expect(cards(page)).toHaveText(['Université d’été', 'Débat']);
  await expect(page.getByRole('link', { name: /10 juin, 2 dates/ }), 'and in the grid').toBeVisible();
  await expect(page).toHaveURL(new RegExp(`vue=mois&jour=${year}-06-10`));
  await expectNoAxeViolations(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole('link', { name: /Mes invitations/ }).click();
  await expect(page, 'another tab keeps month and day').toHaveURL(new RegExp(`invitations\\?vue=mois&jour=${year}-06-10`));
  await expect(page.getByRole('link', { name: /12 juin, 1 date/ })).toBeVisible();
});

test('E08 a week shows its days; by keyboard from week to week, from day to day, and back to today', async ({ page, people, signIn, site }) => {
  const me = await people.member();
  const past = await makeEvent(site.db, { by: me, title: 'Passé depuis longtemps' });
  await site.db.rows('update event set starts_at = $2, ends_at = $3 where id = $1', past, '2024-02-29 18:00 Europe/Paris', '2024-02-29 20:00 Europe/Paris');
  await signIn(page, me);
  await page.goto('/agenda?vue=semaine&jour=2024-03-07');
  await expect(page.getByText('Rien cette semaine.')).toBeVisible();
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('heading', { level: 2, name: 'du 26 février au 3 mars 2024' })).toBeVisible();
  await expect(cards(page), 'what is past stays to be read').toHaveText(['Passé depuis longtemps']);
  await page.getByRole('link', { name: /29 février, 1 date/ }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('link', { name: /1er mars|1 mars/ })).toBeFocused();
  await page.getByRole('banner').getByRole('combobox').focus();
  await page.keyboard.press('t');
  await expect(page, 'a letter in a field is a letter').toHaveURL(/2024-02-29/);
  await page.getByRole('link', { name: /29 février, 1 date/ }).focus();
  await page.keyboard.press('t');
  await expect(page).toHaveURL(/vue=semaine$/);
  await page.goto('/agenda');
  await page.getByRole('link', { name: 'Ce qui est passé' }).click();
  await expect(cards(page)).toHaveText(['Passé depuis longtemps']);
});

test('E08 each view asks the database once, and weighs little, for somebody with three hundred dates in a month', async ({ people, site }) => {
  const me = await people.member();
  await site.db.rows(`with made as (insert into event (creator_id, kind, state, title, is_public, starts_at, ends_at, published_at, city)
    select $1, 'meeting', 'published', 'Réunion ' || x, true, date_trunc('month', now()) + x * interval '2 hours', date_trunc('month', now()) + (x + 1) * interval '2 hours', now(), 'Besançon' from generate_series(1, 300) x returning id)
    insert into event_guest (event_id, member_id, answer, answered_at) select id, $1, 'yes', now() from made`, me.id);
  const cookie = await sessionCookie(site.db, me.id);
  for (const tab of ['', '/invitations', '/mes-evenements']) {
    for (const view of ['vue=mois', 'vue=semaine', 'passe=oui']) {
      const { status, headers } = await http(site.baseURL, `/agenda${tab}?${view}`, { cookie, headers: { 'accept-encoding': 'br' } });
      const [statements, rounds] = String(headers['x-database']).match(/\d+/g)!.map(Number);
      expect([status, rounds], tab + view).toEqual([200, 1]);
      expect(statements, tab + view).toBeLessThanOrEqual(6);
      expect(Number(headers['content-length']), tab + view).toBeLessThan(16 * 1024);
    }
  }
});
