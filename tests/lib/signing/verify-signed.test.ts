import type pg from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { verifySigned } from '@/lib/signing/verify-signed';
import { useFreshDatabase } from '../../support/database';
import { makeSupervision } from '../supervision/supervising';

// Triggers are switched off here, so nobody else may share this database.
const database = useFreshDatabase();
let set: Awaited<ReturnType<typeof makeSupervision>>;
beforeAll(async () => {
  set = await makeSupervision(database.owner);
});

const verify = (noteId?: string) => verifySigned({ ownerUrl: database.ownerUrl, noteId });

/** What an owner of the database can do: no trigger stands in the way. */
async function behindTriggers(change: (client: pg.PoolClient) => Promise<unknown>): Promise<void> {
  const client = await database.owner.connect();
  try {
    await client.query(`begin; set local session_replication_role = replica`);
    await change(client);
    await client.query('commit');
  } finally {
    client.release();
  }
}

const whole = async () => {
  const noteId = await set.signed();
  await set.sue.approve(noteId);
  await set.tess.add(noteId, 'Added later.');
  return noteId;
};

describe('the verification of what was signed', () => {
  test('finds every note, addition, co-signature and review as it was signed', async () => {
    const noteId = await whole();
    const returned = await set.signed();
    await set.sue.giveBack(returned, 'Again, please.');
    expect(await verify()).toEqual({
      counts: { 'session note': 1, addendum: 1, 'co-signature': 1, review: 1 },
      faults: [],
      hashes: [],
    });
    const one = await verify(noteId);
    expect(one.hashes).toMatchObject([{ noteId, hash: (await set.tess.read(noteId)).note.signature?.hash }]);
  });

  test('refuses every change to every role, the owner of the tables and hearth_rules among them', async () => {
    const noteId = await whole();
    for (const role of ['postgres', 'hearth_rules'])
      for (const change of [
        `set signed_as = 'Someone else'`,
        `set sections = '\\x00'`,
        `set needs_approval = false`,
        `set signed_at = null, signed_as = null, signed_hash = null, signed_zone = null`,
      ]) {
        const client = await database.owner.connect();
        try {
          await client.query(`begin${role === 'postgres' ? '' : `; set local role ${role}`}`);
          await expect(client.query(`update session_notes ${change} where id = $1`, [noteId])).rejects.toMatchObject({
            code: '23001',
          });
        } finally {
          await client.query('rollback');
          client.release();
        }
      }
  });

  test('refuses every change of what stands under a note too', async () => {
    const noteId = await whole();
    await set.sue.comment(noteId, 'Well put.');
    for (const table of ['addenda', 'co_signatures', 'note_reviews', 'note_comments'])
      for (const change of [`update ${table} set author_id = author_id`, `delete from ${table}`])
        await expect(database.owner.query(`${change} where note_id = $1`, [noteId])).rejects.toMatchObject({
          code: '23001',
        });
  });

  test.each([
    ['session_notes', `set signed_as = 'Someone else'`, 'session note', 'changed'],
    ['session_notes', `set signed_at = signed_at - interval '1 day'`, 'session note', 'changed'],
    ['session_notes', `set signed_zone = 'UTC'`, 'session note', 'changed'],
    ['session_notes', `set needs_approval = false`, 'session note', 'changed'],
    [
      'session_notes',
      `set sections = set_byte(sections, length(sections) - 1, get_byte(sections, length(sections) - 1) # 1)`,
      'session note',
      'unreadable',
    ],
    ['addenda', `set kind = 'lateEntry'`, 'addendum', 'changed'],
    ['addenda', `set added_at = added_at - interval '1 day'`, 'addendum', 'changed'],
    ['co_signatures', `set signed_as = 'Someone else'`, 'co-signature', 'changed'],
    ['note_reviews', `set signed_at = signed_at - interval '1 day'`, 'review', 'changed'],
  ])('a superuser who changes %s past its trigger (%s) is found', async (table, change, kind, why) => {
    const noteId = await whole();
    await behindTriggers((client) =>
      client.query(`update ${table} ${change} where ${table === 'session_notes' ? 'id' : 'note_id'} = $1`, [noteId]),
    );
    const { faults } = await verify(noteId);
    expect(faults).toMatchObject([{ kind, noteId, why }]);
  });

  test('finds a text that was put in the place of another, sealed and hashed anew, by what stands under it', async () => {
    const [one, other] = [await whole(), await whole()];
    await behindTriggers((client) =>
      client.query(
        `update session_notes set signed_hash = (select signed_hash from session_notes where id = $2) where id = $1`,
        [one, other],
      ),
    );
    expect((await verify(one)).faults.map(({ kind }) => kind).toSorted()).toEqual([
      'addendum',
      'co-signature',
      'review',
      'session note',
    ]);
  });

  test('says ids and nothing of what the notes say', async () => {
    const noteId = await set.signed(null, 'CANARY in the note');
    expect(JSON.stringify(await verify(noteId))).not.toContain('CANARY');
  });
});
