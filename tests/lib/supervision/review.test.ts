import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { NotFound, Refusal } from '@/lib/errors';
import { coSignNote } from '@/lib/signing/co-sign-note';
import { commentAsAuthor } from '@/lib/supervision/threads';
import { useDatabase } from '../../support/database';
import { makeStaff } from '../../support/people';
import { hand, joinCareTeam, PASSWORD } from '../session-notes/writing';
import { makeSigner, makeSupervision, over, supervise } from './supervising';

const database = useDatabase();
let set: Awaited<ReturnType<typeof makeSupervision>>;
beforeAll(async () => {
  set = await makeSupervision(database.owner);
});

describe('a note of someone whose supervisor must approve', () => {
  test('is not final when it is signed: it waits, and nobody co-signs or adds to it', async () => {
    const { tess, signed, writing } = set;
    const noteId = await signed();
    expect((await tess.read(noteId)).note.status).toBe('awaitingApproval');
    const cole = await joinCareTeam(database.owner, writing);
    await expect(
      hand(cole, writing.couple).as((tx) => coSignNote(tx, { noteId, password: PASSWORD })),
    ).rejects.toBeInstanceOf(Refusal);
    await expect(tess.add(noteId, 'More.')).rejects.toThrow(/waits for approval/);
  });

  test('is returned with a comment, mended by its author, signed again, approved and co-signed', async () => {
    const { tess, sue, signed } = set;
    const noteId = await signed();
    await sue.giveBack(noteId, 'Say who was there.');
    const back = await tess.read(noteId);
    expect(back.note.status).toBe('returned');
    expect(back.note.sections.data).toBe('What was said.');
    expect(back.threads[0]?.comments).toMatchObject([{ author: 'Sue Example', text: 'Say who was there.' }]);
    expect((await tess.versions(noteId)).some(({ cause }) => cause === 'signed')).toBe(true);
    await expect(sue.read(noteId)).rejects.toBeInstanceOf(NotFound);

    await tess.save(noteId, back.note.version, { data: 'Both were there.', assessment: '', plan: '' });
    await tess.sign(noteId, back.note.version + 1);
    expect((await sue.read(noteId)).sections.data).toBe('Both were there.');
    await sue.approve(noteId);
    const { note } = await tess.read(noteId);
    expect(note.status).toBe('coSigned');
    expect(note.signature?.isIntact).toBe(true);
    expect(note.signing.reviews.map(({ kind, isIntact }) => [kind, isIntact])).toEqual([
      ['returned', true],
      ['approved', true],
    ]);
    expect(note.signing.coSignatures).toMatchObject([{ kind: 'supervisor', signedAs: 'Sue Example, LMFT' }]);
  });

  test('is approved only with the supervisor’s own password, and once', async () => {
    const { sue, signed } = set;
    const noteId = await signed();
    await expect(sue.approve(noteId, 'not the password')).rejects.toMatchObject({
      fields: { password: expect.stringContaining('not your password') },
    });
    await sue.approve(noteId);
    await expect(sue.approve(noteId)).rejects.toBeInstanceOf(Refusal);
    await expect(sue.giveBack(noteId, 'Too late.')).rejects.toBeInstanceOf(Refusal);
  });

  test('goes around approval by nobody: not its author, an admin, another supervisor, or the owner of the tables', async () => {
    const { tess, signed, writing } = set;
    const noteId = await signed();
    const admin = await makeStaff(database.owner, writing.practice, ['practiceAdmin', 'supervisor']);
    const stranger = await makeSigner(database.owner, writing, 'supervisor', 'Sam Stranger');
    for (const one of [admin, stranger]) {
      await expect(over(one).read(noteId)).rejects.toBeInstanceOf(NotFound);
      await expect(over(one).approve(noteId)).rejects.toBeInstanceOf(NotFound);
    }
    await expect(
      tess.as(({ db }) => db.execute(sql`update session_notes set needs_approval = false where id = ${noteId}`)),
    ).resolves.toMatchObject({ rowCount: 0 });
    await expect(
      database.owner.query('update session_notes set needs_approval = false where id = $1', [noteId]),
    ).rejects.toMatchObject({ code: '23001' });
    // A draft is not signed past it either, and its author's own word is no approval.
    const draft = await tess.begin();
    await expect(
      database.owner.query(
        `update session_notes set signed_at = now(), signed_as = 'T', signed_hash = '\\x00' where id = $1`,
        [draft],
      ),
    ).rejects.toMatchObject({ code: '23514' });
    await expect(
      database.owner.query(
        `insert into note_reviews (practice_id, couple_id, note_id, author_id, kind, signed_as, zone, note_hash, hash)
         select practice_id, couple_id, id, author_id, 'approved', 'T', 'UTC', signed_hash, '\\x00' from session_notes where id = $1`,
        [noteId],
      ),
    ).rejects.toMatchObject({ code: '23514' });
  });

  test('waits for the next supervisor when the first one ends, who sees nothing more', async () => {
    const own = await makeSupervision(database.owner);
    const waiting = await own.signed();
    const done = await own.signed();
    await own.sue.approve(done);
    await database.owner.query(`update supervisions set to_on = '2020-02-01' where id = $1`, [own.supervisionId]);
    await expect(own.sue.read(waiting)).rejects.toBeInstanceOf(NotFound);
    expect((await own.tess.read(waiting)).note.status).toBe('awaitingApproval');
    const next = await makeSigner(database.owner, own.writing, 'supervisor', 'Nel Next');
    await supervise(database.owner, own.writing, next, { from: '2026-11-01' });
    await expect(over(next).read(done)).rejects.toBeInstanceOf(NotFound);
    await over(next).approve(waiting);
    expect((await own.tess.read(waiting)).note.status).toBe('coSigned');
  });
});

describe('a comment of a supervisor', () => {
  test('is read by its two alone, answered by the author, and never stands in the record', async () => {
    const { tess, sue, signed, writing, supervisor } = set;
    const noteId = await signed();
    await sue.comment(noteId, 'Well put.');
    await tess.as((tx) => commentAsAuthor(tx, { noteId, supervisorId: supervisor.staffMemberId, text: 'Thank you.' }));
    expect((await sue.read(noteId)).comments.map(({ text, isMine }) => [text, isMine])).toEqual([
      ['Well put.', true],
      ['Thank you.', false],
    ]);
    const cole = await joinCareTeam(database.owner, writing);
    const second = await makeSigner(database.owner, writing, 'supervisor', 'Sid Second');
    await supervise(database.owner, writing, second, { approve: false, coSign: false });
    const count = sql`select from note_comments where note_id = ${noteId}`;
    expect((await hand(cole, writing.couple).as(({ db }) => db.execute(count))).rowCount).toBe(0);
    expect((await over(second).as(({ db }) => db.execute(count))).rowCount).toBe(0);
    expect((await over(second).read(noteId)).comments).toEqual([]);
    expect((await hand(cole, writing.couple).read(noteId)).threads).toEqual([]);
    await expect(
      hand(cole, writing.couple).as((tx) =>
        commentAsAuthor(tx, { noteId, supervisorId: supervisor.staffMemberId, text: 'Me too.' }),
      ),
    ).rejects.toBeInstanceOf(NotFound);
    await expect(over(cole).comment(noteId, 'As if I supervised.')).rejects.toBeInstanceOf(NotFound);
    const asIf = hand(cole, writing.couple).as(({ db, actor }) =>
      db.execute(sql`insert into note_comments (practice_id, couple_id, note_id, supervisee_id, supervisor_id, author_id, text)
        values (${actor.practiceId}, ${writing.couple.coupleId}, ${noteId}, ${writing.therapist.staffMemberId}, ${cole.staffMemberId}, ${cole.staffMemberId}, '\\x00')`),
    );
    await expect(asIf, 'Postgres has the last word').rejects.toMatchObject({ code: '42501' });
  });
});

test('one who must only co-sign does so on a note that is final without it', async () => {
  const own = await makeSupervision(database.owner, { approve: false });
  const noteId = await own.signed(own.writing.couple.first.partnerId);
  expect((await own.tess.read(noteId)).note.status).toBe('awaitingCoSignature');
  await expect(own.sue.giveBack(noteId, 'No.')).rejects.toBeInstanceOf(Refusal);
  await own.sue.coSign(noteId);
  expect((await own.tess.read(noteId)).note.status).toBe('coSigned');
});
