// A partner's answer to a proposed policy: the statements of one act.
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { asActor } from '@/db/access/as-actor';

type Of = Record<'practiceId' | 'coupleId' | 'partnerId', string>;
type Put = { proposal: { id: string; policy: string } | null };

/** Yes or no, for what was written before as well or not, to what is on this person's own sheet; nothing where nothing is asked. */
export async function answerPolicy(token: string, { practiceId, coupleId, partnerId }: Of, of: number): Promise<void> {
  const isYes = of % 2 === 0;
  await asActor(token, async ({ db }) => {
    const { rows } = await db.execute<{ day: Put }>(sql`select portal.my_day() as day`);
    const proposal = rows[0]?.day.proposal;
    if (!proposal) return;
    const ids = sql`${practiceId}, ${coupleId}, ${partnerId}, ${proposal.id}`;
    await db.execute(
      sql`insert into policy_answers (id, practice_id, couple_id, partner_id, proposal_id, is_yes, includes_earlier) values (${randomUUID()}, ${ids}, ${isYes}, ${isYes && of > 1})`,
    );
    if (isYes)
      await db.execute(
        sql`insert into agreements (practice_id, couple_id, partner_id, proposal_id, policy) values (${ids}, ${proposal.policy})`,
      );
  });
}
