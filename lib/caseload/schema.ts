import { z } from 'zod';
import { type CaseloadView, SORTS, STAGES, STATES } from '@/lib/format/caseload-address';

/** What the address of the caseload says; whatever does not fit is as if it were not there. */
export const caseloadView: z.ZodType<CaseloadView> = z.object({
  search: z
    .string()
    .trim()
    .max(80)
    .refine((text) => !/[\p{Cc}\p{Cs}]/u.test(text))
    .catch(''),
  state: z.enum(STATES).nullable().catch(null),
  stage: z.coerce.number().int().min(1).max(STAGES.length).nullable().catch(null),
  sort: z.enum(SORTS).catch('couple'),
  isDescending: z.boolean(),
  page: z.coerce.number().int().min(1).max(1000).catch(1),
});

/** The couples that were ticked; a form sends one or many. */
export const couplesInput = z.object({
  coupleIds: z.preprocess(
    (sent) => (sent === undefined ? [] : [sent].flat()),
    z
      .array(z.uuid('Choose from the list.'))
      .min(1, 'Choose at least one couple.')
      .max(100, 'Choose at most 100 couples.'),
  ),
});
export type CouplesInput = z.infer<typeof couplesInput>;
