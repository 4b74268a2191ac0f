import { defineConfig, devices } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from './bin/proof/chromium.mjs';
import { TEST_SETTINGS } from './tests/support/settings';

Object.assign(process.env, TEST_SETTINGS);

// Found once; the workers read what the first process found.
if (!process.env.HEARTH_CHROMIUM) {
  const { executablePath, environment } = await findChromium();
  Object.assign(process.env, environment, { HEARTH_CHROMIUM: executablePath });
}

/**
 * Who sees what where: a test without a tag runs on a desktop; `@portal` is a partner's and runs on phones of both widths;
 * `@anywhere` runs on all three.
 */
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.test.ts',
  outputDir: '.test/browser',
  globalSetup: './tests/support/set-up/browser.ts',
  workers: 2,
  // A machine that does other work beside can miss a moment; what passes only at the second try is named at the end.
  retries: 1,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['dot']],
  use: {
    locale: 'en-US',
    timezoneId: 'America/New_York',
    screenshot: 'only-on-failure',
    trace: 'off',
    launchOptions: { executablePath: process.env.HEARTH_CHROMIUM, args: CHROMIUM_FLAGS },
  },
  projects: [
    {
      name: 'desktop',
      grepInvert: /@portal/,
      use: { ...devices['Desktop Chrome'], viewport: { width: 1280, height: 800 } },
    },
    { name: 'phone', grep: /@portal|@anywhere/, use: { ...devices['Pixel 7'], viewport: { width: 390, height: 844 } } },
    {
      name: 'phone320',
      grep: /@portal|@anywhere/,
      use: { ...devices['Pixel 7'], viewport: { width: 320, height: 640 } },
    },
  ],
});
