// Every route of the table × every kind of person → the status they must get. The table is the program's own (`coopol routes`), so that a new route is tried by
// everyone without a line here, or fails for want of an example of what it is about.
import { expect, test } from '../support/test';
import { formToken, http, sessionCookie } from '../support/http';
import { address, routes, type Route } from '../support/routes';
import { allowed, kinds, makeScene, type Kind } from '../support/scene';

// What does not say «not yours» but «not there», to whoever may not know.
const hidden = new Set(['list_user']);

// Rates are counted by address, and are another test's business.
let requests = 0;
const fromElsewhere = () => ({ 'x-forwarded-for': `198.19.${++requests >> 8}.${requests & 255}` });

test('every route lets in those it says, and nobody else', async ({ site, people }) => {
  test.setTimeout(300_000);
  const scene = await makeScene(people, site.db);
  const wrong: string[] = [];
  const removesTheExample = (route: Route) => Number(route.path.endsWith('/suppression'));
  for (const route of [...routes].sort((a, b) => removesTheExample(a) - removesTheExample(b))) {
    for (const kind of kinds) {
      const session = kind === 'visitor' ? undefined : await sessionCookie(site.db, scene.people[kind].id);
      const token = route.method === 'GET' ? { cookie: session, csrf: '' } : await formToken(site.baseURL, session);
      const answer = await http(site.baseURL, address(route, scene), {
        method: route.method, cookie: token.cookie,
        ...(route.method === 'GET' ? {} : { body: `csrf=${encodeURIComponent(token.csrf)}`, headers: { origin: site.baseURL, ...fromElsewhere() } }),
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
  return status === 404 && /:(thread|token|import|batch|entry|invitation|session|comment)\b|^\/co-organisation\/|^\/zones\/:list\/courrier\/:letter|\/secretaire\/(renvoi|retrait|fin)$/.test(route.path);
}

test('every write wants a token of the very session, and the site’s own origin', async ({ site, people }) => {
  test.setTimeout(300_000);
  const scene = await makeScene(people, site.db);
  const thief = await formToken(site.baseURL, await sessionCookie(site.db, scene.people.member.id));
  const wrong: string[] = [];
  for (const route of routes.filter((r) => r.method !== 'GET' && !r.signed)) {
    const own = await formToken(site.baseURL, await sessionCookie(site.db, scene.people.secretary.id));
    const attempts: [string, string, Record<string, string>][] = [
      ['without a token', '', {}],
      ['with a stolen token', `csrf=${thief.csrf}`, {}],
      ['with a mangled token', `csrf=${own.csrf.startsWith('A') ? 'B' : 'A'}${own.csrf.slice(1)}`, {}],
      ['from another origin', `csrf=${own.csrf}`, { origin: 'https://ailleurs.example' }],
      ['from a page without origin', `csrf=${own.csrf}`, { origin: 'null' }],
      ['from another site, as the browser says', `csrf=${own.csrf}`, { 'sec-fetch-site': 'cross-site' }],
    ];
    for (const [how, body, headers] of attempts) {
      const answer = await http(site.baseURL, address(route, scene), { method: route.method, cookie: own.cookie, body, headers: { ...headers, ...fromElsewhere() } });
      if (answer.status !== 403) wrong.push(`${route.method} ${route.path} ${how} → ${answer.status}`);
    }
  }
  expect(wrong).toEqual([]);
});
