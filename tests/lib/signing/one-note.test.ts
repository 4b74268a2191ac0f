import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { NotFound, Refusal } from '@/lib/errors';
import { addAddendum, enterInError } from '@/lib/session-notes/add-addendum';
import { listUnsigned } from '@/lib/session-notes/list-unsigned';
import { signNote } from '@/lib/session-notes/sign-note';
import { startNote } from '@/lib/session-notes/start-note';
import { readSession } from '@/lib/sessions/read-sessions';
import { coSignNote } from '@/lib/signing/co-sign-note';
import { useDatabase } from '../../support/database';
import type { StaffInTest } from '../../support/people';
import { hand, makeWriting, PASSWORD, type Writing } from '../session-notes/writing';
import { makeSigner } from '../supervision/supervising';

const database = useDatabase();
let writing: Writing;
let tess: ReturnType<typeof hand>;
let colleague: StaffInTest;
let cole: ReturnType<typeof hand>;

beforeAll(async () => {
  writing = await makeWriting(database.owner);
  tess = hand(writing.therapist, writing.couple);
  colleague = await inTeam('Cole Example', 'coTherapist');
  cole = hand(colleague, writing.couple);
});

async function inTeam(name: string, part: 'coTherapist' | 'cover'): Promise<StaffInTest> {
  const staff = await makeSigner(database.owner, writing, 'therapist', name);
  await database.owner.query(
    `insert into care_team_members (practice_id, couple_id, staff_member_id, part, from_on) values ($1, $2, $3, $4, '2020-01-01')`,
    [writing.practice.practiceId, writing.couple.coupleId, staff.staffMemberId, part],
  );
  return staff;
}

const written = async () => {
  const noteId = await tess.begin();
  await tess.save(noteId, 1, { data: 'What was said.', assessment: '', plan: '' });
  return noteId;
};

describe('a session', () => {
  test('has one note: the co-therapist sees by whom it is being written and begins no second one', async () => {
    const { sessionId } = await tess.plan();
    const begin = () => ({ sessionId, format: 'DAP' as const });
    await tess.as((tx) => startNote(tx, begin()));
    await expect(cole.as((tx) => startNote(tx, begin()))).rejects.toThrow(/being written by Tess Example/);
    const { session } = await cole.as((tx) => readSession(tx, writing.couple.coupleId, sessionId));
    expect(session).toMatchObject({ writtenBy: 'Tess Example', canStartNote: false, notes: [] });
    expect((await tess.as((tx) => readSession(tx, writing.couple.coupleId, sessionId))).session.writtenBy).toBeNull();
    await expect(
      database.owner.query(
        `insert into session_notes (practice_id, couple_id, session_id, kind, author_id, format, sections)
         select practice_id, couple_id, id, kind, $2, 'DAP', '\\x00' from sessions where id = $1`,
        [sessionId, colleague.staffMemberId],
      ),
    ).rejects.toMatchObject({ code: '23505' });
  });

  test('begun by both at once has one note', async () => {
    const { sessionId } = await tess.plan();
    const begun = await Promise.allSettled(
      [tess, cole].map((one) => one.as((tx) => startNote(tx, { sessionId, format: 'SOAP' }))),
    );
    expect(begun.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const { rows } = await database.owner.query('select id from session_notes where session_id = $1', [sessionId]);
    expect(rows).toHaveLength(1);
  });
});

describe('a co-signature', () => {
  const coSign = (who: typeof cole, noteId: string, password = PASSWORD) =>
    who.as((tx) => coSignNote(tx, { noteId, password }));

  test('is asked for on signing, waits on Today of the one asked, and stands under the note with name, time and hash', async () => {
    const noteId = await written();
    const sign = { noteId, version: 2, password: PASSWORD };
    await tess.as((tx) => signNote(tx, { ...sign, coSignerId: colleague.staffMemberId }));
    expect((await tess.read(noteId)).note.status).toBe('awaitingCoSignature');
    const waiting = await cole.as((tx) => listUnsigned(tx));
    expect(waiting.filter((one) => one.noteId === noteId)).toMatchObject([{ act: 'coSign', author: 'Tess Example' }]);
    expect((await cole.read(noteId)).mayCoSign).toBe(true);
    await expect(coSign(cole, noteId, 'not the password')).rejects.toBeInstanceOf(Refusal);
    await coSign(cole, noteId);
    const { note, mayCoSign } = await cole.read(noteId);
    expect(note.status).toBe('coSigned');
    expect(mayCoSign).toBe(false);
    expect(note.signing.coSignatures).toMatchObject([
      { kind: 'coTherapist', signedAs: 'Cole Example, LMFT', isIntact: true },
    ]);
    expect(await cole.as((tx) => listUnsigned(tx))).toEqual([]);
    await expect(coSign(cole, noteId)).rejects.toThrow(/already/);
  });

  test('is no one’s under a note of their own, under a draft, or from whoever does not treat the couple', async () => {
    const cover = hand(await inTeam('Cory Cover', 'cover'), writing.couple);
    const noteId = await written();
    await expect(coSign(cole, noteId)).rejects.toBeInstanceOf(NotFound);
    await tess.sign(noteId, 2);
    await expect(coSign(tess, noteId)).rejects.toBeInstanceOf(NotFound);
    await expect(coSign(cover, noteId)).rejects.toBeInstanceOf(NotFound);
    const other = await written();
    await expect(
      tess.as((tx) =>
        signNote(tx, { noteId: other, version: 2, password: PASSWORD, coSignerId: writing.therapist.staffMemberId }),
      ),
    ).rejects.toMatchObject({ fields: { coSignerId: expect.any(String) } });
  });

  test('is given by whoever treats the couple, and by nobody who only covers: Postgres has the last word', async () => {
    const noteId = await written();
    await tess.sign(noteId, 2);
    const covering = hand(await inTeam('Cara Cover', 'cover'), writing.couple);
    await expect(coSign(covering, noteId)).rejects.toBeInstanceOf(NotFound);
    const signs = (who: typeof cole) =>
      who.as(async ({ db, actor }) => {
        await db.execute(sql`insert into co_signatures (practice_id, couple_id, note_id, author_id, part, signed_as, zone, note_hash, hash)
          select practice_id, couple_id, id, ${actor.staffMemberId}, 'coTherapist', 'x', 'UTC', signed_hash, signed_hash from session_notes where id = ${noteId}`);
        throw new Error('taken, and undone');
      });
    await expect(signs(cole)).rejects.toThrow('taken, and undone');
    await expect(signs(covering)).rejects.toMatchObject({ code: '42501' });
  });
});

describe('what is added to a signed note', () => {
  test('is an addendum or a late entry, with its own author, time, zone and hash, under the text as it was', async () => {
    const noteId = await written();
    await tess.sign(noteId, 2);
    await tess.as((tx) => addAddendum(tx, { noteId, kind: 'lateEntry', text: 'They came late.' }));
    await cole.add(noteId, 'The letter came.');
    const { note } = await tess.read(noteId);
    expect(note.status).toBe('addended');
    expect(note.sections.data).toBe('What was said.');
    expect(note.addenda).toMatchObject([
      { kind: 'lateEntry', text: 'They came late.', signedAs: 'Tess Example, LMFT', isIntact: true },
      { kind: 'addendum', text: 'The letter came.', signedAs: 'Cole Example, LMFT', zone: 'America/New_York' },
    ]);
  });

  test('may be that it was entered in error: hidden and kept, with a reason and the password, and a new note may follow', async () => {
    const noteId = await written();
    await tess.sign(noteId, 2);
    const inError = (who: typeof tess, text = 'Wrong couple.', password = PASSWORD) =>
      who.as((tx) => enterInError(tx, { noteId, text, password }));
    await expect(inError(cole)).rejects.toBeInstanceOf(NotFound);
    await cole.add(noteId, 'The letter came.');
    const copied = (kind: string) =>
      cole.as(async ({ db }) => {
        await db.execute(sql`insert into addenda
          select (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid(), 'kind', ${kind}::text))).* from addenda a where a.note_id = ${noteId}`);
        throw new Error('taken, and undone');
      });
    await expect(copied('addendum')).rejects.toThrow('taken, and undone');
    await expect(copied('enteredInError'), 'Postgres has the last word').rejects.toMatchObject({ code: '42501' });
    await expect(inError(tess, 'Wrong couple.', 'not the password')).rejects.toBeInstanceOf(Refusal);
    await inError(tess);
    const { note } = await cole.read(noteId);
    expect(note.status).toBe('enteredInError');
    expect(note.sections.data).toBe('What was said.');
    expect(note.addenda.at(-1)).toMatchObject({ kind: 'enteredInError', text: 'Wrong couple.' });
    const again = await cole.as((tx) => startNote(tx, { sessionId: note.sessionId, format: 'DAP' }));
    expect(again.noteId).not.toBe(noteId);
  });
});
