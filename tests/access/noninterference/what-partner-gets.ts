// All that Postgres gives one partner on one day, as bytes to compare.
import { sql } from 'drizzle-orm';
import { asActor } from '@/db/access/as-actor';
import { RESOURCES, tableOf } from '@/db/access/policy';
import { conditionSql } from '@/db/access/row-policies';
import { readMyAppointments } from '@/lib/my-appointments/read-my-appointments';
import { readRemindersFile } from '@/lib/my-appointments/reminders-file';

/** Whatever row security lets B read of every table; of the sheets only the newest, because B keeps those of other days. */
const EVERY_ROW = sql.raw(
  `select ${RESOURCES.filter((resource) => conditionSql(resource, 'read') !== null && resource !== 'daySheets')
    .map(tableOf)
    .map((table) => `(select jsonb_agg(to_jsonb(r) order by to_jsonb(r)::text) from public.${table} r) as ${table}`)
    .join(', ')}`,
);

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
    await answer(EVERY_ROW),
    await answer(
      sql`select auth.is_password_fresh(), portal.my_mail_address(), portal.my_review_limits(), auth.my_devices(), portal.my_openings(),
                 portal.has_new_device(), portal.my_measures()`,
    ),
    await asActor(token, async (tx) => [await readMyAppointments(tx), await readRemindersFile(tx)]),
  ];
  const open = (day[0]?.day?.units ?? []).filter((u) => u.state === 'open').map((u) => `${u.assignmentId}/${u.unit}`);
  return { bytes: JSON.stringify([day, rest]), open: open.join(' ') };
}
