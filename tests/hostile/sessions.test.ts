// Cookies that were stolen, planted, ended or borrowed. A01, A07.
import { createHash, randomBytes } from 'node:crypto';
import { expect, test } from '../support/test';
import { formToken, http, sessionCookie, type Answer } from '../support/http';
import type { Database } from '../support/database';
import type { Member } from '../support/people';

const asksToSignIn = ({ status, headers }: Answer) => status === 303 && String(headers.location).startsWith('/?retour=');
const tokenOf = (cookie: string) => cookie.slice(cookie.indexOf('=') + 1);
const sessions = (db: Database, member: Member) => db.value<number>('select count(*) from session where member_id = $1', member.id);

function sessionGiven(answer: Answer): string | undefined {
  return (answer.headers['set-cookie'] ?? []).map((line) => line.split(';')[0]).find((line) => line.startsWith('__Host-session=') && tokenOf(line));
}

const signInAs = (baseURL: string, member: Member, form: { cookie: string; csrf: string }, headers = {}) =>
  http(baseURL, '/connexion', { method: 'POST', cookie: form.cookie, headers, body: new URLSearchParams({ csrf: form.csrf, email: member.email, password: member.password }).toString() });

test('A01 nobody is signed in to an account of somebody else’s choice', async ({ site, people }) => {
  const attacker = await people.member();
  const own = await formToken(site.baseURL), victim = await formToken(site.baseURL);
  for (const [what, answer] of Object.entries({
    'with the token of another browser': await signInAs(site.baseURL, attacker, { cookie: victim.cookie, csrf: own.csrf }),
    'without the cookie that the token belongs to': await signInAs(site.baseURL, attacker, { cookie: '', csrf: own.csrf }),
    'from a page of another site': await signInAs(site.baseURL, attacker, own, { origin: 'https://ailleurs.example' }),
    'from a page of a neighbour': await signInAs(site.baseURL, attacker, own, { 'sec-fetch-site': 'same-site' }),
  })) {
    expect(answer.status, what).toBe(403);
    expect(sessionGiven(answer), what).toBeUndefined();
  }
  expect(await sessions(site.db, attacker)).toBe(0);
  expect(sessionGiven(await signInAs(site.baseURL, attacker, own))).toBeTruthy();
});

test('A01 a session that was planted in a browser is not the one that is signed in', async ({ site, people }) => {
  const attacker = await people.member(), victim = await people.member();
  const unknown = `__Host-session=${randomBytes(32).toString('base64url')}`, attackers = await sessionCookie(site.db, attacker.id);
  for (const planted of [unknown, attackers]) {
    const front = await http(site.baseURL, '/preinscription', { cookie: planted });
    const csrf = /name="csrf" value="([^"]+)"/.exec(front.body)![1];
    const given = sessionGiven(await signInAs(site.baseURL, victim, { cookie: planted, csrf }))!;
    expect(given).toBeTruthy();
    expect(given).not.toBe(planted);
    expect((await http(site.baseURL, '/compte', { cookie: given })).body).toContain(victim.email);
    expect((await http(site.baseURL, '/compte', { cookie: planted })).body, 'what was planted opens nothing').not.toContain(victim.email);
  }
});

test('A01 only the cookie that is ours by its prefix counts', async ({ site, people }) => {
  const alix = await people.member();
  const token = tokenOf(await sessionCookie(site.db, alix.id));
  expect((await http(site.baseURL, '/compte', { cookie: `__Host-session=${token}` })).status).toBe(200);
  const hash = createHash('sha256').update(Buffer.from(token, 'base64url')).digest();
  for (const cookie of [`session=${token}`, `__Secure-session=${token}`, `__host-session=${token}`, `__Host-Session=${token}`, `x__Host-session=${token}`, `__Host-visiteur=${token}`,
    `__Host-session=${token}A`, `__Host-session="${token}"`, `__Host-session=${hash.toString('base64url')}`, `__Host-session=${hash.toString('hex')}`, '__Host-session=', '__Host-session=%00']) {
    expect(asksToSignIn(await http(site.baseURL, '/compte', { cookie })), cookie).toBe(true);
  }
});

test('A01 a session that has run out opens nothing, writes nothing, and its cookie is taken back', async ({ site, people }) => {
  const alix = await people.member();
  const cookie = await sessionCookie(site.db, alix.id);
  const form = await formToken(site.baseURL, cookie);
  await site.db.rows(`update session set expires_at = now() - interval '1 second' where member_id = $1`, alix.id);
  const read = await http(site.baseURL, '/compte', { cookie });
  expect(asksToSignIn(read)).toBe(true);
  expect(read.headers['set-cookie']!.join()).toMatch(/__Host-session=;.*Max-Age=0/);
  const write = await http(site.baseURL, '/compte/noms', { method: 'POST', cookie, body: new URLSearchParams({ csrf: form.csrf, first_name: 'Autre', last_name: 'Nom' }).toString() });
  expect(write.status).toBe(401);
  expect(await site.db.value('select first_name from member where id = $1', alix.id)).toBe(alix.firstName);
  expect((await http(site.baseURL, '/', { cookie })).status, 'home leads to the front').toBeLessThan(400);
});

test('A07 a session ended elsewhere is over at its next request, and so is one signed out of', async ({ site, people }) => {
  const alix = await people.member(), other = await people.member();
  const telephone = await sessionCookie(site.db, alix.id), desk = await sessionCookie(site.db, alix.id);
  const id = await site.db.value('select id from session where token_hash = $1', createHash('sha256').update(Buffer.from(tokenOf(telephone), 'base64url')).digest());
  const close = async (cookie: string) => {
    const { csrf } = await formToken(site.baseURL, cookie);
    return http(site.baseURL, `/compte/sessions/${id}/fermer`, { method: 'POST', cookie, body: new URLSearchParams({ csrf }).toString() });
  };
  await close(await sessionCookie(site.db, other.id));
  expect((await http(site.baseURL, '/compte', { cookie: telephone })).status, 'another person closes nothing').toBe(200);
  await close(desk);
  expect(asksToSignIn(await http(site.baseURL, '/compte', { cookie: telephone }))).toBe(true);
  const { csrf } = await formToken(site.baseURL, desk);
  await http(site.baseURL, '/deconnexion', { method: 'POST', cookie: desk, body: new URLSearchParams({ csrf }).toString() });
  expect(asksToSignIn(await http(site.baseURL, '/compte', { cookie: desk }))).toBe(true);
  expect(await sessions(site.db, alix)).toBe(0);
});

test('A07 with a new password every other session is over', async ({ site, people }) => {
  const alix = await people.member();
  const thief = await sessionCookie(site.db, alix.id), own = await sessionCookie(site.db, alix.id);
  const { csrf } = await formToken(site.baseURL, own);
  const answer = await http(site.baseURL, '/compte/mot-de-passe', { method: 'POST', cookie: own,
    body: new URLSearchParams({ csrf, current: alix.password, password: 'sept rivières sous le givre' }).toString() });
  expect(answer.status).toBe(303);
  const fresh = sessionGiven(answer)!;
  expect((await http(site.baseURL, '/compte', { cookie: fresh })).status).toBe(200);
  for (const old of [thief, own]) expect(asksToSignIn(await http(site.baseURL, '/compte', { cookie: old }))).toBe(true);
});

test('a cookie made up for each request, from addresses of one household, does not escape the rates', async ({ site }) => {
  const statuses = new Set<number>();
  for (let i = 0; i < 320; ++i) { // 10 in five minutes for a person, 30 times that for an address
    const cookie = `__Host-session=${randomBytes(32).toString('base64url')}`;
    const { status } = await http(site.baseURL, '/groupes', { method: 'POST', cookie, body: 'name=Tout', headers: { 'x-forwarded-for': `2001:db8:7:7::${(i + 1).toString(16)}` } });
    statuses.add(status);
  }
  expect([...statuses].sort()).toEqual([403, 429]);
});
