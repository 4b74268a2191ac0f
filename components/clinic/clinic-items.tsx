// The areas of the clinic, in the rail's order.
import { BookOpen, CalendarDays, Settings, Users, UsersRound } from 'lucide-react';
import type { ClinicItem } from '@/components/clinic/clinic-frame';

const areas = {
  today: { href: '/today', label: 'Today', icon: <CalendarDays aria-hidden="true" /> },
  caseload: { href: '/caseload', label: 'Caseload', icon: <UsersRound aria-hidden="true" /> },
  library: { href: '/library', label: 'Library', icon: <BookOpen aria-hidden="true" /> },
  people: { href: '/people', label: 'People', icon: <Users aria-hidden="true" /> },
  settings: { href: '/settings', label: 'Settings', icon: <Settings aria-hidden="true" /> },
} satisfies Record<string, ClinicItem>;

export type ClinicArea = keyof typeof areas;

/** The rail's items for the areas somebody may open; `counts` says how many need a look there. */
export function clinicItems(open: ClinicArea[], counts: Partial<Record<ClinicArea, number>> = {}): ClinicItem[] {
  return (Object.keys(areas) as ClinicArea[])
    .filter((area) => open.includes(area))
    .map((area) => ({ ...areas[area], count: counts[area] }));
}
