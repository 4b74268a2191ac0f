export const CHROMIUM_FLAGS: string[];

/** A Chromium that starts on this machine, and what its environment must say. */
export function findChromium(): Promise<{ executablePath: string; environment: Record<string, string> }>;
