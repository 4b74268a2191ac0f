// A row of the caseload on its way to the browser: its words, made on the server, without names, because there are 25 of them.
export type CaseloadState = 'look' | 'paused' | 'held' | 'active' | 'invited' | 'ended';

export type CaseloadLine = [
  id: string,
  label: string,
  names: string,
  /** "Holding hands", and "Stage 3, and 1 more"; empty when none is given. */
  step: string,
  stepNote: string,
  checkIns: number,
  /** "last on 22 Nov" */
  lastCheckIn: string,
  /** Each partner's numbers, the oldest first. */
  comfort: [place: 'first' | 'second', initials: string, values: number[]][],
  nextSession: string,
  states: CaseloadState[],
];
