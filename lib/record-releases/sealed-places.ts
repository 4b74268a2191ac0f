/** Where the sealed texts of a release live, which key opens them, and what they hold. */
import 'server-only';
import type { SealedRef } from '@/lib/sealed/format';
import type { ReleasedDocument, ReleasedText } from './document';

type Of = { practiceId: string; partnerId: string; rowId: string };
const ofPerson = (table: string, column: string, { practiceId, partnerId, rowId }: Of): SealedRef => ({
  table,
  column,
  rowId,
  practiceId,
  keyClass: 'partner.record',
  ownerId: partnerId,
});

export const recordReleaseRef = (of: Of) => ofPerson('record_releases', 'terms', of);
export const disclosureRef = (of: Of) => ofPerson('disclosures', 'document', of);

/** What is left of a joint note is of both. */
export const decisionRef = (practiceId: string, coupleId: string, rowId: string): SealedRef => ({
  table: 'joint_note_decisions',
  column: 'record',
  rowId,
  practiceId,
  keyClass: 'couple.record',
  ownerId: coupleId,
});

export type RecordReleaseTerms = {
  asker: string;
  recipient: { name: string; address: string };
  purpose: string;
};
/** Why, and what is left of the note's texts; none when it is left out. */
export type DecisionRecord = { reason: string; texts: ReleasedText[] };
export type Disclosed = { document: ReleasedDocument; hash: string };
