/** Where a couple's sealed texts live and which key opens them. Moved anywhere else, they do not open. */
import 'server-only';
import type { SealedRef } from '@/lib/sealed/format';

export const intakeRef = (
  practiceId: string,
  partnerId: string,
  column: 'words' | 'emergency_contact' | 'background',
): SealedRef => ({
  table: 'partner_intakes',
  column,
  rowId: partnerId,
  practiceId,
  keyClass: 'partner.record',
  ownerId: partnerId,
});

/** What was planned in a meeting alone. */
export const planRef = (practiceId: string, partnerId: string, meetingId: string): SealedRef => ({
  table: 'meetings_alone',
  column: 'plan',
  rowId: meetingId,
  practiceId,
  keyClass: 'partner.record',
  ownerId: partnerId,
});

/** Why shared work ended, and the closing summary. */
export const endingRef = (practiceId: string, coupleId: string, endingId: string): SealedRef => ({
  table: 'endings',
  column: 'record',
  rowId: endingId,
  practiceId,
  keyClass: 'couple.record',
  ownerId: coupleId,
});
