/** Builds the app when its sources, its packages or Node differ from those of the last build. */
export function ensureBuilt(): Promise<void>;
