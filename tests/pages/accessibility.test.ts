// Every page of the route table, as each kind of person who may open it finds it: axe by day and by night at three widths, nothing wider than a small telephone,
// no word of complaint from the browser. Kinds whose page has the same markup are looked at once.
import type { Page } from '@playwright/test';
import { expectNoAxeViolations, expectNoSidewaysScroll } from '../support/accessibility';
import { formToken, http, sessionCookie } from '../support/http';
import { everyPage, type EveryPage } from '../support/pages';
import { People } from '../support/people';
import { address, routes } from '../support/routes';
import { allowed, makeScene } from '../support/scene';
import { expect, test as base } from '../support/test';

const smallest = 320; // CSS pixels
const noPages = new Set(['/sante', '/robots.txt', '/manifest.webmanifest', '/service-worker.js', '/communes', '/connexion', '/evenements/:event/agenda.ics', '/evenements/:event/participants.csv', '/evenements/:event/invites/compte', '/reponse/:token/agenda.ics', '/calendrier/:token', '/sections/:section/gestion/importer/:import/rapport.csv', '/sections/:section/gestion/importer/:import/a-corriger.csv', '/federations/:federation/gestion/fichier/modele.csv', '/federations/:federation/gestion/activation.csv', '/sections/:section/gestion/chiffres.csv', '/images/:picture', '/compte/mes-donnees/archive.zip', '/recherche/propositions', '/sections/:section/gestion/zones/responsables', '/sections/:section/gestion/zones/domiciles', '/pres-de-chez-moi/communes', '/carte/:z/:x/:y', '/evenements/carte/:z/:x/:y',
  '/sections/:section/gestion/courriers/compte',
  // leads elsewhere, whoever asks: the journeys of P05 and A12 look at those that only some meet
  '/sections/:section/gestion', '/connexion/:token', '/compte/depart', '/charte/accord']);

const test = base.extend<object, { every: EveryPage }>({
  every: [async ({ house }, use) => {
    const { server, database: db, mailbox } = house;
    await use(await everyPage({ baseURL: server.baseURL, db, server, people: new People(db), mailbox }));
  }, { scope: 'worker', timeout: 60_000 }],
});

test.describe.configure({ mode: 'parallel' });
test.use({ trace: 'off' }); // a picture of the page at each of a thousand looks costs a third of the time; what is wrong is in the message

/** What axe sees of a page, whoever's name is on it. The frame around it differs by who looks, not by page: it is part of the dashboard's shape alone. */
const shape = (path: string, html: string) => (path === '/' ? html : /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? html).replace(/>[^<]*</g, '><').replace(/(value|content|href|action|id|for|src|title|placeholder|aria-label|data-[\w-]+)="[^"]*"/g, '$1=""').replace(/face-\d+/g, '');

function complaints(page: Page): string[] {
  const heard: string[] = [];
  // That drawing maps without a graphics card is slow is no fault of a page.
  page.on('console', (message) => { if (['error', 'warning'].includes(message.type()) && !message.text().includes('GL Driver Message')) heard.push(message.text()); });
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText;
    if (why === 'net::ERR_ABORTED' && request.url().includes('/carte/')) return; // a map drops the tiles that it needs no longer
    heard.push(`${request.url()}: ${why}`);
  });
  return heard;
}

async function look(page: Page): Promise<void> {
  await expectNoAxeViolations(page);
  await expectNoSidewaysScroll(page);
  await page.setViewportSize({ width: smallest, height: 640 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth), `${page.url()} at ${smallest} px`).toBeLessThanOrEqual(smallest);
}

for (const route of routes.filter(({ method, path }) => method === 'GET' && !noPages.has(path))) {
  test(`${route.path}: no axe violation, nothing sideways, no complaint`, async ({ every, site, openPage }) => {
    const seen = new Set<string>();
    for (const { address, kinds } of every.pages.filter((page) => page.route === route)) {
      for (const kind of kinds) {
        const person = kind === 'visitor' ? undefined : every.scene.people[kind];
        const cookie = person && await sessionCookie(site.db, person.id);
        const { body, status, headers } = await http(site.baseURL, address, { cookie });
        if (status === 303) continue; // leads this kind elsewhere
        expect(status, `${address} as ${kind}`).toBe(200);
        expect(headers['content-type']).toContain('text/html');
        if (seen.has(shape(route.path, body))) continue;
        seen.add(shape(route.path, body));
        await test.step(`as ${kind}`, async () => {
          const page = await openPage(person);
          const heard = complaints(page);
          await page.goto(address);
          await look(page);
          expect(heard, `${address} as ${kind}`).toEqual([]);
          await page.context().close();
        });
      }
    }
    expect(seen.size, 'somebody finds a page').toBeGreaterThan(0);
  });
}

for (const route of routes.filter(({ method, signed }) => method === 'POST' && !signed)) {
  test(`${route.path} sent empty: what comes back has no axe violation, nothing sideways`, async ({ people, site, openPage }) => {
    const scene = await makeScene(people, site.db); // of its own, since some forms want nothing and act
    const person = scene.people[(['secretary', 'referent', 'coopilote'] as const).find((kind) => allowed[route.need].includes(kind))!];
    const { cookie, csrf } = await formToken(site.baseURL, await sessionCookie(site.db, person.id));
    const path = address(route, scene);
    const { status, headers, body } = await http(site.baseURL, path, { method: 'POST', cookie, body: new URLSearchParams({ csrf }).toString() });
    if (status === 422) {
      const page = await openPage(person);
      await page.route(`**${path}`, (asked) => asked.fulfill({ status, headers: headers as Record<string, string>, body }));
      await page.goto(path);
      await look(page);
    } else {
      expect(status, 'it acts, wants nothing, or there is nothing there').toBeLessThan(500);
    }
  });
}
