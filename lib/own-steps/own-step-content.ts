/** A step in a therapist's own words as the plan knows steps: it asks, waits and opens by the same rules as one of the library. */
import 'server-only';
import type { StepContent } from '@/db/program/content';
import { BOUNDARIES } from '@/lib/program/requirements';
import type { OwnStepInput } from './schema';

export function ownStepContent(stepId: string, given: OwnStepInput): StepContent {
  const { title, why, instructions, mode, intensity, stage, hasTouch } = given;
  const isAlone = mode === 'alone';
  const isClose = intensity >= 3;
  const waits = [
    ...(isClose || (stage >= 3 && stage <= 5 && !isAlone) ? ['noOpenSafetyFlag'] : []),
    ...(hasTouch && stage >= 4 ? ['medicalAnswered'] : []),
    ...(intensity === 5 ? ['limitsSet'] : []),
    ...(intensity >= 4 || (stage === 4 && !isAlone) ? ['therapistRelease'] : []),
  ];
  return {
    id: stepId,
    stage,
    title,
    sourceStrategies: [],
    evidence: '',
    intensity,
    touch: hasTouch,
    mode,
    forPartners: { why, instructions, minutes: { min: 10, max: 20 } },
    forStaff: { purpose: '', cautions: [], judgment: [], notes: '' },
    rhythm: { kind: 'once', times: 1, weeks: null },
    consentEvery: isClose ? 'week' : 'once',
    checkIn: isClose && !isAlone ? 'full' : 'short',
    requires: {
      toAssign: hasTouch ? [{ step: BOUNDARIES }] : [],
      toOpen: [...(isAlone ? ['ownMeetingAlone', 'consentOwn'] : ['bothMetAlone', 'consentBoth']), ...waits],
    },
    easier: { text: 'Half the time, or only the first part.' },
    adaptations: [],
    fields: [
      ...(intensity === 5 ? ['limits'] : []),
      ...(isAlone ? [] : ['whoInvites', 'clothing', 'leftOut', 'until']),
    ],
    extraConsent: [],
    extraCheckIn: [],
  };
}
