/** Everything the partners of one couple gave, newest first, with every answer readable: for the care team alone. */
import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { noteOpening } from '@/db/queries/audit';
import { listTimeline, type TimelinePlace, type TimelineRow } from '@/db/queries/timeline';
import { type Couple, type CouplePartner, partnerOf, readCouple } from '@/lib/couples/read-couple';
import { NotFound } from '@/lib/errors';
import { policyWords } from '@/lib/format/couple-words';
import { shortDay, weekdayAndDay } from '@/lib/format/dates';
import { unitWords } from '@/lib/format/step-words';
import { inOrder } from '@/lib/plan/answer-order';
import { privateRef, sharedWordsRef } from '@/lib/plan/sealed-places';
import { programOutline } from '@/lib/program/program-outline';
import type { Keyring } from '@/lib/sealed/keyring';
import { keyringFor } from '@/lib/sealed/keyring-for';

export type Entry = {
  id: string;
  kind: TimelineRow['kind'];
  partner: Pick<CouplePartner, 'id' | 'name' | 'place'>;
  day: string;
  step: string | null;
  /** `isNeverJoint`: an answer about safety, never for a screen that both may see. */
  answers: { ask: string; answer: string; isNeverJoint: boolean }[];
  text: string | null;
  /** Whose eyes it was written for, and the policy it was written under. */
  audience: string;
};
export type Timeline = { couple: Couple; entries: Entry[]; isFirstPage: boolean; olderHref: string | null };

const PAGE = 20;
const CURSOR = /^(\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:\d{2}))~([0-9a-f-]{36})$/;

export async function readTimeline(tx: ActorTx, coupleId: string | undefined, before: unknown): Promise<Timeline> {
  const couple = await readCouple(tx, coupleId);
  const place = placeIn(before);
  const rows = await listTimeline(tx, couple.id, place, PAGE + 1);
  const shown = rows.slice(0, PAGE);
  const program = await programOutline(tx);
  const keyring = await keyringFor(tx, [couple.id]);
  for (const { id } of couple.partners.filter((partner) => shown.some(({ partnerId }) => partnerId === partner.id)))
    await noteOpening(tx, 'checkIns', id, couple.id, id);

  const order = [...program.checkIn.full, ...program.checkIn.short];
  const entries = shown.map((row): Entry => {
    const { text, texts } = openedText(tx, couple, keyring, row);
    const partner = partnerOf(couple, row.partnerId);
    const answers = inOrder({ ...row.answers, ...texts }, [...order, ...(row.extraQuestions ?? [])]).map(
      ([id, answer]) => {
        const question = program.questions[id];
        const isScale = question?.kind === 'scale';
        return {
          ask: question?.ask ?? id,
          answer: isScale ? `${answer} of 10` : answer,
          isNeverJoint: question?.neverJoint === true,
        };
      },
    );
    return {
      id: row.id,
      kind: row.kind,
      partner: { id: partner.id, name: partner.name, place: partner.place },
      day: weekdayAndDay(row.on, couple.today),
      step:
        row.title === null
          ? null
          : [row.title, row.unit ? unitWords[row.unit].toLowerCase() : ''].filter(Boolean).join(', '),
      answers,
      text,
      audience: audienceOf(row, couple.today),
    };
  });
  const last = shown.at(-1);
  return {
    couple,
    entries,
    isFirstPage: place === null,
    olderHref:
      rows.length > PAGE && last
        ? `/couples/${couple.id}/check-ins?before=${encodeURIComponent(`${last.at}~${last.id}`)}`
        : null,
  };
}

function placeIn(before: unknown): TimelinePlace | null {
  if (before === undefined) return null;
  const [, at, id] = (typeof before === 'string' ? CURSOR.exec(before) : null) ?? [];
  if (!at || !id || Number.isNaN(Date.parse(at))) throw new NotFound();
  return { at, id };
}

function openedText(
  tx: ActorTx,
  couple: Couple,
  keyring: Keyring,
  row: TimelineRow,
): { text: string | null; texts: Record<string, string> } {
  if (!row.text) return { text: null, texts: {} };
  const { practiceId } = tx.actor;
  if (row.kind === 'sharedWords')
    return { text: keyring.open(sharedWordsRef(practiceId, couple.id, row.id), row.text), texts: {} };
  if (row.kind === 'reflection')
    return { text: keyring.open(privateRef(practiceId, row.partnerId, 'reflections', row.id), row.text), texts: {} };
  return {
    text: null,
    texts: JSON.parse(keyring.open(privateRef(practiceId, row.partnerId, 'check_ins', row.id), row.text)) as Record<
      string,
      string
    >,
  };
}

function audienceOf({ kind, policy, on }: TimelineRow, today: string): string {
  if (kind === 'sharedWords') return `Written for both, ${shortDay(on, today)}`;
  return policy ? `For you alone · ${policyWords[policy].label.toLowerCase()}` : 'For you alone';
}
