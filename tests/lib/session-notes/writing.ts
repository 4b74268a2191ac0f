// A therapist with a couple, and the acts of writing a note as a page makes them.
import type pg from 'pg';
import { asActor, type ActorTx } from '@/db/access/as-actor';
import { hashPassword } from '@/lib/accounts/password-hash';
import { addAddendum } from '@/lib/session-notes/add-addendum';
import { readNotePage, readNoteVersions } from '@/lib/session-notes/read-note';
import { saveNote } from '@/lib/session-notes/save-note';
import type { NoteFormat, NoteSections } from '@/lib/format/note-sections';
import { signNote } from '@/lib/session-notes/sign-note';
import { startNote } from '@/lib/session-notes/start-note';
import { planSession } from '@/lib/sessions/plan-session';
import {
  type CoupleInTest,
  makeCouple,
  makePractice,
  makeStaff,
  type PracticeInTest,
  type StaffInTest,
} from '../../support/people';

export const PASSWORD = 'a plain long password';

export type Writing = { practice: PracticeInTest; therapist: StaffInTest; couple: CoupleInTest };

export async function makeWriting(owner: pg.Pool): Promise<Writing> {
  const practice = await makePractice(owner);
  const therapist = await makeStaff(owner, practice);
  await owner.query('update accounts set password_hash = $1 where id = $2', [
    await hashPassword(PASSWORD),
    therapist.accountId,
  ]);
  return { practice, therapist, couple: await makeCouple(owner, practice, therapist) };
}

/** A colleague on the same care team. */
export async function joinCareTeam(owner: pg.Pool, { practice, couple }: Writing): Promise<StaffInTest> {
  const colleague = await makeStaff(owner, practice, ['therapist'], 'Cole Example');
  await owner.query(
    `insert into care_team_members (practice_id, couple_id, staff_member_id, part, from_on) values ($1, $2, $3, 'coTherapist', '2020-01-01')`,
    [practice.practiceId, couple.coupleId, colleague.staffMemberId],
  );
  return colleague;
}

let hour = 0;

/** The acts of one staff member. */
export function hand(staff: StaffInTest, couple: CoupleInTest) {
  const as = <T>(work: (tx: ActorTx) => Promise<T>) => asActor(staff.token, work);
  return {
    as,
    /** A session of some past hour, with both or with one. */
    plan: (partnerId: string | null = null) => {
      hour += 1;
      const on = `2026-0${1 + Math.floor(hour / 240)}-${String(1 + (Math.floor(hour / 10) % 24)).padStart(2, '0')}`;
      const at = `${String(9 + (hour % 10)).padStart(2, '0')}:00`;
      return as((tx) =>
        planSession(tx, { coupleId: couple.coupleId, with: partnerId ?? 'joint', on, at, minutes: 50, place: '' }),
      );
    },
    async begin(partnerId: string | null = null, format: NoteFormat = 'DAP') {
      const { sessionId } = await this.plan(partnerId);
      return (await as((tx) => startNote(tx, { sessionId, format }))).noteId;
    },
    save: (noteId: string, version: number, sections: NoteSections, isResolving = false) =>
      as((tx) => saveNote(tx, { noteId, version, sections, isResolving })),
    sign: (noteId: string, version: number, password = PASSWORD) =>
      as((tx) => signNote(tx, { noteId, version, password })),
    add: (noteId: string, text: string) => as((tx) => addAddendum(tx, { noteId, text })),
    versions: async (noteId: string) =>
      (await as((tx) => readNoteVersions(tx, { coupleId: couple.coupleId, noteId }))).versions,
    read: (noteId: string, kept?: string) => as((tx) => readNotePage(tx, { coupleId: couple.coupleId, noteId }, kept)),
  };
}
