/** The access log as a file of comma-separated values, for admins. The export itself is an entry of the log. */
import 'server-only';
import { stringify } from 'csv-stringify/sync';
import { z } from 'zod';
import { type ActorTx, asActor, NotSignedIn } from '@/db/access/as-actor';
import { listLog } from '@/db/queries/access-log/log';
import { writeAudit } from '@/db/queries/audit';
import { signInToken } from '@/lib/actor';
import { NotFound } from '@/lib/errors';
import { daysIn, didWords, instantsOf, momentOf, requireAdmin } from './read-log';

/** Longer logs are exported by fewer days at once. */
const MOST = 100_000;

export const exportLogInput = z.object({ from: z.string().optional(), to: z.string().optional() });

/** The file as text, or null when it would be too long. */
export async function exportLog(tx: ActorTx, asked: z.output<typeof exportLogInput>): Promise<string | null> {
  requireAdmin(tx);
  const { today, timeZone } = tx.actor;
  const rows = await listLog(tx, {
    ...instantsOf(daysIn(asked, today), timeZone),
    before: null,
    limit: MOST + 1,
  });
  if (rows.length > MOST) return null;
  await writeAudit(tx, { act: 'exported', recordKind: 'accessLog' });
  const lines = rows.map((row) => {
    const { on, time } = momentOf(row, timeZone);
    return [on, time, row.who, didWords(row), row.couple ?? ''];
  });
  return stringify([['Day', 'Time', 'Who', 'Did', 'Couple'], ...lines], { bom: true, escape_formulas: true });
}

/** What the form of the page gets: the file, or one sentence. */
export async function answerExport(form: FormData): Promise<Response> {
  const asked = exportLogInput.safeParse(Object.fromEntries(form));
  const token = await signInToken();
  if (!asked.success || !token) return sentence(404, 'This page is not here.');
  try {
    const text = await asActor(token, (tx) => exportLog(tx, asked.data));
    if (text === null)
      return sentence(422, 'These days hold more than a file can take. Nothing was exported; choose fewer days.');
    return new Response(text, {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': 'attachment; filename="access-log.csv"',
        'Cache-Control': 'no-store',
      },
    });
  } catch (error) {
    if (error instanceof NotFound || error instanceof NotSignedIn) return sentence(404, 'This page is not here.');
    throw error;
  }
}

const sentence = (status: number, text: string) =>
  new Response(text, { status, headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' } });
