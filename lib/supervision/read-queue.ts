/** A supervisor's queue: what waits for them, what they gave back, and what else they may read; joint and individual notes apart. */
import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { can } from '@/db/access/can';
import { noteListing } from '@/db/queries/audit';
import { listSupervisedLines, type SupervisedLine } from '@/db/queries/supervision/queue';
import { listSupervisions } from '@/db/queries/supervision/supervisions';
import { NotFound } from '@/lib/errors';
import { initials } from '@/lib/format/names';
import { type NoteStatus, statusOf } from '@/lib/format/notes/note-status';
import { hasEnded, isAhead } from '@/lib/people/standing';

/** What is asked of this supervisor, if anything. */
export type Asked = 'approve' | 'coSign' | null;

export type QueueLine = {
  noteId: string;
  /** "A.E. alone" or the couple's label. */
  who: string;
  startsAt: Date;
  author: string;
  status: NoteStatus;
  asked: Asked;
  signedAt: Date | null;
};

export type QueueOfKind = { waiting: QueueLine[]; returned: QueueLine[]; others: QueueLine[] };
export type Queue = {
  joint: QueueOfKind;
  individual: QueueOfKind;
  supervisees: {
    id: string;
    name: string;
    fromOn: string;
    toOn: string | null;
    mustApprove: boolean;
    mustCoSign: boolean;
  }[];
};

const MOST_OTHERS = 50;

export function askedOf(line: Pick<SupervisedLine, 'standing' | 'mayApprove' | 'mayCoSign'>): Asked {
  const { standing, mayApprove, mayCoSign } = line;
  const status = statusOf(standing);
  if (status === 'awaitingApproval') return mayApprove ? 'approve' : null;
  if (status === 'awaitingCoSignature' && standing.needsCoSignature && !standing.isCoSignedBySupervisor)
    return mayCoSign ? 'coSign' : null;
  return null;
}

/** Three statements. */
export async function readQueue(tx: ActorTx): Promise<Queue> {
  const me = tx.actor.staffMemberId;
  if (!me || !can(tx.actor, 'noteReviews', 'create')) throw new NotFound();
  const lines = await listSupervisedLines(tx);
  const mine = (await listSupervisions(tx, me)).filter(
    (one) => one.supervisorId === me && !hasEnded(tx.actor, one) && !isAhead(tx.actor, one),
  );
  await noteListing(tx, 'sessionNote');
  return {
    joint: ofKind(lines.filter(({ kind }) => kind === 'joint')),
    individual: ofKind(lines.filter(({ kind }) => kind === 'individual')),
    supervisees: mine.map((one) => ({
      id: one.id,
      name: one.supervisee,
      fromOn: one.fromOn,
      toOn: one.toOn,
      mustApprove: one.mustApprove,
      mustCoSign: one.mustCoSign,
    })),
  };
}

function ofKind(found: SupervisedLine[]): QueueOfKind {
  const lines = found.map((line): QueueLine => ({
    noteId: line.noteId,
    who: line.partnerName ? `${initials(line.partnerName)} alone` : line.coupleLabel,
    startsAt: line.startsAt,
    author: line.author.name,
    status: statusOf(line.standing),
    asked: askedOf(line),
    signedAt: line.signedAt,
  }));
  // What has waited longest comes first; what is only to be read, the newest.
  const waiting = lines.filter(({ asked }) => asked).toReversed();
  const returned = lines.filter(({ status }) => status === 'returned');
  const others = lines.filter(({ asked, status }) => !asked && status !== 'returned' && status !== 'enteredInError');
  return { waiting, returned, others: others.slice(0, MOST_OTHERS) };
}
