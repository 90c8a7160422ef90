import { defineConfig } from '@playwright/test';

const chromium = {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    // Chromium's own sandbox cannot be entered by root, as in a container.
    ...(process.geteuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
  ],
};

export default defineConfig({
  testDir: '.',
  outputDir: 'results/failures',
  globalSetup: './support/setup.ts',
  workers: 2, // each has a server, a database and an SMTP server of its own (support/house.ts)
  timeout: 60_000,
  forbidOnly: true,
  expect: { timeout: 5_000 },
  reporter: [['list'], ['json', { outputFile: 'results/browser.json' }]],
  use: {
    launchOptions: chromium,
    actionTimeout: 10_000,
    navigationTimeout: 15_000,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    contextOptions: { reducedMotion: 'reduce' },
    viewport: { width: 1280, height: 800 },
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'support', testDir: 'support' }, // what the other tests stand on
    { name: 'pages', testDir: 'pages' }, // one page or behaviour at a time
    { name: 'manual', testDir: 'manual' }, // the pictures of docs/mode-d-emploi.md
    { name: 'hostile', testDir: 'hostile' }, // rights, abuse, neighbours that fail
    { name: 'journeys', testDir: 'journeys' }, // whole stories, named after the manual's chapters
    // The same stories without script, but what they call @live.
    { name: 'journeys-without-script', testDir: 'journeys', grepInvert: /@live/, use: { javaScriptEnabled: false } },
  ],
});
