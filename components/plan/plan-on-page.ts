// A couple's plan as its page shows it: what crosses to the browser, and no more.
import type { ComfortCourse } from '@/components/ui/charts/comfort-trend';
import type { PartnerPlace } from '@/components/ui/partner-mark';
import type { Lane, PlanStep, PlanUnit } from '@/lib/plan/plan-view';
import type { CouplePlan } from '@/lib/plan/read-couple-plan';

export type FlagOnPage = {
  formKey: string;
  flagIds: string;
  /** Where an asked change is merged into the conditions; null of any other line, and once work has ended. */
  mergeHref: string | null;
  isChange: boolean;
  tier: CouplePlan['flags'][number]['tier'];
  place: PartnerPlace;
  headline: string;
  /** "2 times, last 22 Nov 20:00" */
  when: string;
  /** What was asked and answered, newest first; `about` says of which step, and when. */
  raised: { id: string; question: string; answer: string; about: string }[];
};

export type LaneOnPage = Omit<Lane, 'partner'> & { place: PartnerPlace; name: string };
export type UnitOnPage = Omit<PlanUnit, 'lanes'> & { lanes: LaneOnPage[] };
export type StepOnPage = Omit<PlanStep, 'stage' | 'units'> & { units: UnitOnPage[] };

export type PlanOnPage = Omit<CouplePlan, 'couple' | 'comfort' | 'flags' | 'sharedEnd' | 'stages'> & {
  coupleId: string;
  /** Work has ended: the plan is read, and nothing on it is changed. */
  isEnded: boolean;
  stages: { title: string; steps: StepOnPage[] }[];
  flags: FlagOnPage[];
  /** Empty before the first check-in. */
  course: ComfortCourse | null;
};
