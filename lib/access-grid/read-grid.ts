/** The grid of db/access/policy.ts in words for the app: the very rows from which Postgres' rules are generated. */
import 'server-only';
import { type Action, ACTIONS, listsOf, type Role, ROLES } from '@/db/access/grid';
import { cellOf, type ResourceName, rulesOf } from '@/db/access/policy';
import { RESOURCE_GROUPS } from '@/db/access/resource-names';
import { MEANINGS } from '@/db/access/scopes';
import { roleWords } from '@/lib/format/people-words';

const VERBS: Record<Action, string> = { read: 'See', create: 'Add', change: 'Change', remove: 'Remove' };

const OF_PARTNERS = {
  label: 'Partner',
  description:
    'Their own pages, what they wrote, and what both may see. Never what the other partner gave alone, and nothing of the record.',
};

/** What may be done, and with which rows: one of the lists must hold, and of it all words. */
export type GridLine = { may: string; rows: string };
export type GridRow = {
  resource: string;
  name: string;
  byRules: string | null;
  cells: { role: Role; lines: GridLine[] }[];
};
export type Grid = {
  roles: { role: Role; label: string; description: string }[];
  /** `nothingFor`: roles that may do nothing with any row of it. */
  groups: { id: string; heading: string; rows: GridRow[]; nothingFor: string[] }[];
  words: { short: string; meaning: string }[];
};

export function readGrid(): Grid {
  return {
    roles: ROLES.map((role) => ({
      role,
      ...(role in roleWords ? roleWords[role as keyof typeof roleWords] : OF_PARTNERS),
    })),
    groups: RESOURCE_GROUPS.map(({ heading, names }, at) => groupOf(`part-${at + 1}`, heading, names)),
    words: Object.values(MEANINGS).filter(({ short }) => short !== MEANINGS.nobody.short),
  };
}

function groupOf(id: string, heading: string, names: object): Grid['groups'][number] {
  const rows = (Object.entries(names) as [ResourceName, string][]).map(([resource, name]) => ({
    resource,
    name,
    byRules: rulesOf(resource).length > 0 ? verbs(rulesOf(resource)) : null,
    cells: ROLES.map((role) => ({ role, lines: linesOf(resource, role) })),
  }));
  const hasAny = (role: Role) =>
    rows.some(({ cells }) => cells.some((cell) => cell.role === role && cell.lines.length > 0));
  return { id, heading, rows, nothingFor: ROLES.filter((role) => !hasAny(role)) };
}

/** Actions on the same rows stand together. */
function linesOf(resource: ResourceName, role: Role): GridLine[] {
  const byRows = Map.groupBy(
    ACTIONS.filter((action) => cellOf(resource, action, role) !== 'nobody'),
    (action) => plainly(resource, action, role),
  );
  return [...byRows].map(([rows, actions]) => ({ may: verbs(actions), rows }));
}

const plainly = (resource: ResourceName, action: Action, role: Role): string =>
  listsOf(cellOf(resource, action, role))
    .map((words) => words.map((word) => MEANINGS[word].short).join(' + '))
    .join(', or ');

const verbs = (actions: readonly Action[]): string =>
  actions.map((action, at) => (at === 0 ? VERBS[action] : VERBS[action].toLowerCase())).join(', ');
