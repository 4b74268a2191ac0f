// Runs the parts one after the other, says how each went, and ends with the count alone on its line.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { say, Stop } from '../bootstrap/say.mjs';
import { atEnd } from '../bootstrap/stopping.mjs';
import { heldInRun, readTable, TABLE } from './asvs.mjs';
import { printGrid } from './grid.mjs';
import { parts } from './parts.mjs';

export async function prove(args) {
  const { chosen, isGridShown, isDeep } = choose(args);
  if (!chosen) return 0;
  const reports = mkdtempSync(path.join(tmpdir(), 'hearth-test-'));
  let isStopped = false;
  atEnd(() => {
    isStopped = true;
    rmSync(reports, { recursive: true, force: true });
  });
  const grid = isGridShown ? path.join(reports, 'grid.json') : undefined;
  const begun = Date.now();
  const results = [];
  for (const part of chosen) {
    results.push({ part, result: await runPart(part, { reports, grid, isDeep }) });
    if (isStopped) return 1;
  }
  const named = heldByTable(results);
  if (grid) printGrid(grid);
  return close(named ? [...results, named] : results, begun);
}

/** Counts what the table of the ASVS names, as far as its parts ran; null when none of them did. */
function heldByTable(results) {
  const ran = results.flatMap(({ result }) => result.ran ?? []);
  if (ran.length === 0) return null;
  const names = results.filter(({ result }) => result.ran).map(({ part }) => part.name);
  const result = heldInRun(readTable(), ran, names);
  const label = `What ${TABLE} says is held`;
  sayHow(label, result, Date.now());
  return { part: { name: 'its parts', label }, result };
}

function choose(args) {
  const { values } = parseArgs({
    args,
    options: {
      only: { type: 'string' },
      list: { type: 'boolean' },
      grid: { type: 'boolean' },
      deep: { type: 'boolean' },
    },
  });
  if (values.list) {
    for (const { name, label } of parts) say(`${name.padEnd(14)}${label}`);
    return { chosen: null };
  }
  return {
    chosen: values.only === undefined ? parts : named(values.only.split(',')),
    isGridShown: values.grid,
    isDeep: values.deep,
  };
}

function named(wanted) {
  const unknown = wanted.filter((name) => !parts.some((part) => part.name === name));
  if (unknown.length)
    throw new Stop(
      `No part is named ${unknown.join(', ')}; the parts are ${parts.map(({ name }) => name).join(', ')}.`,
    );
  // A browser test needs the build it speaks to.
  return parts.filter(({ name }) => wanted.includes(name) || (name === 'build' && wanted.includes('browser')));
}

async function runPart(part, context) {
  const begun = Date.now();
  say(`\n${part.label} …`);
  const result = await part.run(context).catch((error) => ({
    passed: 0,
    failed: 1,
    failures: [error instanceof Stop ? error.message : String(error?.stack ?? error)],
  }));
  sayHow(part.label, result, begun);
  return result;
}

function sayHow(label, { passed, failed }, begun) {
  const count = failed ? `${passed} passed, ${failed} failed` : `${passed} passed`;
  say(`${failed ? '✗' : '✓'} ${label}: ${count} (${seconds(begun)})`);
}

function close(results, begun) {
  const failed = results.filter(({ result }) => result.failed);
  if (failed.length) say('\nWhat failed');
  for (const { part, result } of failed) {
    say(`\n${part.label} (npm test -- --only ${part.name})`);
    for (const failure of result.failures) say(failure.replace(/^/gm, '  '));
  }
  const sum = (count) => results.reduce((total, { result }) => total + result[count], 0);
  say(`\nDone in ${seconds(begun)}.\n`);
  say(`${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed') ? 1 : 0;
}

const seconds = (begun) => {
  const all = Math.round((Date.now() - begun) / 1000);
  return all < 90 ? `${all} s` : `${Math.floor(all / 60)} min ${all % 60} s`;
};
