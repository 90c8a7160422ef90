// usage: node .shot.mjs memberId name=path ... [--dark] [--w 390]
import { chromium } from 'playwright-core';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';
const args = process.argv.slice(2);
const dark = args.includes('--dark'), w = args.includes('--w') ? +args[args.indexOf('--w')+1] : 1280, axeOn = args.includes('--axe');
const member = args[0];
const client = new pg.Client({ connectionString: process.env.COOPOL_OWNER_DATABASE_URL, options: '-c search_path=coopol,public' });
await client.connect();
const token = randomBytes(32);
await client.query(`insert into session (token_hash, member_id, device, expires_at) values ($1,$2,'x', now() + interval '1 day')`, [createHash('sha256').update(token).digest(), member]);
await client.end();
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const ctx = await browser.newContext({ viewport: { width: w, height: 900 }, colorScheme: dark ? 'dark' : 'light' });
await ctx.addCookies([{ name: '__Host-session', value: token.toString('base64url'), url: 'https://localhost:8741', secure: true, httpOnly: true, sameSite: 'Lax' }]);
const page = await ctx.newPage();
page.on('console', m => { if (m.type() === 'error') console.log('console:', m.text()); });
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
for (const a of args.slice(1)) {
  if (!a.includes('=') ) continue;
  const i = a.indexOf('='); const name = a.slice(0, i), path = a.slice(i + 1);
  const r = await page.goto('http://localhost:8741' + path);
  await page.waitForTimeout(300);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  console.log(name, r.status(), over > 0 ? `OVERFLOW ${over}` : '');
  if (axeOn) { await page.evaluate(axe); const v = await page.evaluate(async () => (await axe.run(document, { resultTypes: ['violations'] })).violations.map(v => v.id + ': ' + v.nodes.map(n => n.html).slice(0, 3).join(' | '))); if (v.length) console.log('  AXE', v); }
  await page.screenshot({ path: `/tmp/sections-shots/${name}-${w}-${dark ? 'dark' : 'light'}.png`, fullPage: true });
}
await browser.close();
