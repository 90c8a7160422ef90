// A08: what a telephone is told at once. The push service is a real one, of the test; Chromium's own cannot be reached from here, so that the browser's subscription
// is made by the test. The rest of the browser is itself: permission, worker, message, notification.
import type { CDPSession, Page } from '@playwright/test';
import { expect, test as base } from '../support/test';
import { expectNoAxeViolations, expectNoSidewaysScroll } from '../support/accessibility';
import { formToken, http, sessionCookie } from '../support/http';
import type { Database } from '../support/database';
import type { Member } from '../support/people';
import { PushService, type Subscription } from '../support/push_service';

const test = base.extend<object, { push: PushService }>({
  push: [async ({}, use) => {
    const push = new PushService();
    await push.up();
    await use(push);
    await push.down();
    expect(push.faults).toEqual([]);
  }, { scope: 'worker' }],
});
test.use({ settings: { COOPOL_PUSH_LOOPBACK: 'true' } });

type Site = { baseURL: string; db: Database };
/** Acts with one session, which can be asked for its cookie. */
async function as(site: Site, member: Member) {
  const { cookie, csrf } = await formToken(site.baseURL, await sessionCookie(site.db, member.id));
  const write = (path: string, fields: Record<string, string> = {}) => http(site.baseURL, path, { method: 'POST', cookie, body: new URLSearchParams({ csrf, ...fields }).toString() });
  return { write, cookie };
}
const register = (write: Awaited<ReturnType<typeof as>>['write'], { endpoint, p256dh, auth }: Pick<Subscription, 'endpoint' | 'p256dh' | 'auth'>) =>
  write('/compte/notifications/appareils', { endpoint, p256dh, auth });
const devices = (db: Database, member: Member) => db.value<number>('select count(*) from push_device where member_id = $1', member.id);
/** What waits some seconds leaves now. */
const now = (db: Database) => db.rows(`update job set run_at = now() where kind = 'notifications.push' and done_at is null`).then(() => db.rows(`select pg_notify('work', 'job')`));
const settled = (db: Database) => expect.poll(() => db.value(`select count(*) from job where kind = 'notifications.push' and done_at is null`)).toBe(0);

test('A08 a telephone is told that there is something new, sealed for it alone; not of what was read, refused or signed out', async ({ site, people, push }) => {
  const ines = await people.member({ firstName: 'Inès', lastName: 'Vasseur' }), me = await people.member();
  const { write } = await as(site, ines), mine = await as(site, me), other = await as(site, me);
  const phone = push.subscribe(), computer = push.subscribe();
  expect((await register(mine.write, phone)).status).toBe(303);
  await register(other.write, computer);
  expect(await devices(site.db, me)).toBe(2);

  await write(`/coopains/${me.id}/demande`);
  await expect.poll(() => push.to(phone).map(({ text }) => text)).toEqual(['/coopains/demandes']);
  await expect.poll(() => push.to(computer).length).toBe(1);
  expect(push.to(phone)[0].headers).toMatchObject({ topic: 'nouveau', urgency: 'normal', ttl: '86400' });

  // Read before it leaves: nothing. Then two messages: told once, as long as they are not read.
  const thread = (await write('/messages', { to: String(me.id), subject: 'Secret', body: 'girafe' })).headers.location as string;
  await http(site.baseURL, thread, { cookie: mine.cookie });
  await now(site.db);
  await settled(site.db);
  expect(push.to(phone), 'read meanwhile').toHaveLength(1);
  await write('/messages', { to: String(me.id), subject: 'Autre', body: 'lion' });
  await now(site.db);
  await expect.poll(() => push.to(phone).length).toBe(2);
  expect(push.to(phone)[1].text).toMatch(/^\/messages\/\d+$/);
  expect(push.to(phone)[1].octets, 'the same length, whatever it says').toBe(push.to(phone)[0].octets);

  // Signed out there, and refused here.
  await other.write('/deconnexion');
  expect(await devices(site.db, me)).toBe(1);
  await mine.write('/compte/notifications', { devices: '1', mail_wall: 'now', mail_message: 'now', push_message: '1' });
  await write(`/membres/${me.id}/mur`, { text: 'Bravo !' });
  await now(site.db);
  await settled(site.db);
  expect(push.to(phone)).toHaveLength(2);
  expect(push.to(computer).length).toBe(2);
});

test('A08 a push service that has forgotten the telephone, is busy or is away', async ({ site, people, push }) => {
  const ines = await people.member(), me = await people.member();
  const { write } = await as(site, ines), mine = await as(site, me);
  const phone = push.subscribe();
  await register(mine.write, phone);
  push.answers.push({ status: 429, headers: { 'Retry-After': '600' } });
  await write(`/membres/${me.id}/mur`, { text: 'Bonjour' });
  const waits = () => site.db.value<number>(`select coalesce(max(extract(epoch from run_at - now()))::int, 0) from job where kind = 'notifications.push' and done_at is null`);
  await expect.poll(waits).toBeGreaterThan(550);
  push.answers.push({ status: 503 });
  await now(site.db);
  await expect.poll(() => site.db.value(`select max(attempts) from job where kind = 'notifications.push' and done_at is null and last_error is not null`)).toBe(1);
  await now(site.db);
  await expect.poll(() => push.to(phone).length, 'once, in the end').toBe(1);
  push.answers.push({ status: 410 });
  await (await as(site, await people.member())).write(`/membres/${me.id}/mur`, { text: 'Encore' });
  await now(site.db);
  await expect.poll(() => devices(site.db, me)).toBe(0);
});

test('A08 the server calls nobody but push services: other addresses are refused', async ({ site, people, push }) => {
  const me = await people.member();
  const { write } = await as(site, me), good = push.subscribe();
  const at = (endpoint: string) => ({ endpoint, p256dh: good.p256dh, auth: good.auth });
  for (const bad of [at('http://169.254.169.254/latest'), at('https://localhost/x'), at('http://127.0.0.2/x'), at('https://fcm.googleapis.com:22/x'), at('https://evil.example/x'), at(''),
    { ...at(good.endpoint), p256dh: good.p256dh.slice(0, -4) + 'AAAA' }, { ...at(good.endpoint), auth: 'AAAA' }]) await register(write, bad);
  expect(await devices(site.db, me)).toBe(0);
});

/** Chromium's own push service is out of reach: it gets its subscription from the test's. */
async function subscribeWith(page: Page, { endpoint, p256dh, auth }: Subscription): Promise<void> {
  await page.addInitScript(({ endpoint, keys }) => {
    PushManager.prototype.subscribe = async (options) => {
      if (!options?.userVisibleOnly || (options.applicationServerKey as Uint8Array).length !== 65) throw new Error('no key');
      return { endpoint, toJSON: () => ({ endpoint, keys }) } as unknown as PushSubscription;
    };
  }, { endpoint, keys: { p256dh, auth } });
}

/** Hands Chromium a message as its push service would. */
async function deliver(page: Page, origin: string, data: string): Promise<void> {
  const session: CDPSession = await page.context().newCDPSession(page);
  const id = new Promise<string>((resolve) => session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => registrations[0] && resolve(registrations[0].registrationId)));
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.deliverPushMessage', { origin, registrationId: await id, data });
}

test('A08 the button asks, the telephone shows «Tu as du nouveau» and nothing else, and is given up', async ({ site, people, page, signIn, push }) => {
  const me = await people.member(), phone = push.subscribe(), permission = () => page.evaluate(() => Notification.permission);
  await subscribeWith(page, phone);
  await signIn(page, me);
  await page.goto('/compte/notifications');
  const ask = page.getByRole('button', { name: 'Recevoir sur ce téléphone' });
  await expect(ask).toBeVisible();
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 'nothing before the button').toBe(0);
  await expect(page.getByRole('checkbox'), 'nothing to choose yet').toHaveCount(0);
  await page.context().grantPermissions(['notifications'], { origin: site.baseURL });
  expect(await permission()).toBe('granted');
  await ask.click();
  await expect(page.getByText('C’est fait : cet appareil te dira quand tu as du nouveau.')).toBeVisible();
  expect(await site.db.value('select endpoint from push_device where member_id = $1', me.id)).toBe(phone.endpoint);
  await expect(page.getByRole('checkbox', { name: 'Aussi sur mon téléphone' })).toHaveCount(5);
  await expectNoAxeViolations(page);
  await expectNoSidewaysScroll(page);

  const shown = () => page.evaluate(async () => (await (await navigator.serviceWorker.ready).getNotifications()).map(({ title, body, data, icon }) => ({ title, body, data, icon })));
  await deliver(page, site.baseURL, '/messages/7');
  await expect.poll(shown).toEqual([{ title: 'Tu as du nouveau', body: '', data: '/messages/7', icon: '' }]);
  await deliver(page, site.baseURL, '/coopains/demandes');
  await expect.poll(shown, 'one line for several').toEqual([{ title: 'Tu as du nouveau', body: '', data: '/', icon: '' }]);

  await page.getByRole('group', { name: 'Un mot sur ton mur' }).locator('~ *').getByRole('checkbox').first().uncheck();
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('C’est enregistré.')).toBeVisible();
  expect(await site.db.rows('select kind from notification_choice where member_id = $1 and not push', me.id)).toEqual([{ kind: 'wall' }]);
  await page.getByRole('button', { name: 'Ne plus recevoir' }).click();
  await expect(ask).toBeVisible();
  expect(await devices(site.db, me)).toBe(0);
});
