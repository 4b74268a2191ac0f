/** What the forms of the library send. What it has to say is the checker's to judge, at every save; here only what can be kept at all. */
import { z } from 'zod';
import { line, optionalLine, optionalText } from '@/lib/texts/schema';

export const LONGEST = { title: 80, why: 200, row: 400, notes: 2000, about: 200, ask: 200, answer: 80 };
const MOST_ROWS = 20;
/** A requirement on the step itself: the form has no code for what is not saved yet. */
export const SELF = 'self';

const listed = (sent: unknown) => (sent === undefined ? [] : Array.isArray(sent) ? sent : [sent]);
const rows = (longest: number) =>
  z.preprocess(listed, z.array(optionalLine(longest)).max(MOST_ROWS, 'Use fewer rows.'));
const words = rows(60);
const whole = z
  .string('Write a number.')
  .trim()
  .regex(/^\d{1,3}$/, 'Write a number.')
  .transform(Number);

/** By version: somebody else's that this one is to follow all the same. */
export const FOLLOWS = 'follows';
const follows = z
  .record(z.string().regex(/^v\d{1,6}$/), z.literal('yes'))
  .optional()
  .default({});
export type Follows = z.infer<typeof follows>;

const unit = z.object({
  instructions: rows(LONGEST.row),
  minutes: z.object({ min: whole, max: whole }),
  toAssign: words,
  toOpen: words,
});

export const stepInput = z
  .object({
    /** The step that is edited; without it, a new one is made from `copyOf`. */
    stepId: z.uuid().optional(),
    copyOf: z.uuid().optional(),
    /** The version that the form was filled from. */
    basedOn: z.coerce.number().int().optional(),
    follows,
    title: line('a title', LONGEST.title),
    // A line end that slipped in is a space: it is read as one sentence.
    why: z.preprocess(
      (text) => (typeof text === 'string' ? text.replaceAll(/\s*\n\s*/g, ' ') : text),
      optionalLine(LONGEST.why),
    ),
    stage: whole,
    mode: z.enum(['alone', 'together', 'parts'], 'Choose who does it.'),
    intensity: whole,
    touch: z
      .string()
      .optional()
      .transform((sent) => sent === 'yes'),
    units: z.object({ whole: unit.optional(), alone: unit.optional(), together: unit.optional() }),
    consentList: optionalLine(40),
    extraConsent: words,
    extraCheckIn: words,
    rhythm: z.object({
      kind: z.enum(['once', 'timesAWeek', 'mostDays', 'daily', 'monthly'], 'Choose how often.'),
      times: z.union([z.literal('').transform(() => 0), whole], 'Write a number.').optional(),
      weeks: z.union([z.literal('').transform(() => null), whole], 'Write a number.').optional(),
    }),
    easier: z.object({ step: optionalLine(10), text: optionalLine(LONGEST.row) }),
    adaptations: z.preprocess(
      listed,
      z
        .array(
          z.object({
            for: z.enum(['both', 'one'], 'Choose for whom it is.'),
            when: optionalLine(20),
            text: optionalLine(LONGEST.row),
          }),
        )
        .max(MOST_ROWS, 'Use fewer rows.'),
    ),
    fields: words,
    purpose: line('what it is for', LONGEST.row),
    cautions: rows(LONGEST.row),
    judgment: rows(LONGEST.row),
    notes: optionalText(LONGEST.notes),
    evidence: optionalLine(LONGEST.row),
    sourceStrategies: words,
  })
  .superRefine(({ mode, units }, context) => {
    const isThere = mode === 'parts' ? units.alone && units.together : units.whole;
    if (!isThere) context.addIssue({ code: 'custom', path: ['mode'], message: 'Choose who does it.' });
  });
export type StepInput = z.infer<typeof stepInput>;
export type UnitInput = z.infer<typeof unit>;

export const reviewInput = z.object({
  stepId: z.uuid(),
  versionId: z.uuid(),
  isRead: z.literal('yes', 'Tick this once you have read it all.'),
});
export type ReviewInput = z.infer<typeof reviewInput>;

const edited = { basedOn: z.coerce.number().int(), follows };

export const stagesInput = z.object({
  ...edited,
  stages: z.preprocess(
    listed,
    z.array(z.object({ title: line('a title', LONGEST.title), about: line('a line about it', LONGEST.about) })).min(1),
  ),
});
export type StagesInput = z.infer<typeof stagesInput>;

const path = z.preprocess(listed, z.array(optionalLine(10)).max(99, 'Use fewer rows.'));
export const pathsInput = z.object({
  ...edited,
  paths: z.object({ medical: path, trauma: path, lowMood: path, timePoor: path }),
});
export type PathsInput = z.infer<typeof pathsInput>;

const yes = z
  .string()
  .optional()
  .transform((sent) => sent === 'yes');
const tier = z.enum(['urgent', 'safety', 'talk', 'review'], 'Choose from the list.');
const tells = z
  .union([z.literal(''), tier], 'Choose from the list.')
  .optional()
  .default('');

/** A place in the program where a question is asked. */
const place = z
  .string()
  .regex(
    /^(consent\.(alone|together|firstAgreement)|checkIn\.(short|full)|(before|after) S\d\d|)$/,
    'Choose from the list.',
  );
const places = z.preprocess(listed, z.array(place).max(99, 'Use fewer rows.')).transform((all) => all.filter(Boolean));

export const questionInput = z
  .object({
    /** The question that is changed, by its key; without it, a new one is written. */
    question: z
      .string()
      .regex(/^[0-9a-f]{16}$/)
      .optional(),
    ask: line('the question', LONGEST.ask),
    kind: z.enum(['scale', 'choice', 'text', 'yesno'], 'Choose how it is answered.'),
    low: optionalLine(LONGEST.answer).optional().default(''),
    high: optionalLine(LONGEST.answer).optional().default(''),
    answers: z.preprocess(
      listed,
      z.array(z.object({ text: optionalLine(LONGEST.answer), opens: yes, tells })).max(12, 'Use fewer answers.'),
    ),
    tellsYes: tells,
    tellsNo: tells,
    told: z
      .object({
        when: z.union([z.literal(''), z.enum(['atLeast', 'atMost'])], 'Choose from the list.').default(''),
        number: z
          .string()
          .trim()
          .regex(/^(\d|10)?$/, 'Write a number from 0 to 10.')
          .default(''),
        tier: tier.default('review'),
      })
      .optional()
      .transform((sent) => sent ?? { when: '' as const, number: '', tier: 'review' as const }),
    neverJoint: yes,
    touchOnly: yes,
    /** Where it is asked, and where it was when the form was opened: what others changed meanwhile is left as they left it. */
    where: places,
    was: places,
  })
  .superRefine(({ kind, told }, context) => {
    if (kind === 'scale' && told.when !== '' && told.number === '')
      context.addIssue({ code: 'custom', path: ['told', 'number'], message: 'Write a number from 0 to 10.' });
  });
export type QuestionInput = z.infer<typeof questionInput>;

export const standInput = z.object({ stepId: z.uuid(), isRetired: z.enum(['yes', 'no']) });
export type StandInput = z.infer<typeof standInput>;
