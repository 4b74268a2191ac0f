/** The grid asked from TypeScript, only to decide what to draw. Postgres decides what happens. */
import type { Actor } from './as-actor';
import { type Action, type Role, ROLES } from './grid';
import { cellOf, type ResourceName } from './policy';

/** The roles to which some row of this resource could be open for this action. */
export const rolesThatCan = (resource: ResourceName, action: Action): Role[] =>
  ROLES.filter((role) => cellOf(resource, action, role) !== 'nobody');

/** Whether some row of this resource could be open to this person for this action. */
export const can = (actor: Pick<Actor, 'roles'>, resource: ResourceName, action: Action): boolean =>
  rolesThatCan(resource, action).some((role) => actor.roles.includes(role));

/** Whether every row of the practice is, and not only those of one's own couples or hand. */
export const canForAll = (actor: Pick<Actor, 'roles'>, resource: ResourceName, action: Action): boolean =>
  actor.roles.some((role) => cellOf(resource, action, role) === 'practice');
