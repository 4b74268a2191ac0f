/** Runs a program to its end; throws what it said when it fails. `result` is what it wrote to file descriptor 3. */
export function run(
  command: string,
  args: string[],
  options: { env: Record<string, string | undefined>; failed: string; extra?: 'pipe'[] },
): Promise<{ output: string; result: string }>;
