import { z } from 'zod';
import { line, optionalLine } from '@/lib/texts/schema';

export const LONGEST_TITLE = 200;

const day = z.iso.date('Choose a day.');

export const giveDiagnosisInput = z
  .object({
    coupleId: z.uuid(),
    partnerId: z.uuid(),
    /** A number of the list, or `other` for one that is typed. */
    code: line('a number from the list', 20),
    otherCode: optionalLine(10).transform((typed) => typed.toUpperCase()),
    otherTitle: optionalLine(LONGEST_TITLE),
    from: day,
  })
  .superRefine(({ code, otherCode, otherTitle }, context) => {
    if (code !== 'other') return;
    if (!/^[A-Z]\d[0-9A-Z](\.[0-9A-Z]{1,4})?$/.test(otherCode))
      context.addIssue({ code: 'custom', path: ['otherCode'], message: 'Write the number like N94.11.' });
    if (otherTitle === '')
      context.addIssue({ code: 'custom', path: ['otherTitle'], message: 'Write its title as the ICD-10-CM has it.' });
  });
export type GiveDiagnosisInput = z.output<typeof giveDiagnosisInput>;

export const endDiagnosisInput = z.object({
  coupleId: z.uuid(),
  diagnosisId: z.uuid(),
  how: z.enum(['ended', 'inError'], 'Choose what happened.'),
  on: day,
});
export type EndDiagnosisInput = z.output<typeof endDiagnosisInput>;
