// Rule 15: professional support is a loop, from the referral over a release and a letter to what came of it.
import { describe, expect, test } from 'vitest';
import { dayAfter } from '@/lib/format/dates';
import { listToDos } from '@/lib/to-dos/list-to-dos';
import { endWork } from '@/lib/endings/end-work';
import { readContacts } from '@/lib/couples/read-contacts';
import { moveClock } from '../../support/clock';
import { useFreshDatabase } from '../../support/database';
import { makeSignIn, makeStaff } from '../../support/people';
import { makeReferring, partnerHand, REASON, type Referring, staffHand, TELLS } from './referring';

const database = useFreshDatabase();
const begin = () => makeReferring(database.owner);
const lines = async (at: Referring, who = at.therapist) =>
  (await staffHand(who, at).as((tx) => listToDos(tx, null))).map(({ words }) => words);

async function joins({ practice, couple }: Referring, toOn: string | null = null) {
  const colleague = await makeStaff(database.owner, practice, ['therapist'], 'Cole Example');
  await database.owner.query(
    `insert into care_team_members (practice_id, couple_id, staff_member_id, part, from_on, to_on) values ($1, $2, $3, 'coTherapist', '2020-01-01', $4)`,
    [practice.practiceId, couple.coupleId, colleague.staffMemberId, toOn],
  );
  return colleague;
}

describe('rule 15: a referral', () => {
  test('is made for one person, and stands on Today for the whole care team from its day until something came of it', async () => {
    const at = await begin();
    const colleague = await joins(at);
    const tess = staffHand(at.therapist, at);
    const referral = await tess.refer({ dueOn: dayAfter(at.today) });
    expect(await lines(at)).toEqual([]);
    await moveClock(database.owner, '24 hours');
    for (const who of [at.therapist, colleague]) {
      who.token = await makeSignIn(database.owner, who.accountId, at.practice, { staffMemberId: who.staffMemberId });
      expect(await lines(at, who)).toEqual(['Referral for A.E. is due']);
    }
    await staffHand(at.therapist, at).outcome(referral, { outcome: 'noAnswer', againOn: dayAfter(at.today, 3) });
    expect(await lines(at)).toEqual([]);
    await moveClock(database.owner, '48 hours');
    at.therapist.token = await makeSignIn(database.owner, at.therapist.accountId, at.practice, at.therapist);
    expect(await lines(at)).toEqual(['Referral for A.E. is due']);
    const then = staffHand(at.therapist, at);
    await then.outcome(referral, { outcome: 'seen', words: 'Nothing speaks against it.' });
    expect(await lines(at)).toEqual([]);
    const page = await then.page(referral);
    expect(page.referral).toMatchObject({ reason: REASON, outcome: { outcome: 'seen', againOn: null } });
    expect(page.referral.happened.map(({ outcome, words }) => [outcome, words])).toEqual([
      ['seen', 'Nothing speaks against it.'],
      ['noAnswer', ''],
    ]);
  });

  test('whatever came of it, opens, clears and moves no step', async () => {
    const at = await begin();
    const tess = staffHand(at.therapist, at);
    const events = async () =>
      (
        await database.owner.query('select count(*)::int as n from plan_events where couple_id = $1', [
          at.couple.coupleId,
        ])
      ).rows[0].n as number;
    const before = await events();
    const referral = await tess.refer();
    await tess.ask(referral);
    await partnerHand(at.first).answerTheOne('signed');
    await tess.print(referral);
    for (const outcome of ['noAnswer', 'notWanted', 'seen']) await tess.outcome(referral, { outcome });
    expect(await events()).toBe(before);
  });

  test('names the field of what is missing or over, and keeps what was typed', async () => {
    const at = await begin();
    const tess = staffHand(at.therapist, at);
    await expect(tess.refer({ dueOn: '2020-01-01' })).rejects.toMatchObject({ fields: { dueOn: expect.any(String) } });
    const referral = await tess.refer();
    await expect(tess.outcome(referral, { outcome: 'other' })).rejects.toMatchObject({
      fields: { words: 'Say what came of it.' },
    });
    await expect(tess.outcome(referral, { outcome: 'noAnswer', againOn: at.today })).rejects.toMatchObject({
      fields: { againOn: expect.any(String) },
    });
    await expect(tess.ask(referral, { untilOn: dayAfter(at.today, 400) })).rejects.toMatchObject({
      fields: { untilOn: expect.any(String) },
    });
  });

  test('is not there for a therapist outside the care team, one who left, an admin or a scheduler', async () => {
    const at = await begin();
    const referral = await staffHand(at.therapist, at).refer();
    const outside = [
      await makeStaff(database.owner, at.practice),
      await joins(at, '2020-02-01'),
      await makeStaff(database.owner, at.practice, ['practiceAdmin']),
      await makeStaff(database.owner, at.practice, ['scheduler']),
    ];
    for (const who of outside) {
      const hand = staffHand(who, at);
      for (const tried of [
        () => hand.page(referral),
        () => hand.letter(referral),
        () => hand.ask(referral),
        () => hand.takeBack(referral),
        () => hand.print(referral),
        () => hand.outcome(referral, { outcome: 'seen' }),
        () => hand.refer(),
      ])
        await expect(tried()).rejects.toMatchObject({ name: 'NotFound' });
    }
  });

  test('stays with the care team through a hand-over and when work has ended', async () => {
    const at = await begin();
    const tess = staffHand(at.therapist, at);
    const referral = await tess.refer({ dueOn: at.today });
    await tess.ask(referral);
    const next = await joins(at);
    await database.owner.query(
      `update care_team_members set to_on = '2020-02-01', from_on = '2020-01-01' where couple_id = $1 and staff_member_id = $2`,
      [at.couple.coupleId, at.therapist.staffMemberId],
    );
    await expect(tess.page(referral)).rejects.toMatchObject({ name: 'NotFound' });
    const theirs = staffHand(next, at);
    expect((await theirs.page(referral)).referral).toMatchObject({ reason: REASON, release: { state: 'asked' } });
    await theirs.as((tx) =>
      endWork(tx, { coupleId: at.couple.coupleId, reason: 'reached', words: '', summary: 'It is done.' }),
    );
    expect(await lines(at, next)).toEqual(['Referral for A.E. is due']);
    await theirs.outcome(referral, { outcome: 'notWanted' });
    expect(await lines(at, next)).toEqual([]);
  });
});

describe('rule 15: a letter', () => {
  test('says what its one person signed and nothing else, and is there only while that is in force', async () => {
    const at = await begin();
    const tess = staffHand(at.therapist, at);
    const ada = partnerHand(at.first);
    const referral = await tess.refer();
    const none = async () => {
      expect(await tess.letter(referral)).toBeNull();
      await expect(tess.print(referral)).rejects.toMatchObject({ name: 'Refusal' });
    };
    await none();
    await tess.ask(referral);
    await none();
    await ada.open();
    const [paper] = (await ada.papers())!;
    await ada.answer(paper!.id, 'signed');
    const { id: _, signedOn: __, ...signed } = paper!;
    expect(await tess.letter(referral)).toMatchObject({ ...signed, signedOn: at.today, tells: TELLS });
    expect(signed).toEqual({
      from: { name: 'Office at Elm Street', address: '1 Elm Street' },
      to: { profession: 'urologist', name: 'Dr. Nobody Sample', address: '9 Invented Road' },
      about: 'Ada Example',
      tells: TELLS,
      untilOn: dayAfter(at.today, 90),
      isRemoved: false,
    });
    expect(await tess.print(referral)).toEqual({ redirectTo: expect.stringMatching(/\/letter$/) });
    await database.owner.query(`update practices set letter_name = 'Another name' where id = $1`, [
      at.practice.practiceId,
    ]);
    expect(await tess.letter(referral)).toMatchObject({ from: { name: 'Office at Elm Street' } });

    await ada.answer(paper!.id, 'withdrawn');
    await none();
    const { rows } = await database.owner.query<{ act: string }>(
      `select act || ' ' || record_kind as act from audit_events
        where couple_id = $1 and record_kind in ('referral', 'release', 'letter') and concerns_partner_id = $2 and act <> 'opened' order by at, act`,
      [at.couple.coupleId, at.first.partnerId],
    );
    expect(rows.map(({ act }) => act).toSorted()).toEqual([
      'created referral',
      'created release',
      'printed letter',
      'revoked release',
      'signed release',
    ]);
  });

  test('is over on the day after the last one', async () => {
    const at = await begin();
    const tess = staffHand(at.therapist, at);
    const referral = await tess.refer();
    await tess.ask(referral, { untilOn: at.today });
    await partnerHand(at.first).answerTheOne('signed');
    expect(await tess.letter(referral)).not.toBeNull();
    await moveClock(database.owner, '11 hours');
    at.therapist.token = await makeSignIn(database.owner, at.therapist.accountId, at.practice, at.therapist);
    expect(await staffHand(at.therapist, at).letter(referral)).toBeNull();
    at.first.token = await makeSignIn(database.owner, at.first.accountId, at.practice, at.first);
    const ada = partnerHand(at.first);
    await ada.open();
    expect(await ada.papers()).toEqual([]);
  });

  test.each(['Please see Ada, and Bo too.', 'Write to the couple of Ms. Sample.'])(
    'names nobody else: %s',
    async (tells) => {
      const at = await begin();
      const tess = staffHand(at.therapist, at);
      const referral = await tess.refer();
      await expect(tess.ask(referral, { tells })).rejects.toMatchObject({
        fields: { tells: expect.stringMatching(/^Leave out “(Bo|Sample)”/) },
      });
      await expect(tess.ask(referral, { tells: `Write to ${at.second.email}` })).rejects.toMatchObject({
        fields: { tells: expect.stringContaining('other partner') },
      });
    },
  );

  test('needs a name of the practice for letters, and a person who can sign', async () => {
    const at = await begin();
    const tess = staffHand(at.therapist, at);
    const referral = await tess.refer();
    await database.owner.query(`update partners set status = 'invited' where id = $1`, [at.first.partnerId]);
    await expect(tess.ask(referral)).rejects.toThrow(/no sign-in/);
    await database.owner.query(`update partners set status = 'active' where id = $1`, [at.first.partnerId]);
    await database.owner.query(`update practices set letter_name = '' where id = $1`, [at.practice.practiceId]);
    await expect(tess.ask(referral)).rejects.toThrow(/under Settings/);
  });
});

test('rule 15: each partner’s card shows that person’s referrals alone', async () => {
  const at = await begin();
  const referral = await staffHand(at.therapist, at).refer();
  const { people } = await staffHand(at.therapist, at).as((tx) => readContacts(tx, at.couple.coupleId));
  expect(people.map(({ referrals }) => referrals.map(({ id }) => id))).toEqual([[referral], []]);
});
