// A thousand people look at one event's page while others answer: how long until each of them has seen the gauge move, and what a watcher costs the server.
// By hand, against a server that runs with a database of some thousand members:
//   COOPOL_OWNER_DATABASE_URL=… node bench/watch.mjs http://localhost:8725 PID_OF_THE_SERVER
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { WebSocket } from 'ws';

const watchers = 1000, calm = 40, burst = 200, crowd = 8; // people; answers one after the other; answers at once, so many at a time
const pause = 250; // ms between two of the calm ones
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const memory = (pid) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]);
const share = (times, part) => times.sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * part))];
// The limits of one address are not those of a thousand: as behind our proxy.
const from = (i) => `10.9.${i >> 8}.${i & 255}`;

export async function watchEvent({ base, pid, rows }) {
  const people = (await rows(`select id from member where leaves_at is null order by id desc limit $1`, watchers + calm + burst + 1)).map((row) => row.id);
  const tokens = people.map(() => randomBytes(32));
  await rows(`insert into session (token_hash, member_id, device, expires_at) select h, m, 'banc', now() + interval '1 day' from unnest($1::bytea[], $2::bigint[]) as s (h, m)`,
    tokens.map((token) => createHash('sha256').update(token).digest()), people);
  const [{ id: event }] = await rows(`insert into event (creator_id, kind, state, title, is_public, capacity, starts_at, ends_at, city, published_at)
    values ($1, 'demonstration', 'published', 'Banc', true, 100000, now() + interval '1 day', now() + interval '26 hours', 'Besançon', now()) returning id`, people[0]);
  const cookie = (i) => `__Host-session=${tokens[i].toString('base64url')}`;
  const page = async (i) => (await fetch(`${base}/evenements/${event}`, { headers: { cookie: cookie(i), 'x-forwarded-for': from(i) } })).text();
  const told = []; // [watcher][number of those who come] → when
  const sockets = [];
  try {
    const topics = [];
    for (let i = 1; i <= watchers; ++i) topics.push(/data-live-topics-value="([^"]+)"/.exec(await page(i))[1]);
    const tokensOfForms = [];
    for (let i = watchers + 1; i < people.length; ++i) tokensOfForms.push(/name="csrf" value="([^"]+)"/.exec(await page(i))[1]);
    const before = memory(pid);
    for (let i = 1; i <= watchers; ++i) {
      const seen = new Map();
      told.push(seen);
      const socket = new WebSocket(`${base.replace('http', 'ws')}/vif?topics=${encodeURIComponent(topics[i - 1])}`, { origin: base, headers: { cookie: cookie(i), 'x-forwarded-for': from(i) }, perMessageDeflate: false });
      socket.on('message', (data) => {
        const coming = /<b>([\d\s\u202f]+)<\/b>/.exec(String(data));
        if (coming) seen.set(Number(coming[1].replace(/\D/g, '')), performance.now());
      });
      sockets.push(socket);
      await new Promise((resolve, reject) => { socket.once('open', resolve); socket.once('error', reject); });
    }
    await wait(1000);
    const each = (memory(pid) - before) / watchers;

    let sent = 0;
    const asked = []; // the nth answer left at
    const answer = async (n) => {
      const i = watchers + 1 + n;
      asked[n] = performance.now();
      const response = await fetch(`${base}/evenements/${event}/reponse`, { method: 'POST', redirect: 'manual', headers: { cookie: cookie(i), origin: base, 'x-forwarded-for': from(i), 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ csrf: tokensOfForms[n], answer: 'yes' }) });
      if (response.status !== 303) throw new Error(`an answer gave ${response.status}`);
    };
    for (; sent < calm; ++sent) { await answer(sent); await wait(pause); }
    await wait(1000);
    const quiet = [], last = [];
    for (let n = 0; n < calm; ++n) {
      const times = told.map((seen) => Math.min(...[...seen].filter(([coming]) => coming > n).map(([, at]) => at)) - asked[n]);
      quiet.push(...times);
      last.push(Math.max(...times));
    }
    const began = performance.now();
    await Promise.all(Array.from({ length: crowd }, async () => { while (sent < calm + burst) await answer(sent++); }));
    const answered = performance.now();
    const all = calm + burst;
    const complete = () => told.every((seen) => seen.has(all));
    while (!complete() && performance.now() - answered < 10_000) await wait(20);
    if (!complete()) throw new Error('somebody has not seen the last answer');
    const ends = told.map((seen) => seen.get(all) - answered);
    return { watchers, calm, burst, kilobytes: each, p50: share(quiet, 0.5), p99: share(quiet, 0.99), last: share(last, 1), rate: burst / ((answered - began) / 1000), after: share(ends, 1) };
  } finally {
    for (const socket of sockets) socket.terminate();
    await rows(`delete from mail where subject_id = $1 and kind like 'events.%'`, event);
    await rows('delete from event where id = $1', event);
    await rows('delete from session where token_hash = any($1)', tokens.map((token) => createHash('sha256').update(token).digest()));
  }
}

export const watchWords = (w) => `${w.watchers.toLocaleString('en')} members look at one event's page. ${w.calm} answers, one after the other: from the answer's click to the new gauge in each of their browsers
${w.p50.toFixed(0)} ms in the median, ${w.p99.toFixed(0)} ms for 99 %, ${w.last.toFixed(0)} ms for the very last. ${w.burst} answers at once: ${w.rate.toFixed(0)} a second are taken, and everybody has the last gauge ${w.after.toFixed(0)} ms after
the last answer. Memory of the server: ${w.kilobytes.toFixed(1)} KB a watcher.`;

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const db = new pg.Pool({ connectionString: process.env.COOPOL_OWNER_DATABASE_URL, max: 2, options: '-c search_path=coopol,public' });
  console.log(watchWords(await watchEvent({ base: process.argv[2], pid: Number(process.argv[3]), rows: async (sql, ...values) => (await db.query(sql, values)).rows })));
  await db.end();
}
