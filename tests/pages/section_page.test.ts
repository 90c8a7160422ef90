// What a section shows of itself: a badge to every member, its life to its own.
import { http, sessionCookie } from '../support/http';
import { expect, test } from '../support/test';

test('S01 the badge is for all; events, coming and past, and members are behind tabs for the section’s own', async ({ people, site }) => {
  const section = await people.section({ name: 'Les Tilleuls' }), elsewhere = await people.section();
  const secretary = await people.secretary(section), insider = await people.member({ section }), stranger = await people.member({ section: elsewhere });
  await site.db.rows(`update section_profile set address = '12 rue des Tilleuls', postcode = '25000', city = 'Besançon', phone = '+33381001122', treasurer = 'Yann Quéméner', bureau = 'Soizic Péron', website = 'https://tilleuls.example' where space_id = $1`, section.id);
  const plan = (title: string, space: number, start: string) => site.db.rows(`insert into event (creator_id, kind, state, title, is_public, space_ids, starts_at, ends_at, published_at, city)
    values ($1, 'section_meeting', 'published', $2, false, array[$3::bigint], now() + $4::interval, now() + $4::interval + interval '2 hours', now(), 'Besançon')`, secretary.id, title, space, start);
  await plan('Réunion de rentrée', section.id, '3 days');
  for (let n = 1; n <= 25; ++n) await plan(`Réunion passée ${n}.`, section.id, `-${n} days`);
  await plan('Ailleurs', elsewhere.id, '2 days');
  const get = async (path: string, who: { id: number }) => http(site.baseURL, `/sections/${section.id}${path}`, { cookie: await sessionCookie(site.db, who.id) });

  const badge = (await get('', stranger)).body;
  for (const words of ['12 rue des Tilleuls', '03\u00a081\u00a000\u00a011\u00a022', 'Yann Quéméner', 'Soizic Péron', 'https://tilleuls.example', secretary.name]) expect(badge).toContain(words);
  for (const words of ['Pages de la section', 'Réunion de rentrée', 'Réunion passée', insider.name]) expect(badge).not.toContain(words);
  for (const path of ['/evenements', '/membres']) expect((await get(path, stranger)).status).toBe(403);

  const own = (await get('', insider)).body;
  const tabs = [...own.slice(own.indexOf('aria-label="Pages de la section"')).split('</nav>')[0].matchAll(/href="([^"]+)"/g)].map(([, address]) => address);
  expect(tabs).toEqual(['', '/evenements', '/membres'].map((path) => `/sections/${section.id}${path}`));
  for (const tab of tabs) expect((await get(tab.replace(`/sections/${section.id}`, ''), insider)).status).toBe(200);
  const events = (await get('/evenements', insider)).body;
  expect(events).toContain('Réunion de rentrée');
  expect(events).not.toContain('Ailleurs');
  const past = (body: string) => [...body.matchAll(/Réunion passée (\d+)\./g)].map(([, n]) => Number(n)).filter((n, at, all) => all.indexOf(n) === at);
  expect(past(events)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
  const further = /href="\/sections\/\d+(\/evenements\?apres=\d+)"/.exec(events)![1];
  expect(past((await get(further, insider)).body)).toEqual([21, 22, 23, 24, 25]);
});
