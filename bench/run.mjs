// The rounds of script/bench: starts the server, drives it with wrk, reads /proc for what it and PostgreSQL spent, writes bench/RESULTS.md.
import { execFileSync, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { importAgainstCopy } from './import.mjs';
import { watchEvent, watchWords } from './watch.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const program = process.env.BENCH_PROGRAM, seconds = Number(process.env.BENCH_SECONDS), base = process.env.COOPOL_BASE_URL, only = process.env.BENCH_ONLY ?? '';
const connections = [1, 8, 32, 64];
const sessions = 2000;
const folder = mkdtempSync(join(tmpdir(), 'coopol-bench-'));
const db = new pg.Pool({ connectionString: process.env.COOPOL_OWNER_DATABASE_URL, max: 2, options: '-c search_path=coopol,public' });
const rows = async (sql, ...values) => (await db.query(sql, values)).rows;
const value = async (sql, ...values) => Object.values((await rows(sql, ...values))[0])[0];

// CPU in microseconds of a process, or of all PostgreSQL's: clock ticks of /proc (100 a second).
const ticks = (pid, withChildren = false) => {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /, '').split(' ').map(Number);
  return stat[11] + stat[12] + (withChildren ? stat[13] + stat[14] : 0);
};
const microseconds = (count) => count * 10_000;
function postgresTicks(postmaster) {
  let sum = ticks(postmaster, true);
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const parent = Number(readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /, '').split(' ')[1]);
      if (parent === postmaster) sum += ticks(pid);
    } catch { /* ended meanwhile */ }
  }
  return sum;
}
const memory = (pid) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;

async function makeCookies(name, memberIds) {
  const tokens = memberIds.map(() => randomBytes(32));
  await rows(`insert into session (token_hash, member_id, device, expires_at) select h, m, 'banc', now() + interval '1 day' from unnest($1::bytea[], $2::bigint[]) as s (h, m)`,
    tokens.map((token) => createHash('sha256').update(token).digest()), memberIds);
  const file = join(folder, name);
  writeFileSync(file, tokens.map((token) => `__Host-session=${token.toString('base64url')}\n`).join(''));
  return { file, first: `__Host-session=${tokens[0].toString('base64url')}` };
}
function makeVisitorCookies() {
  const cookie = () => `__Host-visiteur=${randomBytes(32).toString('base64url')}`;
  const file = join(folder, 'visitors');
  writeFileSync(file, Array.from({ length: sessions }, () => `${cookie()}\n`).join(''));
  return { file, first: cookie() };
}

const startServer = async () => {
  const server = spawn(program, ['serve', '--without-jobs'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  for (let i = 0; i < 200; ++i) {
    if ((await fetch(`${base}/sante`).catch(() => undefined))?.ok) return server;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the server does not answer');
};

function drive(path, cookies, count) {
  const out = execFileSync('wrk', ['-t', '1', '-c', String(count), '-d', `${seconds}s`, '--latency', '-s', join(root, 'bench/sessions.lua'), base + path], { encoding: 'utf8', env: { ...process.env, BENCH_COOKIES: cookies.file } });
  const [, requests, duration, p50, p99, errors] = /RESULT (\d+) (\d+) (\d+) (\d+) (\d+)/.exec(out).map(Number);
  return { requests, rate: requests / (duration / 1e6), p50: p50 / 1000, p99: p99 / 1000, errors };
}

async function weigh(path, cookie) {
  const answer = await fetch(base + path, { headers: { cookie, 'accept-encoding': 'gzip' }, redirect: 'manual' });
  const html = await answer.text();
  const compressed = execFileSync('curl', ['-s', '-o', '/dev/null', '-w', '%{size_download}', '-H', 'Accept-Encoding: br', '-H', `Cookie: ${cookie}`, base + path], { encoding: 'utf8' });
  const linked = [...new Set([...html.matchAll(/(?:href|src)="(\/static\/[^"#]+)/g)].map((m) => m[1]))];
  let weight = Number(compressed);
  for (const file of linked) weight += Number(execFileSync('curl', ['-s', '-o', '/dev/null', '-w', '%{size_download}', '-H', 'Accept-Encoding: br', base + file], { encoding: 'utf8' }));
  return { status: answer.status, html: html.length, compressed: Number(compressed), weight, requests: linked.length + 1, database: answer.headers.get('x-database') ?? '' };
}

const round = (x, digits = 1) => (Math.abs(x) >= 100 ? Math.round(x).toLocaleString('en') : x.toFixed(digits));

const postmaster = Number(readFileSync(join(await value(`show data_directory`), 'postmaster.pid'), 'utf8').split('\n')[0]);
// A section of ordinary size, the secretary of it, a mission of it with guests.
const section = await value(`select space_id from membership m join space s on s.id = m.space_id where s.kind = 'section' group by 1 having count(*) between 60 and 400 order by 1 limit 1`);
const largest = await value(`select space_id from membership m join space s on s.id = m.space_id where s.kind = 'section' group by 1 order by count(*) desc limit 1`);
const federation = await value(`select parent_id from space where kind = 'section' group by 1 order by count(*) desc limit 1`);
// Of 2,800 members, as the largest sections of a party are: taken from elsewhere without a word.
const wantedSize = Math.round(2800 * Math.min(1, (await value('select count(*) from member')) / 200_000));
await rows(`with quiet as (select set_config('session_replication_role', 'replica', true)),
  others as (select b.space_id, b.member_id from quiet, membership b join space s on s.id = b.space_id where s.kind = 'section' and b.role = 'member' and b.space_id not in ($1, $2)
    order by b.space_id limit greatest(0, $3 - (select count(*) from membership where space_id = $1))),
  moved as (update membership b set space_id = $1 from others o where b.space_id = o.space_id and b.member_id = o.member_id returning b.member_id)
  select circle_rebuild(member_id) from moved`, largest, section, wantedSize);
const largestSize = await value('select count(*) from membership where space_id = $1', largest);
const secretary = await value(`select member_id from membership where space_id = $1 and role = 'secretary'`, section);
const largestSecretary = await value(`select member_id from membership where space_id = $1 and role = 'secretary'`, largest);
const insiders = (await rows(`select member_id from membership where space_id = $1`, section)).map((row) => row.member_id);
const event = await value(`select id from event where space_ids = array[$1::bigint] and goal > 0 order by abs(extract(epoch from starts_at - now())) limit 1`, section);
const anybody = (await rows(`select id from member order by (id * 7919) % 1000003 limit $1`, sessions)).map((row) => row.id);

const members = await makeCookies('members', anybody);
const ofSection = await makeCookies('insiders', Array.from({ length: sessions }, (_, i) => insiders[i % insiders.length]));
const ofSecretary = await makeCookies('secretary', Array.from({ length: sessions }, () => secretary));
const ofLargest = await makeCookies('largest', Array.from({ length: sessions }, () => largestSecretary));
const visitors = makeVisitorCookies();

// Somebody with three hundred coopains, bound to them without a word: the triggers would tell all of it as news.
const sociable = await value(`select id from member where visibility = 'everyone' order by id desc limit 1`);
await rows(`with quiet as (select set_config('session_replication_role', 'replica', true)), others as (select id from member, quiet where id <> $1 and id % 7 = 0 order by id limit 300)
  insert into bond (member_id, coopain_id) select $1, id from others union all select id, $1 from others on conflict do nothing`, sociable);
const ofSociable = await makeCookies('sociable', Array.from({ length: sessions }, () => sociable));

// Somebody who comes to three hundred events of one month, and whose telephone reads their agenda.
const busy = await value(`select id from member where id <> $1 order by id desc limit 1`, sociable);
const busyDay = await value(`with quiet as (select set_config('session_replication_role', 'replica', true)),
  month as (select date_trunc('month', starts_at) as m from event where state = 'published' group by 1 order by count(*) desc limit 1),
  coming as (insert into event_guest (event_id, member_id, answer, answered_at)
    select e.id, $1, 'yes', now() from event e, month, quiet where e.state = 'published' and date_trunc('month', e.starts_at) = m order by e.id limit 300 on conflict do nothing)
  select to_char(m + interval '14 days', 'YYYY-MM-DD') from month`, busy);
const feedToken = randomBytes(32);
await rows(`insert into calendar_feed (member_id, salt, token_hash) values ($1, repeat('b', 16)::bytea, $2) on conflict (member_id) do update set token_hash = excluded.token_hash`,
  busy, createHash('sha256').update(feedToken).digest());
const ofBusy = await makeCookies('busy', Array.from({ length: sessions }, () => busy));

const cases = [
  ['empty answer', '/robots.txt', visitors],
  ['sign-in page', '/', visitors],
  ['dashboard', '/', members],
  ['dashboard (300 coopains)', '/', ofSociable],
  ['feed (300 coopains)', '/fil', ofSociable],
  ['first keystroke', '/recherche/propositions?q=m', members],
  ['event page', `/evenements/${event}`, ofSection],
  ['agenda of a busy member (month, 300 events)', `/agenda?vue=mois&jour=${busyDay}`, ofBusy],
  ['the same as calendar programs fetch it', `/calendrier/${feedToken.toString('base64url')}.ics`, visitors],
  ['profile', `/membres/${secretary}`, members],
  ['directory, «dupon»', '/membres?q=dupon', members],
  ['directory, «jean-francois»', '/membres?q=jean-francois', members],
  ['directory, «müller»', '/membres?q=m%C3%BCller', members],
  ['directory, of an interest', '/membres?interet=logement', members],
  [`section members page (${insiders.length} members)`, `/sections/${section}/gestion/membres`, ofSecretary],
  ['directory of all events', '/evenements', members],
  ['directory of all events, «porte», 25 km', '/evenements?q=porte&km=25&commune=25056', members],
  ['events’ map tile, of half a country', '/evenements/carte/5/16/11', members],
  ['events’ map tile, of a town', '/evenements/carte/11/1058/714', members],
  ['«Tout le PS»', '/parti', members],
  ['«Tout le PS», «lyon»', '/parti?q=lyon', members],
  ['«Tout le PS», its map', '/parti/carte', members],
  ['federation with most sections', `/federations/${federation}`, members],
  [`section members page (largest, ${largestSize} members)`, `/sections/${largest}/gestion/membres`, ofLargest],
];

const server = await startServer();
const idle = memory(server.pid);
const lines = [], heads = [];
let empty;
try {
  for (const [name, path, cookies] of cases.filter(([name], i) => i === 0 || name.includes(only))) {
    const page = await weigh(path, cookies.first);
    if (page.status !== 200) throw new Error(`${name}: ${path} answers ${page.status}`);
    drive(path, cookies, 4); // warm
    const cells = [];
    let cost;
    for (const count of connections) {
      const app = ticks(server.pid), database = postgresTicks(postmaster);
      const run = drive(path, cookies, count);
      const cpu = { app: microseconds(ticks(server.pid) - app) / run.requests, pg: microseconds(postgresTicks(postmaster) - database) / run.requests };
      if (count === 8) cost = cpu;
      if (run.errors) throw new Error(`${name}, ${count} connections: ${run.errors} errors`);
      cells.push(`${round(run.rate, 0)} / ${round(run.p50)} / ${round(run.p99)}`);
    }
    empty ??= cost;
    lines.push(`| ${name} | ${cells.join(' | ')} | ${round(cost.app, 0)} | ${round(cost.pg, 0)} | ${round(cost.app / empty.app)} | ${round(cost.pg / cost.app)} |`);
    heads.push(`| ${name} | ${page.database || '–'} | ${page.html} | ${page.compressed} | ${round(page.weight / 1000)} | ${page.requests} |`);
    console.error(lines.at(-1));
  }
  if (!only) await writeReport();
} finally {
  server.kill('SIGTERM');
  await rows(`delete from session where device = 'banc'`);
  await db.end();
}

async function writeReport() {
  const busy = memory(server.pid);
  const watched = watchWords(await watchEvent({ base, pid: server.pid, rows }));
  console.error(watched);
  const imports = await importAgainstCopy({ base, section, cookie: ofSecretary.first, program, root, folder, row: async (...query) => (await rows(...query))[0] });
  console.error(imports);
  const commit = execFileSync('git', ['-C', root, 'rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  const counts = (await rows(`select (select count(*) from member) as members, (select count(*) from space where kind = 'section') as sections, (select count(*) from event) as events,
    (select count(*) from event_guest) as answers, (select count(*) from message) as messages, (select count(*) from event_comment) as comments`))[0];
  writeFileSync(join(root, 'bench/RESULTS.md'), `# Figures

Written by script/bench. Commit ${commit}, ${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0].model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB; server, PostgreSQL and wrk share the
machine, so only ratios within this page mean something. Database: ${Object.entries(counts).map(([name, n]) => `${Number(n).toLocaleString('en')} ${name}`).join(', ')}. Each request comes from another of ${sessions} sessions.

## Pages
Each cell: requests per second / median / 99th percentile in milliseconds, at 1, 8, 32, 64 connections. CPU in µs a page at 8 connections.

| page | 1 | 8 | 32 | 64 | CPU server | CPU PostgreSQL | server ÷ empty | PostgreSQL ÷ server |
|---|---|---|---|---|---|---|---|---|
${lines.join('\n')}

| page | database | HTML bytes | compressed (br) | first view KB | requests |
|---|---|---|---|---|---|
${heads.join('\n')}

Resident memory of the server: ${round(idle)} MB idle, ${round(busy)} MB after the rounds.

## Watching
${watched}

## Import
${imports.lines.toLocaleString('en')} lines, ${round(imports.bytes / 1e6)} MB, sent by a secretary and read, checked, matched against each other and the register, and kept: file sent, received and previewed in
${round(imports.preview, 2)} s, imported in ${round(imports.import, 2)} s: read, checked and matched against each other in ${round(imports.checked, 2)} s, put down in ${round(imports.put, 2)} s, matched against the register, kept with its
indexes and reported in ${round(imports.kept, 2)} s. \\copy of the same file into a bare table: ${round(imports.copy, 2)} s. Ratio: ${round((imports.preview + imports.import) / imports.copy)}.
`);
  console.error('→ bench/RESULTS.md');
}
