// What a page may cost, on each page of the route table, with little and with much behind it.
import { Database } from '../support/database';
import { crowd } from '../support/crowd';
import { http, sessionCookie } from '../support/http';
import { Mailbox } from '../support/mailbox';
import { everyPage, type EveryPage, type Page } from '../support/pages';
import { People } from '../support/people';
import { Server } from '../support/server';
import { expect, test } from '../support/test';

const KB = 1024;
const most = { statements: 8, roundTrips: 1, html: 30 * KB, css: 25 * KB, script: 40 * KB, all: 150 * KB, requests: 15 };
const much = 10_000;

interface Cost { statements: number; roundTrips: number; status: number; bytes: number; line: string }

/** What each page costs a member who may open it; a page that only visitors have, them. */
async function costs(house: { baseURL: string; db: Database }, { scene, pages }: EveryPage): Promise<Map<string, Cost>> {
  const all = new Map<string, Cost>();
  // A calendar is no page: it holds all there is, and notes what it said when that is new (calendar_feed.test.ts).
  for (const { route, address, kinds } of pages.filter(({ route }) => route.path !== '/calendrier/:token')) {
    const who = kinds.find((kind) => kind !== 'visitor')! as Exclude<Page['kinds'][number], 'visitor'>;
    const answer = await http(house.baseURL, address, { cookie: await sessionCookie(house.db, scene.people[who].id), headers: { 'accept-encoding': 'br' } });
    const [, statements, roundTrips] = (/^(\d+) statements, (\d+) round trips$/.exec(String(answer.headers['x-database'])) ?? []).map(Number);
    const bytes = Number(answer.headers['content-length']);
    all.set(address, { statements, roundTrips, bytes, status: answer.status, line: `GET ${route.path} as ${who} → ${answer.status}, ${answer.headers['x-database']}, ${bytes} octets` });
  }
  return all;
}

test('every page asks the database at most eight things in one round trip, as many for ten as for ten thousand', async () => {
  test.setTimeout(240_000);
  const mailbox = new Mailbox();
  await mailbox.up();
  const db = await Database.create();
  const server = await Server.start(db, { COOPOL_SMTP_URL: mailbox.url });
  const house = { baseURL: server.baseURL, db, server, mailbox, people: new People(db) };
  const every = await everyPage(house);
  await crowd(db, every.scene, 10);
  const few = await costs(house, every);
  await crowd(db, every.scene, much);
  const many = await costs(house, every);

  const lines = (costs: Map<string, Cost>, wrong: (cost: Cost, address: string) => boolean) => [...costs].filter(([address, cost]) => wrong(cost, address)).map(([, { line }]) => line);
  expect(lines(few, ({ status }) => status >= 400), 'no page').toEqual([]);
  expect(lines(few, ({ statements, roundTrips }) => !(statements <= most.statements && roundTrips <= most.roundTrips)), 'too much asked').toEqual([]);
  expect(lines(many, ({ statements, roundTrips }, address) => statements !== few.get(address)!.statements || roundTrips !== few.get(address)!.roundTrips), 'more asked for more rows').toEqual([]);
  expect(lines(many, ({ bytes }) => bytes > most.html), 'heavier for more rows').toEqual([]);
  await server.stop();
  await mailbox.down();
  await db.drop();
});

test('C01 the dashboard at first sight: few requests, little weight', async ({ page, site, people, signIn }) => {
  const section = await people.section();
  const secretary = await people.secretary(section), alix = await people.member({ section });
  await site.db.rows(`insert into event (creator_id, kind, state, title, is_public, space_ids, starts_at, ends_at, published_at, city, goal)
    select $1, 'door_to_door', 'published', 'Porte-à-porte aux Tilleuls, ' || n, true, array[$2::bigint], now() + n * interval '1 day', now() + n * interval '1 day' + interval '2 hours', now(), 'Besançon', 12
      from generate_series(1, 40) n`, secretary.id, section.id);
  await signIn(page, alix);
  const network = await page.context().newCDPSession(page);
  const requests = new Map<string, { type: string; url: string; bytes: number }>();
  await network.send('Network.enable');
  await network.send('Network.setCacheDisabled', { cacheDisabled: true });
  network.on('Network.responseReceived', ({ requestId, type, response }) => { requests.set(requestId, { type, url: response.url, bytes: 0 }); });
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => { const request = requests.get(requestId); if (request) request.bytes = encodedDataLength; });
  await page.goto('/', { waitUntil: 'networkidle' });

  const loaded = [...requests.values()].filter(({ url }) => url.startsWith('http'));
  const weight = (type?: string) => loaded.filter((request) => !type || request.type === type).reduce((sum, { bytes }) => sum + bytes, 0);
  const told = loaded.map(({ type, url, bytes }) => `${type} ${new URL(url).pathname} ${bytes}`).join('\n');
  expect(loaded.every(({ bytes }) => bytes > 0), told).toBe(true);
  expect(loaded.length, told).toBeLessThanOrEqual(most.requests);
  expect(weight(), told).toBeLessThanOrEqual(most.all);
  expect(weight('Document'), told).toBeLessThanOrEqual(most.html);
  expect(weight('Stylesheet'), told).toBeLessThanOrEqual(most.css);
  expect(weight('Script'), told).toBeLessThanOrEqual(most.script);
  test.info().annotations.push({ type: 'weights', description: `${loaded.length} requests, ${weight()} octets: ${told}` });
});
