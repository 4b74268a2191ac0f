// Everything a start says: progress lines, and the one sentence with which it stops.

/** Thrown to stop with one sentence that says what is wrong and the way out. */
export class Stop extends Error {}

export function say(line = '') {
  process.stdout.write(`${line}\n`);
}

/** Says what begins, runs it, and says how long it took. */
export async function step(label, work) {
  const begun = Date.now();
  say(`${label} …`);
  const result = await work();
  const seconds = (Date.now() - begun) / 1000;
  if (seconds >= 1) say(`  done in ${seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)} s`);
  return result;
}
