// The clinic's words for what is recorded of a session.
export const attendanceWords = { attended: 'attended', late: 'late', absent: 'absent' } as const;

export const ageWords = (days: number) =>
  days === 0 ? 'today' : days === 1 ? 'since yesterday' : `for ${days} days`;
