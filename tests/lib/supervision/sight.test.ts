import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { asActor } from '@/db/access/as-actor';
import { NotFound, Refusal } from '@/lib/errors';
import { readSupervisionOf } from '@/lib/supervision/read-supervision';
import { endSupervision, setSupervision } from '@/lib/supervision/supervisions';
import { readStaffMember } from '@/lib/people/admin';
import { useDatabase } from '../../support/database';
import { makeCouple, makeStaff } from '../../support/people';
import { makeSupervision, over, supervise } from './supervising';

const database = useDatabase();
let set: Awaited<ReturnType<typeof makeSupervision>>;
beforeAll(async () => {
  set = await makeSupervision(database.owner);
});

describe('a supervisor', () => {
  test('sees the signed notes of sessions held since the first day, and no draft', async () => {
    const { tess, sue, signed } = set;
    const noteId = await signed();
    const draft = await tess.begin();
    await tess.save(draft, 1, { data: 'Unsigned.', assessment: '', plan: '' });
    expect((await sue.read(noteId)).sections.data).toBe('What was said.');
    await expect(sue.read(draft)).rejects.toBeInstanceOf(NotFound);
    expect((await sue.queue()).joint.waiting.map((line) => line.noteId)).not.toContain(draft);
  });

  test('sees no note of a session held before the first day, and none after the last one', async () => {
    const late = await makeSupervision(database.owner, { from: '2026-11-20' });
    const before = await late.signed();
    await expect(late.sue.read(before)).rejects.toBeInstanceOf(NotFound);
    expect((await late.tess.read(before)).note.status).toBe('signed');
    const over = await makeSupervision(database.owner, { from: '2020-01-01', to: '2026-11-01' });
    const noteId = await over.signed();
    await expect(over.sue.read(noteId)).rejects.toBeInstanceOf(NotFound);
    const ahead = await makeSupervision(database.owner, { from: '2099-01-01' });
    await expect(ahead.sue.read(await ahead.signed())).rejects.toBeInstanceOf(NotFound);
  });

  test('sees nothing else of the couple, and no other table a row more', async () => {
    const { sue, signed } = set;
    await signed();
    for (const table of [
      'couples',
      'partners',
      'sessions',
      'intakes',
      'check_ins',
      'note_versions',
      'flags',
      'plan_events',
      'contact_notes',
      'session_attendances',
    ])
      expect([table, (await sue.as(({ db }) => db.execute(sql.raw(`select from ${table}`)))).rowCount]).toEqual([
        table,
        0,
      ]);
    const keys = await sue.as(({ db }) => db.execute<{ kind: string }>(sql`select key_class as kind from data_keys`));
    expect(new Set(keys.rows.map(({ kind }) => kind))).not.toContain('partner.private');
  });

  test('sees the notes of the one named and of nobody else, and loses them with the role', async () => {
    const { writing, sue } = set;
    const other = await makeSupervision(database.owner);
    await expect(sue.read(await other.signed())).rejects.toBeInstanceOf(NotFound);
    const noteId = await set.signed();
    await sue.read(noteId);
    const { staffMemberId } = set.supervisor;
    await database.owner.query(`delete from staff_roles where staff_member_id = $1`, [staffMemberId]);
    await expect(sue.read(noteId)).rejects.toBeInstanceOf(NotFound);
    await database.owner.query(
      `insert into staff_roles (practice_id, staff_member_id, role) values ($1, $2, 'supervisor')`,
      [writing.practice.practiceId, staffMemberId],
    );
    await sue.read(noteId);
  });

  test('finds joint and individual notes in lists of their own, one partner’s key only with a note in their record', async () => {
    const own = await makeSupervision(database.owner);
    const { first } = own.writing.couple;
    const joint = await own.signed();
    const keyed = () =>
      own.sue.as(
        async ({ db }) =>
          (await db.execute<{ kind: string }>(sql`select key_class as kind from data_keys order by key_class`)).rows,
      );
    expect(await keyed()).toEqual([{ kind: 'couple.record' }]);
    const alone = await own.signed(first.partnerId);
    expect(await keyed()).toEqual([{ kind: 'couple.record' }, { kind: 'partner.record' }]);
    const queue = await own.sue.queue();
    expect(queue.joint.waiting.map(({ noteId }) => noteId)).toEqual([joint]);
    expect(queue.individual.waiting).toMatchObject([{ noteId: alone, who: 'A.E. alone' }]);
  });
});

describe('a practice admin', () => {
  const admins = async () => {
    const own = await makeSupervision(database.owner, { from: '2019-01-01', to: '2019-02-01' });
    const admin = await makeStaff(database.owner, own.writing.practice, ['practiceAdmin'], 'Pat Example');
    const choice = {
      superviseeId: own.writing.therapist.staffMemberId,
      supervisorId: own.supervisor.staffMemberId,
      maySee: true,
      mustApprove: true,
      mustCoSign: false,
    };
    return { own, admin, choice };
  };

  test('names a supervisor from today on, and ends it at once', async () => {
    const { own, admin, choice } = await admins();
    const earlier = await own.signed();
    await asActor(admin.token, (tx) => setSupervision(tx, choice));
    const { supervisors } = await asActor(admin.token, async (tx) => {
      const { member, all } = await readStaffMember(tx, choice.superviseeId);
      return readSupervisionOf(tx, member, all);
    });
    const open = supervisors!.find(({ isOpen }) => isOpen)!;
    expect(open).toMatchObject({ name: 'Sue Example', mustApprove: true, mustCoSign: false, toOn: null });
    expect((await own.sue.queue()).supervisees).toHaveLength(1);
    await expect(own.sue.read(earlier)).rejects.toBeInstanceOf(NotFound);
    await asActor(admin.token, (tx) =>
      endSupervision(tx, { superviseeId: choice.superviseeId, supervisionId: open.id }),
    );
    expect((await own.sue.queue()).supervisees).toEqual([]);
  });

  test('can’t reach back, name who is no supervisor, oneself for oneself, or one who sees nothing', async () => {
    const { own, admin, choice } = await admins();
    const set = (change: Partial<Parameters<typeof setSupervision>[1]>) =>
      asActor(admin.token, (tx) => setSupervision(tx, { ...choice, ...change }));
    await expect(set({ fromOn: '2026-01-01' })).rejects.toMatchObject({ fields: { fromOn: expect.any(String) } });
    await expect(set({ maySee: false })).rejects.toMatchObject({ fields: { maySee: expect.any(String) } });
    await expect(set({ supervisorId: admin.staffMemberId })).rejects.toMatchObject({
      fields: { supervisorId: expect.any(String) },
    });
    await expect(set({ supervisorId: choice.superviseeId })).rejects.toBeInstanceOf(Refusal);
    await set({});
    await expect(set({})).rejects.toMatchObject({ fields: { supervisorId: expect.stringContaining('already') } });
    await expect(asActor(own.writing.therapist.token, (tx) => setSupervision(tx, choice))).rejects.toBeInstanceOf(
      NotFound,
    );
    await expect(asActor(own.supervisor.token, (tx) => setSupervision(tx, choice))).rejects.toBeInstanceOf(NotFound);
  });
});

test('one who is a supervisor and a therapist has the sight of both and no more', async () => {
  const own = await makeSupervision(database.owner, { approve: false, coSign: false });
  const both = await makeStaff(database.owner, own.writing.practice, ['therapist', 'supervisor'], 'Bea Both');
  const theirs = await makeCouple(database.owner, own.writing.practice, both);
  await supervise(database.owner, own.writing, both, { approve: false, coSign: false });
  const noteId = await own.signed();
  expect((await over(both).read(noteId)).status).toBe('signed');
  const couples = await over(both).as(({ db }) => db.execute<{ id: string }>(sql`select id from couples`));
  expect(couples.rows.map(({ id }) => id)).toEqual([theirs.coupleId]);
});
