// What every browser test stands on: one running app per worker, and a page that reports every error it meets.
import { test as base, expect } from '@playwright/test';
import type { BrowserContext, BrowserContextOptions, Page } from '@playwright/test';
import { openDatabase } from '@/db/access/open-database';
import { closePool } from '@/db/client';
import { startApp } from './app';
import type { TestApp } from './app';
import { deviceOf } from './page-bytes';
import type { Device } from './page-bytes';
import { signInCookie } from './sign-in';

interface Options {
  /** Errors a test brings about on purpose, such as a page that is not found. */
  expectedErrors: RegExp[];
}

interface Fixtures {
  /** What the watch has met so far. */
  errors: string[];
  /** An installation of its own for one test, with no practice in it yet. */
  emptyApp: TestApp;
  /** A second person on another device, with the same watch for errors. */
  anotherContext: (options?: BrowserContextOptions) => Promise<BrowserContext>;
  /** Signs a browser in with a token of people.ts, without passing through the sign-in page. */
  signIn: (context: BrowserContext, person: { token: string }) => Promise<void>;
  /** A device of somebody signed in, without a browser, or of nobody. */
  device: (person?: { token: string }) => Promise<Device>;
}

interface WorkerFixtures {
  app: TestApp;
  /** Beside the usual ones, for a file that needs an app of its own kind. */
  appSettings: Record<string, string>;
}

export const test = base.extend<Options & Fixtures, WorkerFixtures>({
  expectedErrors: [[], { option: true }],

  appSettings: [{}, { option: true, scope: 'worker' }],

  app: [
    async ({ appSettings }, provide) => {
      const app = await startApp({ settings: appSettings });
      // Verbs may arrange what a test is not about.
      openDatabase(app.database.appUrl);
      await provide(app);
      await closePool();
      await app.stop();
    },
    { scope: 'worker', timeout: 90_000 },
  ],

  emptyApp: async ({}, provide) => {
    const app = await startApp();
    await provide(app);
    await app.stop();
  },

  baseURL: async ({ app }, provide) => provide(app.origin),

  errors: async ({ expectedErrors }, provide) => {
    const errors: string[] = [];
    await provide(errors);
    expect(unexpected(errors, expectedErrors), 'errors in the browser').toEqual([]);
  },

  context: async ({ context, errors }, provide) => {
    watch(context, errors);
    await provide(context);
  },

  anotherContext: async ({ browser, contextOptions, baseURL, viewport, errors }, provide) => {
    const opened: BrowserContext[] = [];
    await provide(async (options) => {
      const context = await browser.newContext({ ...contextOptions, baseURL, viewport, ...options });
      watch(context, errors);
      opened.push(context);
      return context;
    });
    await Promise.all(opened.map((context) => context.close()));
  },

  device: async ({ app }, provide) => {
    await provide(async (person) =>
      deviceOf(app.origin, person && (await signInCookie(person.token, app.keys.authSecret, app.origin))),
    );
  },

  signIn: async ({ app }, provide) => {
    await provide(async (context, { token }) => {
      await context.addCookies([await signInCookie(token, app.keys.authSecret, app.origin)]);
    });
  },
});

export { expect };

/** Runs the same journey twice: as most people have it, and without JavaScript. */
export function withAndWithoutScript(title: string, body: Parameters<typeof test>[2]): void {
  for (const javaScriptEnabled of [true, false])
    test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
      test.use({ javaScriptEnabled });
      test(title, body);
    });
}

/** Console errors (a report of the content policy is one), uncaught errors, and requests to any other host. */
function watch(context: BrowserContext, errors: string[]): void {
  context.on('console', (message) => {
    if (message.type() !== 'error') return;
    const { url } = message.location();
    errors.push(`${pathOf(message.page())}: ${message.text()}${url && ` (${url})`}`);
  });
  context.on('weberror', (error) => errors.push(`${pathOf(error.page())}: ${error.error().message}`));
  context.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (/^https?:$/.test(protocol) && hostname !== 'localhost') errors.push(`a request to ${hostname}`);
  });
}

const unexpected = (errors: string[], expected: RegExp[]) =>
  errors.filter((error) => !expected.some((pattern) => pattern.test(error)));

const pathOf = (page: Page | null) => (page ? new URL(page.url()).pathname : 'a closed page');
