// Starts the run's cluster before the first test and ends it after the last.
import { startTestCluster } from '../cluster';

let stop: (() => Promise<void>) | undefined;

export async function setup(): Promise<void> {
  stop = await startTestCluster();
}

export async function teardown(): Promise<void> {
  await stop?.();
}
