/** Runs the built app until `stop()`; resolves once it answers that it is ready. */
export function serve(options: {
  host: string;
  port: number;
  env: Record<string, string | undefined>;
  onExit: () => void;
}): Promise<{ pid: number; stop(): Promise<void> }>;
