import { describe, expect, test } from 'vitest';
import { asActor } from '@/db/access/as-actor';
import { answerRequest } from '@/lib/contact-notes/answer-request';
import { type AnswerRequestInput, answerRequestInput } from '@/lib/contact-notes/schema';
import { takeBackContactNote } from '@/lib/contact-notes/take-back-contact-note';
import { writeContactNote } from '@/lib/contact-notes/write-contact-note';
import { readContacts } from '@/lib/couples/read-contacts';
import { dayAfter } from '@/lib/format/dates';
import { readHome, readMyDay } from '@/lib/my-day/open-my-day';
import { readToday } from '@/lib/today/read-today';
import { useDatabase } from '../../support/database';
import { makeCouple, makePractice, makeSignIn, makeStaff, type PartnerInTest } from '../../support/people';

const database = useDatabase();

async function coupleInCare() {
  const practice = await makePractice(database.owner);
  const therapist = await makeStaff(database.owner, practice);
  const couple = await makeCouple(database.owner, practice, therapist);
  const { rows } = await database.owner.query<{ today: string }>(
    `select (auth.now() at time zone 'America/New_York')::date::text as today`,
  );
  const raise = (partner: PartnerInTest, reason = 'contactMe', tier = 'talk', secondsAgo = 0) =>
    database.owner.query(
      `insert into flags (practice_id, couple_id, partner_id, tier, source, reason, raised_at)
       values ($1, $2, $3, $4, 'checkIn', $5, auth.now() - make_interval(secs => $6))`,
      [practice.practiceId, couple.coupleId, partner.partnerId, tier, reason, secondsAgo],
    );
  const answer = async (outcome: AnswerRequestInput['outcome'], againOn?: string) => {
    const [line] = (await asActor(therapist.token, readToday)).flags;
    return asActor(therapist.token, (tx) =>
      answerRequest(tx, {
        coupleId: couple.coupleId,
        partnerId: couple.first.partnerId,
        flagIds: line!.ids,
        kind: 'call',
        outcome,
        againOn,
        words: 'Will call back at noon',
      }),
    );
  };
  const signInAgain = (partner: PartnerInTest) =>
    makeSignIn(database.owner, partner.accountId, practice, { partnerId: partner.partnerId });
  return { practice, therapist, couple, today: rows[0]!.today, raise, answer, signInAgain };
}

describe('a request to be contacted', () => {
  test('brings the safe way with it, and no other line does', async () => {
    const { therapist, couple, raise } = await coupleInCare();
    await database.owner.query(
      `update partners set phone = '555 0101', contact_instruction = 'Text only, mornings' where id = $1`,
      [couple.first.partnerId],
    );
    // Lines of one moment stand in no order of their own.
    await raise(couple.first, 'contactMe', 'talk', 1);
    await raise(couple.second, 'freeToStop');
    const { flags } = await asActor(therapist.token, readToday);
    expect(flags.map(({ request }) => request)).toEqual([
      { phone: '555 0101', contactInstruction: 'Text only, mornings' },
      null,
    ]);
  });

  test('is settled when they were reached or words were left, with a contact note in that person’s record', async () => {
    const { therapist, couple, raise, answer } = await coupleInCare();
    for (const outcome of ['reached', 'leftAsAgreed'] as const) {
      await raise(couple.first);
      await answer(outcome);
      expect((await asActor(therapist.token, readToday)).flags).toEqual([]);
    }
    const { contacts } = await asActor(therapist.token, (tx) => readContacts(tx, couple.coupleId));
    expect(contacts.map(({ partnerId, outcome, words }) => [partnerId, outcome, words])).toEqual([
      [couple.first.partnerId, 'leftAsAgreed', 'Will call back at noon'],
      [couple.first.partnerId, 'reached', 'Will call back at noon'],
    ]);
  });

  test('stays open when nobody was reached, and a to-do asks for the next try on the day chosen', async () => {
    const { therapist, couple, today, raise, answer } = await coupleInCare();
    await raise(couple.first);
    await expect(answer('notReached', dayAfter(today, -1))).rejects.toMatchObject({ name: 'Refusal' });
    await answer('notReached', dayAfter(today, 2));
    const { flags, toDos } = await asActor(therapist.token, readToday);
    expect(flags).toHaveLength(1);
    expect(toDos.map(({ words, dueOn }) => [words, dueOn])).toEqual([['Contact A.E. again', dayAfter(today, 2)]]);
    const refused = answerRequestInput.safeParse({
      coupleId: couple.coupleId,
      partnerId: couple.first.partnerId,
      flagIds: flags[0]!.ids.join(','),
      kind: 'call',
      outcome: 'notReached',
      againOn: '',
    });
    expect(refused.error?.issues[0]).toMatchObject({ path: ['againOn'] });
  });

  test('tells that partner once, at the next sign-in, that the message is there, and never the other', async () => {
    const { therapist, couple, today, raise, answer, signInAgain } = await coupleInCare();
    await raise(couple.first);
    const before = await asActor(couple.first.token, readHome);
    await answer('notReached', today);
    expect(await asActor(couple.first.token, readHome), 'while signed in, nothing changes').toEqual(before);

    const other = await signInAgain(couple.second);
    expect((await asActor(other, readHome)).hasAnswer).toBe(false);
    const again = await signInAgain(couple.first);
    expect((await asActor(again, readMyDay)).hasAnswer, 'another page does not use it up').toBe(true);
    expect((await asActor(again, readHome)).hasAnswer).toBe(true);
    expect((await asActor(again, readHome)).hasAnswer).toBe(false);
    await answer('reached');
    const later = await signInAgain(couple.first);
    expect((await asActor(later, readHome)).hasAnswer, 'one message is answered once').toBe(false);

    await raise(couple.first, 'freeToStop');
    await database.owner.query(`update flags set settled_at = auth.now(), settled_by = $2 where couple_id = $1`, [
      couple.coupleId,
      therapist.staffMemberId,
    ]);
    const last = await signInAgain(couple.first);
    expect((await asActor(last, readHome)).hasAnswer, 'only for what asked to be contacted').toBe(false);
  });
});

describe('a contact note', () => {
  test('is listed newest first, and an error is named as one without changing it', async () => {
    const { therapist, couple, today } = await coupleInCare();
    const write = (on: string, words: string, partner = couple.first) =>
      asActor(therapist.token, (tx) =>
        writeContactNote(tx, {
          coupleId: couple.coupleId,
          partnerId: partner.partnerId,
          kind: 'message',
          on,
          outcome: null,
          words,
        }),
      );
    await write(today, 'newest');
    await write(dayAfter(today, -3), 'older', couple.second);
    await expect(write(dayAfter(today, 1), 'tomorrow')).rejects.toMatchObject({
      fields: { on: 'Choose today or an earlier day.' },
    });
    const read = async () => (await asActor(therapist.token, (tx) => readContacts(tx, couple.coupleId))).contacts;
    const [newest, older] = await read();
    expect([newest?.words, older?.words]).toEqual(['newest', 'older']);
    const takeBack = () =>
      asActor(therapist.token, (tx) => takeBackContactNote(tx, { coupleId: couple.coupleId, noteId: newest!.id }));
    await takeBack();
    await takeBack();
    const after = await read();
    expect(after.map(({ words, inErrorBy }) => [words, inErrorBy !== null])).toEqual([
      ['newest', true],
      ['older', false],
    ]);
    await expect(
      asActor(therapist.token, ({ db }) => db.execute(`update contact_notes set outcome = 'reached'`)),
    ).rejects.toThrow('42501');
  });

  test('is nobody’s outside the care team, and its words stand sealed', async () => {
    const { practice, therapist, couple, today } = await coupleInCare();
    const input = {
      coupleId: couple.coupleId,
      partnerId: couple.first.partnerId,
      kind: 'call' as const,
      on: today,
      outcome: 'reached' as const,
      words: 'A sister answered',
    };
    const outside = await makeStaff(database.owner, practice);
    await expect(asActor(outside.token, (tx) => writeContactNote(tx, input))).rejects.toMatchObject({
      name: 'NotFound',
    });
    await asActor(therapist.token, (tx) => writeContactNote(tx, input));
    const { rows } = await database.owner.query<{ words: Buffer }>(
      'select words from contact_notes where couple_id = $1',
      [couple.coupleId],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]!.words.toString('latin1')).not.toContain('sister');
  });
});
