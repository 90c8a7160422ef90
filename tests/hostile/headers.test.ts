// What every answer carries, whatever it is: a page, a way elsewhere, an error, a file, data. A01: nothing of it is for search engines.
import { readFileSync } from 'node:fs';
import { expect, test } from '../support/test';
import { formToken, http, sessionCookie, type Answer } from '../support/http';
import { address, routes } from '../support/routes';
import { makeScene } from '../support/scene';
import { Database } from '../support/database';
import { Server } from '../support/server';
import { root } from '../support/places';

const wanted: Record<string, RegExp> = {
  'content-security-policy': /^default-src 'none'; script-src 'self'; style-src 'self'; (?!.*(unsafe|\*|https?:))/,
  'x-content-type-options': /^nosniff$/,
  'referrer-policy': /^same-origin$/,
  'cross-origin-opener-policy': /^same-origin$/,
  'cross-origin-resource-policy': /^same-origin$/,
  'permissions-policy': /camera=\(\)/,
  'x-robots-tag': /^noindex, nofollow/,
};
const kept = new Set(['/communes', '/images/:picture', '/carte/:z/:x/:y']); // by the browser: nobody's own, or never another under the same address
const revealing = ['server', 'x-powered-by', 'via'];

function faults({ headers, status }: Answer, cached = false): string[] {
  const found = Object.entries(wanted).filter(([name, value]) => !value.test(String(headers[name] ?? ''))).map(([name]) => `${name}: ${headers[name]}`);
  found.push(...revealing.filter((name) => name in headers));
  if (!cached && !/no-store/.test(String(headers['cache-control']))) found.push(`cache-control: ${headers['cache-control']}`);
  for (const line of headers['set-cookie'] ?? []) {
    if (!/^__Host-[^;]*; Path=\/; Secure; HttpOnly; SameSite=Lax/.test(line) || /domain=/i.test(line)) found.push(`set-cookie: ${line}`);
  }
  if (status === 303 && !/^\/(?!\/)/.test(String(headers.location))) found.push(`location: ${headers.location}`);
  return found;
}

test('A01 every route answers under the site’s policy and for no search engine, whoever asks', async ({ site, people }) => {
  test.setTimeout(120_000);
  const scene = await makeScene(people, site.db);
  const wrong: string[] = [];
  for (const route of routes) {
    for (const session of [undefined, await sessionCookie(site.db, scene.people.secretary.id)]) {
      const form = route.method === 'GET' ? {} : await formToken(site.baseURL, session).then(({ cookie, csrf }) => ({ cookie, body: new URLSearchParams({ csrf }).toString() }));
      const answer = await http(site.baseURL, address(route, scene), { method: route.method, cookie: session, ...form });
      wrong.push(...faults(answer, kept.has(route.path) && answer.status === 200).map((fault) => `${route.method} ${route.path} → ${answer.status}: ${fault}`));
    }
  }
  expect(wrong).toEqual([]);
});

test('A01 so do errors, files, data, and answers without a body', async ({ site }) => {
  const { app } = Object.fromEntries(Object.values(JSON.parse(readFileSync(`${root}/web/dist/manifest.json`, 'utf8')) as Record<string, string>).map((file) => [file.split(/[-.]/)[0], file]));
  const file = await http(site.baseURL, `/static/${app}`);
  expect(file.status).toBe(200);
  const answers: Record<string, Answer> = {
    'an address that is none': await http(site.baseURL, '/nulle-part'),
    'the wrong method': await http(site.baseURL, '/membres', { method: 'DELETE' }),
    'a request that cannot be read': await http(site.baseURL, '/membres/%00'),
    'the head alone': await http(site.baseURL, '/', { method: 'HEAD' }),
    'a write without a token': await http(site.baseURL, '/connexion', { method: 'POST', body: '' }),
    robots: await http(site.baseURL, '/robots.txt'),
    health: await http(site.baseURL, '/sante'),
  };
  const files: Record<string, Answer> = {
    'a file': file,
    'a file that the browser has': await http(site.baseURL, `/static/${app}`, { headers: { 'if-none-match': String(file.headers.etag) } }),
    data: await http(site.baseURL, '/communes?code_postal=25000'),
  };
  expect(Object.entries(answers).map(([what, answer]) => [what, answer.status, ...faults(answer)])).toEqual([
    ['an address that is none', 404], ['the wrong method', 405], ['a request that cannot be read', 400], ['the head alone', 200], ['a write without a token', 403], ['robots', 200], ['health', 200]]);
  expect(Object.entries(files).map(([what, answer]) => [what, answer.status, ...faults(answer, true)])).toEqual([['a file', 200], ['a file that the browser has', 304], ['data', 200]]);
  expect(answers.robots.body).toBe('User-agent: *\nDisallow: /\n');
});

test('in production an error of ours says a reference and no more, and browsers are told to keep to https', async () => {
  const database = await Database.create();
  const server = await Server.start(database, { COOPOL_ENVIRONMENT: 'production', COOPOL_QUICK_PASSWORDS: undefined, COOPOL_BASE_URL: 'https://coopol.example' });
  await database.rows('drop function national_phase() cascade');
  const answer = await http(server.baseURL, '/');
  expect(answer.status).toBe(500);
  expect(faults(answer)).toEqual([]);
  expect(answer.headers['strict-transport-security']).toMatch(/^max-age=\d{8}/);
  expect(answer.headers).not.toHaveProperty('x-database');
  expect(answer.body).not.toMatch(/national_phase|function|select|42883|\.cpp/i);
  const reference = /écris : ([\w-]+)/.exec(answer.body)![1];
  expect(server.log()).toContain(reference);
  await server.stop();
  await database.drop();
});
