/** The shape of a program's content, as program.json documents it under "about". */

export type Tier = 'urgent' | 'safety' | 'talk' | 'review';

export type Raise = { tier: Tier; answers?: string[]; atLeast?: number; atMost?: number; timesRunning?: number };

export type Question = {
  ask: string;
  kind: 'scale' | 'choice' | 'text' | 'yesno';
  low?: string;
  high?: string;
  answers?: string[];
  neverJoint?: true;
  touchOnly?: boolean;
  opensWith?: string[];
  raises?: Raise[];
};
export type NamedQuestion = Question & { id: string };

export type Minutes = { min: number; max: number };
export type Requires = { toAssign: { step: string; part?: 'alone' | 'together' }[]; toOpen: string[] };
export type Rhythm = {
  kind: 'once' | 'timesAWeek' | 'mostDays' | 'daily' | 'monthly';
  times: number;
  weeks: number | null;
};
export type When = 'medical' | 'trauma' | 'lowMood' | 'timePoor';

export type StepContent = {
  id: string;
  stage: number;
  title: string;
  sourceStrategies: string[];
  evidence: string;
  intensity: number;
  touch: boolean;
  mode: 'alone' | 'together' | 'parts';
  consentList?: string;
  forPartners: { why: string; instructions?: string[]; minutes?: Minutes };
  parts?: { id: 'alone' | 'together'; instructions: string[]; minutes: Minutes; requires: Requires }[];
  forStaff: { purpose: string; cautions: string[]; judgment: string[]; notes: string };
  rhythm: Rhythm;
  consentEvery: 'once' | 'week';
  checkIn: 'short' | 'full' | 'week';
  requires?: Requires;
  easier: string | { text: string };
  adaptations: { for: 'both' | 'one'; when: When; text: string }[];
  fields: string[];
  extraConsent: string[];
  extraCheckIn: string[];
};

export type ProgramCommon = {
  about: string;
  status: string;
  evidenceKey: string;
  sourceStrategies: Record<string, { text: string; phrases: Record<string, string> }>;
  stages: { n: number; title: string; about: string }[];
  paths: Record<When, string[]>;
  conditions: Record<string, string>;
  fields: Record<string, string>;
  consent: Record<'alone' | 'together' | 'firstAgreement', NamedQuestion[]>;
  checkIn: { short: string[]; full: string[] };
  questions: Record<string, Question>;
};
export type Program = ProgramCommon & { steps: StepContent[] };
