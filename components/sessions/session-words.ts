// The clinic's words for what is recorded of a session.

/** What follows from making, moving or cancelling one. */
export const SHOWN_AT_ONCE =
  'Whoever comes finds it at once under Appointments on their own side. No message goes out: let them know by the way each of them said is safe.';

export const attendanceWords = { attended: 'attended', late: 'late', absent: 'absent' } as const;

export const ageWords = (days: number) => (days === 0 ? 'today' : days === 1 ? 'since yesterday' : `for ${days} days`);

/** "Ada Example attended, Bo Sample late", or that it is not recorded. */
export function attendanceSentence(
  present: { partner: { name: string }; attendance: keyof typeof attendanceWords | null }[],
): string {
  const said = present.flatMap(({ partner, attendance }) =>
    attendance ? [`${partner.name} ${attendanceWords[attendance]}`] : [],
  );
  return said.length > 0 ? said.join(', ') : 'not recorded yet';
}
