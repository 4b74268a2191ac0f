/** How a note stands, said in one place from the rows under it and never stored. Safe in the browser. */

import type { NoteStanding } from '@/db/queries/supervision/signatures';

export type { NoteStanding };

export type NoteStatus =
  | 'draft'
  | 'returned'
  | 'awaitingApproval'
  | 'awaitingCoSignature'
  | 'signed'
  | 'coSigned'
  | 'addended'
  | 'enteredInError';

export function statusOf(note: NoteStanding): NoteStatus {
  if (note.isInError) return 'enteredInError';
  if (!note.isSigned) return note.isReturned ? 'returned' : 'draft';
  if (note.needsApproval && !note.isApproved) return 'awaitingApproval';
  if ((note.needsCoSignature && !note.isCoSignedBySupervisor) || note.awaitsCoTherapist) return 'awaitingCoSignature';
  if (note.addenda > 0) return 'addended';
  return note.coSignatures > 0 ? 'coSigned' : 'signed';
}

/** Signed, and nothing can bring it back to its author. */
export const isFinal = (status: NoteStatus): boolean =>
  !['draft', 'returned', 'awaitingApproval', 'enteredInError'].includes(status);

export const statusWords: Record<NoteStatus, string> = {
  draft: 'Draft',
  returned: 'Returned for changes',
  awaitingApproval: 'Awaiting approval',
  awaitingCoSignature: 'Awaiting co-signature',
  signed: 'Signed',
  coSigned: 'Co-signed',
  addended: 'Signed, with addendum',
  enteredInError: 'Entered in error',
};

export const addendumWords = {
  addendum: 'Addendum',
  lateEntry: 'Late entry',
  enteredInError: 'Entered in error',
} as const;
