/** Where the sealed texts of a plan live and which key opens them. Moved anywhere else, they do not open. */
import 'server-only';
import type { SealedRef } from '@/lib/sealed/format';

/** What both partners see of an assignment: its conditions and a line. */
export const termsRef = (practiceId: string, coupleId: string, assignmentId: string): SealedRef => ({
  table: 'assignments',
  column: 'terms',
  rowId: assignmentId,
  practiceId,
  keyClass: 'couple.shared',
  ownerId: coupleId,
});

/** The same once it was changed. */
export const changedTermsRef = (practiceId: string, coupleId: string, rowId: string): SealedRef => ({
  ...termsRef(practiceId, coupleId, rowId),
  table: 'assignment_terms',
});

/** What one partner alone reads of an assignment: with the one class of keys that this person and the care team both have. */
export const ownTermsRef = (practiceId: string, partnerId: string, rowId: string): SealedRef => ({
  table: 'own_terms',
  column: 'words',
  rowId,
  practiceId,
  keyClass: 'partner.private',
  ownerId: partnerId,
});

/** Why a requirement was set aside: the care team's words on both. */
export const waiverRef = (practiceId: string, coupleId: string, waiverId: string): SealedRef => ({
  table: 'waivers',
  column: 'reason',
  rowId: waiverId,
  practiceId,
  keyClass: 'couple.record',
  ownerId: coupleId,
});

/** What one partner wrote for the therapist alone, in a consent, a check-in or a reflection. */
export const privateRef = (
  practiceId: string,
  partnerId: string,
  table: 'consents' | 'check_ins' | 'reflections',
  rowId: string,
): SealedRef => ({
  table,
  column: table === 'reflections' ? 'text' : 'texts',
  rowId,
  practiceId,
  keyClass: 'partner.private',
  ownerId: partnerId,
});

export const sharedWordsRef = (practiceId: string, coupleId: string, wordsId: string): SealedRef => ({
  table: 'shared_words',
  column: 'text',
  rowId: wordsId,
  practiceId,
  keyClass: 'couple.shared',
  ownerId: coupleId,
});
