// What a therapist writes notes with: whom they let write beside them, their own snippets and the key of those.
import type { PracticeInTest, StaffInTest } from '@/tests/support/people';

type Row = Record<string, unknown>;
type Of = { practice: PracticeInTest; therapist: StaffInTest; base: Row; noteId: string };

const SEALED = Buffer.from('00', 'hex');

export async function rowsOfWriting(
  withId: (table: string, row: Row) => Promise<Row>,
  one: (sql: string, ...values: unknown[]) => Promise<Row>,
  { practice, therapist, base, noteId }: Of,
): Promise<Record<string, Row>> {
  const { practiceId } = practice;
  const { staffMemberId } = therapist;
  const another = await one(
    'select id from staff_members where practice_id = $1 and id <> $2 limit 1',
    practiceId,
    staffMemberId,
  );
  const key = await one('select id from practice_keys where practice_id = $1', practiceId);
  return {
    note_co_authors: await withId('note_co_authors', {
      ...base,
      note_id: noteId,
      author_id: staffMemberId,
      co_author_id: another.id,
    }),
    staff_keys: await withId('staff_keys', {
      practice_id: practiceId,
      practice_key_id: key.id,
      staff_member_id: staffMemberId,
      wrapped: SEALED,
    }),
    snippets: await withId('snippets', { practice_id: practiceId, staff_member_id: staffMemberId, content: SEALED }),
  };
}
