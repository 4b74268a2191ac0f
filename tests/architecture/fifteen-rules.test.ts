// The fifteen rules of the couple are the heart of the product: each is held by tests that carry its number in their names.
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const RULES = Array.from({ length: 15 }, (_, at) => at + 1);
/** A title of a test or of a group of tests, also of one that runs with and without script. */
const TITLE = /\b(?:test|describe|withAndWithoutScript)\(\s*['"`]rule (\d+): \S/g;

const files = globSync('tests/**/*.test.ts', { exclude: ['tests/architecture/**'] });
const named = new Set(
  files.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(TITLE)].map(([, rule]) => Number(rule))),
);

test('each of the fifteen rules has a test that is named after it', () => {
  expect(RULES.filter((rule) => !named.has(rule))).toEqual([]);
});

test('no test is named after a rule that there is not', () => {
  expect([...named].filter((rule) => rule < 1 || rule > 15)).toEqual([]);
});
