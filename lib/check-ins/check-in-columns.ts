import 'server-only';

/** Questions whose number has a column of its own, because the care team sees it over time. */
const MEASURED = ['comfort', 'distressNow', 'distressWorst', 'connected', 'pain'] as const;

export type CheckInColumns = Partial<Record<(typeof MEASURED)[number], number>> & {
  answers: Record<string, string | number>;
};

/** Checked answers as a check-in's row holds them. */
export function columnsOf(choices: Readonly<Record<string, string | number>>): CheckInColumns {
  const columns: CheckInColumns = { answers: {} };
  for (const [id, answer] of Object.entries(choices)) {
    const column = MEASURED.find((name) => name === id);
    if (column) columns[column] = Number(answer);
    else columns.answers[id] = answer;
  }
  return columns;
}
