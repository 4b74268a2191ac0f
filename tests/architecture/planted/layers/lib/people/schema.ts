import { z } from 'zod';
export const personInput = z.object({ name: z.string() });
