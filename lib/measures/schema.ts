/** What the forms of measures send. */
import { z } from 'zod';
import { line } from '@/lib/texts/schema';

/** From how many points on a change of the PCL-5 is called reliable: its sources differ, so the practice chooses one by name. */
export const PCL_CHANGES = {
  10: { source: 'older VA guidance, called meaningful' },
  12: { source: 'primary care study of 2023: 9 to 12 likely real' },
  15: { source: 'Marx et al. 2022, one sample' },
  18: { source: 'Marx et al. 2022, the other sample' },
} as const;
export type PclChange = keyof typeof PCL_CHANGES;
export const USUAL_PCL_CHANGE: PclChange = 15;
export const isPclChange = (points: number): points is PclChange => points in PCL_CHANGES;

const person = { coupleId: z.uuid(), partnerId: z.uuid('Choose who it is for.') };
const SLUGS = ['nine', 'seven', 'twenty', 'sixteen', 'one'] as const;
const form = z.enum(SLUGS, 'Choose a measure.');
const answers = z.record(z.string().max(8), z.string().max(8, 'Choose one of the answers.')).default({});

export const giveMeasureInput = z.object({
  ...person,
  form,
  dueOn: z.iso.date('Choose a day.'),
  everyWeeks: z
    .enum(['', '1', '2', '4', '6', '8', '12'], 'Choose how often.')
    .transform((weeks) => (weeks === '' ? null : Number(weeks))),
});
export type GiveMeasureInput = z.output<typeof giveMeasureInput>;

export const takeBackMeasureInput = z.object({ coupleId: z.uuid(), givenId: z.uuid() });
export type TakeBackMeasureInput = z.output<typeof takeBackMeasureInput>;

export const paperMeasureInput = z.object({ ...person, form, on: z.iso.date('Choose the day on the paper.'), answers });
export type PaperMeasureInput = z.output<typeof paperMeasureInput>;

const TOTAL = 'Write the total as a number, such as 26 or 26.55.';
export const externalScoreInput = z.object({
  ...person,
  name: line('the name of the measure', 80),
  on: z.iso.date('Choose the day it was taken.'),
  total: z
    .string(TOTAL)
    .trim()
    .regex(/^-?\d{1,5}([.,]\d{1,2})?$/, TOTAL)
    .transform((typed) => Number(typed.replace(',', '.'))),
});
export type ExternalScoreInput = z.output<typeof externalScoreInput>;

export const scoreInErrorInput = z.object({ coupleId: z.uuid(), scoreId: z.uuid() });
export type ScoreInErrorInput = z.output<typeof scoreInErrorInput>;

/** The partner's own pages. */
const givenId = z.uuid();
export const myMeasureInput = z.object({ givenId });
export type MyMeasureInput = z.output<typeof myMeasureInput>;
export const takeUpMeasureInput = myMeasureInput.extend({ choice: z.enum(['continue', 'again']) });
export type TakeUpMeasureInput = z.output<typeof takeUpMeasureInput>;
export const answerItemInput = myMeasureInput.extend({
  place: z.union([z.literal('all'), z.string().regex(/^[1-9]\d?$/)]),
  skip: z.string().optional(),
  answers,
});
export type AnswerItemInput = z.output<typeof answerItemInput>;
