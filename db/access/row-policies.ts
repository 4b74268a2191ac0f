/** Turns the grid into Postgres row-level security: one policy per table and command, the roles joined by OR inside. */
import { sql } from 'drizzle-orm';
import { pgPolicy, pgRole } from 'drizzle-orm/pg-core';
import { ACTIONS, type Action, type Cell, listsOf, type Role, ROLES } from './grid';
import { cellOf, type ResourceName, RESOURCES, rulesOf, tableOf } from './policy';
import { ASKS_FOR_ROLE, scopeSql, type Word } from './scopes';

export const actorRole = pgRole('hearth_actor').existing();
export const systemRole = pgRole('hearth_system').existing();
export const rulesRole = pgRole('hearth_rules').existing();

export const COMMAND = { read: 'select', create: 'insert', change: 'update', remove: 'delete' } as const;

/** What one cell asks of a row and of the asker's roles. */
function cellSql(cell: Cell, table: string, roles: readonly Role[], leftOut: readonly string[]): string {
  const hasRole = `(select auth.has_role(${roles.map((role) => `'${role}'`).join(', ')}))`;
  const alternatives = listsOf(cell).map((words) => words.filter((word) => !leftOut.includes(word)) as Word[]);
  const conditions = alternatives.map((words) => words.map((word) => scopeSql(word, table, roles)).join(' and '));
  const condition = conditions.length === 1 ? conditions[0]! : conditions.map((one) => `(${one})`).join(' or ');
  if (condition === 'true') return hasRole;
  const isAsked = alternatives.every((words) => words.some((word) => ASKS_FOR_ROLE.includes(word)));
  return isAsked ? `(${condition})` : `(${hasRole} and (${condition}))`;
}

/** Words about a row as it was: a draft may be changed into what is signed. They judge no row after its change. */
const OF_THE_ROW_BEFORE: readonly string[] = ['draft'];

/** The condition of one action on one resource for everyone, or null when nobody may. `when`: over the row before a change, or after it. */
export function conditionSql(
  resource: ResourceName,
  action: Action,
  when: 'before' | 'after' = 'before',
): string | null {
  const byCell = new Map<string, { cell: Cell; roles: Role[] }>();
  for (const role of ROLES) {
    const cell = cellOf(resource, action, role);
    if (cell === 'nobody') continue;
    const key = JSON.stringify(cell);
    byCell.set(key, { cell, roles: [...(byCell.get(key)?.roles ?? []), role] });
  }
  if (byCell.size === 0) return null;
  const leftOut = when === 'after' ? OF_THE_ROW_BEFORE : [];
  return [...byCell.values()].map(({ cell, roles }) => cellSql(cell, tableOf(resource), roles, leftOut)).join(' or ');
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
