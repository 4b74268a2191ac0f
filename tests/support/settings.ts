// What lib/env.ts asks for in a process that runs tests: it never connects by these, but seals and signs with the keys.
export const KEYS_FILE = '.test/keys.json';

export const TEST_SETTINGS = {
  DATABASE_URL: 'postgres://unused@127.0.0.1:1/unused',
  APP_ORIGIN: 'http://localhost:3000',
  HEARTH_DATA: '.test/data',
  HEARTH_KEYS_FILE: KEYS_FILE,
  // What is refused on purpose would hide what went wrong.
  HEARTH_LOG_LEVEL: 'error',
};
