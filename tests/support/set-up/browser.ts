// Before the first browser test: the build is fresh and a cluster runs; after the last, the cluster ends.
import { ensureBuilt } from '../../../bin/bootstrap/build.mjs';
import { startTestCluster } from '../cluster';

export default async function setUp(): Promise<() => Promise<void>> {
  await ensureBuilt();
  return startTestCluster();
}
