import { sql } from 'drizzle-orm';
import type { ActorRows, ActorTx } from '../access/as-actor';
import { dataKeys, type practiceKeys } from '../schema/sealed-keys';

type PracticeKeyRow = typeof practiceKeys.$inferSelect;
type DataKeyRow = typeof dataKeys.$inferSelect;
/** As a row crosses inside JSON. */
type InJson<R> = Omit<R, 'wrapped' | 'createdAt'> & { wrapped: string; createdAt: string };

/** The wrapped keys that this actor may read for these couples, with the practice keys they are wrapped by. One statement. */
export async function listKeys(asker: ActorRows, coupleIds: readonly string[]) {
  const { rows } = await asker.db.execute<{ practiceKey: InJson<PracticeKeyRow>; dataKeys: InJson<DataKeyRow>[] }>(sql`
    select json_build_object('id', p.id, 'practiceId', p.practice_id, 'masterKeyId', p.master_key_id,
                             'wrapped', encode(p.wrapped, 'base64'), 'createdAt', p.created_at) as "practiceKey",
           (select coalesce(json_agg(json_build_object('id', k.id, 'practiceId', k.practice_id, 'practiceKeyId', k.practice_key_id,
                             'keyClass', k.key_class, 'coupleId', k.couple_id, 'partnerId', k.partner_id, 'authorId', k.author_id,
                             'wrapped', encode(k.wrapped, 'base64'), 'createdAt', k.created_at)), '[]')
              from data_keys k where k.practice_key_id = p.id and k.couple_id = any (${sql.param(coupleIds)}::uuid[])) as "dataKeys"
      from practice_keys p where p.practice_id = (select auth.practice_id())`);
  return {
    practiceKeys: rows.map(({ practiceKey }): PracticeKeyRow => fromJson(practiceKey)),
    dataKeys: rows.flatMap((row) => row.dataKeys.map((key): DataKeyRow => fromJson(key))),
  };
}

const fromJson = <R extends { wrapped: string; createdAt: string }>(row: R) => ({
  ...row,
  wrapped: Buffer.from(row.wrapped, 'base64'),
  createdAt: new Date(row.createdAt),
});

export async function insertDataKeys(tx: ActorTx, rows: (typeof dataKeys.$inferInsert)[]): Promise<void> {
  if (rows.length > 0) await tx.db.insert(dataKeys).values(rows);
}
