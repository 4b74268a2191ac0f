// The access log as a file: nothing in it is a formula to the program that opens it.
import { expect, test } from 'vitest';
import { asActor } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { NotFound } from '@/lib/errors';
import { exportLog } from '@/lib/access-log/export-log';
import { useDatabase } from '../../support/database';
import { makePractice, makeStaff } from '../../support/people';

const database = useDatabase();

test('a name that would be a formula stands in the file as a text', async () => {
  const practice = await makePractice(database.owner);
  const names = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1+1', '\r=1+1', '＝1+1'];
  const staff = await Promise.all(names.map((name) => makeStaff(database.owner, practice, ['practiceAdmin'], name)));
  for (const { token } of staff)
    await asActor(token, (tx) => writeAudit(tx, { act: 'changed', recordKind: 'practice' }));
  const text = (await asActor(staff[0]!.token, (tx) => exportLog(tx, {})))!;
  const lines = text.trim().split('\n').slice(1);
  expect(lines.length).toBeGreaterThanOrEqual(names.length);
  const cells = [...text.matchAll(/(?:^|,)("(?:[^"]|"")*"|[^,\n]*)/gm)].map(([, cell]) => cell!.replace(/^"/, ''));
  expect(cells.filter((cell) => /^[=+\-@\t\r＝＋－＠]/.test(cell))).toEqual([]);
  expect(cells.filter((cell) => cell.startsWith("'")).length).toBeGreaterThanOrEqual(names.length);
});

test('nobody but a practice admin gets the file', async () => {
  const practice = await makePractice(database.owner);
  for (const role of ['therapist', 'scheduler', 'supervisor'] as const) {
    const { token } = await makeStaff(database.owner, practice, [role]);
    await expect(asActor(token, (tx) => exportLog(tx, {}))).rejects.toThrow(NotFound);
  }
});
