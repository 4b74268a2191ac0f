import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { asActor } from '@/db/access/as-actor';
import { NotFound, Refusal } from '@/lib/errors';
import { signNote } from '@/lib/session-notes/sign-note';
import { useDatabase, useFreshDatabase } from '../../support/database';
import { makeStaff } from '../../support/people';
import { hand, joinCareTeam, makeWriting, PASSWORD, type Writing } from './writing';

describe('a signed note', () => {
  // A policy is planted here, so nobody else may share this database.
  const database = useFreshDatabase();
  let writing: Writing;
  let tess: ReturnType<typeof hand>;
  let noteId: string;

  beforeAll(async () => {
    writing = await makeWriting(database.owner);
    tess = hand(writing.therapist, writing.couple);
    noteId = await tess.begin(null, 'SOAP');
    await tess.save(noteId, 1, {
      subjective: 'They said.',
      objective: 'I saw.',
      assessment: 'It holds.',
      plan: '- next',
    });
    await tess.sign(noteId, 2);
  });

  test('states its author, credential and time, and its hash holds', async () => {
    const { note } = await tess.read(noteId);
    expect(note.signature).toMatchObject({ signedAs: 'Tess Example, LMFT', isIntact: true });
    expect(note.sections.plan).toBe('- next');
  });

  test('is out of reach of the policy for every change', async () => {
    const change = sql`update session_notes set signed_as = 'Someone else' where id = ${noteId}`;
    expect((await asActor(writing.therapist.token, ({ db }) => db.execute(change))).rowCount).toBe(0);
    await expect(tess.as((tx) => signNote(tx, { noteId, version: 3, password: PASSWORD }))).rejects.toBeInstanceOf(
      NotFound,
    );
  });

  test('is refused to the app by the trigger too, were there a policy that let it through', async () => {
    await database.owner.query(
      `create policy planted on session_notes for all to hearth_actor using (true) with check (true)`,
    );
    try {
      const change = sql`update session_notes set signed_as = 'Someone else' where id = ${noteId}`;
      await expect(asActor(writing.therapist.token, ({ db }) => db.execute(change))).rejects.toMatchObject({
        code: '23001',
      });
    } finally {
      await database.owner.query('drop policy planted on session_notes');
    }
  });

  test('is refused to a superuser by the trigger', async () => {
    for (const statement of [
      `update session_notes set signed_at = null where id = $1`,
      `update session_notes set sections = '\\x00' where id = $1`,
      `delete from session_notes where id = $1`,
    ])
      await expect(database.owner.query(statement, [noteId])).rejects.toMatchObject({ code: '23001' });
  });

  test('shows a flipped byte: the seal no longer opens', async () => {
    const other = await tess.begin();
    await tess.save(other, 1, { data: 'whole', assessment: '', plan: '' });
    await tess.sign(other, 2);
    const client = await database.owner.connect();
    try {
      await client.query('begin');
      await client.query('alter table session_notes disable trigger session_notes_signed');
      await client.query(
        `update session_notes set sections = set_byte(sections, length(sections) - 1, get_byte(sections, length(sections) - 1) # 1) where id = $1`,
        [other],
      );
      await client.query('alter table session_notes enable trigger session_notes_signed');
      await client.query('commit');
    } finally {
      client.release();
    }
    await expect(tess.read(other)).rejects.toMatchObject({ name: 'SealError' });
  });

  test('tells when someone who owns the database has changed who signed it', async () => {
    const other = await tess.begin();
    await tess.save(other, 1, { data: 'whole', assessment: '', plan: '' });
    await tess.sign(other, 2);
    const client = await database.owner.connect();
    try {
      await client.query('begin');
      await client.query('alter table session_notes disable trigger session_notes_signed');
      await client.query(`update session_notes set signed_as = 'Someone else' where id = $1`, [other]);
      await client.query('alter table session_notes enable trigger session_notes_signed');
      await client.query('commit');
    } finally {
      client.release();
    }
    expect((await tess.read(other)).note.signature?.isIntact).toBe(false);
  });
});

describe('signing', () => {
  const database = useDatabase();
  let writing: Writing;
  let tess: ReturnType<typeof hand>;

  beforeAll(async () => {
    writing = await makeWriting(database.owner);
    tess = hand(writing.therapist, writing.couple);
  });
  const written = async (data = 'What was said.') => {
    const noteId = await tess.begin();
    await tess.save(noteId, 1, { data, assessment: '', plan: '' });
    return noteId;
  };

  test('asks for the password again, and five wrong ones are enough', async () => {
    const noteId = await written();
    for (let n = 0; n < 5; n += 1)
      await expect(tess.sign(noteId, 2, 'not the password')).rejects.toMatchObject({
        fields: { password: expect.stringContaining('not your password') },
      });
    await expect(tess.sign(noteId, 2)).rejects.toMatchObject({
      fields: { password: expect.stringContaining('too often') },
    });
    expect((await tess.read(noteId)).note.state).toBe('draft');
    await database.owner.query('delete from rate_limits');
    await tess.sign(noteId, 2);
    expect((await tess.read(noteId)).note.state).toBe('signed');
  }, 30_000);

  test('refuses a note that was changed since it was reviewed, and one that is empty', async () => {
    const noteId = await written();
    await tess.save(noteId, 2, { data: 'More was said.', assessment: '', plan: '' });
    await expect(tess.sign(noteId, 2)).rejects.toBeInstanceOf(Refusal);
    await expect(tess.sign(await tess.begin(), 1)).rejects.toThrow(/empty/);
  });

  test('a colleague on the care team sees the note only once it is signed', async () => {
    const cole = hand(await joinCareTeam(database.owner, writing), writing.couple);
    const noteId = await written();
    await expect(cole.read(noteId)).rejects.toBeInstanceOf(NotFound);
    await tess.sign(noteId, 2);
    expect((await cole.read(noteId)).note.sections.data).toBe('What was said.');
    expect((await cole.read(noteId)).versions).toEqual([]);
  });

  test('a practice admin cannot open a session note', async () => {
    const noteId = await written();
    await tess.sign(noteId, 2);
    const admin = hand(
      await makeStaff(database.owner, writing.practice, ['practiceAdmin', 'scheduler', 'supervisor']),
      writing.couple,
    );
    await expect(admin.read(noteId)).rejects.toBeInstanceOf(NotFound);
    expect((await admin.as(({ db }) => db.execute(sql`select 1 from session_notes`))).rowCount).toBe(0);
  });

  test('an addendum comes after signing, with its own author, and never changes', async () => {
    const colleague = await joinCareTeam(database.owner, writing);
    const cole = hand(colleague, writing.couple);
    const noteId = await written();
    await expect(tess.add(noteId, 'too early')).rejects.toBeInstanceOf(Refusal);
    await tess.sign(noteId, 2);
    await cole.add(noteId, 'Seen and agreed.');
    const { note } = await tess.read(noteId);
    expect(note.addenda).toMatchObject([{ signedAs: 'Cole Example, LMFT', text: 'Seen and agreed.' }]);
    expect(note.signature?.isIntact).toBe(true);
    await expect(database.owner.query('delete from addenda where note_id = $1', [noteId])).rejects.toMatchObject({
      code: '23001',
    });
  });

  test('an individual note is sealed with the record key of that partner, a joint one with the couple’s', async () => {
    const { couple } = writing;
    const keyOf = async (noteId: string) => {
      const { rows } = await database.owner.query<{ keyClass: string; partnerId: string | null }>(
        `select k.key_class as "keyClass", k.partner_id as "partnerId" from session_notes n
           join data_keys k on k.id = encode(substring(n.sections from 2 for 16), 'hex')::uuid where n.id = $1`,
        [noteId],
      );
      return rows[0];
    };
    expect(await keyOf(await tess.begin(couple.second.partnerId))).toEqual({
      keyClass: 'partner.record',
      partnerId: couple.second.partnerId,
    });
    expect(await keyOf(await tess.begin())).toEqual({ keyClass: 'couple.record', partnerId: null });
  });
});
