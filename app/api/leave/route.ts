import { signInToken } from '@/lib/actor';
import { leave } from '@/lib/accounts/leave';
import { route } from '@/lib/route';

/**
 * Answers 200 with a refresh and an empty page: a redirect to another site after a form is blocked by `form-action`, and a
 * GET may not end anything.
 */
export const POST = route(async () => {
  const to = await leave(await signInToken());
  return new Response('', {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      Refresh: `0;url=${to}`,
      'Clear-Site-Data': '"cookies", "storage"',
      'Cache-Control': 'no-store',
    },
  });
});
