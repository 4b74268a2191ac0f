import { z } from 'zod';

export const takeBackInput = z.object({ id: z.uuid() });
export type TakeBackInput = z.output<typeof takeBackInput>;
