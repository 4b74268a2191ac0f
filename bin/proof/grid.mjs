// Prints the access grid as Postgres answered it, which the access tests leave in a file when they are asked to.
import { say } from '../bootstrap/say.mjs';
import { readReport } from './report.mjs';

const WIDEST = 26;

export function printGrid(file) {
  const answers = readReport(file);
  if (!answers) return say('\nThe access tests left no grid.');
  const roles = [...new Set(answers.map(({ role }) => role))];
  const rows = [...new Set(answers.map(({ resource, action }) => `${resource}.${action}`))];
  const width = Math.max(...rows.map((row) => row.length)) + 2;
  say(`\n${''.padEnd(width)}${roles.map((role) => role.padEnd(WIDEST)).join('')}`);
  for (const row of rows) {
    const cells = roles.map((role) => {
      const answer = answers.find((found) => `${found.resource}.${found.action}` === row && found.role === role);
      return (answer?.answered ?? '').padEnd(WIDEST);
    });
    say(`${row.padEnd(width)}${cells.join('')}`.trimEnd());
  }
}
