// A process note is its author's alone: nothing typed is lost, and nobody else gets a row or a byte of it.
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { asActor } from '@/db/access/as-actor';
import { readCouple } from '@/lib/couples/read-couple';
import { readHistory } from '@/lib/history/read-history';
import { assignCareTeam } from '@/lib/people/care-team';
import { handOver, readHandOver } from '@/lib/people/hand-over';
import { deleteProcessNote } from '@/lib/process-notes/delete-process-note';
import { readProcessNote, readProcessNotesLeft, readProcessNotesOf } from '@/lib/process-notes/read-process-notes';
import { saveProcessNote, saveProcessNoteForm } from '@/lib/process-notes/save-process-note';
import { saveProcessNoteInput } from '@/lib/process-notes/schema';
import { keyringFor } from '@/lib/sealed/keyring-for';
import { useDatabase } from '../../support/database';
import { makeStaff, type StaffInTest } from '../../support/people';
import { joinCareTeam, makeWriting, type Writing } from '../session-notes/writing';

const database = useDatabase();
let writing: Writing;
beforeAll(async () => {
  writing = await makeWriting(database.owner);
});

const missing = { name: 'NotFound' };
const CANARY = 'The silence was longer for me than for them.';

/** One window of a therapist's, in which a note is written. */
function window(staff: StaffInTest = writing.therapist, noteId: string = randomUUID()) {
  const own = { noteId, version: 0, savedIn: randomUUID(), apartId: randomUUID(), order: 0 };
  const send = (text: string, over: Record<string, unknown> = {}) => {
    own.order += 1;
    const sent = { coupleId: writing.couple.coupleId, on: '2026-11-20', ...own, text, ...over };
    return asActor(staff.token, (tx) => saveProcessNote(tx, saveProcessNoteInput.parse(sent)));
  };
  return {
    own,
    send,
    async type(text: string) {
      const saved = await send(text);
      if (saved.noteId !== own.noteId) own.apartId = randomUUID();
      own.noteId = saved.noteId;
      own.version = saved.version;
      return saved;
    },
  };
}

const read = (noteId: string, token = writing.therapist.token) => asActor(token, (tx) => readProcessNote(tx, noteId));
const textsOf = async (token = writing.therapist.token) =>
  (await asActor(token, (tx) => readProcessNotesOf(tx, writing.couple.coupleId))).notes.map(({ text }) => text);

describe('writing', () => {
  test('nothing is kept before something is written, and then what was written', async () => {
    const tab = window();
    await expect(tab.send('   ')).rejects.toMatchObject({ name: 'Refusal' });
    await expect(read(tab.own.noteId)).rejects.toMatchObject(missing);
    await tab.type('First words');
    await tab.type('First words, and more');
    expect(await read(tab.own.noteId)).toMatchObject({ text: 'First words, and more', version: 2, on: '2026-11-20' });
  });

  test('two windows on one note: both texts stand, each as a note, whatever is typed on', async () => {
    const one = window();
    await one.type('Begun');
    const other = window(writing.therapist, one.own.noteId);
    other.own.version = one.own.version;
    await one.type('Begun, and on in the one');
    expect((await other.type('Begun, and on in the other')).state).toBe('apart');
    expect(other.own.noteId).not.toBe(one.own.noteId);
    await other.type('Begun, and still on in the other');
    await one.type('Begun, and still on in the one');
    const texts = await textsOf();
    expect(texts).toContain('Begun, and still on in the one');
    expect(texts).toContain('Begun, and still on in the other');
    expect(texts.filter((text) => text.startsWith('Begun'))).toHaveLength(2);
  });

  test('an answer that was lost makes no second note, and an older text that arrives late replaces no later one', async () => {
    const tab = window();
    await tab.type('Sent once');
    // Saved, and its answer lost: the window still names the version before.
    await tab.send('Sent twice');
    await tab.send('Sent three times');
    expect((await read(tab.own.noteId)).text).toBe('Sent three times');
    await tab.send('Overtaken on its way', { order: 2 });
    expect((await read(tab.own.noteId)).text).toBe('Sent three times');
    expect((await textsOf()).filter((text) => text.startsWith('Sent'))).toHaveLength(1);
  });

  test('a text set apart whose answer was lost is still one note', async () => {
    const one = window();
    await one.type('Shared beginning');
    const other = window(writing.therapist, one.own.noteId);
    other.own.version = 7;
    await other.send('Apart, once');
    await other.send('Apart, twice');
    expect((await textsOf()).filter((text) => text.startsWith('Apart'))).toEqual(['Apart, twice']);
  });

  test('what is typed in one window after the note was deleted in another is kept', async () => {
    const tab = window();
    await tab.type('Soon deleted');
    await asActor(writing.therapist.token, (tx) => deleteProcessNote(tx, { noteId: tab.own.noteId, isSure: 'yes' }));
    await tab.type('Typed after that');
    expect((await read(tab.own.noteId)).text).toBe('Typed after that');
  });

  test('a form gone back to and sent again without a script replaces nothing', async () => {
    const tab = window();
    const form = { coupleId: writing.couple.coupleId, on: '2026-11-20', ...tab.own, order: 1 };
    const send = (text: string) =>
      asActor(writing.therapist.token, (tx) => saveProcessNoteForm(tx, saveProcessNoteInput.parse({ ...form, text })));
    await send('By the form');
    expect((await send('By the form, gone back to')).redirectTo).toMatch(/\?apart=yes$/);
    expect(await textsOf()).toEqual(expect.arrayContaining(['By the form', 'By the form, gone back to']));
  });
});

describe('yours alone', () => {
  test('another staff member’s note is not found by anyone, and not overwritten under its id', async () => {
    const tab = window();
    await tab.type(CANARY);
    const colleague = await joinCareTeam(database.owner, writing);
    const roles = ['practiceAdmin', 'therapist', 'supervisor', 'scheduler'] as const;
    const everyone = [
      colleague,
      ...(await Promise.all(roles.map((role) => makeStaff(database.owner, writing.practice, [role])))),
      await makeStaff(database.owner, writing.practice, [...roles]),
      writing.couple.first,
      writing.couple.second,
    ];
    for (const { token } of everyone) {
      await expect(read(tab.own.noteId, token)).rejects.toMatchObject(missing);
      await expect(
        asActor(token, (tx) => deleteProcessNote(tx, { noteId: tab.own.noteId, isSure: 'yes' })),
      ).rejects.toMatchObject(missing);
    }
    await expect(window(colleague, tab.own.noteId).send('Over it')).rejects.toMatchObject(missing);
    expect(await textsOf(colleague.token)).toEqual([]);
    expect((await read(tab.own.noteId)).text).toBe(CANARY);
  });

  test('its key is handed to its author alone: a colleague’s keys of the couple do not open it', async () => {
    const tab = window();
    await tab.type(CANARY);
    const { rows } = await database.owner.query<{ text: Buffer }>('select text from process_notes where id = $1', [
      tab.own.noteId,
    ]);
    const { practiceId } = writing.practice;
    const { coupleId } = writing.couple;
    const place = { table: 'process_notes', column: 'text', rowId: tab.own.noteId, practiceId, ownerId: coupleId };
    const opened = (token: string, keyClass: 'author.process' | 'couple.record') =>
      asActor(token, async (tx) => (await keyringFor(tx, [coupleId])).open({ ...place, keyClass }, rows[0]!.text));
    expect(await opened(writing.therapist.token, 'author.process')).toContain(CANARY);
    const colleague = await joinCareTeam(database.owner, writing);
    // Of the same couple, with a process note and so a key of her own.
    await window(colleague).type('Her own');
    for (const keyClass of ['author.process', 'couple.record'] as const)
      await expect(opened(colleague.token, keyClass)).rejects.toMatchObject({ name: 'SealError' });
    const classes = await asActor(
      colleague.token,
      async ({ db }) =>
        (await db.execute(sql`select author_id from data_keys where key_class = 'author.process'`)).rows,
    );
    expect(classes).toEqual([{ author_id: colleague.staffMemberId }]);
  });

  test('no fixed function may read them, and nothing else refers to them', async () => {
    for (const privilege of ['select', 'insert', 'update', 'delete'])
      expect(
        (
          await database.owner.query(`select has_table_privilege('hearth_rules', 'process_notes', $1) as may`, [
            privilege,
          ])
        ).rows,
      ).toEqual([{ may: false }]);
    const named = await database.owner.query(
      `select proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where n.nspname in ('auth', 'plan', 'portal', 'public') and (prosrc like '%process_notes%' or prosrc like '%author.process%')`,
    );
    expect(named.rows).toEqual([]);
    const pointing = await database.owner.query(
      `select conname from pg_constraint where confrelid = 'process_notes'::regclass`,
    );
    expect(pointing.rows).toEqual([]);
  });

  test('the audit says that its author kept something of their own, and neither of whom nor what', async () => {
    const before = await database.owner.query('select count(*)::int as n from audit_events');
    const tab = window();
    await tab.type(CANARY);
    await tab.type(`${CANARY} Again.`);
    await read(tab.own.noteId);
    const { rows } = await database.owner.query(
      `select act, record_kind, record_id, couple_id, concerns_partner_id from audit_events order by at offset $1`,
      [before.rows[0].n],
    );
    expect(rows).toEqual([
      { act: 'created', record_kind: 'own', record_id: null, couple_id: null, concerns_partner_id: null },
    ]);
    // And no screen shows even that.
    const admin = await makeStaff(database.owner, writing.practice, ['practiceAdmin']);
    const log = await asActor(admin.token, ({ db }) =>
      db.execute(sql`select at from auth.access_log('2000-01-01', auth.now() + interval '1 day', null, null, 1000)
        where act = 'written' and couple is null`),
    );
    expect(log.rows).toEqual([]);
  });

  test('it is in no history of the couple', async () => {
    await window().type(CANARY);
    const history = await asActor(writing.therapist.token, (tx) => readHistory(tx, writing.couple.coupleId, undefined));
    expect(JSON.stringify(history)).not.toContain('process');
    expect(JSON.stringify(history)).not.toContain(CANARY);
  });
});

describe('leaving', () => {
  test('it stays its author’s after leaving the care team, and the new primary sees nothing of it', async () => {
    const tab = window();
    await tab.type(CANARY);
    const { coupleId } = writing.couple;
    const admin = await makeStaff(database.owner, writing.practice, ['practiceAdmin']);
    const next = await makeStaff(database.owner, writing.practice, ['therapist'], 'Otto Example');
    await asActor(admin.token, (tx) =>
      assignCareTeam(tx, { coupleId, staffMemberId: next.staffMemberId, part: 'primary' }),
    );
    await database.owner.query(
      `update care_team_members set from_on = '2020-01-01', to_on = '2020-02-01' where couple_id = $1 and staff_member_id = $2`,
      [coupleId, writing.therapist.staffMemberId],
    );
    await expect(
      asActor(writing.therapist.token, (tx) => readCouple(tx, writing.couple.coupleId)),
    ).rejects.toMatchObject(missing);
    const left = await asActor(writing.therapist.token, (tx) => readProcessNotesLeft(tx));
    expect(left.notes.map(({ text }) => text)).toContain(CANARY);
    expect(await read(tab.own.noteId)).toMatchObject({ text: CANARY, hasCouple: false });
    await tab.type(`${CANARY} Seen from afar.`);
    // A new one about a couple one does not care for is none of one's own.
    await expect(window().send('New')).rejects.toMatchObject(missing);
    expect(await textsOf(next.token)).toEqual([]);
    await asActor(next.token, async ({ db }) =>
      expect((await db.execute(sql`select 1 from process_notes`)).rowCount).toBe(0),
    );
    await asActor(writing.therapist.token, (tx) => deleteProcessNote(tx, { noteId: tab.own.noteId, isSure: 'yes' }));
    await expect(read(tab.own.noteId)).rejects.toMatchObject(missing);
  });

  test('handing everything over and deactivating its author gives nobody sight of it', async () => {
    const made = await makeWriting(database.owner);
    const { coupleId } = made.couple;
    const noteId = randomUUID();
    const sent = { coupleId, noteId, version: 0, savedIn: noteId, apartId: randomUUID(), order: 1, on: '2026-11-20' };
    await asActor(made.therapist.token, (tx) =>
      saveProcessNote(tx, saveProcessNoteInput.parse({ ...sent, text: CANARY })),
    );
    const admin = await makeStaff(database.owner, made.practice, ['practiceAdmin', 'therapist', 'supervisor']);
    const next = await makeStaff(database.owner, made.practice, ['therapist'], 'Una Example');
    const left = await asActor(admin.token, (tx) => readHandOver(tx, made.therapist.staffMemberId));
    expect(JSON.stringify(left)).not.toContain(CANARY);
    await asActor(admin.token, (tx) =>
      handOver(tx, { staffMemberId: made.therapist.staffMemberId, everyone: next.staffMemberId, primaries: {} }),
    );
    for (const { token } of [admin, next]) {
      await expect(read(noteId, token)).rejects.toMatchObject(missing);
      await asActor(token, async ({ db }) => {
        expect((await db.execute(sql`select 1 from process_notes`)).rowCount).toBe(0);
        expect((await db.execute(sql`select 1 from data_keys where key_class = 'author.process'`)).rowCount).toBe(0);
      });
    }
  });
});
