// A row of the caseload says all there is of its couple, and its card the words of the headings.
import { readFile } from 'node:fs/promises';
import { renderToString } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { CaseloadLine } from '@/components/caseload/caseload-line';
import { CaseloadTable } from '@/components/caseload/caseload-table';

const line = (n: number): CaseloadLine => [
  `00000000-0000-4000-8000-0000000000${String(n).padStart(2, '0')}`,
  `A.${n} & B.${n}`,
  'Ada Example & Bo Sample',
  'Holding hands',
  'Stage 3',
  3,
  'last on 21 Nov',
  [
    ['first', 'A.E.', [4, 5, 6]],
    ['second', 'B.S.', [7]],
  ],
  '28 Nov 14:00',
  ['active'],
];
const refused = async () => ({ status: 'idle' }) as never;
const htmlOf = (amount: number) =>
  renderToString(
    <CaseloadTable
      lines={Array.from({ length: amount }, (_, n) => line(n))}
      sortLinks={{}}
      formKey="key"
      liftKey="lift"
      actions={{ hold: refused, lift: refused }}
    />,
  );
const rowsIn = (html: string) => html.slice(html.indexOf('<tbody')).match(/<tr>.*?<\/tr>/g) ?? [];

test('every couple has its link, its box and a cell for each heading', () => {
  const rows = rowsIn(htmlOf(25));
  expect(rows).toHaveLength(25);
  for (const [n, row] of rows.entries()) {
    expect(row).toContain(`href="/couples/${line(n)[0]}"`);
    expect(row.match(/<td>/g)).toHaveLength(5);
    expect(row).toMatch(/type="checkbox"[^>]* name="coupleIds"|name="coupleIds"[^>]* type="checkbox"/);
  }
  expect(rows[0]).toMatch(/Comfort of A\.E\., the oldest first: 4, 5, 6/);
  expect(rows[0]).toContain('<span>7</span>');
});

test('a card’s labels, which stand in the style sheet, are the words of the headings', async () => {
  const headings = [...htmlOf(1).matchAll(/<th scope="col"[^>]*>(.*?)<\/th>/g)].map(([, words]) => words);
  const styles = await readFile('app/styles/controls/tables.css', 'utf8');
  const labels = [
    ...styles.matchAll(/\[data-labels='caseload'\] td:nth-child\((\d)\)::before \{\s*content: '([^']+)'/g),
  ];
  expect(labels.map(([, place, words]) => [Number(place), words])).toEqual(
    headings.slice(1).map((words, at) => [at + 2, words]),
  );
});
