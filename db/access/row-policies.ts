/** Turns the grid into Postgres row-level security: one policy per table and command, the roles joined by OR inside. */
import { sql } from 'drizzle-orm';
import { pgPolicy, pgRole } from 'drizzle-orm/pg-core';
import {
  ACTIONS,
  type Action,
  type Cell,
  cellOf,
  type ResourceName,
  RESOURCES,
  ROLES,
  rulesOf,
  tableOf,
} from './policy';
import { scopeSql } from './scopes';

export const actorRole = pgRole('hearth_actor').existing();
export const systemRole = pgRole('hearth_system').existing();
export const rulesRole = pgRole('hearth_rules').existing();

export const COMMAND = { read: 'select', create: 'insert', change: 'update', remove: 'delete' } as const;

const lists = (cell: Cell): readonly (readonly string[])[] =>
  typeof cell === 'string' ? [[cell]] : 'either' in cell ? cell.either : [cell];

function cellSql(cell: Cell, table: string, leftOut: readonly string[] = []): string {
  const alternatives = lists(cell).map((words) =>
    words
      .filter((word) => !leftOut.includes(word))
      .map((word) => scopeSql(word as Parameters<typeof scopeSql>[0], table))
      .join(' and '),
  );
  return alternatives.length === 1 ? alternatives[0]! : alternatives.map((a) => `(${a})`).join(' or ');
}

/** Words about a row as it was: a draft may be changed into what is signed. They judge no row after its change. */
const OF_THE_ROW_BEFORE: readonly string[] = ['draft'];

/** The condition of one action on one resource for everyone, or null when nobody may. `when`: over the row before a change, or after it. */
export function conditionSql(
  resource: ResourceName,
  action: Action,
  when: 'before' | 'after' = 'before',
): string | null {
  const byCell = new Map<string, string[]>();
  for (const role of ROLES) {
    const cell = cellOf(resource, action, role);
    if (cell === 'nobody') continue;
    const condition = cellSql(cell, tableOf(resource), when === 'after' ? OF_THE_ROW_BEFORE : []);
    byCell.set(condition, [...(byCell.get(condition) ?? []), role]);
  }
  if (byCell.size === 0) return null;
  return [...byCell]
    .map(([condition, roles]) => {
      const asked = `(select auth.has_role(${roles.map((r) => `'${r}'`).join(', ')}))`;
      return condition === 'true' ? asked : `(${asked} and (${condition}))`;
    })
    .join(' or ');
}

/** The policies of a resource's table, to stand beside its columns. */
export function rowPolicies(resource: ResourceName, fence: 'practice_id' | 'id' | null = 'practice_id') {
  const table = tableOf(resource);
  const made = [];
  if (fence) {
    const inside = sql.raw(`${fence} = (select auth.practice_id())`);
    made.push(
      pgPolicy(`${table}_fence`, { as: 'restrictive', for: 'all', to: actorRole, using: inside, withCheck: inside }),
    );
  }
  for (const action of ACTIONS) {
    const condition = conditionSql(resource, action);
    const command = COMMAND[action];
    const clauses = (text: string, after = text) => {
      const expression = sql.raw(text);
      if (command === 'insert') return { withCheck: expression };
      return command === 'update' ? { using: expression, withCheck: sql.raw(after) } : { using: expression };
    };
    if (condition)
      made.push(
        pgPolicy(`${table}_${command}`, {
          for: command,
          to: actorRole,
          ...clauses(condition, conditionSql(resource, action, 'after')!),
        }),
      );
    if (rulesOf(resource).includes(action))
      made.push(pgPolicy(`${table}_${command}_rules`, { for: command, to: rulesRole, ...clauses('true') }));
  }
  return made;
}

/** Statements that give each role exactly the commands the grid knows, and nothing else. */
export function grantStatements(): string[] {
  return (['hearth_actor', 'hearth_rules'] as const)
    .flatMap((role) => [
      `revoke all on all tables in schema public from ${role}`,
      ...ACTIONS.flatMap((action) => {
        const may = (resource: ResourceName) =>
          role === 'hearth_rules' ? rulesOf(resource).includes(action) : conditionSql(resource, action) !== null;
        const tables = RESOURCES.filter(may).map(tableOf);
        return tables.length ? [`grant ${COMMAND[action]} on ${tables.join(', ')} to ${role}`] : [];
      }),
    ])
    .concat(
      'revoke all on all tables in schema public from hearth_system',
      'grant select, insert, update, delete on rate_limits to hearth_system',
    );
}
