import { signInToken } from '@/lib/actor';
import { endedCookies } from '@/lib/accounts/cookies';
import { leave } from '@/lib/accounts/leave';
import { route } from '@/lib/route';

/**
 * Answers 200 with a refresh and an empty page: a redirect to another site after a form is blocked by `form-action`, and a
 * GET may not end anything.
 *
 * Cookies end by name, at the moment the answer arrives. `Clear-Site-Data` ends them some time later, on https alone, and would
 * take those of someone who signs in again at once.
 */
export const POST = route(async () => {
  const to = await leave(await signInToken());
  const answer = new Response('', {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      Refresh: `0;url=${to}`,
      'Clear-Site-Data': '"storage"',
      'Cache-Control': 'no-store',
    },
  });
  for (const cookie of endedCookies()) answer.headers.append('Set-Cookie', cookie);
  return answer;
});
