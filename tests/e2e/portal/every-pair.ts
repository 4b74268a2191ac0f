// Combinations of answers, few enough to send and enough that every two answers are met together.
import fc from 'fast-check';

export type Choices = Record<string, readonly (string | null)[]>;
/** What was chosen; what was skipped is not in it. */
export type Chosen = Record<string, string>;

/** Rows in which every value of one name stands with every value of every other, drawn with a seed. `null` is "skipped". */
export function everyPair(choices: Choices, seed: number): Chosen[] {
  const names = Object.keys(choices);
  type Row = Record<string, string | null>;
  const pairsOf = (row: Row) =>
    names.flatMap((a, at) => names.slice(at + 1).map((b) => JSON.stringify([a, row[a], b, row[b]])));
  const ahead = new Set<string>();
  names.forEach((a, at) => {
    for (const b of names.slice(at + 1))
      for (const x of choices[a]!) for (const y of choices[b]!) ahead.add(JSON.stringify([a, x, b, y]));
  });
  const arbitrary = fc.record(
    Object.fromEntries(names.map((name) => [name, fc.constantFrom(...choices[name]!)])),
  ) as fc.Arbitrary<Row>;
  const drawn = fc.sample(arbitrary, { numRuns: 400, seed });
  const rows: Row[] = [];
  const take = (row: Row) => {
    rows.push(row);
    for (const pair of pairsOf(row)) ahead.delete(pair);
  };
  const newIn = (row: Row) => pairsOf(row).filter((pair) => ahead.has(pair)).length;
  while (ahead.size > 0) {
    const [first] = ahead;
    const [a, x, b, y] = JSON.parse(first!) as [string, string | null, string, string | null];
    const fitting = drawn.map((row) => ({ ...row, [a]: x, [b]: y }));
    take(fitting.reduce((best, row) => (newIn(row) > newIn(best) ? row : best)));
  }
  return rows.map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as Chosen);
}
