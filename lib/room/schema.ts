import { z } from 'zod';
import { assignStepInput } from '@/lib/plan/schema';

/** What is chosen in the room: how often, how long, and a line that both read. All else is for after the session. */
export const prepareStepInput = assignStepInput.pick({
  coupleId: true,
  stepId: true,
  rhythm: true,
  minutes: true,
  line: true,
});
export type PrepareStepInput = z.infer<typeof prepareStepInput>;

export const discardPreparedInput = z.object({ coupleId: z.uuid(), stepId: z.uuid() });
export type DiscardPreparedInput = z.infer<typeof discardPreparedInput>;
