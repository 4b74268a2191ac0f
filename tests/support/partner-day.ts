// Two partners in front of their day: turns pass, steps open, and what was given is opened as the care team would.
import type pg from 'pg';
import { asActor } from '@/db/access/as-actor';
import { answerConsent } from '@/lib/consents/answer-consent';
import type { MyDay, UnitInput } from '@/lib/my-day/schema';
import { openMyDay, readMyDay } from '@/lib/my-day/open-my-day';
import { moveClock } from './clock';
import {
  makeAssignment,
  makeCouple,
  makePractice,
  makeStaff,
  type CoupleInTest,
  type PartnerInTest,
  type PracticeInTest,
  type StaffInTest,
} from './people';

export type CoupleAtHome = {
  practice: PracticeInTest;
  therapist: StaffInTest;
  couple: CoupleInTest;
  first: PartnerInTest;
  second: PartnerInTest;
};

/** A couple of its own, in the evening of a day. */
export async function coupleAtHome(owner: pg.Pool): Promise<CoupleAtHome> {
  await owner.query(
    `select auth.move_clock(((auth.now() at time zone 'America/New_York')::date + time '20:00') at time zone 'America/New_York' - auth.now())`,
  );
  const practice = await makePractice(owner);
  const therapist = await makeStaff(owner, practice);
  const couple = await makeCouple(owner, practice, therapist);
  return { practice, therapist, couple, first: couple.first, second: couple.second };
}

export const nextDay = (owner: pg.Pool) => moveClock(owner, '24 hours');

export const dayOf = (partner: PartnerInTest): Promise<MyDay> => asActor(partner.token, readMyDay);

/** Everything a partner's pages can show, as bytes to compare. */
export const bytesOf = async (partner: PartnerInTest): Promise<string> => JSON.stringify(await dayOf(partner));

export const titles = (day: MyDay) => day.units.map(({ title, state }) => `${title}: ${state}`);

export const WANTED = { wantThisWeek: 'Yes', ownChoice: 'Fully', stopAllRight: 'Yes' };

/** Assigns a step and lets a night pass, so that both are asked. */
export async function askedOf(owner: pg.Pool, at: CoupleAtHome, code: string): Promise<UnitInput> {
  const assignmentId = await makeAssignment(owner, at.practice, at.couple, at.therapist, code);
  await nextDay(owner);
  return { assignmentId, unit: 'whole' };
}

/** Both say yes; days pass until it is open, since any day may be a rest day. */
export async function openFor(
  owner: pg.Pool,
  at: CoupleAtHome,
  code: string,
  answers: Record<string, string> = WANTED,
): Promise<UnitInput> {
  const unit = await askedOf(owner, at, code);
  for (const { token } of at.couple.partners) await asActor(token, (tx) => answerConsent(tx, { ...unit, answers }));
  await owner.query(
    `insert into plan_events (practice_id, couple_id, kind, assignment_id, staff_member_id) values ($1, $2, 'released', $3, $4)`,
    [at.practice.practiceId, at.couple.coupleId, unit.assignmentId, at.therapist.staffMemberId],
  );
  await untilOpen(owner, at.first, unit);
  return unit;
}

export async function untilOpen(owner: pg.Pool, partner: PartnerInTest, unit: UnitInput): Promise<void> {
  for (let days = 0; days < 6; days++) {
    await nextDay(owner);
    const { units } = await dayOf(partner);
    if (units.some((one) => one.assignmentId === unit.assignmentId && one.state === 'open')) return;
  }
  throw new Error('It rested for six days running.');
}

/** Opens what this partner sealed. */
export async function openSealed(
  partner: PartnerInTest,
  at: CoupleAtHome,
  row: { table: string; column: string; rowId: string; sealed: Buffer; isShared?: boolean },
): Promise<string> {
  const { keyring } = await asActor(partner.token, openMyDay);
  const { table, column, rowId } = row;
  const owner = row.isShared
    ? { keyClass: 'couple.shared' as const, ownerId: at.couple.coupleId }
    : { keyClass: 'partner.private' as const, ownerId: partner.partnerId };
  return keyring.open({ table, column, rowId, practiceId: at.practice.practiceId, ...owner }, row.sealed);
}

/** What the care team was told about this partner: "talk pause", oldest first. */
export async function flagsOf(owner: pg.Pool, partner: PartnerInTest): Promise<string[]> {
  const { rows } = await owner.query<{ flag: string }>(
    `select tier || ' ' || reason as flag from flags where partner_id = $1 order by raised_at, reason`,
    [partner.partnerId],
  );
  return rows.map(({ flag }) => flag);
}

export async function eventsOf(owner: pg.Pool, partner: PartnerInTest): Promise<string[]> {
  const { rows } = await owner.query<{ kind: string }>(
    `select kind from plan_events where partner_id = $1 and staff_member_id is null order by at, kind`,
    [partner.partnerId],
  );
  return rows.map(({ kind }) => kind);
}
