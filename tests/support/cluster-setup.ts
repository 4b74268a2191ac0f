// Starts the run's cluster before the first test and ends it after the last.
import { startTestCluster } from './cluster';
import { writeTestKeys } from './keys';

let stop: (() => Promise<void>) | undefined;

export async function setup(): Promise<void> {
  await writeTestKeys();
  stop = await startTestCluster();
}

export async function teardown(): Promise<void> {
  await stop?.();
}
