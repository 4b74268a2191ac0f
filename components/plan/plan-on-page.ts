// A couple's plan as its page shows it: what crosses to the browser, and no more.
import type { PartnerPlace } from '@/components/ui/partner-mark';
import type { ComfortCourse } from '@/components/ui/charts/comfort-trend';
import type { CouplePlan } from '@/lib/plan/read-couple-plan';

export type FlagOnPage = {
  key: string;
  formKey: string;
  flagIds: string;
  tier: CouplePlan['flags'][number]['tier'];
  place: PartnerPlace;
  headline: string;
  /** "2 times, last 22 Nov 20:00" */
  when: string;
  /** What was asked and answered, newest first; `about` says of which step, and when. */
  raised: { id: string; question: string; answer: string; about: string }[];
};

export type PlanOnPage = Omit<CouplePlan, 'couple' | 'comfort' | 'flags'> & {
  coupleId: string;
  flags: FlagOnPage[];
  /** Empty before the first check-in. */
  course: ComfortCourse | null;
};
