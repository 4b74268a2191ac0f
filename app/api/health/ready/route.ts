import { isReady } from '@/lib/health/is-ready';

export const dynamic = 'force-dynamic';

export async function GET() {
  return new Response(null, { status: (await isReady()) ? 200 : 503 });
}
