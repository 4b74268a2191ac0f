import { z } from 'zod';

export const SORTS = ['couple', 'step', 'lastCheckIn', 'nextSession'] as const;
export const STATES = ['look', 'paused', 'held', 'active', 'invited', 'ended'] as const;
export const PAGE_SIZE = 25;
/** As in the program. */
export const STAGES = [1, 2, 3, 4, 5, 6, 7] as const;

/** What the address of the caseload says; whatever does not fit is as if it were not there. */
export const caseloadView = z.object({
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
export type CaseloadView = z.infer<typeof caseloadView>;

/** The address of a view, as short as it can be. */
export function caseloadHref(view: CaseloadView): string {
  const asked = new URLSearchParams();
  if (view.search) asked.set('q', view.search);
  if (view.state) asked.set('state', view.state);
  if (view.stage) asked.set('stage', String(view.stage));
  if (view.sort !== 'couple' || view.isDescending) asked.set('sort', `${view.isDescending ? '-' : ''}${view.sort}`);
  if (view.page > 1) asked.set('page', String(view.page));
  const query = asked.toString();
  return query ? `/caseload?${query}` : '/caseload';
}

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
