// A story's couple as it was on the first day.
import type pg from 'pg';
import type { CoupleInTest } from '@/tests/support/people';

/** What acts leave behind, in an order that no reference forbids. */
const TABLES_OF_COUPLE = [
  'assignment_terms',
  'own_terms',
  'waivers',
  'prepared_steps',
  'step_versions',
  'steps',
  'flags',
  'practice_closings',
  'check_ins',
  'consents',
  'reflections',
  'shared_words',
  'reminders',
  'review_limits',
  'drafts',
  'referral_events',
  'release_answers',
  'releases',
  'referrals',
  'partner_requests',
  'goal_versions',
  'goals',
  'diagnoses',
  'process_notes',
  'measure_scores',
  'measures_given',
  'disclosures',
  'joint_note_decisions',
  'record_authorizations',
  'record_releases',
  'addenda',
  'note_comments',
  'note_versions',
  'note_co_authors',
  'session_notes',
  'session_attendances',
  'contact_notes',
  'to_dos',
  'meetings_alone',
  'endings',
  'partner_intakes',
  'invitations',
];

type Beginning = {
  practiceId: string;
  couple: CoupleInTest;
  /** What was assigned before the first day. */
  assignmentIds: string[];
  /** Words that B shared before it. */
  wordsOfB: string;
  begin: Date;
};

/** Nothing but the first assignments and meetings is left, and the clock stands at the beginning. Not through the grid: rows go that nobody may remove. */
export async function rewindStory(owner: pg.Pool, at: Beginning): Promise<void> {
  const { coupleId, first, second, partners } = at.couple;
  const client = await owner.connect();
  try {
    await client.query(`set session_replication_role = replica`);
    const own = [coupleId, at.assignmentIds];
    await client.query(
      `delete from plan_events where couple_id = $1 and (kind not in ('assigned', 'metAlone') or assignment_id <> all ($2) or at >= $3)`,
      [...own, at.begin],
    );
    await client.query(`delete from assignments where couple_id = $1 and id <> all ($2)`, own);
    for (const table of ['step_versions', 'programs'])
      await client.query(`delete from ${table} where practice_id = $1 and version > 1`, [at.practiceId]);
    await client.query(`delete from care_team_members where couple_id = $1 and part <> 'primary'`, [coupleId]);
    await client.query('delete from confidentiality_policies where couple_id = $1 and proposal_id is not null', [
      coupleId,
    ]);
    await client.query('delete from data_keys where couple_id = $1 and created_at >= $2', [coupleId, at.begin]);
    await client.query('delete from agreements where couple_id = $1 and proposal_id is not null', [coupleId]);
    await client.query('delete from policy_answers where couple_id = $1', [coupleId]);
    await client.query('delete from policy_proposals where couple_id = $1 and proposed_at > $2', [coupleId, at.begin]);
    await client.query('update policy_proposals set taken_back_at = null where couple_id = $1', [coupleId]);
    for (const table of TABLES_OF_COUPLE) await client.query(`delete from ${table} where couple_id = $1`, [coupleId]);
    for (const table of ['kept_words', 'calendar_choices'])
      await client.query(`delete from ${table} where partner_id = $1`, [first.partnerId]);
    await client.query(
      `insert into shared_words (id, practice_id, couple_id, partner_id, "on", text, sent_at)
       values ($1, $2, $3, $4, $5::date - 13, '', $5::timestamptz - interval '13 days')`,
      [at.wordsOfB, at.practiceId, coupleId, second.partnerId, at.begin],
    );
    // B is asked something every week, so that it would show if what waits for B depended on A.
    await client.query(
      `insert into measures_given (id, practice_id, couple_id, partner_id, instrument, version, due_on, every_weeks, author_id, given_at)
       select $1, $2, $3, $4, 'distress', 1, $5::date, 1, created_by, $5 from couples where id = $3`,
      [at.wordsOfB, at.practiceId, coupleId, second.partnerId, at.begin],
    );
    await client.query(`delete from sessions where partner_id = $1`, [first.partnerId]);
    await client.query(`delete from day_sheets where partner_id = any ($1)`, [partners.map((p) => p.partnerId)]);
  } finally {
    await client.query(`set session_replication_role = origin`);
    client.release();
  }
  await owner.query('select auth.move_clock($1::timestamptz - auth.now())', [at.begin]);
}
