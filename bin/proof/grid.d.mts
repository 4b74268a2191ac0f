/** What the test of the grid asks of its printer. */
export function gridLines(report: {
  answers: { resource: string; action: string; role: string; answered: string }[];
  meanings: Record<string, { meaning: string }>;
}): string[];
