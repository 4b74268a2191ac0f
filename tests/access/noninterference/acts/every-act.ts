// What the two partners and their therapist may do in a story.
import { REFERRAL_ACTS_OF_A, REFERRAL_ACTS_OF_T } from './referral-acts';
import { ARRIVING_ACTS, type ArrivingAct, OWN_SIDE_ACTS, type OwnSideAct } from './own-side-acts';
import { type ActForBoth, ACTS_FOR_BOTH, STAFF_ACTS, type StaffAct } from './staff-acts';

/** What A may do in a day. The number picks an assignment. */
export const ACTS_OF_A = [
  'answerYes',
  'answerNo',
  'withdraw',
  'pause',
  'takeBackPause',
  'worry',
  'signIn',
  ...REFERRAL_ACTS_OF_A,
  'signInAnew',
  ...(Object.keys(OWN_SIDE_ACTS) as OwnSideAct[]),
  'answerPolicy',
] as const;
/** What the therapist may do that is not meant to be seen as such. */
export const ACTS_OF_T = [
  'release',
  'hold',
  'liftHold',
  'liftPause',
  'settle',
  'holdPlan',
  'liftPlan',
  'transfer',
  'joinBackup',
  'enterPaper',
  'giveNewCode',
  ...(Object.keys(STAFF_ACTS) as StaffAct[]),
  ...REFERRAL_ACTS_OF_T,
] as const;
/** What changes B's page at a turn by its nature, whoever it was agreed with: until that turn it changes nothing. */
export const ENDINGS = [
  'endShared',
  'endSharedLater',
  'resumeShared',
  'closeAsAdmin',
  'end',
  'reopen',
  'moveVersion',
  ...(Object.keys(ACTS_FOR_BOTH) as ActForBoth[]),
] as const;
/** What A gives for B to find at the next turn. */
export const ARRIVALS = Object.keys(ARRIVING_ACTS) as ArrivingAct[];
export type ActOfA = (typeof ACTS_OF_A)[number] | ArrivingAct;
export type ActOfT = (typeof ACTS_OF_T)[number];
export type ActOfEnding = (typeof ENDINGS)[number];
export type Act = { by: 'A'; act: ActOfA; of: number } | { by: 'T'; act: ActOfT | ActOfEnding; of: number };
export type ActOfB = { act: 'answerYes' | 'answerNo' | 'pause' | 'takeBackPause' | 'answerPolicy'; of: number };
export type Day = { others: Act[]; own: ActOfB[] };
