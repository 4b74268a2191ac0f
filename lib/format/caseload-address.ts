/** What the address of the caseload may ask for. Apart from its schema, so that the page's links don't bring zod to the browser. */
export const SORTS = ['couple', 'step', 'lastCheckIn', 'nextSession'] as const;
export const STATES = ['look', 'paused', 'held', 'active', 'invited', 'ended'] as const;
export const PAGE_SIZE = 25;
/** As in the program. */
export const STAGES = [1, 2, 3, 4, 5, 6, 7] as const;

export type CaseloadView = {
  search: string;
  state: (typeof STATES)[number] | null;
  stage: number | null;
  sort: (typeof SORTS)[number];
  isDescending: boolean;
  page: number;
};

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
