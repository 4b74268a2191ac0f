// Holds the table of tests/architecture/asvs.csv against what ran: what stands there as held must have been tried just now, and have held.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../bootstrap/clone.mjs';

export const TABLE = 'tests/architecture/asvs.csv';

/** One row for each requirement: held by tests, held by a setting, or not held and why. */
export const readTable = (text = readFileSync(path.join(root, TABLE), 'utf8')) =>
  text
    .split('\n')
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => {
      const [id, what, held, by] = cellsOf(line);
      return { id, what, held, by };
    });

const cellsOf = (line) =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
    quoted === undefined ? plain : quoted.replaceAll('""', '"'),
  );

/** `file > title && file > title`; `file > name = value` for a setting. */
export const proofsOf = ({ by }) =>
  by.split(' && ').map((one) => {
    const at = one.indexOf(' > ');
    return { file: one.slice(0, at), title: one.slice(at + 3) };
  });

/** A title as its file has it: %s stands for what each case puts there. */
export const isTitled = (title, wanted) =>
  new RegExp(`^${wanted.split('%s').map(escaped).join('.*')}$`, 's').test(title);

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Which part of `npm test` runs a file. */
export const partOf = (file) => (file.startsWith('tests/e2e/') ? 'browser' : file.split('/')[1]);

/**
 * @param {{ file: string, title: string, state: 'passed' | 'failed' | 'skipped' }[]} ran
 * @param {string[]} parts those that ran
 */
export function heldInRun(table, ran, parts) {
  const byFile = Map.groupBy(ran, ({ file }) => file);
  const rows = table.filter(({ held }) => held === 'test').map((row) => ({ row, proofs: proofsOf(row) }));
  const tried = rows.filter(({ proofs }) => proofs.every(({ file }) => parts.includes(partOf(file))));
  const failures = tried.flatMap(({ row, proofs }) => {
    const wrong = proofs.flatMap((proof) => whyNotHeld(proof, byFile.get(proof.file) ?? []));
    return wrong.length ? [`${row.id} ${row.what}\n${wrong.map((line) => `  ${line}`).join('\n')}`] : [];
  });
  return { passed: tried.length - failures.length, failed: failures.length, failures };
}

function whyNotHeld({ file, title }, ran) {
  const states = ran.filter((one) => isTitled(one.title, title)).map(({ state }) => state);
  if (states.length === 0) return [`did not run: ${file} > ${title}`];
  if (states.includes('failed')) return [`failed: ${file} > ${title}`];
  return states.includes('passed') ? [] : [`was skipped: ${file} > ${title}`];
}
