// Where a process note is saved while its author types: actions queue one at a time and end with their tab, this does not.
import { route } from '@/lib/route';
import { autosaveProcessNote } from '@/lib/process-notes/autosave';

export const POST = route(async (request) => {
  const body: unknown = await request.json().catch(() => null);
  const { status, reply } = await autosaveProcessNote(body);
  return Response.json(reply, { status, headers: { 'Cache-Control': 'no-store' } });
});
