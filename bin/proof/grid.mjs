// Prints the access grid as Postgres answered it, which the access tests leave in a file when they are asked to.
import { say } from '../bootstrap/say.mjs';
import { readReport } from './report.mjs';

export function printGrid(file) {
  const answers = readReport(file);
  if (!answers) return say('\nThe access tests left no grid.');
  const roles = [...new Set(answers.map(({ role }) => role))];
  const rows = [...new Set(answers.map(({ resource, action }) => `${resource}.${action}`))];
  const table = rows.map((row) => [
    row,
    ...roles.map(
      (role) =>
        answers.find((found) => `${found.resource}.${found.action}` === row && found.role === role)?.answered ?? '',
    ),
  ]);
  const all = [['', ...roles], ...table];
  const widths = all[0].map((_, column) => Math.max(...all.map((cells) => cells[column].length)) + 2);
  say();
  for (const cells of all)
    say(
      cells
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('')
        .trimEnd(),
    );
}
