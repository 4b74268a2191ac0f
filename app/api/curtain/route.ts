import { changeCurtain } from '@/lib/accounts/curtain/lift';
import { curtainInput } from '@/lib/accounts/curtain/schema';
import { route } from '@/lib/route';
import { sentJson } from '@/lib/sent-json';

/** What the cover of a clinic page asks and tells: that somebody is there, whether it may be lifted, that it fell. */
export const POST = route(
  sentJson('clinic', curtainInput, changeCurtain, { way: ({ what }) => (what === 'look' ? 'byItself' : 'act') }),
);
