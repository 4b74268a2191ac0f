import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { findStep } from '@/db/queries/plan/program';
import { type Couple, readCouple } from '@/lib/couples/read-couple';
import { NotFound } from '@/lib/errors';
import { programOutline } from '@/lib/program/program-outline';
import { recordId } from '@/lib/record-id';

/** What the form starts with; a new one starts empty. */
export type OwnStepPage = {
  couple: Couple;
  stages: { n: number; title: string }[];
  step: {
    stepId: string;
    title: string;
    why: string;
    instructions: string;
    mode: 'alone' | 'together';
    intensity: number;
    hasTouch: boolean;
    stage: { n: number; title: string };
  } | null;
};

export async function readOwnStep(
  tx: ActorTx,
  coupleId: string | undefined,
  search: { step?: unknown },
): Promise<OwnStepPage> {
  const couple = await readCouple(tx, coupleId);
  const { stages } = await programOutline(tx);
  if (search.step === undefined) return { couple, stages, step: null };
  const found = await findStep(tx, recordId(search.step));
  if (!found || found.coupleId !== couple.id) throw new NotFound();
  const { title, forPartners, mode, intensity, touch, stage } = found.content;
  return {
    couple,
    stages,
    step: {
      stepId: found.stepId,
      title,
      why: forPartners.why,
      instructions: (forPartners.instructions ?? []).join('\n'),
      mode: mode === 'alone' ? 'alone' : 'together',
      intensity,
      hasTouch: touch,
      stage: { n: stage, title: stages.find(({ n }) => n === stage)?.title ?? '' },
    },
  };
}
