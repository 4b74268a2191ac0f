/** Of two people who edit the same at once, the second is told and keeps what was typed; nothing is written over unseen. */
import 'server-only';
import { Refusal } from '@/lib/errors';
import { FOLLOWS, type Follows } from './schema';

/** `follows`: the newer version that the asker has seen and wants to follow all the same. */
export function refuseOvertaken({ basedOn, follows }: { basedOn?: number; follows: Follows }, newest: number): void {
  if (basedOn === newest || follows[`v${newest}`]) return;
  throw new Refusal(
    'Someone else saved this while you were writing. Nothing was saved; everything you typed is still here.',
    {
      [`${FOLLOWS}.v${newest}`]: `Version ${newest} is there now. Read it, bring over here what you want to keep of it, then tick this and save.`,
    },
  );
}
