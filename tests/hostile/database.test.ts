// PostgreSQL goes away under load and comes back: people are told kindly, and nothing that was acknowledged is lost.
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import { Cluster } from '../support/cluster';
import type { Database } from '../support/database';
import { formToken, http, sessionCookie, type Answer } from '../support/http';
import { Mailbox } from '../support/mailbox';
import { People } from '../support/people';
import { Server } from '../support/server';

const outage = process.env.COOPOL_LONG ? 30_000 : 8_000; // milliseconds
const loops = 8; // of readers, and of writers
const pace = 100; // milliseconds between two requests of one loop
const sessions = 61; // taking turns, so that no rate limit is met
const quick = 5_000; // milliseconds: the longest that anybody waits for an answer, and for the service once the database is back
const growth = 64 * 1024; // KB of memory, at most

const cluster = new Cluster('outage');
let database: Database, server: Server, mailbox: Mailbox, event: number;
let members: { cookie: string; csrf: string; coming: boolean }[];

test.beforeAll(async () => {
  test.setTimeout(120_000);
  await cluster.start();
  database = await cluster.createDatabase();
  // The clusters of tests acknowledge before they write, which is the one thing that must not be here.
  await database.rows(`alter database ${database.name} set synchronous_commit = on`);
  mailbox = new Mailbox();
  await mailbox.up();
  server = await Server.start(database, { COOPOL_SMTP_URL: mailbox.url });
  const people = new People(database);
  const section = await people.section();
  const secretary = await people.secretary(section);
  event = await database.value(`insert into event (creator_id, kind, state, title, is_public, space_ids, starts_at, ends_at, published_at, city)
    values ($1, 'leafleting', 'published', 'Marché couvert', true, array[$2::bigint], now() + interval '1 day', now() + interval '1 day 2 hours', now(), 'Besançon') returning id`, secretary.id, section.id);
  members = [];
  for (let n = 0; n < sessions; ++n) {
    const member = await people.member({ section });
    members.push({ ...await formToken(server.baseURL, await sessionCookie(database, member.id)), coming: false });
  }
});

test.afterAll(async () => {
  await server?.stop();
  await mailbox?.down();
  await database?.drop();
  await cluster.stop();
});

const memory = () => Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))![1]);

interface Heard { at: number; took: number; answer: Answer; said?: string }

/** Readers and writers who never stop by themselves. */
class Crowd {
  readonly heard: Heard[] = [];
  readonly failures: string[] = [];
  private going = true;
  private turn = 0;
  private readonly all: Promise<void>[];

  constructor() {
    this.all = Array.from({ length: loops }, () => [this.loop(() => this.read()), this.loop(() => this.write())]).flat();
  }

  async rest(): Promise<void> {
    this.going = false;
    await Promise.all(this.all);
  }

  private async loop(act: () => Promise<void>): Promise<void> {
    while (this.going) {
      await act().catch((error) => { this.failures.push(String(error)); });
      await pause(pace);
    }
  }

  private next() { return members[this.turn++ % members.length]; }

  private async listen(path: string, wishes: Parameters<typeof http>[2], said?: string): Promise<void> {
    const at = performance.now();
    const answer = await http(server.baseURL, path, { ...wishes, headers: { 'x-forwarded-for': `198.18.2.${this.turn % 250}` } });
    this.heard.push({ at, took: performance.now() - at, answer, said });
  }

  private read(): Promise<void> {
    const { cookie } = this.next();
    return this.listen(this.turn % 3 ? '/' : `/evenements/${event}`, { cookie });
  }

  private write(): Promise<void> {
    const member = this.next(), { cookie, csrf } = member;
    member.coming = !member.coming; // nobody says the same twice running, which would be one act
    const said = `mot ${this.turn} de ${performance.now()}`;
    const post = (path: string, fields: Record<string, string>) => this.listen(path, { method: 'POST', cookie, body: new URLSearchParams({ csrf, ...fields }).toString() }, fields.text);
    return this.turn % 4 ? post(`/evenements/${event}/commentaires`, { text: said }) : post(`/evenements/${event}/reponse`, { answer: member.coming ? 'yes' : 'maybe' });
  }
}

for (const [how, go] of [['stops as an operator stops it', () => cluster.stop()], ['crashes', () => cluster.crash()]] as const) {
  test(`the database ${how} for ${outage / 1000} s under load`, async () => {
    test.setTimeout(outage + 90_000);
    const pid = server.pid, before = memory();
    const crowd = new Crowd();
    await pause(1_000);
    await go();
    const away = performance.now();
    await pause(outage);
    const grown = memory() - before, back = performance.now();
    await cluster.start();
    const ready = performance.now();
    await expect.poll(() => http(server.baseURL, '/', { cookie: members[0].cookie }).then(({ status }) => status), { timeout: quick, intervals: [50] }).toBe(200);
    const resumed = performance.now() - ready;
    await pause(1_500);
    await crowd.rest();

    expect(crowd.failures, 'every request is answered').toEqual([]);
    const statuses = (from: number, to: number) => [...new Set(crowd.heard.filter(({ at }) => at > from && at < to).map(({ answer }) => answer.status))].sort();
    expect(statuses(0, away - 1_000).filter((status) => status >= 400), 'before').toEqual([]);
    expect(statuses(away, back), 'while it is away').toEqual([503]);
    expect(statuses(ready + 1_000, Infinity), 'a second after it is back').toEqual([200, 303]);
    const unkind = crowd.heard.filter(({ answer: { status, headers, body } }) => status === 503 && (headers['retry-after'] !== '5' || !body.includes('Recommence dans quelques secondes')));
    expect(unkind.slice(0, 1)).toEqual([]);
    expect(Math.max(...crowd.heard.map(({ took }) => took)), 'nobody waits').toBeLessThan(quick);

    const kept = new Map((await database.rows<{ body: string; n: number }>('select body, count(*)::int as n from event_comment group by body')).map(({ body, n }) => [body, n]));
    const promised = crowd.heard.filter(({ said, answer }) => said && answer.status === 303);
    expect(promised.length).toBeGreaterThan(50);
    expect(promised.filter(({ said }) => kept.get(said!) !== 1), 'acknowledged, and not there once').toEqual([]);
    expect([...kept.values()].filter((n) => n > 1)).toEqual([]);
    expect(await database.row('select coming, maybe from event where id = $1', event))
      .toEqual(await database.row(`select count(*) filter (where answer = 'yes')::int as coming, count(*) filter (where answer = 'maybe')::int as maybe from event_guest where event_id = $1`, event));

    expect(server.pid).toBe(pid);
    expect(grown, 'KB of memory gained').toBeLessThan(growth);
    test.info().annotations.push({ type: 'figures', description: `${crowd.heard.length} requests, ${promised.length} comments acknowledged, ${grown} KB gained, back ${Math.round(resumed)} ms after PostgreSQL` });
  });
}

test('mail that is asked for after an outage leaves', async () => {
  const { csrf, cookie } = await formToken(server.baseURL);
  const address = 'apres.la.panne@exemple.test';
  await http(server.baseURL, '/preinscription', { method: 'POST', cookie, body: new URLSearchParams({ csrf, first_name: 'Inès', last_name: 'Mougin', email: address, postcode: '25000' }).toString() });
  await mailbox.waitFor(address);
});
