// A partner's answer to a proposed policy: the statements of one act.
import { sql } from 'drizzle-orm';
import type pg from 'pg';
import { asActor } from '@/db/access/as-actor';

type Of = Record<'practiceId' | 'coupleId' | 'partnerId', string>;

/** Yes or no, for what was written before as well or not, to what was put before both; each proposal once. */
export async function answerPolicy(
  owner: pg.Pool,
  token: string,
  { practiceId, coupleId, partnerId }: Of,
  of: number,
): Promise<void> {
  const isYes = of % 2 === 0;
  const { rows } = await owner.query<{ id: string }>(
    `select p.id from policy_proposals p where p.couple_id = $1
        and not exists (select from policy_answers a where a.proposal_id = p.id and a.partner_id = $2) order by p.proposed_at limit 1`,
    [coupleId, partnerId],
  );
  if (!rows[0]) return;
  const ids = sql`${practiceId}, ${coupleId}, ${partnerId}, ${rows[0].id}`;
  const statements = [
    sql`insert into policy_answers (practice_id, couple_id, partner_id, proposal_id, is_yes, includes_earlier) values (${ids}, ${isYes}, ${isYes && of > 1})`,
    ...(isYes
      ? [
          sql`insert into agreements (practice_id, couple_id, partner_id, proposal_id, policy) values (${ids}, 'noSecrets')`,
        ]
      : []),
  ];
  for (const statement of statements) await asActor(token, async ({ db }) => void (await db.execute(statement)));
}
