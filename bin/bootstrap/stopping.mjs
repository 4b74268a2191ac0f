// The one way out: on Ctrl+C, a signal, or a sentence that says why a start can't go on.
import { endAll } from './children.mjs';
import { Stop } from './say.mjs';

const tidy = [];
let ending;

/** Runs last in, first out: the app ends before the database it uses. */
export function atEnd(work) {
  tidy.unshift(work);
}

export function endWith(code) {
  ending ??= (async () => {
    for (const work of tidy) await attempt(work);
    await attempt(endAll);
    process.exit(code);
  })();
  return ending;
}

/** Runs a command so that it ends tidily, whatever happens. */
export async function main(work) {
  for (const [name, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ]) {
    process.on(name, () => endWith(code));
  }
  // Whoever read along has gone, as in `npm run demo | head`.
  process.stdout.on('error', () => endWith(1));
  try {
    await work();
  } catch (error) {
    // What a signal interrupted fails too, and has nothing to add.
    if (!ending) process.stderr.write(`${error instanceof Stop ? error.message : error.stack}\n`);
    await endWith(1);
  }
}

async function attempt(work) {
  try {
    await work();
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
  }
}
