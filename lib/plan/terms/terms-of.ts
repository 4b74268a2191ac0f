/** The terms of an assignment as they were set last, opened: what both read, and what each partner reads alone. */
import 'server-only';
import type { Terms } from '@/lib/format/assigned-terms';
import type { AssignmentRow } from '@/db/queries/plan/plan';
import { REMOVED } from '@/lib/format/records/removed';
import type { Keyring } from '@/lib/sealed/keyring';
import { changedTermsRef, ownTermsRef, termsRef } from '@/lib/plan/sealed-places';

type Sealed = Pick<AssignmentRow, 'id' | 'terms' | 'changed'>;
type Place = { practiceId: string; coupleId: string };

export const NO_TERMS: Terms = { conditions: [], line: '' };

/** As of now: what was changed today reaches both at the next turn. */
export function openTerms(keyring: Keyring, { practiceId, coupleId }: Place, { id, terms, changed }: Sealed): Terms {
  if (changed)
    return JSON.parse(
      keyring.open(changedTermsRef(practiceId, coupleId, changed.id), Buffer.from(changed.terms, 'base64')),
    ) as Terms;
  if (!terms) return NO_TERMS;
  return JSON.parse(keyring.open(termsRef(practiceId, coupleId, id), terms)) as Terms;
}

export function openOwnTerms(
  keyring: Keyring,
  practiceId: string,
  { own }: Pick<AssignmentRow, 'own'>,
  partnerId: string,
): string[] {
  const row = own.find((one) => one.partnerId === partnerId);
  if (!row) return [];
  const opened = keyring.openUnlessRemoved(
    ownTermsRef(practiceId, partnerId, row.id),
    Buffer.from(row.words, 'base64'),
  );
  return opened === null ? [REMOVED] : (JSON.parse(opened) as string[]);
}
