// Requests that no browser sends, through the whole program: each is refused with its status, the connection closed, and the next client served. The corners of
// parsing one by one are in src/core/http/*_test.cpp.
import { expect, test } from '../support/test';
import { raw } from '../support/raw';
import { root } from '../support/places';

const KB = 1024;
const head = (...lines: string[]) => `${lines.join('\r\n')}\r\n\r\n`;
const get = (target: string, ...fields: string[]) => head(`GET ${target} HTTP/1.1`, 'Host: localhost', ...fields);
const post = (...fields: string[]) => head('POST /connexion HTTP/1.1', 'Host: localhost', 'Content-Type: application/x-www-form-urlencoded', ...fields);

// What is sent, and the statuses that may answer it.
const hostile: Record<string, [string | Buffer, number[], { hangUp?: boolean }?]> = {
  'a header of 20 KB': [get('/', `X-Long: ${'a'.repeat(20 * KB)}`), [431]],
  'a thousand headers': [get('/', ...Array.from({ length: 1000 }, (_, n) => `X-${n}: 1`)), [431]],
  'headers that never end': [`GET / HTTP/1.1\r\nHost: localhost\r\n${'X-More: and more\r\n'.repeat(4 * KB)}`, [431]],
  'an address of 8 KB': [get(`/recherche?q=${'a'.repeat(8 * KB)}`), [414]],
  'a body said to be of 10 GB': [post('Content-Length: 10737418240'), [413]],
  'a body said to be larger than any number': [post('Content-Length: 99999999999999999999999'), [400, 413]],
  'a negative body': [post('Content-Length: -1'), [400]],
  'a body larger than the route takes, in chunks': [post('Transfer-Encoding: chunked') + `10000\r\n${'a'.repeat(64 * KB)}\r\n`.repeat(5), [413]],
  'a body cut short': [`${post('Content-Length: 100')}email=`, [400], { hangUp: true }],
  'chunks and a length': [`${post('Transfer-Encoding: chunked', 'Content-Length: 4')}0\r\n\r\n`, [400]],
  'two lengths that differ': [`${post('Content-Length: 4', 'Content-Length: 5')}abcd`, [400]],
  'two lengths that agree': [`${post('Content-Length: 4', 'Content-Length: 4')}abcd`, [400]],
  'a transfer coding of its own': [`${post('Transfer-Encoding: xchunked')}0\r\n\r\n`, [400, 501]],
  'a folded header': [head('GET / HTTP/1.1', 'Host: localhost', 'X-Folded: one', ' two'), [400]],
  'no host': [head('GET / HTTP/1.1', 'Accept: */*'), [400]],
  'two hosts': [head('GET / HTTP/1.1', 'Host: localhost', 'Host: ailleurs.example'), [400]],
  'a host with a path': [head('GET / HTTP/1.1', 'Host: localhost/../'), [400]],
  'percent signs that say nothing': [get('/membres/%zz'), [400]],
  'an octet that is no text': [get('/membres/%ff%fe'), [400]],
  'a NUL, encoded': [get('/membres/%00'), [400]],
  'a NUL': [get('/membres/\0'), [400]],
  'a line break, encoded': [get('/membres/%0d%0aSet-Cookie:%20a=b'), [400]],
  'a bare line feed in a header': [head('GET / HTTP/1.1', 'Host: localhost', 'X-One: 1\nX-Two: 2'), [400]],
  'a space before the colon': [head('GET / HTTP/1.1', 'Host : localhost'), [400]],
  'a method of its own': [head('BREW / HTTP/1.1', 'Host: localhost'), [501]],
  'a tunnel': [head('CONNECT localhost:22 HTTP/1.1', 'Host: localhost'), [400, 501]],
  'a trace': [head('TRACE / HTTP/1.1', 'Host: localhost', 'Cookie: secret=1'), [501]],
  'HTTP/0.9': ['GET /\r\n\r\n', [400]],
  'HTTP/2, unasked': ['PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', [400, 501, 505]],
  'TLS': [Buffer.from('16030102000100000001fc0303', 'hex'), [400], { hangUp: true }],
  'octets at random': [Buffer.from(Array.from({ length: 512 }, (_, n) => (n * 7919 + 13) % 256)), [400], { hangUp: true }],
};

test('each is refused with its status and closed, and tells nothing of us', async ({ site }) => {
  const pid = site.server.pid;
  for (const [what, [bytes, statuses, wishes]] of Object.entries(hostile)) {
    await test.step(what, async () => {
      const { statuses: got, text } = await raw(site.server.port, bytes, wishes);
      expect(got, `${what}: one answer`).toHaveLength(1);
      expect(statuses, what).toContain(got[0]);
      expect(text, what).toMatch(/^content-security-policy: /m);
      expect(text, what).toMatch(/^x-robots-tag: noindex/m);
      expectNoLeak(text);
    });
  }
  expect((await fetch(`${site.baseURL}/sante`)).status).toBe(200);
  expect(site.server.pid).toBe(pid);
});

/** No word on what the program is made of, where it stands, or what it was asked. */
function expectNoLeak(text: string): void {
  expect(text).not.toMatch(/^(server|x-powered-by|via):/mi);
  expect(text).not.toMatch(/boost|beast|libpq|postgres|sqlstate|exception|\.[ch]pp\b|terminate|select .* from/i);
  expect(text).not.toContain(root);
}

test('garbage behind a good request is refused after that one is answered', async ({ site }) => {
  const answer = await raw(site.server.port, `${get('/robots.txt')}\x01\x02 nonsense\r\n\r\n`);
  expect(answer.statuses).toEqual([200, 400]);
});

test('a request smuggled in a body is never read as one', async ({ site }) => {
  const smuggled = get('/sante');
  const answer = await raw(site.server.port, `${post(`Content-Length: ${smuggled.length}`, 'Connection: close')}${smuggled}`);
  expect(answer.statuses).toEqual([403]); // of the form without a token, once
});

test('nothing outside of the static files is served', async ({ site }) => {
  for (const target of ['/static/../../tests/playwright.config.ts', '/static/%2e%2e/%2e%2e/package.json', '/static/..%2f..%2fpackage.json', '/static//etc/passwd', '/static/%2fetc%2fpasswd',
    '/static/', '/static/..', '/static/manifest.json/..', '/static/\\..\\package.json', '/..//..//etc/passwd']) {
    const answer = await raw(site.server.port, get(target, 'Connection: close'));
    expect([400, 404], `${target} → ${answer.text.slice(0, 100)}`).toContain(answer.statuses[0]);
    expectNoLeak(answer.text);
  }
});

test('another name in Host, or said to be forwarded, goes nowhere', async ({ site, mailbox, people }) => {
  const alix = await people.member();
  const foreign = ['X-Forwarded-Host: ailleurs.example', 'X-Forwarded-Proto: https', 'Forwarded: host=ailleurs.example'];
  const as = (host: string, target: string) => raw(site.server.port, head(`GET ${target} HTTP/1.1`, `Host: ${host}`, ...foreign, 'Connection: close'));
  for (const target of ['/', '/membres', '/nulle-part', '/preinscription', 'http://ailleurs.example/membres']) {
    expect((await as('ailleurs.example', target)).text, target).not.toContain('ailleurs');
  }
  const front = await as('ailleurs.example', '/mot-de-passe/oubli');
  const csrf = /name="csrf" value="([^"]+)"/.exec(front.text)![1], cookie = /^set-cookie: ([^;]+)/m.exec(front.text)![1];
  const body = new URLSearchParams({ csrf, email: alix.email }).toString();
  await raw(site.server.port, head('POST /mot-de-passe/oubli HTTP/1.1', 'Host: ailleurs.example', ...foreign, `Cookie: ${cookie}`,
    'Content-Type: application/x-www-form-urlencoded', `Content-Length: ${body.length}`, 'Connection: close') + body);
  const mail = await mailbox.waitFor(alix.email);
  expect(mail.raw.toString()).not.toContain('ailleurs');
  expect(mail.link()).toContain(site.baseURL);
});

test('a form that is no form, or holds too much, is refused', async ({ site }) => {
  const send = (type: string, body: string) => raw(site.server.port, head('POST /connexion HTTP/1.1', 'Host: localhost', `Content-Type: ${type}`, `Content-Length: ${body.length}`, 'Connection: close') + body);
  const form = 'application/x-www-form-urlencoded';
  expect((await send('application/json', '{}')).statuses).toEqual([415]);
  expect((await send(form, 'a&'.repeat(3000))).statuses).toEqual([413]);
  expect((await send(form, 'email=%ff')).statuses).toEqual([400]);
  expect((await send(form, 'email=%00')).statuses).toEqual([400]);
  expect((await send('multipart/form-data', 'x')).statuses).toEqual([400]);
  expect((await send('multipart/form-data; boundary=b', '--b\r\nnonsense')).statuses).toEqual([400]);
});
