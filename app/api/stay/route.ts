import { z } from 'zod';
import { route } from '@/lib/route';
import { sentJson } from '@/lib/sent-json';

/** "Stay signed in": asking who is there is what keeps a sign-in fresh. */
export const POST = route(sentJson('portal', z.object({}), async () => undefined));
