import { z } from 'zod';

export const agreeInput = z.object({ policy: z.enum(['noSecrets', 'limitedSecrets', 'strictPrivate']) });
export type AgreeInput = z.output<typeof agreeInput>;
