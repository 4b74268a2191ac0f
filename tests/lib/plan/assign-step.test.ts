// Putting a step on a plan: what it requires, what is kept, and that both read what the therapist saw (rules 9, 12, 14).
import { beforeAll, describe, expect, test } from 'vitest';
import { asActor } from '@/db/access/as-actor';
import { NotFound } from '@/lib/errors';
import { termsOf } from '@/lib/format/assigned-terms';
import { readMyDay } from '@/lib/my-day/open-my-day';
import { readCouplePlan } from '@/lib/plan/read-couple-plan';
import { assignStepInput } from '@/lib/plan/schema';
import { useFreshDatabase } from '../../support/database';
import { makeStaff } from '../../support/people';
import {
  act,
  assign,
  beginWork,
  bothSee,
  markDone,
  nextDay,
  refusalOf,
  sees,
  stepIdOf,
  withoutRestDays,
} from './plan-in-test';

const database = useFreshDatabase();
beforeAll(() => withoutRestDays(database.owner));

describe('rule 9: each is met alone first', () => {
  test('a step done together is refused until both were met alone, and says whom it waits for', async () => {
    const work = await beginWork(database.owner, { isMet: false });
    const { practiceId } = work.practice;
    const met = (partnerId: string, isJoint: boolean) =>
      work.owner.query(
        'insert into plan_events (practice_id, couple_id, kind, partner_id, is_opening, staff_member_id) values ($1, $2, $3, $4, $5, $6)',
        [practiceId, work.couple.coupleId, 'metAlone', partnerId, isJoint, work.therapist.staffMemberId],
      );
    expect(await refusalOf(assign(work, 'S12'))).toContain('Ada Example and Bo Sample have each been met alone');
    expect(await refusalOf(assign(work, 'S01'))).toContain('No meeting alone is recorded yet');
    await met(work.couple.first.partnerId, true);
    expect(await refusalOf(assign(work, 'S12'))).toContain('Bo Sample has been met alone');
    await met(work.couple.second.partnerId, false);
    expect(await refusalOf(assign(work, 'S12')), 'individual work first is no joint work').toContain(
      'Bo Sample has been met alone',
    );
    await met(work.couple.second.partnerId, true);
    expect(await refusalOf(assign(work, 'S12'))).toBe('');
  });

  test('a step done alone opens for the one who was met, and not for the other', async () => {
    const work = await beginWork(database.owner, { isMet: false });
    await work.owner.query(
      'insert into plan_events (practice_id, couple_id, kind, partner_id, is_opening, staff_member_id) values ($1, $2, $3, $4, false, $5)',
      [
        work.practice.practiceId,
        work.couple.coupleId,
        'metAlone',
        work.couple.first.partnerId,
        work.therapist.staffMemberId,
      ],
    );
    const step = await assign(work, 'S01');
    await nextDay(work);
    expect(await bothSee(work, step)).toEqual(['asked', 'closed']);
  });
});

describe('the order of the program', () => {
  test('what a step comes after is named by its title, never by a code', async () => {
    const work = await beginWork(database.owner);
    const refused = await refusalOf(assign(work, 'S06'));
    expect(refused).toContain('“Our agreement” has to be done first.');
    expect(refused).not.toMatch(/S\d\d/);
    await markDone(work, 'S02');
    expect(await refusalOf(assign(work, 'S06'))).toBe('');
  });

  test('nothing from intensity 3 on comes before boundaries are agreed', async () => {
    const work = await beginWork(database.owner);
    await markDone(work, 'S16', 'S10');
    for (const code of ['S17', 'S26'])
      expect(await refusalOf(assign(work, code))).toContain('“Welcome, ask first, not now” has to be done first.');
    await markDone(work, 'S15');
    for (const code of ['S17', 'S26']) expect(await refusalOf(assign(work, code))).toBe('');
  });

  test('only a step of low intensity that needs no release may open by itself', async () => {
    const work = await beginWork(database.owner);
    await markDone(work, 'S15', 'S16', 'S18');
    const kept = async (code: string) => {
      const id = await assign(work, code);
      const found = await work.owner.query(
        'select opens_when_both_yes as opens, needs_release as needs, alone_needs_release as alone from assignments where id = $1',
        [id],
      );
      return found.rows[0] as { opens: boolean; needs: boolean; alone: boolean };
    };
    expect(await kept('S12')).toEqual({ opens: true, needs: false, alone: false });
    expect(await kept('S03')).toEqual({ opens: false, needs: true, alone: false });
    expect(await kept('S17')).toEqual({ opens: false, needs: false, alone: false });
    expect(await kept('S20'), 'stage 4').toEqual({ opens: false, needs: true, alone: false });
    await markDone(work, 'S10', 'S05');
    expect(await kept('S26')).toEqual({ opens: false, needs: true, alone: true });
    expect(await kept('S34')).toEqual({ opens: false, needs: false, alone: true });
  });

  test('a step that opens only within limits is refused without them, and says so at the field', async () => {
    const work = await beginWork(database.owner);
    await markDone(work, 'S15', 'S22');
    await expect(assign(work, 'S23')).rejects.toMatchObject({
      fields: { 'fields.limits': 'Write what this step includes for this couple.' },
    });
    expect(await refusalOf(assign(work, 'S23', { fields: { limits: 'Hands and back.' } }))).toBe('');
  });

  test('a step stands on the plan once; done, it can be given again', async () => {
    const work = await beginWork(database.owner);
    const step = await assign(work, 'S12');
    expect(await refusalOf(assign(work, 'S12'))).toContain('is on the plan already');
    await act(work, step, 'finish.whole');
    expect(await refusalOf(assign(work, 'S12'))).toBe('');
  });
});

test('a step that was taken back unseen is suggested again', async () => {
  const work = await beginWork(database.owner);
  const suggested = async () =>
    (await asActor(work.therapist.token, (tx) => readCouplePlan(tx, work.couple.coupleId))).suggestion?.title;
  const first = await suggested();
  const step = await assign(work, 'S01');
  expect(await suggested()).not.toBe(first);
  await act(work, step, 'retire');
  expect(await suggested()).toBe(first);
});

describe('rule 14: one partner is enough to begin', () => {
  test('with one partner, only what is done alone can be assigned', async () => {
    const work = await beginWork(database.owner, { partners: 1 });
    expect(await refusalOf(assign(work, 'S12'))).toContain('With one partner, only steps done alone');
    expect(await refusalOf(assign(work, 'S03'))).toContain('With one partner, only steps done alone');
    const step = await assign(work, 'S01');
    await nextDay(work);
    expect(await sees(work.couple.first, step)).toBe('asked');
  });
});

describe('rule 12: what both read', () => {
  const sent = {
    own: 'Lights on\n\n  Sitting  ',
    line: 'Keep it small.',
    fields: { whoInvites: 'In turns.', leftOut: 'The bedroom.', until: '2027-01-09' },
    adaptations: ['0', '1', '2', '3'],
  };

  test('is what was previewed, the same for both, and says of nobody whose wish it was', async () => {
    const work = await beginWork(database.owner);
    await markDone(work, 'S15');
    await assign(work, 'S16', sent);
    await nextDay(work);
    const days = await Promise.all(work.couple.partners.map(({ token }) => asActor(token, readMyDay)));
    const [mine, theirs] = days.map(({ units }) => units[0]!);
    const adaptations = await work.owner.query<{ text: string; whom: string }>(
      `select a ->> 'text' as text, a ->> 'for' as whom from step_versions v join steps s on s.id = v.step_id, jsonb_array_elements(v.content -> 'adaptations') a
        where s.practice_id = $1 and s.code = 'S16'`,
      [work.practice.practiceId],
    );
    const previewed = termsOf({
      ...sent,
      chosen: adaptations.rows.filter(({ whom }) => whom === 'both').map(({ text }) => text),
    });
    expect(mine).toMatchObject({ conditions: previewed.conditions, line: 'Keep it small.' });
    expect(theirs).toEqual(mine);
    for (const { text } of adaptations.rows.filter(({ whom }) => whom === 'one'))
      expect(mine!.conditions).not.toContain(text);
    expect(mine!.conditions).toEqual(
      expect.arrayContaining(['Who invites: In turns.', 'Left out: The bedroom.', 'Lights on', 'Sitting']),
    );
  });

  test('is sealed in the database', async () => {
    const work = await beginWork(database.owner);
    const step = await assign(work, 'S12', { own: 'canary-condition', line: 'canary-line' });
    const found = await work.owner.query<{ terms: Buffer }>('select terms from assignments where id = $1', [step]);
    expect(found.rows[0]!.terms.toString('latin1')).not.toContain('canary');
  });

  test('with changed conditions the step takes the place of the one before, at the same turn, and asks both again', async () => {
    const work = await beginWork(database.owner);
    const before = await assign(work, 'S12');
    await nextDay(work);
    const after = await assign(work, 'S12', { replaces: before, own: 'Only in the evening' });
    expect([await bothSee(work, before), await bothSee(work, after)]).toEqual([
      ['asked', 'asked'],
      ['closed', 'closed'],
    ]);
    await nextDay(work);
    expect([await bothSee(work, before), await bothSee(work, after)]).toEqual([
      ['closed', 'closed'],
      ['asked', 'asked'],
    ]);
  });
});

describe('who may assign', () => {
  test('nobody outside the care team, and no partner; nothing is left behind', async () => {
    const work = await beginWork(database.owner);
    const stranger = await makeStaff(work.owner, work.practice, ['therapist', 'practiceAdmin']);
    for (const by of [stranger, work.couple.first])
      await expect(assign(work, 'S12', {}, by)).rejects.toBeInstanceOf(NotFound);
    const found = await work.owner.query('select 1 from assignments where couple_id = $1', [work.couple.coupleId]);
    expect(found.rows).toEqual([]);
  });

  test('an assignment, its event and its audit row stand together', async () => {
    const work = await beginWork(database.owner);
    const step = await assign(work, 'S12');
    const found = await work.owner.query(
      'select act, record_kind, staff_member_id from audit_events where record_id = $1',
      [step],
    );
    expect(found.rows).toEqual([
      { act: 'assigned', record_kind: 'assignment', staff_member_id: work.therapist.staffMemberId },
    ]);
  });
});

test('bad input to the form gets a sentence at its field', async () => {
  const work = await beginWork(database.owner);
  const base = {
    coupleId: work.couple.coupleId,
    stepId: await stepIdOf(work, 'S12'),
    rhythm: { kind: 'timesAWeek', times: '3' },
    minutes: { min: '5', max: '10' },
  };
  const faults = (changed: object) => {
    const parsed = assignStepInput.safeParse({ ...base, ...changed });
    return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  };
  expect(faults({})).toEqual([]);
  expect(faults({ rhythm: { kind: 'timesAWeek', times: 'many' } })).toEqual([
    'rhythm.times: Write how many times, from 1 to 7.',
  ]);
  expect(faults({ rhythm: { kind: 'fixedDays' } })).toEqual(['rhythm.days: Choose at least one day of the week.']);
  expect(faults({ rhythm: { kind: 'daily', weeks: '99' } })).toEqual([
    'rhythm.weeks: Write a number of weeks from 1 to 52, or leave it empty.',
  ]);
  expect(faults({ minutes: { min: '20', max: '10' } })).toEqual([
    'minutes.max: The longest is shorter than the shortest.',
  ]);
  expect(faults({ rhythm: {} })).toEqual(['rhythm.kind: Choose how often.']);
  expect(faults({ line: 'x'.repeat(301) })).toEqual(['line: Use at most 300 characters.']);
});
