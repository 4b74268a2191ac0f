// Runs the parts one after the other, says how each went, and ends with the count alone on its line.
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { endAll } from '../bootstrap/children.mjs';
import { makeFolder, root } from '../bootstrap/clone.mjs';
import { say, Stop } from '../bootstrap/say.mjs';
import { parts } from './parts.mjs';

export async function prove(args) {
  const chosen = choose(args);
  if (!chosen) return 0;
  endOnSignals();
  makeFolder(path.join(root, '.test'));
  const reports = path.join(root, '.test', `reports-${process.pid}`);
  mkdirSync(reports, { recursive: true });
  const begun = Date.now();
  const results = [];
  try {
    for (const part of chosen) results.push({ part, result: await runPart(part, { reports }) });
  } finally {
    rmSync(reports, { recursive: true, force: true });
    await endAll();
  }
  return close(results, begun);
}

function choose(args) {
  const { values } = parseArgs({ args, options: { only: { type: 'string' }, list: { type: 'boolean' } } });
  if (values.list) {
    for (const { name, label } of parts) say(`${name.padEnd(14)}${label}`);
    return null;
  }
  if (values.only === undefined) return parts;
  const wanted = values.only.split(',');
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
  const count = result.failed ? `${result.passed} passed, ${result.failed} failed` : `${result.passed} passed`;
  say(`${result.failed ? '✗' : '✓'} ${part.label}: ${count} (${seconds(begun)})`);
  return result;
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

function endOnSignals() {
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ]) {
    process.once(signal, () => {
      say('\nStopped.');
      void endAll().finally(() => process.exit(code));
    });
  }
}

const seconds = (begun) => {
  const all = Math.round((Date.now() - begun) / 1000);
  return all < 90 ? `${all} s` : `${Math.floor(all / 60)} min ${all % 60} s`;
};
