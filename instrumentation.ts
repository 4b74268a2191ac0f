// Next calls this once, before the server answers anyone.
export async function register() {
  // Not a setting: the compiler replaces it, and so leaves Node's modules out of the other runtime's bundle.
  // oxlint-disable-next-line node/no-process-env
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { startUp } = await import('@/lib/start-up');
  startUp();
}
