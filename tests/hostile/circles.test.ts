// What one may not see answers like what never existed, and does so from one request to the next. B01, B07, C06, D02, E06.
import { expect, test } from '../support/test';
import { formToken, http, sessionCookie, told } from '../support/http';
import { routes } from '../support/routes';
import type { Database } from '../support/database';
import type { Section } from '../support/people';

const nobody = 999_999_999;

async function eventOf(db: Database, section: Section, creator: number, title: string): Promise<number> {
  return db.value(`insert into event (creator_id, kind, state, title, space_ids, starts_at, ends_at, published_at, city)
    values ($1, 'leafleting', 'published', $2, array[$3::bigint], now() + interval '1 day', now() + interval '1 day 2 hours', now(), 'Besançon') returning id`, creator, title, section.id);
}

test('each address of something hidden answers as if it had never been', async ({ site, people }) => {
  test.setTimeout(120_000);
  const section = await people.section();
  const stranger = await people.member({ section: await people.section() });
  const secretary = await people.secretary(section);
  const event = await eventOf(site.db, section, secretary.id, 'Rendez-vous discret');
  const thread = await site.db.value<number>(`insert into thread (creator_id, subject) values ($1, 'Entre nous') returning id`, secretary.id);
  await site.db.rows('insert into thread_member (thread_id, member_id) values ($1, $2)', thread, secretary.id);
  const hidden: Record<string, number> = { event, thread, member: (await people.member({ section, visibility: 'secretary' })).id };
  const cookie = await sessionCookie(site.db, stranger.id);
  const { csrf } = await formToken(site.baseURL, cookie);
  const wrong: string[] = [];
  for (const route of routes) {
    const [, what] = /:(\w+)/.exec(route.path) ?? [];
    if (!(what in hidden)) continue;
    const ask = (id: number) => http(site.baseURL, route.path.replace(`:${what}`, String(id)).replace(/:\w+/, '1'), { method: route.method, cookie,
      ...(route.method === 'GET' ? {} : { body: new URLSearchParams({ csrf, answer: 'yes', text: 'Coucou', body: 'Coucou', reponse: 'oui' }).toString() }) });
    const one = await ask(hidden[what]), none = await ask(nobody);
    if (told(one, hidden[what]) !== told(none, nobody)) wrong.push(`${route.method} ${route.path}: ${one.status} unlike ${none.status}`);
    if (/discret|Entre nous/.test(one.body)) wrong.push(`${route.method} ${route.path} says what it is`);
  }
  expect(wrong).toEqual([]);
});

test('A09 whoever hides is gone from profile, directory, search and the list of recipients at once', async ({ site, people }) => {
  const mine = await people.section();
  const viewer = await people.member({ section: mine });
  const hider = await people.member({ firstName: 'Zéphyrine', lastName: 'Quatrelivres', section: mine });
  const cookie = await sessionCookie(site.db, viewer.id);
  const pages = [`/membres/${hider.id}`, '/membres?apres_nom=Qua&apres_prenom=&apres=0', '/membres?q=quatrelivres', '/membres?q=zephirine%20quatrelivre', '/recherche?q=quatreliv',
    `/messages/nouveau?a=${hider.id}`, `/sections/${mine.id}/membres`];
  const seen = async () => (await Promise.all(pages.map(async (page) => [page, (await http(site.baseURL, page, { cookie })).body.includes('Quatrelivres')] as const)))
    .filter(([, there]) => there).map(([page]) => page);
  expect(await seen()).toEqual(pages);
  await site.db.rows(`update member set visibility = 'secretary' where id = $1`, hider.id);
  expect(await seen()).toEqual([]);
  const { csrf } = await formToken(site.baseURL, cookie);
  const write = (to: number) => http(site.baseURL, '/messages', { method: 'POST', cookie, body: new URLSearchParams({ csrf, to: String(to), subject: 'Bonjour', body: 'Es-tu là ?' }).toString() });
  expect(told(await write(hider.id), hider.id)).toBe(told(await write(nobody), nobody));
  expect(await site.db.value('select count(*) from thread_member where member_id = $1', hider.id)).toBe(0);
});

test('whoever leaves a section has lost it at the next request', async ({ site, people }) => {
  const section = await people.section();
  const secretary = await people.secretary(section);
  const leaver = await people.member({ section });
  const event = await eventOf(site.db, section, secretary.id, 'Collage au petit matin');
  const cookie = await sessionCookie(site.db, leaver.id);
  const { csrf } = await formToken(site.baseURL, cookie);
  const get = async (path: string) => (await http(site.baseURL, path, { cookie }));
  expect((await get(`/evenements/${event}`)).status).toBe(200);
  expect((await get(`/sections/${section.id}/membres`)).status).toBe(200);
  expect((await get('/')).body).toContain('Collage au petit matin');

  await site.db.rows('delete from membership where space_id = $1 and member_id = $2', section.id, leaver.id);
  expect((await get(`/evenements/${event}`)).status).toBe(404);
  expect((await get(`/sections/${section.id}/membres`)).status).toBe(403);
  for (const page of ['/', '/agenda', '/evenements', '/recherche?q=collage', `/sections/${section.id}`]) expect((await get(page)).body, page).not.toContain('petit matin');
  const write = (path: string, fields: Record<string, string>) => http(site.baseURL, path, { method: 'POST', cookie, body: new URLSearchParams({ csrf, ...fields }).toString() });
  expect((await write(`/evenements/${event}/reponse`, { answer: 'yes' })).status).toBe(404);
  expect((await write(`/evenements/${event}/commentaires`, { text: 'Encore moi' })).status).toBe(404);
  expect(await site.db.value('select (select count(*) from event_comment where event_id = $1) + (select count(*) from event_guest where event_id = $1)', event)).toBe(0);
});

test('a secretary who is one no more runs nothing at the next request', async ({ site, people }) => {
  const section = await people.section();
  const former = await people.secretary(section);
  const cookie = await sessionCookie(site.db, former.id);
  const office = routes.filter(({ method, need, path }) => method === 'GET' && (need === 'secretary' || need.startsWith('office ')) && !/:(?!section)/.test(path)).map(({ path }) => path.replace(':section', String(section.id)));
  expect(office.length).toBeGreaterThan(3);
  const open = async () => (await Promise.all(office.map(async (page) => [page, (await http(site.baseURL, page, { cookie })).status] as const))).filter(([, status]) => status < 400).map(([page]) => page);
  expect(await open()).toEqual(office);
  await site.db.rows(`update membership set role = 'member' where member_id = $1`, former.id);
  expect(await open()).toEqual([]);
});
