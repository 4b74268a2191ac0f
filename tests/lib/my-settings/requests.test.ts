// What a partner asks the care team for in their settings.
import { describe, expect, test } from 'vitest';
import { asActor } from '@/db/access/as-actor';
import { readContacts } from '@/lib/couples/read-contacts';
import { changeContact } from '@/lib/couples/change-contact';
import { askFor, sayContact } from '@/lib/my-settings/ask-care-team';
import { readSettings } from '@/lib/my-settings/read-settings';
import { settleRequest } from '@/lib/partner-requests/settle-request';
import { readToday } from '@/lib/today/read-today';
import { useDatabase } from '../../support/database';
import { makeCouple, makePractice, makeStaff } from '../../support/people';
import { refusalOf } from '../invitations/invited-by-card';

const database = useDatabase();
const WORDS = 'Call me at work, CANARY-CONTACT';

async function someone() {
  const practice = await makePractice(database.owner);
  const therapist = await makeStaff(database.owner, practice);
  const couple = await makeCouple(database.owner, practice, therapist);
  const { coupleId, first } = couple;
  const personOf = async () =>
    (await asActor(therapist.token, (tx) => readContacts(tx, coupleId))).people.find(
      ({ id }) => id === first.partnerId,
    )!;
  const asked = async () =>
    (await asActor(therapist.token, readToday)).asked.map(({ kind, initials }) => [kind, initials]);
  return { practice, therapist, couple, coupleId, first, personOf, asked };
}

describe('what a partner asks for', () => {
  test('stands on the care team’s Today, once for each kind, until it was answered', async () => {
    const { therapist, coupleId, first, personOf, asked } = await someone();
    for (const kind of ['data', 'data', 'openings'] as const)
      expect(await asActor(first.token, (tx) => askFor(tx, { kind }))).toEqual({ redirectTo: '/saved' });
    expect(await asked()).toEqual([
      ['data', 'A.E.'],
      ['openings', 'A.E.'],
    ]);
    const { requests } = await personOf();
    expect(requests.map(({ kind }) => kind)).toEqual(['data', 'openings']);
    await asActor(therapist.token, (tx) => settleRequest(tx, { coupleId, requestId: requests[0]!.id }));
    expect(await asked()).toEqual([['openings', 'A.E.']]);
    await asActor(therapist.token, (tx) => settleRequest(tx, { coupleId, requestId: requests[0]!.id }));
  });

  test('still waits when work with the couple has ended', async () => {
    const { coupleId, first, asked } = await someone();
    await asActor(first.token, (tx) => askFor(tx, { kind: 'data' }));
    await database.owner.query(`update couples set status = 'ended' where id = $1`, [coupleId]);
    expect(await asked()).toEqual([['data', 'A.E.']]);
  });

  test('reaches the care team alone', async () => {
    const { practice, couple, coupleId, first, personOf } = await someone();
    await asActor(first.token, (tx) => sayContact(tx, { words: WORDS }));
    const [request] = (await personOf()).requests;
    const others = await Promise.all(
      (['therapist', 'practiceAdmin', 'scheduler'] as const).map((role) => makeStaff(database.owner, practice, [role])),
    );
    for (const { token } of [...others, couple.second, first])
      expect(
        await refusalOf(
          asActor(token, (tx) => settleRequest(tx, { coupleId, requestId: request!.id, takesWords: 'yes' })),
        ),
      ).toContain('NotFound');
  });
});

describe('how a partner wants to be reached', () => {
  const instructionOf = async (partnerId: string) =>
    (
      await database.owner.query<{ words: string; by: string | null; on: string | null }>(
        `select contact_instruction as words, contact_said_by as by, contact_said_on::text as on from partners where id = $1`,
        [partnerId],
      )
    ).rows[0]!;

  test('changes nothing by itself: whoever holds the phone can’t turn a call to another number', async () => {
    const { therapist, coupleId, first, personOf } = await someone();
    const contact = {
      coupleId,
      partnerId: first.partnerId,
      name: 'Ada Example',
      phone: '',
      contactInstruction: 'Text',
    };
    await asActor(therapist.token, (tx) => changeContact(tx, contact));
    expect(await instructionOf(first.partnerId)).toMatchObject({ words: 'Text', by: 'staff' });
    await asActor(first.token, (tx) => sayContact(tx, { words: WORDS }));
    expect(await instructionOf(first.partnerId)).toMatchObject({ words: 'Text', by: 'staff' });
    const [request] = (await personOf()).requests;
    expect(request).toMatchObject({ kind: 'contact', words: WORDS });

    await asActor(therapist.token, (tx) => settleRequest(tx, { coupleId, requestId: request!.id }));
    expect(await instructionOf(first.partnerId), 'what is noted was kept').toMatchObject({ words: 'Text' });
  });

  test('is taken over by the care team, which sees by whom and on which day it was said last', async () => {
    const { therapist, coupleId, first, personOf } = await someone();
    await asActor(first.token, (tx) => sayContact(tx, { words: 'An earlier word' }));
    await asActor(first.token, (tx) => sayContact(tx, { words: WORDS }));
    const { requests } = await personOf();
    expect(
      requests.map(({ words }) => words),
      'the last counts',
    ).toEqual([WORDS]);
    await asActor(therapist.token, (tx) =>
      settleRequest(tx, { coupleId, requestId: requests[0]!.id, takesWords: 'yes' }),
    );
    expect(await instructionOf(first.partnerId)).toMatchObject({ words: WORDS, by: 'partner', on: expect.any(String) });
    expect((await personOf()).requests).toEqual([]);
    const same = { coupleId, partnerId: first.partnerId, name: 'Ada Example', phone: '555', contactInstruction: WORDS };
    await asActor(therapist.token, (tx) => changeContact(tx, same));
    expect((await instructionOf(first.partnerId)).by, 'staff changed only the phone').toBe('partner');
  });

  test('is sealed, and not shown again (rule 7)', async () => {
    const { first, therapist, coupleId, personOf } = await someone();
    await asActor(first.token, (tx) => sayContact(tx, { words: WORDS }));
    const { rows } = await database.owner.query('select * from partner_requests where partner_id = $1', [
      first.partnerId,
    ]);
    expect(JSON.stringify(rows)).not.toContain('CANARY');
    const before = JSON.stringify(await asActor(first.token, readSettings));
    expect(before).not.toContain('CANARY');
    const [request] = (await personOf()).requests;
    await asActor(therapist.token, (tx) => settleRequest(tx, { coupleId, requestId: request!.id, takesWords: 'yes' }));
    expect(JSON.stringify(await asActor(first.token, readSettings))).not.toContain('CANARY');
  });
});
