// Every route of the table × every kind of person → the status they must get. The table is the program's own (`coopol routes`), so that a new route is tried by
// everyone without a line here, or fails for want of an example of what it is about.
import { execFileSync } from 'node:child_process';
import { expect, test } from '../support/test';
import { formToken, http, sessionCookie } from '../support/http';
import { program } from '../support/places';
import type { Database } from '../support/database';
import type { People } from '../support/people';

interface Route { method: string; path: string; need: string; subject: string; signed: boolean }

const routes: Route[] = execFileSync(program, ['routes'], { encoding: 'utf8' }).trim().split('\n').map((line) => {
  const [method, path, need, subject, signed] = line.split('\t');
  return { method, path, need, subject, signed: signed === 'signed' };
});

const kinds = ['visitor', 'member of another section', 'member', 'zone manager', 'secretary', 'secretary of another section', 'referent', 'coopilote'] as const;
type Kind = (typeof kinds)[number];

// Who satisfies a need on the scene's home section, its event, its zone.
const allowed: Record<string, readonly Kind[]> = {
  anyone: kinds,
  member: kinds.filter((kind) => kind !== 'visitor'),
  insider: ['member', 'zone manager', 'secretary'],
  secretary: ['secretary'],
  referent: ['referent'],
  coopilote: ['coopilote'],
  organiser: ['secretary'],
  list_user: ['zone manager', 'secretary'],
};
// What does not say «not yours» but «not there», to whoever may not know.
const hidden = new Set(['list_user']);

interface Scene { people: Record<Exclude<Kind, 'visitor'>, number>; examples: Record<string, string> }

async function makeScene(people: People, db: Database): Promise<Scene> {
  const federation = await people.federation();
  const home = await people.section({ federationId: federation }), other = await people.section({ federationId: federation });
  const secretary = await people.secretary(home);
  const member = await people.member({ section: home });
  const manager = await people.member({ section: home });
  const scene = {
    member: member.id, 'zone manager': manager.id, secretary: secretary.id,
    'member of another section': (await people.member({ section: other })).id,
    'secretary of another section': (await people.secretary(other)).id,
    referent: (await people.referent(federation)).id,
    coopilote: (await people.coopilote()).id,
  };
  const zone = await db.value(`insert into section_list (section_id, kind, name, manager_id) values ($1, 'zone', 'Centre', $2) returning id`, home.id, manager.id);
  const event = await db.value(`insert into event (creator_id, kind, state, title, is_public, space_ids, starts_at, ends_at, published_at, city)
    values ($1, 'door_to_door', 'published', 'Les Tilleuls', true, array[$2::bigint], now() - interval '1 hour', now() + interval '2 hours', now(), 'Besançon') returning id`, secretary.id, home.id);
  const comment = await db.value(`insert into event_comment (event_id, author_id, body) values ($1, $2, 'J’apporte le café.') returning id`, event, member.id);
  const group = await db.value(`insert into space (kind, parent_id, name) select 'group', id, 'Écoles' from space where kind = 'national' returning id`);
  await db.rows(`insert into group_profile (space_id) values ($1)`, group);
  const friend = await people.member();
  const thread = await db.value(`insert into thread (creator_id, subject) values ($1, 'Samedi') returning id`, secretary.id);
  await db.rows('insert into thread_member (thread_id, member_id) values ($1, $2), ($1, $3)', thread, secretary.id, member.id);
  return { people: scene, examples: { section: home.id, federation, space: home.id, list: zone, event, comment, member: friend.id, group, thread, token: 'rien.rien' } as unknown as Record<string, string> };
}

function address(route: Route, scene: Scene): string {
  return route.path.replace(/:(\w+)/g, (_, name) => {
    const value = scene.examples[name];
    if (value === undefined) throw new Error(`${route.path}: give tests/hostile/rights.test.ts an example of «${name}»`);
    return String(value);
  });
}

test('every route lets in those it says, and nobody else', async ({ site, people }) => {
  test.setTimeout(300_000);
  const scene = await makeScene(people, site.db);
  const wrong: string[] = [];
  for (const route of routes) {
    for (const kind of kinds) {
      const session = kind === 'visitor' ? undefined : await sessionCookie(site.db, scene.people[kind]);
      const token = route.method === 'GET' ? { cookie: session, csrf: '' } : await formToken(site.baseURL, session);
      const answer = await http(site.baseURL, address(route, scene), {
        method: route.method, cookie: token.cookie,
        ...(route.method === 'GET' ? {} : { body: `csrf=${encodeURIComponent(token.csrf)}`, headers: { origin: site.baseURL } }),
      });
      const asksToSignIn = answer.status === 401 || (answer.status === 303 && String(answer.headers.location).startsWith('/?retour='));
      const refused = asksToSignIn || answer.status === 403 || answer.status === 404;
      const may = allowed[route.need].includes(kind);
      const line = `${route.method} ${route.path} (${route.need}) × ${kind} → ${answer.status}`;
      if (answer.status >= 500) wrong.push(`${line}: an error of ours`);
      else if (may && refused && !ownPower(route, kind, answer.status)) wrong.push(`${line}: should be let in`);
      else if (!may && kind === 'visitor' && !asksToSignIn) wrong.push(`${line}: a visitor is asked to sign in`);
      else if (!may && kind !== 'visitor' && answer.status !== (hidden.has(route.need) ? 404 : 403)) wrong.push(`${line}: should be ${hidden.has(route.need) ? 404 : 403}`);
    }
  }
  expect(wrong).toEqual([]);
});

// Open to all by the table, yet about something that only some hold: a conversation, a link that was signed for one person, a line of one's own register.
function ownPower(route: Route, _kind: Kind, status: number): boolean {
  return status === 404 && /:(thread|token|import|entry|invitation|session)\b/.test(route.path);
}

test('every write wants a token of the very session, and the site’s own origin', async ({ site, people }) => {
  test.setTimeout(300_000);
  const scene = await makeScene(people, site.db);
  const thief = await formToken(site.baseURL, await sessionCookie(site.db, scene.people.member));
  const wrong: string[] = [];
  for (const route of routes.filter((r) => r.method !== 'GET' && !r.signed)) {
    const own = await formToken(site.baseURL, await sessionCookie(site.db, scene.people.secretary));
    const attempts: [string, string, Record<string, string>][] = [
      ['without a token', '', {}],
      ['with a stolen token', `csrf=${thief.csrf}`, {}],
      ['with a mangled token', `csrf=${own.csrf.slice(0, -2)}AA`, {}],
      ['from another origin', `csrf=${own.csrf}`, { origin: 'https://ailleurs.example' }],
      ['from a page without origin', `csrf=${own.csrf}`, { origin: 'null' }],
      ['from another site, as the browser says', `csrf=${own.csrf}`, { 'sec-fetch-site': 'cross-site' }],
    ];
    for (const [how, body, headers] of attempts) {
      const answer = await http(site.baseURL, address(route, scene), { method: route.method, cookie: own.cookie, body, headers });
      if (answer.status !== 403) wrong.push(`${route.method} ${route.path} ${how} → ${answer.status}`);
    }
  }
  expect(wrong).toEqual([]);
});
