import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url));

// `server-only` throws outside a React server; here every file runs on a server, so it resolves to what it is there.
const alias = [
  { find: /^@\//, replacement: root },
  { find: /^server-only$/, replacement: `${root}node_modules/server-only/empty.js` },
];

const withDatabase = {
  globalSetup: ['tests/support/cluster-setup.ts'],
  pool: 'forks' as const,
  // What lib/env.ts asks for; the keys file is written by the global setup.
  env: {
    DATABASE_URL: 'postgres://unused@127.0.0.1:1/unused',
    APP_ORIGIN: 'http://localhost:3000',
    HEARTH_DATA: '.test/data',
    HEARTH_KEYS_FILE: '.test/keys.json',
  },
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
      { resolve: { alias }, test: { name: 'lib', include: ['tests/lib/**/*.test.{ts,tsx}'], ...withDatabase } },
      { resolve: { alias }, test: { name: 'access', include: ['tests/access/**/*.test.ts'], ...withDatabase } },
    ],
  },
});
