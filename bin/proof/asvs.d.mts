export type Row = { id: string; what: string; held: string; by: string };
export type Ran = { file: string; title: string; state: 'passed' | 'failed' | 'skipped' };

export const TABLE: string;
export function readTable(text?: string): Row[];
export function proofsOf(row: Pick<Row, 'by'>): { file: string; title: string }[];
export function isTitled(title: string, wanted: string): boolean;
export function partOf(file: string): string;
export function heldInRun(
  table: Row[],
  ran: Ran[],
  parts: string[],
): { passed: number; failed: number; failures: string[] };
