// Whatever a page offers leads somewhere: each link of each page, followed by whoever sees it, and each form's address in the route table.
import { http, sessionCookie } from '../support/http';
import { everyPage } from '../support/pages';
import { routes } from '../support/routes';
import { expect, test } from '../support/test';

const patterns = routes.map(({ method, path }) => ({ method, path, matches: new RegExp(`^${path.replace(/\./g, '\\.').replace(/:\w+/g, '[^/]+')}$`) }));
const routeOf = (method: string, path: string) => patterns.find((route) => route.method === method && route.matches.test(path));
const plain = (html: string) => html.replaceAll('&amp;', '&').replaceAll('&#39;', '\'');

test('every link and every form leads where whoever sees it may go', async ({ site, people, mailbox }) => {
  test.setTimeout(120_000);
  const every = await everyPage({ baseURL: site.baseURL, db: site.db, server: site.server, people, mailbox });
  const wrong: string[] = [], followed = new Set<string>();
  for (const { address, kinds } of every.pages) {
    for (const kind of kinds) {
      const cookie = kind === 'visitor' ? undefined : await sessionCookie(site.db, every.scene.people[kind].id);
      const { body, headers } = await http(site.baseURL, address, { cookie });
      if (!String(headers['content-type']).includes('text/html')) continue;
      for (const [, action] of body.matchAll(/<form[^>]* method="post"[^>]* action="([^"]+)"|formaction="([^"]+)"/g)) {
        if (action && !routeOf('POST', plain(action).split('?')[0])) wrong.push(`${address} as ${kind}: no form goes to ${action}`);
      }
      for (const [, href] of body.matchAll(/<a [^>]*href="(\/[^"#]*)/g)) {
        const target = plain(href), route = routeOf('GET', target.split('?')[0]);
        if (!route) { wrong.push(`${address} as ${kind}: ${target} is no page`); continue; }
        const asked = `${kind} ${route.path} ${target.includes('?')}`;
        if (followed.has(asked)) continue;
        followed.add(asked);
        const answer = await http(site.baseURL, target, { cookie });
        const signIn = answer.status === 303 && String(answer.headers.location).startsWith('/?retour=');
        if (answer.status >= 400 || signIn) wrong.push(`${address} as ${kind}: ${target} answers ${signIn ? 'with the sign-in page' : answer.status}`);
      }
    }
  }
  expect([...new Set(wrong)]).toEqual([]);
  expect(followed.size).toBeGreaterThan(100);
});
