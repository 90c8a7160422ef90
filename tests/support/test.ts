// What every browser test imports: `test` with a house of its own per worker (server, database, SMTP server), and `expect`.
import { expect, test as base, type BrowserContext, type Page } from '@playwright/test';
import { Database } from './database';
import { Mailbox } from './mailbox';
import { People, signIn, type Member } from './people';
import { Server, type Settings } from './server';

interface House { server: Server; database: Database; mailbox: Mailbox }

interface Fixtures {
  /** The running site: its address, its database, its process. */
  site: { baseURL: string; db: Database; server: Server };
  /** The SMTP server, emptied before each test. */
  mailbox: Mailbox;
  /** Makes federations, sections and members, each unlike any other. */
  people: People;
  /** Gives the page a session of that member, without the form. */
  signIn: (page: Page, member: Member) => Promise<void>;
  /** A page in another browser: a member's, or a visitor's. */
  openPage: (member?: Member) => Promise<Page>;
  offences: string[];
}

interface WorkerFixtures {
  /** Of the servers of a file: test.use({ settings: { COOPOL_WORKERS: '1' } }) */
  settings: Settings;
  house: House;
}

export { expect };

// Rates are counted by address, so each browser comes from one of its own.
let addresses = 0;
function newAddress(): Record<string, string> {
  const n = ++addresses;
  return { 'X-Forwarded-For': `198.18.${n >> 8}.${n & 255}` };
}

// On every page of every test: no script may fail, nothing may offend the Content-Security-Policy.
function watch(context: BrowserContext, offences: string[]): void {
  context.on('weberror', (error) => {
    if (error.error().name === 'AbortError') return; // left for another page while its answer was being read: Turbo says so
    offences.push(error.error().stack ?? error.error().message);
  });
  context.on('console', (message) => {
    if (/Content Security Policy|Refused to/.test(message.text())) offences.push(message.text());
  });
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  settings: [{}, { scope: 'worker', option: true }],

  house: [async ({ settings }, use) => {
    const mailbox = new Mailbox();
    await mailbox.up();
    const database = await Database.create();
    const server = await Server.start(database, { COOPOL_SMTP_URL: mailbox.url, ...settings });
    await use({ server, database, mailbox });
    await server.stop();
    await mailbox.down();
    await database.drop();
  }, { scope: 'worker', timeout: 90_000 }],

  extraHTTPHeaders: ({}, use) => use(newAddress()),
  baseURL: ({ house }, use) => use(house.server.baseURL),
  site: ({ house }, use) => use({ baseURL: house.server.baseURL, db: house.database, server: house.server }),
  people: ({ house }, use) => use(new People(house.database)),

  mailbox: async ({ house }, use) => {
    await house.mailbox.reset();
    await use(house.mailbox);
  },

  signIn: ({ house }, use) => use((page, member) => signIn(page, house.database, house.server.baseURL, member)),

  openPage: async ({ browser, house, offences }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (member) => {
      const context = await browser.newContext({ extraHTTPHeaders: newAddress() });
      contexts.push(context);
      watch(context, offences);
      const page = await context.newPage();
      if (member) await signIn(page, house.database, house.server.baseURL, member);
      return page;
    });
    for (const context of contexts) await context.close();
  },

  // A test that fails shows the server's log.
  offences: [async ({ context, house }, use, testInfo) => {
    const offences: string[] = [];
    watch(context, offences);
    const before = house.server.log().length;
    await use(offences);
    if (testInfo.status !== testInfo.expectedStatus) {
      await testInfo.attach('server log', { body: house.server.log().slice(before), contentType: 'text/plain' });
    }
    expect(offences, 'errors on the page').toEqual([]);
  }, { auto: true }],
});
