// Where the palette finds couples: what was typed comes in the body, so that it stands in no address and no log.
import { answerCoupleLabels } from '@/lib/couples/find-labels';
import { route } from '@/lib/route';

export const POST = route(async (request) => {
  const body: unknown = await request.json().catch(() => null);
  const { status, couples } = await answerCoupleLabels(body);
  return Response.json({ couples }, { status, headers: { 'Cache-Control': 'no-store' } });
});
