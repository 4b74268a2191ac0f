// What a passkey is to sign next. A script alone can ask a passkey, so this answers scripts alone; pages without one take a code.
import { askPasskey } from '@/lib/accounts/factors/ask-passkey';
import { askPasskeyInput } from '@/lib/accounts/schema';
import { Refusal } from '@/lib/errors';
import { route } from '@/lib/route';

export const POST = route(async (request) => {
  const asked = askPasskeyInput.safeParse(await request.json().catch(() => null));
  if (!asked.success) return answer(422, { message: asked.error.issues[0]?.message });
  try {
    const options = await askPasskey(asked.data);
    return options ? answer(200, options) : answer(401, {});
  } catch (error) {
    if (error instanceof Refusal)
      return answer(422, { message: [error.message, ...Object.values(error.fields ?? {})].join(' ') });
    throw error;
  }
});

const answer = (status: number, body: object) =>
  Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } });
