/** Which areas of the clinic to draw for somebody, by the grid. */
import 'server-only';
import type { Actor } from '@/db/access/as-actor';
import { can } from '@/db/access/can';

export type Area = 'today' | 'caseload' | 'supervision' | 'schedule' | 'library' | 'people' | 'settings';

export function clinicAreas(actor: Pick<Actor, 'roles'>): Area[] {
  const may: Record<Area, boolean> = {
    today: can(actor, 'flags', 'read'),
    caseload: can(actor, 'intakes', 'read'),
    supervision: can(actor, 'noteReviews', 'create'),
    schedule: can(actor, 'sessions', 'create'),
    // Supervisors read it too: whoever neither treats, runs the practice nor keeps its schedule.
    library:
      can(actor, 'programs', 'read') &&
      (can(actor, 'assignments', 'create') ||
        (!can(actor, 'staffMembers', 'create') && !can(actor, 'sessions', 'create'))),
    people: can(actor, 'staffMembers', 'create'),
    settings: can(actor, 'practices', 'change'),
  };
  return (Object.keys(may) as Area[]).filter((area) => may[area]);
}

/** Where somebody's day begins: the first area they may open. */
export const firstArea = (actor: Pick<Actor, 'roles'>): Area | null => clinicAreas(actor)[0] ?? null;
