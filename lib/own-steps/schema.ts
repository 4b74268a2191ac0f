import { z } from 'zod';
import { canBeKept, CANNOT_BE_KEPT, line, optionalText } from '@/lib/texts/schema';

export const LONGEST = { title: 80, why: 120, instruction: 400, instructions: 10 };

const instructions = optionalText(LONGEST.instruction * LONGEST.instructions)
  .transform((text) =>
    text
      .split('\n')
      .map((one) => one.trim())
      .filter((one) => one !== ''),
  )
  .superRefine((lines, context) => {
    const fault = (message: string) => context.addIssue({ code: 'custom', message });
    if (lines.length === 0) fault('Write at least one instruction.');
    else if (lines.length > LONGEST.instructions) fault(`Use at most ${LONGEST.instructions} lines.`);
    else if (lines.some((one) => one.length > LONGEST.instruction))
      fault(`Use at most ${LONGEST.instruction} characters on a line.`);
    else if (new Set(lines).size < lines.length) fault('Two lines say the same.');
    else if (!lines.every(canBeKept)) fault(CANNOT_BE_KEPT);
  });

const digit = (words: string, most: string) =>
  z
    .string(words)
    .regex(new RegExp(`^[0-${most}]$`), words)
    .transform(Number);

export const ownStepInput = z
  .object({
    coupleId: z.uuid(),
    /** Its words are changed; without it, it is a new one. */
    stepId: z.uuid().optional(),
    title: line('a title', LONGEST.title),
    why: line('why, in one line', LONGEST.why),
    instructions,
    mode: z.enum(['alone', 'together'], 'Choose alone or together.'),
    intensity: digit('Choose an intensity.', '5'),
    stage: digit('Choose a stage.', '9'),
    hasTouch: z
      .string()
      .optional()
      .transform((sent) => sent === 'yes'),
  })
  .superRefine(({ mode, intensity, hasTouch }, context) => {
    const fault = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if (hasTouch && mode === 'alone') fault('hasTouch', 'What is done alone has no touch between the two.');
    else if (hasTouch && intensity < 2) fault('intensity', 'With touch it is of intensity 2 or more.');
  });
export type OwnStepInput = z.infer<typeof ownStepInput>;
