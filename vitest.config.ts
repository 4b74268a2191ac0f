import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { TEST_SETTINGS } from './tests/support/settings.ts';

const root = fileURLToPath(new URL('.', import.meta.url));

// `server-only` throws outside a React server; here every file runs on a server, so it resolves to what it is there.
const alias = [
  { find: /^@\//, replacement: root },
  { find: /^server-only$/, replacement: `${root}node_modules/server-only/empty.js` },
];

const withDatabase = {
  globalSetup: ['tests/support/set-up/cluster.ts'],
  pool: 'forks' as const,
  env: TEST_SETTINGS,
  testTimeout: 20_000,
  hookTimeout: 60_000,
};

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'architecture',
          include: ['tests/architecture/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        resolve: { alias },
        test: { name: 'bin', include: ['tests/bin/*.test.{ts,mjs}'], testTimeout: 30_000, hookTimeout: 30_000 },
      },
      { resolve: { alias }, test: { name: 'components', include: ['tests/components/**/*.test.{ts,tsx}'] } },
      { resolve: { alias }, test: { name: 'lib', include: ['tests/lib/**/*.test.{ts,tsx}'], ...withDatabase } },
      { resolve: { alias }, test: { name: 'access', include: ['tests/access/**/*.test.ts'], ...withDatabase } },
    ],
  },
});
