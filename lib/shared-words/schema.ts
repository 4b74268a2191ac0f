import { z } from 'zod';

export const takeBackInput = z.object({ id: z.uuid() });
export const keepInput = z.object({ id: z.uuid(), isKept: z.enum(['yes', 'no']) });
export type KeepInput = z.output<typeof keepInput>;

export type TakeBackInput = z.output<typeof takeBackInput>;
