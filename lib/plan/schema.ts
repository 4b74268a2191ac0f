import { z } from 'zod';
import { FIELDS } from '@/lib/format/assigned-terms';
import { optionalLine, optionalText } from '@/lib/texts/schema';

export const LONGEST = { field: 300, own: 2000, line: 300, waiver: 2000 };
export const RHYTHM_KINDS = ['once', 'timesAWeek', 'mostDays', 'daily', 'monthly', 'fixedDays'] as const;

const number = (words: string, least: number, most: number) =>
  z
    .string(words)
    .trim()
    .regex(/^\d{1,3}$/, words)
    .transform(Number)
    .refine((value) => value >= least && value <= most, words);

const list = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((sent) => (sent === undefined ? [] : [sent].flat()));
const tick = z
  .string()
  .optional()
  .transform((sent) => sent === 'yes');

const WEEKS = 'Write a number of weeks from 1 to 52, or leave it empty.';

const rhythm = z
  .object({
    kind: z.enum(RHYTHM_KINDS, 'Choose how often.'),
    times: number('Write how many times, from 1 to 7.', 1, 7).optional(),
    weeks: z
      .string(WEEKS)
      .trim()
      .regex(/^\d{0,3}$/, WEEKS)
      .transform((typed) => (typed === '' ? null : Number(typed)))
      .refine((weeks) => weeks === null || (weeks >= 1 && weeks <= 52), WEEKS)
      .optional(),
    days: list.pipe(z.array(z.enum(['1', '2', '3', '4', '5', '6', '7'], 'Choose days of the week.').transform(Number))),
  })
  .superRefine(({ kind, times, days }, context) => {
    if (kind === 'fixedDays' && days.length === 0)
      context.addIssue({ code: 'custom', path: ['days'], message: 'Choose at least one day of the week.' });
    if (['timesAWeek', 'mostDays', 'monthly'].includes(kind) && times === undefined)
      context.addIssue({ code: 'custom', path: ['times'], message: 'Write how many times, from 1 to 7.' });
  })
  .transform(({ kind, times = 1, weeks = null, days }) => ({
    kind,
    times: kind === 'once' ? 1 : kind === 'daily' ? 7 : kind === 'fixedDays' ? days.length : times,
    weeks: kind === 'once' ? null : weeks,
    days: kind === 'fixedDays' ? days.toSorted((a, b) => a - b) : [],
  }));

/** Places of the chosen ones among the step's adaptations, and lines of one's own. */
const forOne = {
  adaptations: list.pipe(z.array(z.string().regex(/^\d$/, 'Choose from the list.').transform(Number))),
  own: optionalText(LONGEST.own),
};

export const assignStepInput = z.object({
  coupleId: z.uuid(),
  stepId: z.uuid(),
  /** The version that was read; without it, the newest. */
  versionId: z.uuid().optional(),
  /** The assignment this one takes the place of. */
  replaces: z.uuid().optional(),
  rhythm,
  minutes: z
    .object({
      min: number('Write minutes from 1 to 240.', 1, 240),
      max: number('Write minutes from 1 to 240.', 1, 240),
    })
    .refine(({ min, max }) => min <= max, { path: ['max'], message: 'The longest is shorter than the shortest.' }),
  /** Places of the chosen ones among the step's adaptations. */
  adaptations: list.pipe(z.array(z.string().regex(/^\d$/, 'Choose from the list.').transform(Number))),
  own: optionalText(LONGEST.own),
  /** For one of them alone, by the partner's id. */
  forOne: z.record(z.uuid(), z.object(forOne)).optional().default({}),
  fields: z
    .object(
      Object.fromEntries(
        FIELDS.map((field) => [field, field === 'until' ? optionalLine(10) : optionalText(LONGEST.field)]),
      ),
    )
    .optional()
    .default({}),
  line: optionalLine(LONGEST.line),
  /** Why what the program wants done first is set aside. */
  waiver: optionalText(LONGEST.waiver),
  opensWhenBothYes: tick,
  isImmediate: tick,
});
export type AssignStepInput = z.infer<typeof assignStepInput>;

const onAssignment = { coupleId: z.uuid(), assignmentId: z.uuid() };

/** What both read from the next turn on: a condition on each line, and a line of the therapist's. */
export const changeTermsInput = z.object({
  ...onAssignment,
  conditions: optionalText(LONGEST.own),
  line: optionalLine(LONGEST.line),
});
export type ChangeTermsInput = z.infer<typeof changeTermsInput>;

export const changeOwnTermsInput = z.object({ ...onAssignment, partnerId: z.uuid(), ...forOne });
export type ChangeOwnTermsInput = z.infer<typeof changeOwnTermsInput>;

/** One of the buttons of a step on the plan: the act, and the unit where it needs one. */
export const ACTS = ['release', 'releaseAtOnce', 'finish', 'hold', 'liftHold', 'closeForBoth', 'retire'] as const;
export const stepActInput = z
  .object({ ...onAssignment, act: z.string().regex(/^[a-zA-Z]+(\.(whole|alone|together))?$/) })
  .transform(({ act, ...rest }, context) => {
    const [name, unit] = act.split('.');
    const known = ACTS.find((one) => one === name);
    if (!known) {
      context.addIssue({ code: 'custom', path: ['act'], message: 'Choose what to do.' });
      return z.NEVER;
    }
    return { ...rest, act: known, unit: unit as 'whole' | 'alone' | 'together' | undefined };
  });
export type StepActInput = z.infer<typeof stepActInput>;

export const waiveInput = z.object({
  ...onAssignment,
  unit: z.enum(['whole', 'alone', 'together']),
  waiver: optionalText(LONGEST.waiver).refine((text) => text !== '', 'Write why it may come first.'),
});
export type WaiveInput = z.infer<typeof waiveInput>;

export const planActInput = z.object({
  coupleId: z.uuid(),
  act: z.enum(['hold', 'liftHold', 'closeForBoth', 'liftPause'], 'Choose what to do.'),
  partnerId: z.uuid().optional(),
});
export type PlanActInput = z.infer<typeof planActInput>;
