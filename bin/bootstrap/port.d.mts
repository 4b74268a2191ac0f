export function anyFreePort(host?: string): Promise<number>;
