import 'server-only';
import type { SealedRef } from '@/lib/sealed/format';

/** How a partner asks to be reached: opens for that partner's care team alone. */
export const requestWordsRef = (practiceId: string, partnerId: string, requestId: string): SealedRef => ({
  table: 'partner_requests',
  column: 'words',
  rowId: requestId,
  practiceId,
  keyClass: 'partner.private',
  ownerId: partnerId,
});
