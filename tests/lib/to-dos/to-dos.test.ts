import { describe, expect, test } from 'vitest';
import { asActor } from '@/db/access/as-actor';
import { readContacts } from '@/lib/couples/read-contacts';
import { dayAfter } from '@/lib/format/dates';
import { addToDo } from '@/lib/to-dos/add-to-do';
import { markToDo } from '@/lib/to-dos/mark-to-do';
import { addToDoInput } from '@/lib/to-dos/schema';
import { readToday } from '@/lib/today/read-today';
import { useDatabase } from '../../support/database';
import { makeCouple, makePractice, makeStaff } from '../../support/people';

const database = useDatabase();

async function coupleInCare() {
  const practice = await makePractice(database.owner);
  const therapist = await makeStaff(database.owner, practice);
  const couple = await makeCouple(database.owner, practice, therapist);
  const { rows } = await database.owner.query<{ today: string }>(
    `select (auth.now() at time zone 'America/New_York')::date::text as today`,
  );
  return { practice, therapist, couple, today: rows[0]!.today };
}
const joins = (practiceId: string, coupleId: string, staffMemberId: string) =>
  database.owner.query(
    `insert into care_team_members (practice_id, couple_id, staff_member_id, part, from_on) values ($1, $2, $3, 'cover', '2020-01-01')`,
    [practiceId, coupleId, staffMemberId],
  );

describe('to-dos', () => {
  test('what is overdue comes first, then what is due today, then what was done today; done can be undone', async () => {
    const { therapist, couple, today } = await coupleInCare();
    const add = (words: string, dueOn: string) =>
      asActor(therapist.token, (tx) => addToDo(tx, { coupleId: couple.coupleId, words, dueOn }));
    await add('later', dayAfter(today, 5));
    await add('today', today);
    await add('overdue', today);
    await add('ready', today);
    await database.owner.query(
      `update to_dos set due_on = due_on - 3 where id = (select id from to_dos where couple_id = $1 order by created_at desc offset 1 limit 1)`,
      [couple.coupleId],
    );
    const read = async () => (await asActor(therapist.token, readToday)).toDos;
    const ready = (await read()).find(({ words }) => words === 'ready')!;
    const mark = (isDone: 'yes' | 'no') => asActor(therapist.token, (tx) => markToDo(tx, { toDoId: ready.id, isDone }));
    await mark('yes');
    expect((await read()).map(({ words, due, isDone }) => [words, due, isDone])).toEqual([
      ['overdue', 'overdue', false],
      ['today', 'today', false],
      ['later', 'later', false],
      ['ready', 'today', true],
    ]);
    await mark('yes');
    await mark('no');
    await mark('no');
    expect((await read()).filter(({ isDone }) => isDone)).toEqual([]);
  });

  test('one of the care team can be asked and finds it on Today; nobody else can, and nobody else finds or marks it', async () => {
    const { practice, therapist, couple, today } = await coupleInCare();
    const colleague = await makeStaff(database.owner, practice);
    const add = () =>
      asActor(therapist.token, (tx) =>
        addToDo(tx, {
          coupleId: couple.coupleId,
          words: 'Call the clinic',
          dueOn: today,
          assigneeId: colleague.staffMemberId,
        }),
      );
    await expect(add()).rejects.toMatchObject({ fields: { assigneeId: 'Choose someone of the care team.' } });
    await joins(practice.practiceId, couple.coupleId, colleague.staffMemberId);
    await add();
    const [toDo] = (await asActor(colleague.token, readToday)).toDos;
    expect(toDo?.words).toBe('Call the clinic');
    expect((await asActor(therapist.token, readToday)).toDos).toEqual([]);
    const page = await asActor(therapist.token, (tx) => readContacts(tx, couple.coupleId));
    expect(page.toDos.map(({ words }) => words)).toEqual(['Call the clinic']);

    const outside = await makeStaff(database.owner, practice);
    await expect(
      asActor(outside.token, (tx) => markToDo(tx, { toDoId: toDo!.id, isDone: 'yes' })),
    ).rejects.toMatchObject({ name: 'NotFound' });
    await expect(
      asActor(outside.token, (tx) => addToDo(tx, { coupleId: couple.coupleId, words: 'x', dueOn: today })),
    ).rejects.toMatchObject({ name: 'NotFound' });
  });

  test('its words stand sealed in the database, and a day that is over is refused', async () => {
    const { therapist, couple, today } = await coupleInCare();
    const input = { coupleId: couple.coupleId, words: 'Ask about the ward', dueOn: today };
    await asActor(therapist.token, (tx) => addToDo(tx, input));
    const { rows } = await database.owner.query<{ words: Buffer }>('select words from to_dos where couple_id = $1', [
      couple.coupleId,
    ]);
    expect(rows[0]!.words.toString('latin1')).not.toContain('ward');
    await expect(
      asActor(therapist.token, (tx) => addToDo(tx, { ...input, dueOn: dayAfter(today, -1) })),
    ).rejects.toMatchObject({ fields: { dueOn: 'Choose today or a later day.' } });
    expect(addToDoInput.safeParse({ ...input, words: ' ' }).error?.issues[0]?.message).toBe(
      'Write what is to be done.',
    );
  });
});
