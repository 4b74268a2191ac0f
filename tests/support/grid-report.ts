// Hands what Postgres answered for each cell of the grid to `npm run test:access`, which prints it with the meaning of each word.
import { writeFile } from 'node:fs/promises';
import { MEANINGS } from '@/db/access/scopes';

export interface GridAnswer {
  resource: string;
  action: string;
  role: string;
  /** Whose rows Postgres let the role reach, in the words of the grid, or a dot. */
  answered: string;
}

export const gridReport = (answers: GridAnswer[]) => ({ answers, meanings: MEANINGS });

/** Does nothing unless the grid was asked for. */
export async function keepGrid(answers: GridAnswer[]): Promise<void> {
  const file = process.env.HEARTH_GRID_FILE;
  if (file) await writeFile(file, JSON.stringify(gridReport(answers)));
}
