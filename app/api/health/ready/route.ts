import { isQueueStandingStill } from '@/lib/health/is-queue-standing-still';
import { isReady } from '@/lib/health/is-ready';

export const dynamic = 'force-dynamic';

/** Pages can be served while the queue stands still, so that is said and takes no process out of service. */
export async function GET() {
  if (!(await isReady())) return new Response(null, { status: 503 });
  return new Response((await isQueueStandingStill()) ? 'ready, but the queue stands still\n' : 'ready\n');
}
