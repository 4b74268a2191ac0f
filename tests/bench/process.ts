// What the app's process and everything it started use, as Linux tells it.
import { readdir, readFile } from 'node:fs/promises';

const TICKS_A_SECOND = 100;

export async function processorSeconds(pid: number): Promise<number> {
  let ticks = 0;
  for (const member of await familyOf(pid)) {
    const fields = statFields(await readFile(`/proc/${member}/stat`, 'utf8').catch(() => ''));
    ticks += Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
  }
  return ticks / TICKS_A_SECOND;
}

/** Resident memory in megabytes. */
export async function residentMemory(pid: number): Promise<number> {
  let kilobytes = 0;
  for (const member of await familyOf(pid)) {
    const status = await readFile(`/proc/${member}/status`, 'utf8').catch(() => '');
    kilobytes += Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0);
  }
  return kilobytes / 1024;
}

/** Looks every half second; `stop` says the highest there was. */
export function watchMemory(pid: number): { stop: () => Promise<number> } {
  let highest = 0;
  const look = async () => {
    highest = Math.max(highest, await residentMemory(pid));
  };
  const timer = setInterval(() => void look(), 500);
  return {
    async stop() {
      clearInterval(timer);
      await look();
      return highest;
    },
  };
}

async function familyOf(pid: number): Promise<number[]> {
  const parents = new Map<number, number>();
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const parent = Number(statFields(await readFile(`/proc/${name}/stat`, 'utf8').catch(() => ''))[1]);
    if (parent) parents.set(Number(name), parent);
  }
  const isOurs = (member: number | undefined): boolean =>
    member !== undefined && (member === pid || isOurs(parents.get(member)));
  return [...parents.keys()].filter(isOurs);
}

/** The fields after the command's name, which may hold spaces. */
const statFields = (stat: string) => stat.slice(stat.lastIndexOf(')') + 2).split(' ');
