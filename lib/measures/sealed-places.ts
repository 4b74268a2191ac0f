/** Where the sealed parts of a score live and which key opens them. */
import 'server-only';
import type { SealedRef } from '@/lib/sealed/format';

type Of = { practiceId: string; partnerId: string; scoreId: string };

/** What was answered to each question, whoever entered it: that partner's own. */
export const answersRef = ({ practiceId, partnerId, scoreId }: Of): SealedRef => ({
  table: 'measure_scores',
  column: 'answers',
  rowId: scoreId,
  practiceId,
  keyClass: 'partner.private',
  ownerId: partnerId,
});

/** What a measure from elsewhere is called: the care team's words about one person. */
export const nameRef = ({ practiceId, partnerId, scoreId }: Of): SealedRef => ({
  table: 'measure_scores',
  column: 'name',
  rowId: scoreId,
  practiceId,
  keyClass: 'partner.record',
  ownerId: partnerId,
});
