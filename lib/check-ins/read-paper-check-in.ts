/** The pages where a check-in given on paper is entered: whose and of which step, and then the questions that the portal would ask. */
import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import type { NamedQuestion } from '@/db/program/content';
import { findProgramOf } from '@/db/queries/plan/program';
import { type Couple, type CouplePartner, partnerOf, readCouple } from '@/lib/couples/read-couple';
import { NotFound } from '@/lib/errors';
import { shortDay } from '@/lib/format/dates';
import { unitWords } from '@/lib/format/step-words';
import { type UnitInput, unitInput } from '@/lib/my-day/schema';
import { listAssignedSteps } from '@/lib/program/assigned-steps';
import { questionsAfter } from './questions-asked';

export type PaperPlace = UnitInput & {
  couple: Couple;
  partner: CouplePartner;
  title: string;
  /** The earliest day it can be about. */
  assignedOn: string;
  questions: NamedQuestion[];
};

/** Of anything that is or was on the plan of a couple of one's own, and of a partner who takes part. */
export async function readPaperPlace(
  tx: ActorTx,
  { coupleId, partnerId, assignmentId, unit }: UnitInput & { coupleId: string | undefined; partnerId: string },
): Promise<PaperPlace> {
  const couple = await readCouple(tx, coupleId);
  const partner = partnerOf(couple, partnerId);
  const assignment = (await listAssignedSteps(tx, couple.id)).find(({ id }) => id === assignmentId);
  if (!assignment || !mayEnterFor(partner) || !unitsOf(assignment.content).includes(unit)) throw new NotFound();
  const program = await findProgramOf(tx, assignment.versionId);
  if (!program) throw new NotFound();
  return {
    couple,
    partner,
    assignmentId,
    unit,
    title: titled(assignment.content.title, unit),
    assignedOn: assignment.assignedOn,
    // Words that are for the other too are shared by their author alone, never from here.
    questions: questionsAfter(program.common, assignment.content, unit).filter(({ id }) => id !== 'reflectionFor'),
  };
}

export type PaperPage =
  | { kind: 'form'; place: PaperPlace }
  | {
      kind: 'choice';
      couple: Couple;
      partners: Pick<CouplePartner, 'id' | 'name' | 'place'>[];
      /** The newest first. */
      steps: { key: string; title: string; assigned: string; hrefs: string[] }[];
    };

export async function readPaperPage(
  tx: ActorTx,
  coupleId: string | undefined,
  search: { partner?: unknown; of?: unknown; unit?: unknown },
): Promise<PaperPage> {
  if (search.partner !== undefined) {
    const which = unitInput.safeParse({ assignmentId: search.of, unit: search.unit });
    if (!which.success || typeof search.partner !== 'string') throw new NotFound();
    const place = await readPaperPlace(tx, { coupleId, partnerId: search.partner, ...which.data });
    if (place.couple.status === 'ended') throw new NotFound();
    return { kind: 'form', place };
  }
  const couple = await readCouple(tx, coupleId);
  const partners = couple.partners.filter(mayEnterFor);
  const assignments = couple.status === 'ended' ? [] : await listAssignedSteps(tx, couple.id);
  const at = `/couples/${couple.id}/check-ins/paper`;
  return {
    kind: 'choice',
    couple,
    partners: partners.map(({ id, name, place }) => ({ id, name, place })),
    steps: assignments.toReversed().flatMap(({ id, content, assignedOn }) =>
      unitsOf(content).map((unit) => ({
        key: `${id} ${unit}`,
        title: titled(content.title, unit),
        assigned: shortDay(assignedOn, couple.today),
        hrefs: partners.map((partner) => `${at}?partner=${partner.id}&of=${id}&unit=${unit}`),
      })),
    ),
  };
}

const mayEnterFor = ({ status }: Pick<CouplePartner, 'status'>): boolean => status !== 'deactivated';

const unitsOf = ({ mode }: { mode: string }): UnitInput['unit'][] =>
  mode === 'parts' ? ['alone', 'together'] : ['whole'];

const titled = (title: string, unit: UnitInput['unit']): string =>
  [title, unitWords[unit].toLowerCase()].filter(Boolean).join(', ');
