// What happened with a couple: every act in a sentence, newest first, page by page, for its care team alone.
import { describe, expect, test } from 'vitest';
import { asActor } from '@/db/access/as-actor';
import { PLAN_ACTS } from '@/db/plan-acts';
import { HISTORY_KINDS, listHistory } from '@/db/queries/history/happened';
import { SAID } from '@/lib/format/history-words';
import { readHistory } from '@/lib/history/read-history';
import { useDatabase } from '@/tests/support/database';
import { makeAssignment, makeCouple, makePractice, makeStaff } from '@/tests/support/people';

const database = useDatabase();

async function begin() {
  const practice = await makePractice(database.owner);
  const therapist = await makeStaff(database.owner, practice);
  const couple = await makeCouple(database.owner, practice, therapist);
  const assignmentId = await makeAssignment(database.owner, practice, couple, therapist, 'S02');
  const event = (kind: string, more: { partnerId?: string; isImmediate?: boolean; about?: string | null } = {}) =>
    database.owner.query(
      `insert into plan_events (practice_id, couple_id, kind, assignment_id, partner_id, is_immediate, staff_member_id)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        practice.practiceId,
        couple.coupleId,
        kind,
        more.about === undefined ? assignmentId : more.about,
        more.partnerId ?? null,
        more.isImmediate ?? false,
        more.partnerId ? null : therapist.staffMemberId,
      ],
    );
  const read = (before?: unknown, token = therapist.token) =>
    asActor(token, (tx) => readHistory(tx, couple.coupleId, before));
  const sentences = async () => (await read()).days.flatMap(({ entries }) => entries.map(({ sentence }) => sentence));
  return { practice, therapist, couple, event, read, sentences };
}

describe('the history of a couple', () => {
  test('everything that can happen has a sentence', () => {
    expect(SAID.toSorted()).toEqual([...PLAN_ACTS, ...HISTORY_KINDS].toSorted());
  });

  test('what was done is told newest first, with whom it is about and who did it', async () => {
    const { couple, event, read, sentences } = await begin();
    await event('released', { isImmediate: true });
    await event('paused', { partnerId: couple.second.partnerId, about: null });
    await event('held', { about: null });
    const told = await sentences();
    expect(told[0]).toBe('The whole plan was put on hold.');
    expect(told[1]).toBe('Bo Sample paused.');
    expect(told[2]).toMatch(/^“.+” was opened for both in the room\.$/);
    expect(told).toContain('Ada Example signed the agreement: limited secrets.');
    expect(told).toContain('The couple was made here.');
    expect(told).toContain('Tess Example joined the care team: primary therapist.');
    expect((await read()).days[0]!.entries[0]!.by).toBe('Tess Example');
  });

  test('pages follow each other without a gap or a repeat', async () => {
    const { event, read } = await begin();
    for (let n = 0; n < 60; n++) await event(n % 2 ? 'holdLifted' : 'held');
    const first = await read();
    expect(first.olderHref).not.toBeNull();
    const second = await read(new URL(first.olderHref!, 'https://x.example').searchParams.get('before'));
    const ids = [first, second].flatMap(({ days }) => days.flatMap(({ entries }) => entries.map(({ id }) => id)));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(66);
    expect(second).toMatchObject({ isFirstPage: false, olderHref: null });
  });

  test('an address that is no page leads nowhere', async () => {
    const { read } = await begin();
    for (const before of ['x', ['2026'], '2026-13-41T00:00:00Z~held~x'])
      await expect(read(before)).rejects.toMatchObject({ name: 'NotFound' });
  });

  test('nobody outside the care team reads it, an admin neither', async () => {
    const { practice, couple, read } = await begin();
    const outsider = await makeStaff(database.owner, practice, ['therapist', 'practiceAdmin', 'scheduler']);
    for (const token of [outsider.token, couple.first.token]) {
      await expect(read(undefined, token)).rejects.toMatchObject({ name: 'NotFound' });
      expect(await asActor(token, (tx) => listHistory(tx, couple.coupleId, null, 50))).toEqual([]);
    }
  });
});
