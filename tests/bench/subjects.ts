// What is measured, and what it may cost: the budget of the product, beside a bare page of the same run.
import type { Practice } from './seed';

export interface PageSubject {
  name: string;
  path: string;
  /** The sign-in whose cookie goes along. */
  token: string | null;
  /** Requests a second, as a share of the bare page's. */
  leastShare: number;
  /** SQL statements, beside begin and commit. */
  mostStatements: number;
  /** Kilobytes of script over the bare page, gzipped. */
  mostScript: number;
}

export interface ActSubject {
  name: string;
  /** The page that holds the form. */
  path: string;
  /** A piece of text that only the wanted form contains. */
  form: RegExp;
  fields: Record<string, string>;
  token: string;
  /** The table that gains a row with each act. */
  effects: string;
  leastPerSecond: number;
  mostP99: number;
}

export const BARE: PageSubject = {
  name: 'Bare page',
  path: '/bare',
  token: null,
  leastShare: 1,
  mostStatements: 0,
  mostScript: 0,
};

export const pagesOf = ({ therapist, couple, partner }: Practice): PageSubject[] => [
  { name: 'Portal Today', path: '/home', token: partner.token, leastShare: 0.5, mostStatements: 5, mostScript: 10 },
  {
    name: 'Caseload, 25 rows',
    path: '/caseload',
    token: therapist.token,
    leastShare: 0.4,
    mostStatements: 6,
    mostScript: 95,
  },
  {
    name: "Couple's page",
    path: `/couples/${couple.coupleId}`,
    token: therapist.token,
    leastShare: 0.3,
    mostStatements: 10,
    mostScript: 95,
  },
];

export const actsOf = ({ checkIn }: Practice): ActSubject[] =>
  checkIn ? [{ name: 'Posting a check-in', ...checkIn, effects: 'check_ins', leastPerSecond: 250, mostP99: 100 }] : [];

/** All of the app's processes together, under load, in megabytes. */
export const MOST_MEMORY = 500;
