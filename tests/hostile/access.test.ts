// Whoever wants in without being let in: guesses, fixed sessions, addresses to find out, links of others.
import { expect, test } from '../support/test';
import { formToken, http, type Answer } from '../support/http';
import type { Database } from '../support/database';
import type { Member } from '../support/people';

// Passwords at their real cost: what is measured below is whether it is paid.
test.use({ settings: { COOPOL_QUICK_PASSWORDS: undefined, COOPOL_WORKERS: '2' } });

const TRIES = 200, ROUNDS = 4, ALIKE = 0.05; // of the shorter median
let clients = 0;
const newClient = () => `198.19.${++clients >> 8}.${clients & 255}`;

interface Site { baseURL: string; db: Database }
let visitor: { cookie: string; csrf: string } | undefined; // one browser's, since pages are counted too
async function send(site: Site, path: string, fields: Record<string, string>, { from = newClient(), cookie }: { from?: string; cookie?: string } = {}): Promise<Answer & { ms: number }> {
  const token = cookie ? await formToken(site.baseURL, cookie) : visitor ??= await formToken(site.baseURL);
  const body = new URLSearchParams({ ...fields, csrf: token.csrf }).toString();
  const start = performance.now();
  const answer = await http(site.baseURL, path, { method: 'POST', cookie: token.cookie, body, headers: { origin: site.baseURL, 'x-forwarded-for': from } });
  return { ...answer, ms: performance.now() - start };
}
const signIn = (site: Site, email: string, password: string, from?: string) => send(site, '/connexion', { email, password }, { from });

const median = (numbers: number[]) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
// What differs from visit to visit: tokens, and the address that was typed.
const bare = (answer: Answer, email: string) => answer.body.replaceAll(email, '…').replace(/(value|content)="[\w-]{80,}"/g, '');

interface Found { difference: number; told: string; looks: Set<string>; asked: Set<string>; statuses: Set<number>; shortest: number }

/** Tries known and unknown addresses in turn and each first as often, so that whatever else the machine does meets both. A busy machine is measured again, with
 * the former tries counted in: what differs by more stays different, however many there are. `addresses` gives new ones for each round. */
async function compare(addresses: (round: number) => Promise<[string[], string[]]>, tryIt: (email: string) => Promise<Answer & { ms: number }>): Promise<Found> {
  const times: [number[], number[]] = [[], []];
  const looks = new Set<string>(), asked = new Set<string>(), statuses = new Set<number>();
  for (let round = 1; ; ++round) {
    const lists = await addresses(round);
    for (let i = 0; i < TRIES; ++i) {
      for (const side of i % 2 ? [0, 1] : [1, 0]) {
        const email = lists[side][i % lists[side].length];
        const answer = await tryIt(email);
        times[side].push(answer.ms);
        looks.add(bare(answer, email));
        asked.add(String(answer.headers['x-database']));
        statuses.add(answer.status);
      }
    }
    const [known, unknown] = times.map((list) => median([...list])), shortest = Math.min(known, unknown);
    const difference = Math.abs(known - unknown) / shortest;
    const told = `known ${known.toFixed(2)} ms, unknown ${unknown.toFixed(2)} ms, ${(100 * difference).toFixed(1)} % apart after ${round * TRIES} tries each`;
    if (difference < ALIKE || round === ROUNDS) return { difference, told, looks, asked, statuses, shortest };
  }
}

test('A06 signing in answers the same, in the same time, whether or not the address exists', async ({ people, site }, info) => {
  test.setTimeout(400_000);
  // Forty tries an hour for one account; made at the smallest cost by the harness, a first sign-in hashes them anew at the real one.
  const found = await compare(async (round) => {
    const known: string[] = [], unknown: string[] = [];
    for (let i = 0; i < TRIES / 25; ++i) {
      const member = await people.member();
      expect((await signIn(site, member.email, member.password)).status).toBe(303);
      known.push(member.email);
      unknown.push(`absent.${round}.${i}@exemple.test`);
    }
    return [known, unknown];
  }, (email) => signIn(site, email, 'au hasard du clavier'));
  info.annotations.push({ type: 'medians', description: found.told });
  expect([...found.statuses]).toEqual([422]);
  expect(found.looks.size).toBe(1);
  expect([...found.asked]).toEqual(['3 statements, 1 round trips']);
  expect(found.difference, found.told).toBeLessThan(ALIKE);
  expect(found.shortest, 'the hash is paid').toBeGreaterThan(20);
});

for (const [what, path, fields] of [
  ['asking for a new password', '/mot-de-passe/oubli', {}],
  ['registering', '/preinscription', { first_name: 'Zoé', last_name: 'Marchand', postcode: '25000' }],
] as const) {
  test(`A06 ${what} answers the same, in the same time, whether or not the address exists`, async ({ people, site }, info) => {
    test.setTimeout(300_000);
    const found = await compare(async (round) => {
      const known: string[] = [], unknown: string[] = [];
      for (let i = 0; i < TRIES / 2; ++i) { // three mails an hour for one address
        known.push((await people.member()).email);
        unknown.push(`absente.${round}.${i}.${path.length}@exemple.test`);
      }
      return [known, unknown];
    }, (email) => send(site, path, { ...fields, email }));
    info.annotations.push({ type: 'medians', description: found.told });
    expect([...found.statuses]).toEqual([303]);
    expect(found.looks.size).toBe(1);
    expect(found.asked.size).toBe(1);
    expect(found.difference, found.told).toBeLessThan(ALIKE);
  });
}

test('A06 only the owner of a known address gets a mail', async ({ people, site, mailbox }) => {
  const member = await people.member();
  for (const email of ['inconnue@exemple.test', member.email]) await send(site, '/mot-de-passe/oubli', { email });
  await mailbox.waitFor(member.email, 'Choisir un nouveau mot de passe');
  await expect.poll(() => site.db.value(`select count(*) from mail where address = 'inconnue@exemple.test' and state = 'dropped'`)).toBe(1);
  expect(mailbox.all('inconnue@exemple.test')).toEqual([]);
});

test('A01 guesses are slowed down for one client and one account, kindly, and forgotten once it was the owner', async ({ people, site }) => {
  const member = await people.member(), other = await people.member();
  const from = newClient();
  const guess = (email = member.email, password = 'au hasard') => signIn(site, email, password, from);
  for (let i = 0; i < 7; ++i) expect((await guess()).status).toBe(422);
  expect((await guess(member.email, member.password)).status).toBe(303); // they remembered: the count starts again
  for (let i = 0; i < 8; ++i) expect((await guess()).status).toBe(422);
  const refused = await guess(member.email, member.password);
  expect(refused.status).toBe(429);
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  expect(refused.body).toContain('Pour protéger ce compte, attends');
  expect((await guess(other.email, other.password)).status).toBe(303); // the neighbour at the same address
  expect((await signIn(site, member.email, member.password)).status).toBe(303); // the owner, at home
});

test('A01 an unknown account is slowed down like a known one', async ({ site }) => {
  const from = newClient();
  for (let i = 0; i < 8; ++i) expect((await signIn(site, 'absente.z@exemple.test', 'au hasard', from)).status).toBe(422);
  expect((await signIn(site, 'absente.z@exemple.test', 'au hasard', from)).status).toBe(429);
});

const sessionOf = (answer: Answer) => (answer.headers['set-cookie'] ?? []).find((line) => line.startsWith('__Host-session='));

test('A01 signing in makes a new session each time, and never takes one that was put there', async ({ people, site }) => {
  const member = await people.member();
  const signInWith = (cookie?: string) => send(site, '/connexion', { email: member.email, password: member.password }, { cookie });
  const planted = `__Host-session=${Buffer.alloc(32, 7).toString('base64url')}`;
  // A form needs a page: the planted cookie is answered as none.
  expect((await http(site.baseURL, '/compte', { cookie: planted })).status).toBe(303);
  const first = sessionOf(await signInWith())!;
  for (const part of ['Path=/', 'Secure', 'HttpOnly', 'SameSite=Lax']) expect(first).toContain(part);
  const cookie = first.split(';')[0];
  expect((await http(site.baseURL, '/compte', { cookie })).status).toBe(200);
  const second = sessionOf(await signInWith(cookie))!.split(';')[0];
  expect(second).not.toBe(cookie);
  expect((await http(site.baseURL, '/compte', { cookie })).status).toBe(303);
  expect((await http(site.baseURL, '/compte', { cookie: second })).status).toBe(200);
  const token = Buffer.from(second.split('=')[1], 'base64url');
  expect(token).toHaveLength(32);
  expect(await site.db.value('select count(*) from session where token_hash = $1', token)).toBe(0); // only its hash is kept
});

test('A01 a form’s token serves the browser it was given to', async ({ people, site }) => {
  const member = await people.member();
  const mine = await formToken(site.baseURL), theirs = await formToken(site.baseURL);
  const post = (cookie: string, csrf: string, origin = site.baseURL) => http(site.baseURL, '/connexion', {
    method: 'POST', cookie, headers: { origin }, body: new URLSearchParams({ email: member.email, password: member.password, csrf }).toString(),
  });
  expect((await post(mine.cookie, theirs.csrf)).status).toBe(403);
  expect((await post(mine.cookie, mine.csrf, 'https://ailleurs.exemple')).status).toBe(403);
  expect((await post('', mine.csrf)).status).toBe(403);
  expect((await post(mine.cookie, mine.csrf)).status).toBe(303);
});

test('A06 a link for a new password serves one account, once, and dies with any change of the password', async ({ people, site, mailbox }) => {
  const member = await people.member();
  const askFor = async (who: Member) => {
    await send(site, '/mot-de-passe/oubli', { email: who.email });
    return new URL((await mailbox.waitFor(who.email, 'Choisir')).link(/nouveau/)).pathname;
  };
  const first = await askFor(member);
  const set = (path: string, password: string) => send(site, path, { password });
  expect((await http(site.baseURL, first)).status).toBe(200);
  expect((await set(first, 'tournesol carafe brouette')).status).toBe(303);
  for (const answer of [await http(site.baseURL, first), await set(first, 'le hérisson gobe trois brugnons')]) expect(answer.status).toBe(410);
  expect((await signIn(site, member.email, 'tournesol carafe brouette')).status).toBe(303);
  expect((await signIn(site, member.email, 'le hérisson gobe trois brugnons')).status).toBe(422);
  const forged = first.replace(/nouveau\/(.)/, (_, letter) => `nouveau/${letter === 'A' ? 'B' : 'A'}`);
  expect((await http(site.baseURL, forged)).status).toBe(410);
});
