// All that Postgres gives one partner on one day, as bytes to compare.
import { sql } from 'drizzle-orm';
import { asActor } from '@/db/access/as-actor';
import { readMyAppointments } from '@/lib/my-appointments/read-my-appointments';
import { readRemindersFile } from '@/lib/my-appointments/reminders-file';

export type Seen = { bytes: string; open: string };

/** As text, and which units are open. */
export async function whatPartnerGets(token: string): Promise<Seen> {
  const answer = async (statement: ReturnType<typeof sql>) => {
    try {
      return await asActor(token, async ({ db }) => (await db.execute(statement)).rows);
    } catch (error) {
      return [String(error)];
    }
  };
  const day = (await answer(sql`select portal.my_day() as day`)) as {
    day?: { units: { assignmentId: string; unit: string; state: string }[] };
  }[];
  const rest = [
    await answer(sql`select * from day_sheets order by "on" desc limit 1`),
    await answer(sql`select * from shared_words order by id`),
    await answer(sql`select * from drafts order by id`),
    await answer(sql`select * from data_keys order by id`),
    await answer(sql`select * from releases order by id`),
    await answer(sql`select * from release_answers order by id`),
    await answer(sql`select auth.is_password_fresh()`),
    await answer(sql`select * from plan_events`),
    await answer(sql`select * from check_ins`),
    await answer(sql`select * from reminders`),
    await answer(sql`select portal.my_review_limits()`),
    await answer(sql`select * from partner_requests`),
    await answer(sql`select * from calendar_choices`),
    await answer(sql`select * from kept_words`),
    await answer(sql`select portal.my_devices(), portal.my_openings(), portal.has_new_device()`),
    await asActor(token, async (tx) => [await readMyAppointments(tx), await readRemindersFile(tx)]),
  ];
  const open = (day[0]?.day?.units ?? []).filter((u) => u.state === 'open').map((u) => `${u.assignmentId}/${u.unit}`);
  return { bytes: JSON.stringify([day, rest]), open: open.join(' ') };
}
