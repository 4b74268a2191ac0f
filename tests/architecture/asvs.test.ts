// The table of the ASVS says of each requirement what holds it. Here: that nothing is missing in it and that what it names is there.
// That what it names ran, `npm test` says at its end (bin/proof/asvs.mjs).
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { heldInRun, isTitled, partOf, proofsOf, type Ran, readTable, type Row } from '@/bin/proof/asvs.mjs';

/** The requirements of ASVS 5.0 that Hearth is to hold, by section. */
const CORE: Record<string, number[]> = {
  '1.2': [1, 2, 3, 4, 10],
  '1.3': [1, 6, 11],
  '1.5': [2],
  '2.2': [1, 2, 3],
  '2.3': [1, 3, 4, 5],
  '2.4': [1],
  '3.2': [2],
  '3.3': [1, 2, 3, 4],
  '3.4': [1, 2, 3, 4, 5, 6],
  '3.5': [1, 2, 3],
  '3.7': [2],
  '4.1': [3],
  '5.4': [1, 2],
  '6.1': [1],
  '6.2': [1, 3, 4, 5, 8, 9, 12],
  '6.3': [1, 3, 4, 5, 6, 7, 8],
  '6.4': [1, 3, 6],
  '6.5': [1, 2, 5, 6],
  '6.6': [3],
  '7.1': [1],
  '7.2': [3, 4],
  '7.3': [1, 2],
  '7.4': [1, 2, 3, 5],
  '7.5': [1, 3],
  '7.6': [2],
  '8.1': [1],
  '8.2': [1, 2, 3],
  '8.3': [1, 2, 3],
  '8.4': [1],
  '9.2': [2],
  '11.1': [1],
  '11.2': [2, 4, 5],
  '11.3': [3, 4],
  '11.4': [2],
  '11.5': [1],
  '12.1': [1],
  '12.2': [1],
  '12.3': [1],
  '13.1': [2],
  '13.2': [2],
  '13.3': [1, 2, 4],
  '13.4': [2],
  '14.1': [1],
  '14.2': [1, 2, 3, 6, 7],
  '14.3': [1, 2, 3],
  '15.1': [2],
  '15.2': [1, 2],
  '15.3': [1, 3, 4, 5, 6],
  '15.4': [2],
  '16.2': [1, 5],
  '16.3': [1, 2, 3],
  '16.4': [1, 2, 3],
  '16.5': [1, 2, 3, 4],
};
const ids = Object.entries(CORE).flatMap(([section, numbers]) => numbers.map((number) => `V${section}.${number}`));
const table = readTable();

/** What follows an opening parenthesis as a text, with %s for whatever is put into it. */
const titlesIn = (source: string): string[] =>
  [...source.matchAll(/\(\s*(['"`])((?:\\.|(?!\1)[^\\])*)\1/g)].map(([, , text]) =>
    text!.replace(/\$\{[^}]*\}|%[sdiofj]|\$\w+/g, '%s').replaceAll(/\\(.)/g, '$1'),
  );

function wrongTests(rows: Row[]): string[] {
  return rows
    .filter(({ held }) => held === 'test')
    .flatMap((row) => proofsOf(row).map((proof) => ({ id: row.id, ...proof })))
    .filter(
      ({ file, title }) =>
        !existsSync(file) || !titlesIn(readFileSync(file, 'utf8')).some((one) => isTitled(title, one)),
    )
    .map(({ id, file, title }) => `${id}: ${file} > ${title}`);
}

/** `file > name = value`: in JSON by its path, elsewhere as the program has it. */
function wrongSettings(rows: Row[]): string[] {
  return rows
    .filter(({ held }) => held === 'setting')
    .flatMap((row) => proofsOf(row).map((proof) => ({ id: row.id, ...proof })))
    .filter(({ file, title }) => {
      const [name = '', value = ''] = title.split(' = ');
      return !existsSync(file) || !isSo(readFileSync(file, 'utf8'), file.endsWith('.json'), name, value);
    })
    .map(({ id, file, title }) => `${id}: ${file} > ${title}`);
}

function isSo(text: string, isJson: boolean, name: string, value: string): boolean {
  if (isJson) {
    const within = (found: unknown, part: string) => (found as Record<string, unknown>)?.[part];
    return JSON.stringify(name.split('.').reduce<unknown>(within, JSON.parse(text))) === value;
  }
  const exactly = value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`\\b${name}['"]?\\s*[:=]\\s*(['"\`]?)${exactly}\\1\\s*[;,\\n)}]`).test(text);
}

describe('the table of the ASVS', () => {
  test('has every requirement once, in order, each with what holds it or why nothing does', () => {
    expect(table.map(({ id }) => id)).toEqual(ids);
    expect(ids).toHaveLength(126);
    const bare = table.filter(({ what, held, by }) => !['test', 'setting', 'no'].includes(held) || !what || !by);
    expect(bare).toEqual([]);
    expect(table.filter(({ held, by }) => held === 'no' && by.length < 30).map(({ id }) => id)).toEqual([]);
  });

  test('names tests that are there, in parts that `npm test` runs', () => {
    expect(wrongTests(table)).toEqual([]);
    const parts = new Set(
      table.filter(({ held }) => held === 'test').flatMap((row) => proofsOf(row).map(({ file }) => partOf(file))),
    );
    expect(
      [...parts].filter((part) => !['architecture', 'bin', 'components', 'lib', 'access', 'browser'].includes(part)),
    ).toEqual([]);
  });

  test('names settings that are so', () => {
    expect(wrongSettings(table)).toEqual([]);
  });

  test('is counted in SECURITY.md as it is', () => {
    const count = (held: string) => table.filter((row) => row.held === held).length;
    const [tests, settings, not] = [count('test'), count('setting'), count('no')];
    expect(readFileSync('SECURITY.md', 'utf8')).toContain(
      `of its ${ids.length} rows ${tests} are held by named tests, ${settings} by named settings, and ${not} are not held`,
    );
  });
});

describe('what holds it against the run', () => {
  const row = (by: string, held = 'test'): Row => ({ id: 'V1.1.1', what: 'An example', held, by });
  const HERE = 'tests/architecture/asvs.test.ts';
  const TITLE = 'names settings that are so';
  const ran = (state: Ran['state'], title = TITLE): Ran => ({ file: HERE, title, state });
  const held = (by: string, states: Ran[], parts = ['architecture']) => heldInRun([row(by)], states, parts);

  test('finds a wrong title, a wrong file, and one that is right', () => {
    expect(wrongTests([row(`${HERE} > ${TITLE}`)])).toEqual([]);
    expect(wrongTests([row(`${HERE} > names settings that are not so`)])).toHaveLength(1);
    expect(wrongTests([row(`tests/architecture/nowhere.test.ts > ${TITLE}`)])).toHaveLength(1);
    expect(wrongTests([row(`${HERE} > ${TITLE} && ${HERE} > nothing`)])).toHaveLength(1);
    expect(held(`${HERE} > ${TITLE} `, [ran('passed')]).failed).toBe(1);
  });

  test('counts what passed, and finds what failed, was skipped or did not run', () => {
    const by = `${HERE} > ${TITLE}`;
    expect(held(by, [ran('passed')])).toEqual({ passed: 1, failed: 0, failures: [] });
    for (const states of [[], [ran('skipped')], [ran('failed')], [ran('passed'), ran('failed')], [ran('passed', 'x')]])
      expect(held(by, states), JSON.stringify(states)).toMatchObject({ passed: 0, failed: 1 });
    expect(held(`${by} && ${HERE} > another`, [ran('passed')])).toMatchObject({ passed: 0, failed: 1 });
  });

  test('finds each case of one title, and leaves out what belongs to a part that did not run', () => {
    expect(held(`${HERE} > %s may %s`, [ran('passed', 'a may b'), ran('passed', 'c may d')]).passed).toBe(1);
    expect(held(`${HERE} > %s may %s`, [ran('passed', 'a may b'), ran('failed', 'c may d')]).failed).toBe(1);
    const elsewhere = heldInRun([row('tests/lib/log.test.ts > x'), row('a reason', 'no')], [], ['architecture']);
    expect(elsewhere).toEqual({ passed: 0, failed: 0, failures: [] });
  });

  test('finds a setting that is otherwise, and one that is gone', () => {
    expect(wrongSettings([row('next.config.js > poweredByHeader = false', 'setting')])).toEqual([]);
    expect(wrongSettings([row('next.config.js > poweredByHeader = true', 'setting')])).toHaveLength(1);
    expect(wrongSettings([row('next.config.js > unheardOf = false', 'setting')])).toHaveLength(1);
    expect(wrongSettings([row('package.json > allowScripts.esbuild = true', 'setting')])).toEqual([]);
    expect(wrongSettings([row('package.json > allowScripts.esbuild = false', 'setting')])).toHaveLength(1);
  });
});
