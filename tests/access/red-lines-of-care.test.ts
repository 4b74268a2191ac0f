// What must never be of appointments, of check-ins on paper and of a change of policy, said by hand and not derived from the grid.
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { asActor } from '@/db/access/as-actor';
import { useDatabase } from '@/tests/support/database';
import { makeCouple, makeStaff } from '@/tests/support/people';
import { act, planEventIn } from './tries';
import { makeWorld, type World } from './world';

const database = useDatabase();
let world: World;
beforeAll(async () => {
  world = await makeWorld(database.owner);
});

describe('appointments', () => {
  test('with one partner alone are not there for the other, in any of what Postgres tells a partner', async () => {
    const couple = await makeCouple(database.owner, world.practice, world.therapist);
    await database.owner.query(
      `insert into sessions (practice_id, couple_id, kind, partner_id, therapist_id, starts_at, minutes, place, video_link)
       values ($1, $2, 'individual', $3, $4, auth.now() + interval '1 day', 50, 'The small room', 'https://video.example/alone')`,
      [world.practice.practiceId, couple.coupleId, couple.first.partnerId, world.therapist.staffMemberId],
    );
    const of = ({ token }: { token: string }) =>
      asActor(token, async ({ db }) =>
        JSON.stringify((await db.execute(sql`select portal.my_appointments() as mine, portal.my_day() as day`)).rows),
      );
    expect(await of(couple.first)).toContain('https://video.example/alone');
    expect(await of(couple.second)).not.toMatch(/The small room|video\.example/);
    expect(await of(couple.second)).toContain('"mine":[]');
  });

  test('of partners are told to no staff by the partner’s own function', async () => {
    for (const token of [world.tokens.therapist, world.tokens.scheduler, world.tokens.practiceAdmin])
      expect(
        await asActor(
          token,
          async ({ db }) => (await db.execute(sql`select portal.my_appointments() as mine`)).rows[0]!.mine,
        ),
      ).toEqual([]);
  });

  test('of one practice share no video link, whoever writes it', async () => {
    const link = `https://video.example/${randomUUID()}`;
    const made = sql`insert into sessions (practice_id, couple_id, kind, therapist_id, starts_at, minutes, video_link)
      values (${world.practice.practiceId}, ${world.couple.coupleId}, 'joint', ${world.therapist.staffMemberId}, auth.now(), 50, ${link})`;
    expect(await act(world.tokens.therapist, made)).toBe(1);
    expect(await act(world.tokens.therapist, made)).toBe('23505');
  });
});

const checkIn = (of: { id?: string; partnerId: string; enteredBy: string | null }) => sql`
  insert into check_ins (id, practice_id, couple_id, partner_id, assignment_id, unit, "on", answers, policy, entered_by)
  select ${of.id ?? randomUUID()}, practice_id, couple_id, ${of.partnerId}, id, 'whole', '2026-01-01', '{}', 'noSecrets', ${of.enteredBy}
    from assignments where couple_id = ${world.couple.coupleId} limit 1`;
const flagOf = (of: { partnerId: string; source?: string; sourceId: string | null }) => sql`
  insert into flags (practice_id, couple_id, partner_id, tier, source, source_id, reason)
  values (${world.practice.practiceId}, ${world.couple.coupleId}, ${of.partnerId}, 'talk', ${of.source ?? 'checkIn'}, ${of.sourceId}, 'contactMe')`;

describe('a check-in on paper', () => {
  test('is entered by a therapist of the care team in their own name, never as the partner’s own hand', async () => {
    const { therapist, couple, tokens } = world;
    const colleague = await makeStaff(database.owner, world.practice, ['therapist']);
    const { partnerId } = couple.first;
    expect(await act(tokens.therapist, checkIn({ partnerId, enteredBy: null }))).toBe('42501');
    expect(await act(tokens.therapist, checkIn({ partnerId, enteredBy: colleague.staffMemberId }))).toBe('42501');
    expect(await act(tokens.therapist, checkIn({ partnerId, enteredBy: therapist.staffMemberId }))).toBe(1);
  });

  test('is never a partner’s to enter, not even in a therapist’s name', async () => {
    const assignmentId = (
      await database.owner.query('select id from assignments where couple_id = $1 limit 1', [world.couple.coupleId])
    ).rows[0].id as string;
    const { partnerId } = world.couple.first;
    const given = (enteredBy: string | null) => sql`
      insert into check_ins (practice_id, couple_id, partner_id, assignment_id, unit, "on", answers, policy, entered_by)
      values (${world.practice.practiceId}, ${world.couple.coupleId}, ${partnerId}, ${assignmentId}, 'whole', '2026-01-01', '{}', 'noSecrets', ${enteredBy})`;
    expect(await act(world.tokens.partner, given(world.therapist.staffMemberId))).toBe('42501');
    expect(await act(world.tokens.partner, given(null))).toBe(1);
    expect(await act(world.tokens.otherPartner, given(null))).toBe('42501');
  });

  test('raises a flag of that partner and nothing else: no flag comes from staff without one', async () => {
    const { therapist, couple, tokens } = world;
    const id = randomUUID();
    const { partnerId } = couple.first;
    expect(await act(tokens.therapist, checkIn({ id, partnerId, enteredBy: therapist.staffMemberId }))).toBe(1);
    expect(await act(tokens.therapist, flagOf({ partnerId, sourceId: id }))).toBe(1);
    expect(await act(tokens.therapist, flagOf({ partnerId: couple.second.partnerId, sourceId: id }))).toBe('42501');
    expect(await act(tokens.therapist, flagOf({ partnerId, source: 'pause', sourceId: null }))).toBe('42501');
    expect(await act(tokens.therapist, flagOf({ partnerId, sourceId: randomUUID() }))).toBe('42501');
    const own = world.rows.check_ins!.id as string;
    expect(await act(tokens.therapist, flagOf({ partnerId, sourceId: own })), 'what the partner sent').toBe('42501');
    expect(await act(tokens.therapistOutside, flagOf({ partnerId, sourceId: id }))).toBe('42501');
  });

  test('with a worried answer holds in the therapist’s own name; a pause or an answer is the partner’s alone', async () => {
    const { partnerId } = world.couple.first;
    expect(await act(world.tokens.therapist, planEventIn(world, 'safetyRaised', { partnerId }))).toBe('42501');
    for (const kind of ['paused', 'pauseTakenBack', 'answered', 'withdrawn'])
      expect(await act(world.tokens.therapist, planEventIn(world, kind, { partnerId })), kind).toBe('42501');
  });
});

test('another policy than the first is taken from nobody without a yes of each partner', async () => {
  const { practice, couple, therapist, tokens } = world;
  const change = (token: string) =>
    act(
      token,
      sql`insert into confidentiality_policies (practice_id, couple_id, policy, set_by)
          values (${practice.practiceId}, ${couple.coupleId}, 'noSecrets', ${therapist.staffMemberId})`,
    );
  expect(await change(tokens.therapist)).toBe('23514');
  for (const token of [tokens.partner, tokens.otherPartner, tokens.practiceAdmin, tokens.therapistOutside])
    expect(await change(token)).toBe('42501');
});

test('a partner answers for nobody else, and to no proposal of another couple', async () => {
  const { practice, couple, tokens, rows } = world;
  const answer = (token: string, partnerId: string) =>
    act(
      token,
      sql`insert into policy_answers (practice_id, couple_id, partner_id, proposal_id, is_yes)
          values (${practice.practiceId}, ${couple.coupleId}, ${partnerId}, ${rows.policy_proposals!.id as string}, true)`,
    );
  expect(await answer(tokens.partner, couple.second.partnerId)).toBe('42501');
  expect(await answer(tokens.partnerElsewhere, couple.second.partnerId)).toBe('42501');
  expect(await answer(tokens.therapist, couple.second.partnerId)).toBe('42501');
});
