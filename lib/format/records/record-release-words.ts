/** The clinic's words for releases of one person's record, and how one stands. Safe in the browser. */
import { type Day, longDay } from '../dates';

export const askedByWords = {
  person: 'The person themselves',
  professional: 'A professional',
  insurer: 'An insurer',
  lawyer: 'A lawyer',
  other: 'Someone else',
} as const;

export const releasedKindWords = {
  intake: 'Intake of this person',
  individualNotes: 'Notes of sessions with this person alone',
  jointNotes: 'Notes of joint sessions',
  contactNotes: 'Contacts with or about this person',
  checkIns: 'This person’s own check-ins',
  consents: 'This person’s own answers before steps',
} as const;

export const standingWords = {
  unsigned: 'Waits for authorization',
  inForce: 'In force',
  revoked: 'Revoked',
  expired: 'Ended',
} as const;
export type Standing = keyof typeof standingWords;

type Authorized = { partnerId: string; kind: 'signed' | 'revoked'; on: Day };

/** Whether one partner's written authorization is at hand and was not revoked. */
export const hasAuthorized = (authorizations: readonly Authorized[], partnerId: string): boolean => {
  const own = authorizations.filter((one) => one.partnerId === partnerId);
  return own.some(({ kind }) => kind === 'signed') && !own.some(({ kind }) => kind === 'revoked');
};

/** How a release stands on a day, by the authorization of the person whose record it is. */
export function standingOf(
  { partnerId, untilOn }: { partnerId: string; untilOn: Day },
  authorizations: readonly Authorized[],
  today: Day,
): Standing {
  if (authorizations.some((one) => one.partnerId === partnerId && one.kind === 'revoked')) return 'revoked';
  if (untilOn < today) return 'expired';
  return hasAuthorized(authorizations, partnerId) ? 'inForce' : 'unsigned';
}

export function rangeWords({ fromOn, toOn }: { fromOn: Day | null; toOn: Day | null }): string {
  if (fromOn && toOn) return `${longDay(fromOn)} to ${longDay(toOn)}`;
  if (fromOn) return `From ${longDay(fromOn)} on`;
  return toOn ? `Up to ${longDay(toOn)}` : 'The whole time';
}
