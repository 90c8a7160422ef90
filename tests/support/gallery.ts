// The sample pages of src/ui/gallery.hpp, without a server: written by the unit tests' program, given to the browser under the site's own policy.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test as base, type Page, type Route } from '@playwright/test';
import { program, root } from './places';

const origin = 'https://gallery.example';
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self' wss://gallery.example; "
  + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
const types: Record<string, string> = { '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml', '.woff2': 'font/woff2' };

/** Writes all pages into a folder of their own. */
function write(): string {
  const build = path.dirname(program);
  execFileSync('cmake', ['--build', build, '--target', 'coopol_unit'], { stdio: 'ignore' });
  const folder = mkdtempSync(path.join(tmpdir(), 'coopol-gallery-'));
  const env = { ...process.env, COOPOL_GALLERY: folder, COOPOL_ASSETS: `${root}/web/dist/manifest.json` };
  execFileSync(`${build}/coopol_unit`, ['--gtest_filter=Look/Gallery.IsWritten/*'], { stdio: 'ignore', env });
  return folder;
}

function answer(route: Route, folder: string): Promise<void> {
  const { pathname } = new URL(route.request().url());
  if (pathname.startsWith('/static/')) {
    const file = `${root}/web/dist/${path.basename(pathname)}`;
    return route.fulfill({ body: readFileSync(file), contentType: types[path.extname(file)] ?? 'application/octet-stream' });
  }
  const body = readFileSync(`${folder}/${path.basename(pathname)}.html`);
  return route.fulfill({ body, contentType: 'text/html; charset=utf-8', headers: { 'Content-Security-Policy': policy } });
}

interface Fixtures {
  /** Opens a sample page; what offends the policy or fails in script fails the test. */
  sample: (name: string) => Promise<Page>;
}

export const test = base.extend<Fixtures, { folder: string }>({
  folder: [async ({}, use) => {
    const folder = write();
    await use(folder);
    rmSync(folder, { recursive: true });
  }, { scope: 'worker', timeout: 600_000 }],

  sample: async ({ page, folder }, use) => {
    const offences: string[] = [];
    page.on('pageerror', (error) => offences.push(error.message));
    page.on('console', (message) => {
      if (/Content Security Policy|Refused to/.test(message.text())) offences.push(message.text());
    });
    await page.route(`${origin}/**`, (route) => answer(route, folder));
    await use(async (name) => {
      await page.goto(`${origin}/${name}`);
      return page;
    });
    expect(offences).toEqual([]);
  },
});

export { expect };
