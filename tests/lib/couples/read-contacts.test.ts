// The tab of contacts and safety costs the same however much is known.
import { expect, test, vi } from 'vitest';
import { asActor } from '@/db/access/as-actor';
import { PreparingClient } from '@/db/preparing-client';
import { readContacts } from '@/lib/couples/read-contacts';
import { recordMeeting } from '@/lib/meetings-alone/record-meeting';
import { addToDo } from '@/lib/to-dos/add-to-do';
import { useDatabase } from '../../support/database';
import { makeCouple, makePractice, makeStaff } from '../../support/people';

const database = useDatabase();

test('contacts and safety are read in at most ten statements, however much is known', async () => {
  const practice = await makePractice(database.owner);
  const therapist = await makeStaff(database.owner, practice);
  const couple = await makeCouple(database.owner, practice, therapist);
  const { coupleId } = couple;
  const read = () => asActor(therapist.token, (tx) => readContacts(tx, coupleId));
  const { today } = (await read()).couple;
  for (const { partnerId } of couple.partners) {
    const met = { coupleId, partnerId, metOn: '2024-05-02', wasAlone: 'yes' as const, outcome: 'jointWork' as const };
    await asActor(therapist.token, (tx) => recordMeeting(tx, { ...met, plan: 'Slowly', contactInstruction: 'Text' }));
    await asActor(therapist.token, (tx) => addToDo(tx, { coupleId, words: 'Call', dueOn: today }));
  }
  const asked = vi.spyOn(PreparingClient.prototype, 'query');
  const { people, toDos } = await read();
  const statements = asked.mock.calls.length;
  asked.mockRestore();
  expect([people.map(({ meetings }) => meetings.at(0)?.plan), toDos.length]).toEqual([['Slowly', 'Slowly'], 2]);
  // Beside begin, who is asking and commit.
  expect(statements).toBeLessThanOrEqual(12);
});
