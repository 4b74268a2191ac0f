import 'server-only';
import type { SealedRef } from '@/lib/sealed/format';

/** A to-do's words open with the couple's record alone. */
export const toDoRef = (practiceId: string, coupleId: string, toDoId: string): SealedRef => ({
  table: 'to_dos',
  column: 'words',
  rowId: toDoId,
  practiceId,
  keyClass: 'couple.record',
  ownerId: coupleId,
});
