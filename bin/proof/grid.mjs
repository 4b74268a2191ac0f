// Prints the access grid as Postgres answered it, which the access tests leave in a file when they are asked to.
import { say } from '../bootstrap/say.mjs';
import { readReport } from './report.mjs';

export function printGrid(file) {
  const report = readReport(file);
  if (!report) return say('\nThe access tests left no grid.');
  say();
  for (const line of gridLines(report)) say(line);
}

/** The grid in columns, and below it what each word in it means. */
export function gridLines({ answers, meanings }) {
  const roles = [...new Set(answers.map(({ role }) => role))];
  const rows = [...new Set(answers.map(({ resource, action }) => `${resource}.${action}`))];
  const table = rows.map((row) => [
    row,
    ...roles.map(
      (role) =>
        answers.find((found) => `${found.resource}.${found.action}` === row && found.role === role)?.answered ?? '',
    ),
  ]);
  const words = Object.entries(meanings).map(([word, { meaning }]) => [word, meaning]);
  return [...inColumns([['', ...roles], ...table]), '', ...inColumns(words)];
}

function inColumns(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((cells) => cells[column].length)) + 2);
  return rows.map((cells) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column]))
      .join('')
      .trimEnd(),
  );
}
