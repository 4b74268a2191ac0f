// What is measured, and what it may cost: the budget of the product, beside a bare page of the same run.
import { PAGE_SIZE } from '@/lib/format/caseload-address';
import type { CoupleInBench } from './couples';
import type { Practice } from './seed';

/** One address as one person asks for it. */
export interface Visit {
  path: string;
  /** The sign-in whose cookie goes along. */
  token: string | null;
  /** What is sent there as JSON, made anew each time, and what is made of the answer; left out: a page is read. */
  sends?: { body: () => unknown; heard: (reply: unknown) => void };
}

export interface PageSubject {
  name: string;
  /** Asked for in turn, as people do: nobody reads one page over and over. */
  visits: Visit[];
  /** Requests a second, as a share of the bare page's. */
  leastShare: number;
  /** SQL statements, beside begin and commit. */
  mostStatements: number;
  /** Kilobytes of script over the bare page, gzipped. */
  mostScript: number;
}

export interface ActSubject {
  name: string;
  /** A piece of text that only the wanted form contains, on the page that each visit names. */
  form: RegExp;
  /** One submit each. */
  submits: (Visit & { fields: Record<string, string> })[];
  /** The table that gains a row with each act. */
  effects: string;
  leastPerSecond: number;
  mostP99: number;
}

export const BARE: PageSubject = {
  name: 'Bare page',
  visits: [{ path: '/bare', token: null }],
  leastShare: 1,
  mostStatements: 0,
  mostScript: 0,
};

export const pagesOf = ({ therapist: { token }, couples }: Practice): PageSubject[] => [
  {
    name: 'Portal Today',
    visits: membersOf(couples).map((member) => ({ path: '/home', token: member.token })),
    leastShare: 0.5,
    mostStatements: 5,
    mostScript: 10,
  },
  {
    name: `Caseload, ${Math.min(couples.length, PAGE_SIZE)} rows`,
    visits: [{ path: '/caseload', token }],
    leastShare: 0.4,
    mostStatements: 6,
    mostScript: 95,
  },
  {
    name: "Couple's page",
    visits: couples.map(({ coupleId }) => ({ path: `/couples/${coupleId}`, token })),
    leastShare: 0.3,
    mostStatements: 3,
    mostScript: 95,
  },
];

export const actsOf = ({ crowd }: Practice): ActSubject[] => [
  {
    name: 'Posting a check-in',
    form: /name="occasion"/,
    submits: crowd.flatMap(({ members, open }) =>
      open.flatMap(({ assignmentId, unit }) =>
        members.map(({ token, partnerId }) => ({
          path: `/steps/${assignmentId}/${unit}/check-in/send`,
          token,
          fields: { assignmentId, unit, occasion: 'check-in', whose: partnerId },
        })),
      ),
    ),
    effects: 'check_ins',
    leastPerSecond: 250,
    mostP99: 100,
  },
];

const membersOf = (couples: CoupleInBench[]) => couples.flatMap(({ members }) => members);

/** All of the app's processes together, under load, in megabytes. */
export const MOST_MEMORY = 500;
