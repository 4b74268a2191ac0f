import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { NotFound, Refusal } from '@/lib/errors';
import { dropCoAuthor, nameCoAuthor } from '@/lib/session-notes/co-authors';
import { readNoteVersions } from '@/lib/session-notes/read-note';
import { saveNote } from '@/lib/session-notes/save-note';
import { useDatabase } from '../../support/database';
import { makeStaff, type StaffInTest } from '../../support/people';
import { hand, joinCareTeam, makeWriting, type Writing } from './writing';

const database = useDatabase();
let writing: Writing;
let tess: ReturnType<typeof hand>;
let colleague: StaffInTest;
let cole: ReturnType<typeof hand>;

beforeAll(async () => {
  writing = await makeWriting(database.owner);
  tess = hand(writing.therapist, writing.couple);
  colleague = await joinCareTeam(database.owner, writing);
  cole = hand(colleague, writing.couple);
});

const text = (data: string) => ({ data, assessment: '', plan: '' });
const name = (noteId: string, staffMemberId = colleague.staffMemberId) =>
  tess.as((tx) => nameCoAuthor(tx, { noteId, staffMemberId }));
const drop = (noteId: string) => tess.as((tx) => dropCoAuthor(tx, { noteId, staffMemberId: colleague.staffMemberId }));

describe('a co-author', () => {
  test('reads and saves the draft from the moment they are named until they are removed', async () => {
    const noteId = await tess.begin();
    await tess.save(noteId, 1, text('mine'));
    await expect(cole.read(noteId)).rejects.toBeInstanceOf(NotFound);
    await name(noteId);
    expect((await cole.read(noteId)).note).toMatchObject({ mayWrite: true, author: { isMe: false } });
    expect(await cole.save(noteId, 2, text('mine and theirs'))).toMatchObject({ state: 'saved', version: 3 });
    expect((await tess.read(noteId)).note.sections.data).toBe('mine and theirs');
    await drop(noteId);
    await expect(cole.read(noteId)).rejects.toBeInstanceOf(NotFound);
    await expect(cole.save(noteId, 3, text('too late'))).rejects.toBeInstanceOf(NotFound);
    await expect(cole.as((tx) => readNoteVersions(tx, ids(noteId)))).rejects.toBeInstanceOf(NotFound);
  });

  test('takes over a text only after it was kept, with whose text it was', async () => {
    const noteId = await tess.begin();
    await name(noteId);
    await tess.save(noteId, 1, text('what Tess wrote'));
    await cole.save(noteId, 2, text('what Cole made of it'));
    await tess.save(noteId, 3, text('and Tess again'));
    const { versions } = await tess.as((tx) => readNoteVersions(tx, ids(noteId)));
    expect(versions.filter(({ cause }) => cause === 'hand').map(({ version, keptBy }) => [version, keptBy])).toEqual([
      [3, null],
      [2, 'Cole Example'],
    ]);
    const kept = versions.find(({ version, cause }) => version === 2 && cause === 'hand')!;
    const { shown } = await cole.as((tx) => readNoteVersions(tx, { ...ids(noteId), versionId: kept.id }));
    expect(shown?.sections.data).toBe('what Tess wrote');
  });

  test('does not sign, by the product or past it', async () => {
    const noteId = await tess.begin();
    await name(noteId);
    await tess.save(noteId, 1, text('for Tess to sign'));
    await expect(cole.sign(noteId, 2)).rejects.toBeInstanceOf(NotFound);
    const sign = sql`update session_notes set signed_at = auth.now(), signed_as = 'Cole', signed_hash = '\\x00' where id = ${noteId}`;
    await expect(cole.as(({ db }) => db.execute(sign))).rejects.toMatchObject({ code: '42501' });
    const take = sql`update session_notes set author_id = ${colleague.staffMemberId} where id = ${noteId}`;
    await expect(cole.as(({ db }) => db.execute(take))).rejects.toMatchObject({ code: '23001' });
  });

  test('names nobody, and nobody names themselves', async () => {
    const noteId = await tess.begin();
    const third = hand(await joinCareTeam(database.owner, writing), writing.couple);
    await name(noteId);
    await expect(
      cole.as((tx) => nameCoAuthor(tx, { noteId, staffMemberId: colleague.staffMemberId })),
    ).rejects.toBeInstanceOf(NotFound);
    const past = (author: string) =>
      sql`insert into note_co_authors (practice_id, couple_id, note_id, author_id, co_author_id)
          values (${writing.practice.practiceId}, ${writing.couple.coupleId}, ${noteId}, ${author}, (select auth.staff_member_id()))`;
    await expect(
      third.as(({ db }) => db.execute(past(writing.therapist.staffMemberId))),
      'in the author’s name',
    ).rejects.toMatchObject({ code: '42501' });
    await expect(third.as(async ({ db, actor }) => db.execute(past(actor.staffMemberId!)))).rejects.toMatchObject({
      code: expect.stringMatching(/^23/),
    });
  });

  test('is someone of the care team, and writes for no longer than that', async () => {
    const noteId = await tess.begin();
    const outside = await makeStaff(database.owner, writing.practice, ['therapist'], 'Otis Example');
    await expect(name(noteId, outside.staffMemberId)).rejects.toBeInstanceOf(Refusal);
    await name(noteId);
    await database.owner.query(`update care_team_members set to_on = '2020-02-01' where staff_member_id = $1`, [
      colleague.staffMemberId,
    ]);
    await expect(cole.read(noteId)).rejects.toBeInstanceOf(NotFound);
    await database.owner.query(`update care_team_members set to_on = null where staff_member_id = $1`, [
      colleague.staffMemberId,
    ]);
  });
});

describe('another format', () => {
  const save = (noteId: string, version: number, more: Partial<Parameters<typeof saveNote>[1]>) =>
    tess.as((tx) => saveNote(tx, { noteId, version, sections: {}, isResolving: false, ...more }));

  test('loses no word: each has its section or the nearest, and the text before is kept', async () => {
    const noteId = await tess.begin(null, 'SOAP');
    const sections = { subjective: 'they said', objective: 'I saw', assessment: 'I think', plan: 'next' };
    await tess.save(noteId, 1, sections);
    expect(await save(noteId, 2, { changeTo: 'DAP' })).toMatchObject({ state: 'saved', version: 3 });
    const { note } = await tess.read(noteId);
    expect(note).toMatchObject({ format: 'DAP', formatVersion: 1 });
    expect(note.sections).toMatchObject({
      data: 'Subjective:\nthey said\n\nObjective:\nI saw',
      assessment: 'I think',
      plan: 'next',
    });
    expect((await tess.versions(noteId)).map(({ cause }) => cause)).toContain('format');
  });

  test('taken on in another window makes no word of this one vanish', async () => {
    const noteId = await tess.begin();
    await tess.save(noteId, 1, text('first'));
    await save(noteId, 2, { changeTo: 'GIRP' });
    const sent = { version: 2, format: 'DAP' as const, formatVersion: 1, sections: text('typed into Data meanwhile') };
    const saved = await save(noteId, 2, sent);
    expect(saved).toMatchObject({ state: 'conflict', format: { id: 'GIRP' } });
    const page = await tess.read(noteId, saved.state === 'conflict' ? saved.keptId : '');
    expect(JSON.stringify(page.kept?.sections)).toContain('typed into Data meanwhile');
  });
});

test('a note begins with what its session says already, in one’s own format', async () => {
  const { changeNoteFormat } = await import('@/lib/snippets/note-settings');
  const { startNote } = await import('@/lib/session-notes/start-note');
  await tess.as((tx) => changeNoteFormat(tx, { format: 'BIRP' }));
  const { sessionId } = await tess.plan(writing.couple.first.partnerId);
  const { noteId } = await tess.as((tx) => startNote(tx, { sessionId }));
  const { note } = await tess.read(noteId);
  expect(note.format).toBe('BIRP');
  expect(note.sections).toMatchObject({ present: writing.therapist.staffMemberId });
  expect(note.sections.start).toMatch(/^\d\d:00$/);
  expect(note.sections.stop).toMatch(/^\d\d:50$/);
  await tess.as((tx) => changeNoteFormat(tx, { format: 'DAP' }));
});

test('who took part, how each responded and what was done are signed with the rest', async () => {
  const noteId = await tess.begin();
  const response = `response-${writing.couple.first.partnerId}`;
  const fields = { ...text('said'), interventions: 'education', [response]: 'moved', nexton: '2026-12-01' };
  await tess.save(noteId, 1, fields);
  await tess.sign(noteId, 2);
  const { note } = await tess.read(noteId);
  expect(note.sections).toMatchObject(fields);
  expect(note.signature?.isIntact).toBe(true);
});

const ids = (noteId: string) => ({ coupleId: writing.couple.coupleId, noteId });
