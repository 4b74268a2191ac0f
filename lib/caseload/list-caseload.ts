/** The couples of one's own care teams: searched, filtered, sorted and paged by what the address says. */
import 'server-only';
import { randomUUID } from 'node:crypto';
import type { ActorRows, ActorTx } from '@/db/access/as-actor';
import { can } from '@/db/access/can';
import { type CaseloadRow, countMyCouples, listCaseloadRows } from '@/db/queries/lists/caseload';
import { NotFound } from '@/lib/errors';
import { type CaseloadView, PAGE_SIZE } from '@/lib/format/caseload-address';
import { caseloadView } from './schema';

export type { CaseloadRow };

export type Caseload = {
  view: CaseloadView;
  rows: CaseloadRow[];
  /** How many the search and the filter leave. */
  total: number;
  /** Whether there is any couple at all. */
  isEmpty: boolean;
  /** Key of the form that lifts what was held from here. */
  liftKey: string;
};

type Search = Record<string, string | string[] | undefined>;

export function viewOf(search: Search): CaseloadView {
  const one = (name: string) => (typeof search[name] === 'string' ? search[name] : undefined);
  const sort = one('sort') ?? '';
  return caseloadView.parse({
    search: one('q'),
    state: one('state') ?? null,
    stage: one('stage') ?? null,
    sort: sort.replace(/^-/, ''),
    isDescending: sort.startsWith('-'),
    page: one('page') ?? 1,
  });
}

type Found = { rows: CaseloadRow[]; total: number };

/** One statement: what the address asks for. */
export const askForCaseload = (asker: ActorRows, search: Search): Promise<Found> =>
  listCaseloadRows(asker, asked(viewOf(search)));

const asked = (view: CaseloadView) => ({ ...view, limit: PAGE_SIZE, offset: (view.page - 1) * PAGE_SIZE });

/** The page of it; one more statement when nothing was found. */
export async function listCaseload(tx: ActorTx, search: Search, found?: Found): Promise<Caseload> {
  if (!can(tx.actor, 'intakes', 'read')) throw new NotFound();
  const view = viewOf(search);
  const liftKey = randomUUID();
  const { rows, total } = found ?? (await askForCaseload(tx, search));
  if (rows.length === 0 && view.page > 1) {
    // A page past the last one: couples have left the list since its address was made.
    const first = { ...view, page: 1 };
    return { view: first, ...(await listCaseloadRows(tx, asked(first))), isEmpty: false, liftKey };
  }
  return { view, rows, total, isEmpty: rows.length === 0 && (await countMyCouples(tx)) === 0, liftKey };
}
