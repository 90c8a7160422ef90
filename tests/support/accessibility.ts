// Every page, by day and by night, on a telephone, a tablet and a desk.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const themes = ['light', 'dark'] as const;
export const widths = [390, 768, 1280] as const; // CSS pixels

async function atEachWidth(page: Page, look: (width: number) => Promise<void>): Promise<void> {
  const size = page.viewportSize();
  for (const width of widths) {
    await page.setViewportSize({ width, height: 844 });
    await look(width);
  }
  if (size) await page.setViewportSize(size);
}

/** Of a page that has script: without, axe cannot run, and the same markup was looked at with it. */
export async function expectNoAxeViolations(page: Page): Promise<void> {
  if (await page.evaluate(() => matchMedia('(scripting: none)').matches)) return;
  // A page that sends itself on, as an answer from a mail does, is looked at where it ends: Turbo marks what it is busy with.
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  // Evaluated rather than added as an element, which the page's Content-Security-Policy would refuse.
  await page.evaluate(axe);
  for (const theme of themes) await atEachWidth(page, async (width) => {
    await page.emulateMedia({ colorScheme: theme });
    // By night the same elements stand in the same places: only their colours are others.
    const runOnly = theme === 'dark' ? ['color-contrast', 'link-in-text-block'] : undefined;
    const { violations } = await page.evaluate((runOnly) => (window as any).axe.run(document, { resultTypes: ['violations'], preload: false, ...(runOnly && { runOnly }) }), runOnly) as AxeResults;
    const told = violations.map(({ id, help, nodes }) => `${id}: ${help}\n${nodes.map((node) => `  ${node.html}\n  ${node.failureSummary}`).join('\n')}`);
    expect(told, `${page.url()} (${theme}, ${width} px)`).toEqual([]);
  });
  await page.emulateMedia({ colorScheme: null });
}

/** Nothing makes the page wider than the screen. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  await atEachWidth(page, async (width) => {
    const excess = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(excess, `pixels too many on ${page.url()} (${width} px)`).toBeLessThanOrEqual(0);
  });
}
