// The practice that is measured: a therapist with a full caseload.
import type pg from 'pg';
import { makeCouple, makePractice, makeStaff } from '@/tests/support/people';
import type { CoupleInTest, PartnerInTest, StaffInTest } from '@/tests/support/people';
import type { ActSubject } from './subjects';

export interface Practice {
  therapist: StaffInTest;
  couple: CoupleInTest;
  partner: PartnerInTest;
  /** The form of a check-in that is open to the partner, when the seed gave them a step. */
  checkIn: Pick<ActSubject, 'path' | 'form' | 'fields' | 'token'> | null;
}

const COUPLES = 25;

export async function seed(owner: pg.Pool): Promise<Practice> {
  const practice = await makePractice(owner);
  const therapist = await makeStaff(owner, practice);
  const couples: CoupleInTest[] = [];
  for (let made = 0; made < COUPLES; made += 1) couples.push(await makeCouple(owner, practice, therapist));
  const couple = couples[0]!;
  return { therapist, couple, partner: couple.first, checkIn: null };
}
