// What must never be, said by hand and not derived from the grid.
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { asActor } from '@/db/access/as-actor';
import { useDatabase } from '@/tests/support/database';
import { makeAssignment, makeCouple, makeStaff } from '@/tests/support/people';
import { act, countOf, type EventInTry, planEventIn } from './tries';
import { makeWorld, type World } from './world';

const database = useDatabase();
let world: World;
beforeAll(async () => {
  world = await makeWorld(database.owner);
});

const CLINICAL = [
  'intakes',
  'partner_intakes',
  'confidentiality_policies',
  'agreements',
  'meetings_alone',
  'assignments',
  'policy_proposals',
  'policy_answers',
  'assignment_terms',
  'own_terms',
  'waivers',
  'plan_events',
  'consents',
  'check_ins',
  'reflections',
  'shared_words',
  'flags',
  'goals',
  'goal_versions',
  'diagnoses',
  'process_notes',
  'contact_notes',
  'referrals',
  'referral_events',
  'releases',
  'release_answers',
  'record_releases',
  'record_authorizations',
  'joint_note_decisions',
  'disclosures',
  'to_dos',
  'today_visits',
  'session_attendances',
  'session_notes',
  'note_versions',
  'note_co_authors',
  'addenda',
  'co_signatures',
  'note_reviews',
  'note_comments',
  'day_sheets',
  'drafts',
  'data_keys',
  'audit_events',
];

const planEvent = (kind: string, of?: EventInTry) => planEventIn(world, kind, of);

describe('a practice admin', () => {
  test.each(CLINICAL)('sees no row of %s', async (table) => {
    expect(await countOf(world.tokens.practiceAdmin, table)).toBe(0);
  });

  test('who is also a therapist sees only the couples in whose care team they stand', async () => {
    const both = await makeStaff(database.owner, world.practice, ['practiceAdmin', 'therapist']);
    const own = await makeCouple(database.owner, world.practice, both);
    const seen = await asActor(
      both.token,
      async ({ db }) => (await db.execute<{ couple_id: string }>(sql`select couple_id from intakes`)).rows,
    );
    expect(seen.map((row) => row.couple_id)).toEqual([own.coupleId]);
  });
});

test('only clinicians write the library, each in their own name; a practice admin, a scheduler and a partner never do', async () => {
  const review = (token: string, author: string) =>
    asActor(token, async ({ db }) => {
      await db.execute(sql`insert into step_reviews (practice_id, step_version_id, author_id, reviewed_as)
        select practice_id, id, ${author}, 'N.N.' from step_versions where couple_id is null order by id desc limit 1`);
      throw new Error('was allowed');
    });
  const { practiceAdmin, scheduler, partner, therapistOutside } = world.tokens;
  const { staffMemberId } = world.therapist;
  await expect(review(world.tokens.therapist, staffMemberId)).rejects.toThrow('was allowed');
  // In another's name, or without a clinician's role: refused, or nothing to review is seen.
  for (const token of [practiceAdmin, scheduler, therapistOutside])
    await expect(review(token, staffMemberId)).rejects.not.toThrow('was allowed');
  expect(await countOf(partner, 'step_versions')).toBe(0);
});

test('all staff read the library, and only the care team what was written for one couple', async () => {
  const own = (token: string) =>
    asActor(
      token,
      async ({ db }) => (await db.execute(sql`select from step_versions where title = 'In own words'`)).rowCount,
    );
  const { therapist, therapistOutside, therapistBefore, practiceAdmin, supervisor, scheduler, partner } = world.tokens;
  for (const token of [therapist, therapistOutside, practiceAdmin, supervisor, scheduler])
    expect(await countOf(token, 'steps')).toBeGreaterThan(30);
  expect(await own(therapist)).toBe(1);
  for (const token of [therapistOutside, therapistBefore, practiceAdmin, supervisor, scheduler, partner])
    expect(await own(token).catch(() => 0)).toBe(0);
});

describe('a scheduler and a supervisor', () => {
  test.each(CLINICAL)('see no row of %s', async (table) => {
    expect(await countOf(world.tokens.scheduler, table)).toBe(0);
    expect(await countOf(world.tokens.supervisor, table)).toBe(0);
  });
});

describe('a partner', () => {
  const SHARED = [
    'practices',
    'support_contacts',
    'staff_members',
    'staff_roles',
    'invitations',
    'couples',
    'partners',
    'care_team_members',
    'sessions',
    'intakes',
    'partner_intakes',
    'confidentiality_policies',
    'agreements',
    'meetings_alone',
    'assignments',
    'policy_proposals',
    'policy_answers',
    'assignment_terms',
    'own_terms',
    'waivers',
    'plan_events',
    'consents',
    'check_ins',
    'reflections',
    'flags',
    'goals',
    'goal_versions',
    'diagnoses',
    'process_notes',
    'contact_notes',
    'referrals',
    'referral_events',
    'record_releases',
    'record_authorizations',
    'joint_note_decisions',
    'disclosures',
    'to_dos',
    'today_visits',
    'session_attendances',
    'session_notes',
    'note_versions',
    'note_co_authors',
    'staff_keys',
    'snippets',
    'addenda',
    'programs',
    'steps',
    'step_versions',
    'step_reviews',
    'practice_keys',
    'audit_events',
    'accounts',
    'sign_ins',
    'password_resets',
    'account_notices',
    'half_sign_ins',
    'totp_factors',
    'passkeys',
    'passkey_challenges',
    'recovery_codes',
    'idempotency_keys',
    'set_up_links',
    'rate_limits',
  ];
  test.each(SHARED)('sees no row of %s, not even their own', async (table) => {
    expect(await countOf(world.tokens.partner, table)).toBe(0);
  });

  test.each(['day_sheets', 'drafts', 'shared_words', 'data_keys', 'releases', 'release_answers'])(
    'sees no row of the other in %s',
    async (table) => {
      const mine = await countOf(world.tokens.partner, table);
      const theirs = await asActor(
        world.tokens.partner,
        async ({ db }) =>
          (await db.execute(sql.raw(`select 1 from ${table} where partner_id <> '${world.couple.first.partnerId}'`)))
            .rowCount,
      );
      expect(mine).toBeGreaterThan(0);
      expect(theirs).toBe(0);
    },
  );

  test.each([
    'released',
    'held',
    'holdLifted',
    'pauseLifted',
    'safetySettled',
    'metAlone',
    'finished',
    'retired',
    'assigned',
  ])('cannot do to the plan what only the care team does: %s', async (kind) => {
    expect(await act(world.tokens.partner, planEvent(kind, { partnerId: world.couple.first.partnerId }))).toBe('42501');
    expect(await act(world.tokens.partner, planEvent(kind))).toBe('42501');
  });

  test('cannot act in the name of the other', async () => {
    expect(
      await act(world.tokens.partner, planEvent('pauseTakenBack', { partnerId: world.couple.second.partnerId })),
    ).toBe('42501');
  });

  test('cannot make their own act reach the other at once', async () => {
    expect(
      await act(
        world.tokens.partner,
        planEvent('paused', { partnerId: world.couple.first.partnerId, isImmediate: true }),
      ),
    ).toBe('42501');
  });

  test('cannot date an act before the turn: the clock is the database', async () => {
    const at = await asActor(world.tokens.partner, async ({ db, actor }) => {
      await db.execute(sql`insert into plan_events (practice_id, couple_id, kind, partner_id, at)
        values (${world.practice.practiceId}, ${world.couple.coupleId}, 'paused', ${world.couple.first.partnerId}, '2020-01-01')`);
      return actor.now;
    });
    const found = await database.owner.query(
      `select count(*)::int as n from plan_events where at < $1::timestamptz - interval '1 year'`,
      [at],
    );
    expect(found.rows[0].n).toBe(0);
  });

  test('cannot open the key of what a therapist writes about them', async () => {
    const classes = await asActor(
      world.tokens.partner,
      async ({ db }) => (await db.execute<{ key_class: string }>(sql`select key_class from data_keys`)).rows,
    );
    expect(classes.map((row) => row.key_class)).toEqual(['partner.private']);
  });

  test('gets from their day nothing that names, counts or dates the other', async () => {
    const couple = await makeCouple(database.owner, world.practice, world.therapist);
    await makeAssignment(database.owner, world.practice, couple, world.therapist, 'S02', { isImmediate: true });
    const day = await asActor(
      couple.first.token,
      async ({ db }) => (await db.execute<{ d: object }>(sql`select portal.my_day() as d`)).rows[0]!.d,
    );
    const text = JSON.stringify(day);
    for (const secret of [
      couple.second.partnerId,
      couple.second.accountId,
      couple.second.email,
      'Bo Sample',
      world.therapist.staffMemberId,
      'Tess Example',
      'partner.record',
      'couple.record',
    ])
      expect(text).not.toContain(secret);
  });
});

describe('a therapist', () => {
  test('who left the care team sees nothing of the couple', async () => {
    for (const table of CLINICAL.filter((t) => t !== 'audit_events'))
      expect(await countOf(world.tokens.therapistBefore, table)).toBe(0);
  });

  test('on the same care team sees a note only once it is signed, and then cannot change it', async () => {
    const couple = await makeCouple(database.owner, world.practice, world.therapist);
    const colleague = await makeStaff(database.owner, world.practice, ['therapist'], 'Cole Example');
    await database.owner.query(
      `insert into care_team_members (practice_id, couple_id, staff_member_id, part, from_on) values ($1, $2, $3, 'coTherapist', '2020-01-01')`,
      [world.practice.practiceId, couple.coupleId, colleague.staffMemberId],
    );
    const sessionId = randomUUID();
    await asActor(world.therapist.token, async ({ db }) => {
      await db.execute(sql`insert into sessions (id, practice_id, couple_id, kind, therapist_id, starts_at, minutes)
        values (${sessionId}, ${world.practice.practiceId}, ${couple.coupleId}, 'joint', ${world.therapist.staffMemberId}, auth.now(), 50)`);
      await db.execute(sql`insert into session_notes (practice_id, couple_id, session_id, kind, author_id, format, sections)
        values (${world.practice.practiceId}, ${couple.coupleId}, ${sessionId}, 'joint', ${world.therapist.staffMemberId}, 'DAP', '\\x00')`);
    });
    const notes = sql`select 1 from session_notes where session_id = ${sessionId}`;
    const sign = sql`update session_notes set signed_at = auth.now(), signed_as = 'T', signed_hash = '\\x00', needs_approval = true, needs_co_signature = true where session_id = ${sessionId}`;
    expect(await act(colleague.token, notes)).toBe(0);
    expect(await act(colleague.token, sign)).toBe(0);
    expect(await act(world.therapist.token, sign)).toBe(1);
    expect(await act(colleague.token, notes)).toBe(1);
    expect(
      await act(colleague.token, sql`update session_notes set signed_as = 'X' where session_id = ${sessionId}`),
    ).toBe(0);
    expect(
      await act(world.therapist.token, sql`update session_notes set signed_as = 'X' where session_id = ${sessionId}`),
    ).toBe(0);
    await expect(
      database.owner.query(`update session_notes set signed_as = 'X' where session_id = $1`, [sessionId]),
    ).rejects.toMatchObject({ code: '23001' });
    await expect(
      database.owner.query(`delete from session_notes where session_id = $1`, [sessionId]),
    ).rejects.toMatchObject({ code: '23001' });
  });

  test('cannot write in the name of a partner, nor of another therapist', async () => {
    for (const kind of ['answered', 'withdrawn', 'paused', 'pauseTakenBack', 'safetyRaised'])
      expect(await act(world.tokens.therapist, planEvent(kind, { partnerId: world.couple.first.partnerId }))).toBe(
        '42501',
      );
    expect(await act(world.tokens.therapist, planEvent('held'))).toBe(1);
  });

  test('of another practice sees nothing here', async () => {
    for (const table of CLINICAL.filter((t) => t !== 'audit_events')) {
      const seen = await asActor(
        world.tokens.therapistElsewhere,
        async ({ db }) =>
          (
            await db
              .execute(sql.raw(`select 1 from ${table} where practice_id = '${world.practice.practiceId}'`))
              .catch(() => ({ rowCount: 0 }))
          ).rowCount,
      ).catch(() => 0);
      expect(seen).toBe(0);
    }
  });
});
