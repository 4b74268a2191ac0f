import { describe, expect, test } from 'vitest';
import { asActor } from '@/db/access/as-actor';
import { readContacts } from '@/lib/couples/read-contacts';
import { makeCard } from '@/lib/meetings-alone/make-card';
import { revokeFromCouple } from '@/lib/meetings-alone/change-invitation';
import { readCardPage } from '@/lib/meetings-alone/read-card-page';
import { recordMeeting } from '@/lib/meetings-alone/record-meeting';
import { type RecordMeetingInput, recordMeetingInput } from '@/lib/meetings-alone/schema';
import { useDatabase } from '../../support/database';
import {
  type CoupleInTest,
  makeAssignment,
  makeCouple,
  makePractice,
  makeStaff,
  type PartnerInTest,
} from '../../support/people';

const database = useDatabase();

async function coupleNotMet() {
  const practice = await makePractice(database.owner);
  const therapist = await makeStaff(database.owner, practice);
  const couple = await makeCouple(database.owner, practice, therapist, { isMet: false });
  for (const { partnerId } of couple.partners)
    await database.owner.query('insert into partner_intakes (partner_id, practice_id, couple_id) values ($1, $2, $3)', [
      partnerId,
      practice.practiceId,
      couple.coupleId,
    ]);
  return { practice, therapist, couple };
}

const meeting = (
  couple: CoupleInTest,
  partner: PartnerInTest,
  over: Partial<RecordMeetingInput> = {},
): RecordMeetingInput => ({
  coupleId: couple.coupleId,
  partnerId: partner.partnerId,
  metOn: '2024-05-02',
  wasAlone: 'yes',
  outcome: 'jointWork',
  plan: '',
  contactInstruction: '',
  ...over,
});

/** In which of the coming ten days the step is open for both; a step rests on some of them, never on all. */
async function openDays(couple: CoupleInTest): Promise<number> {
  const { rows } = await database.owner.query<{ count: number }>(
    `select count(*)::int from generate_series(1, 10) d
      where (select bool_and(s.state = 'open') from plan.state_at($1, auth.now() + make_interval(days => d), auth.now()) s)`,
    [couple.coupleId],
  );
  return rows[0]!.count;
}

async function bothSayYes(couple: CoupleInTest, practiceId: string, assignmentId: string) {
  for (const { partnerId } of couple.partners)
    await database.owner.query(
      `insert into plan_events (practice_id, couple_id, kind, assignment_id, unit, partner_id, is_opening) values ($1, $2, 'answered', $3, 'whole', $4, true)`,
      [practiceId, couple.coupleId, assignmentId, partnerId],
    );
}

const missing = { name: 'NotFound' };
const refusal = { name: 'Refusal' };

describe('rule 9: each partner is met alone first', () => {
  test('a step together stays closed until both were met alone, with the outcome joint work', async () => {
    const { practice, therapist, couple } = await coupleNotMet();
    const assignmentId = await makeAssignment(database.owner, practice, couple, therapist, 'S02');
    await bothSayYes(couple, practice.practiceId, assignmentId);
    expect(await openDays(couple)).toBe(0);
    await asActor(therapist.token, (tx) => recordMeeting(tx, meeting(couple, couple.first)));
    expect(await openDays(couple)).toBe(0);
    await asActor(therapist.token, (tx) => recordMeeting(tx, meeting(couple, couple.second)));
    expect(await openDays(couple)).toBeGreaterThan(0);
  });

  test.each([{ wasAlone: 'notSure' as const }, { outcome: 'individualFirst' as const }])(
    'a later meeting with %o closes it again: the newest record counts',
    async (over) => {
      const { practice, therapist, couple } = await coupleNotMet();
      const assignmentId = await makeAssignment(database.owner, practice, couple, therapist, 'S02');
      await bothSayYes(couple, practice.practiceId, assignmentId);
      for (const partner of couple.partners)
        await asActor(therapist.token, (tx) => recordMeeting(tx, meeting(couple, partner)));
      expect(await openDays(couple)).toBeGreaterThan(0);
      await asActor(therapist.token, (tx) => recordMeeting(tx, meeting(couple, couple.second, over)));
      expect(await openDays(couple)).toBe(0);
    },
  );

  test('an earlier day and one before Hearth are kept as they were; a day to come is refused', async () => {
    const { therapist, couple } = await coupleNotMet();
    const before = meeting(couple, couple.first, { metOn: '2019-02-28', isBeforeHearth: 'yes' });
    await asActor(therapist.token, (tx) => recordMeeting(tx, before));
    const { people } = await asActor(therapist.token, (tx) => readContacts(tx, couple.coupleId));
    expect(people[0]?.meetings).toMatchObject([{ metOn: '2019-02-28', isBeforeHearth: true }]);
    await expect(
      asActor(therapist.token, (tx) => recordMeeting(tx, meeting(couple, couple.first, { metOn: '2999-01-01' }))),
    ).rejects.toMatchObject({ ...refusal, fields: { metOn: expect.any(String) } });
    expect(recordMeetingInput.safeParse({ ...before, metOn: '2024-02-30' }).success).toBe(false);
  });

  test('the plan lies sealed in that partner’s record; the contact instruction changes with it', async () => {
    const { therapist, couple } = await coupleNotMet();
    const kept = { plan: 'Call on Fridays', contactInstruction: 'No voicemail' };
    await asActor(therapist.token, (tx) => recordMeeting(tx, meeting(couple, couple.second, kept)));
    const { people } = await asActor(therapist.token, (tx) => readContacts(tx, couple.coupleId));
    expect(people[1]).toMatchObject({ contactInstruction: 'No voicemail', meetings: [{ plan: 'Call on Fridays' }] });
    expect(people[0]).toMatchObject({ contactInstruction: '', meetings: [] });
    const { rows } = await database.owner.query<{ text: string }>(
      `select encode(plan, 'escape') as text from meetings_alone where couple_id = $1`,
      [couple.coupleId],
    );
    expect(rows[0]?.text).not.toContain('Fridays');
  });

  test('the audit says whom it concerns and nothing of what was said', async () => {
    const { therapist, couple } = await coupleNotMet();
    await asActor(therapist.token, (tx) =>
      recordMeeting(tx, meeting(couple, couple.first, { plan: 'Call on Fridays' })),
    );
    const { rows } = await database.owner.query(
      `select act, record_kind, concerns_partner_id from audit_events where couple_id = $1`,
      [couple.coupleId],
    );
    expect(rows).toEqual([
      { act: 'recorded', record_kind: 'meetingAlone', concerns_partner_id: couple.first.partnerId },
    ]);
  });

  test('nobody outside the care team records one, and no partner of another couple is named in it', async () => {
    const { practice, therapist, couple } = await coupleNotMet();
    const other = await makeStaff(database.owner, practice);
    await expect(asActor(other.token, (tx) => recordMeeting(tx, meeting(couple, couple.first)))).rejects.toMatchObject(
      missing,
    );
    const strangers = await makeCouple(database.owner, practice, therapist);
    await expect(
      asActor(therapist.token, (tx) => recordMeeting(tx, meeting(couple, strangers.first))),
    ).rejects.toMatchObject(missing);
  });
});

describe('the card', () => {
  const uninvited = async () => {
    const made = await coupleNotMet();
    await database.owner.query(`update partners set status = 'invited', account_id = null where couple_id = $1`, [
      made.couple.coupleId,
    ]);
    return made;
  };

  test('is made with the meeting, names nobody, and reads the same when it is opened again', async () => {
    const { therapist, couple } = await uninvited();
    const answer = await asActor(therapist.token, (tx) =>
      recordMeeting(tx, meeting(couple, couple.first, { isInvited: 'yes' })),
    );
    expect(answer.redirectTo).toBe(`/couples/${couple.coupleId}/people/${couple.first.partnerId}/card`);
    const read = () =>
      asActor(therapist.token, (tx) =>
        readCardPage(tx, { coupleId: couple.coupleId, partnerId: couple.first.partnerId }),
      );
    const { card, link } = await read();
    expect(card?.code).toMatch(/^[A-Z0-9]{6}$/);
    expect(JSON.stringify(card)).not.toMatch(/Ada|Bo|Tess|Example|A\.E/);
    expect(JSON.stringify(card)).not.toContain(link?.split('/').at(-1));
    expect((await read()).card).toEqual(card);
  });

  test('is not made before the meeting: the code is handed over there', async () => {
    const { therapist, couple } = await uninvited();
    const place = { coupleId: couple.coupleId, partnerId: couple.first.partnerId };
    await expect(asActor(therapist.token, (tx) => makeCard(tx, place))).rejects.toMatchObject(refusal);
  });

  test('is gone once the invitation is revoked, and a new one has another code', async () => {
    const { therapist, couple } = await uninvited();
    const place = { coupleId: couple.coupleId, partnerId: couple.first.partnerId };
    await asActor(therapist.token, (tx) => recordMeeting(tx, meeting(couple, couple.first, { isInvited: 'yes' })));
    const first = await asActor(therapist.token, (tx) => readCardPage(tx, place));
    const { people } = await asActor(therapist.token, (tx) => readContacts(tx, couple.coupleId));
    const invitationId = people[0]!.invitation!.id;
    await asActor(therapist.token, (tx) => revokeFromCouple(tx, { coupleId: couple.coupleId, invitationId }));
    expect((await asActor(therapist.token, (tx) => readCardPage(tx, place))).card).toBeNull();
    await asActor(therapist.token, (tx) => makeCard(tx, place));
    const second = await asActor(therapist.token, (tx) => readCardPage(tx, place));
    expect(second.card?.code).not.toBe(first.card?.code);
  });

  test('nobody outside the care team reads it or takes the invitation back', async () => {
    const { practice, therapist, couple } = await uninvited();
    await asActor(therapist.token, (tx) => recordMeeting(tx, meeting(couple, couple.first, { isInvited: 'yes' })));
    const { people } = await asActor(therapist.token, (tx) => readContacts(tx, couple.coupleId));
    const other = await makeStaff(database.owner, practice);
    const place = { coupleId: couple.coupleId, partnerId: couple.first.partnerId };
    await expect(asActor(other.token, (tx) => readCardPage(tx, place))).rejects.toMatchObject(missing);
    await expect(
      asActor(other.token, (tx) =>
        revokeFromCouple(tx, { coupleId: couple.coupleId, invitationId: people[0]!.invitation!.id }),
      ),
    ).rejects.toMatchObject(missing);
  });
});
