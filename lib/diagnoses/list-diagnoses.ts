/** The diagnoses of a couple's partners with their numbers opened, each with when it began and whether it ended. */
import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { type DiagnosisRow, listDiagnoses as listRows } from '@/db/queries/frame/diagnoses';
import type { Keyring } from '@/lib/sealed/keyring';
import { diagnosisRef, type GivenCode, readCode } from './diagnosis-code';

export type Diagnosis = GivenCode & {
  id: string;
  partnerId: string;
  from: string;
  to: string | null;
  isInError: boolean;
  /** Who gave it and who said the rest, the first first. */
  said: { kind: DiagnosisRow['kind']; by: string; at: Date }[];
};

/** Those that hold first, then those that ended, then what was entered in error. One statement. */
export async function listDiagnoses(tx: ActorTx, coupleId: string, keyring: Keyring): Promise<Diagnosis[]> {
  const rows = await listRows(tx, coupleId);
  return rows
    .flatMap(({ kind, code, ...row }): Diagnosis[] => {
      if (kind !== 'given' || !code) return [];
      const later = rows.filter(({ ofId }) => ofId === row.id);
      return [
        {
          ...readCode(keyring.open(diagnosisRef(tx.actor.practiceId, row.partnerId, row.id), code)),
          id: row.id,
          partnerId: row.partnerId,
          from: row.on,
          to: later.find((one) => one.kind === 'ended')?.on ?? null,
          isInError: later.some((one) => one.kind === 'inError'),
          said: [{ kind, by: row.author, at: row.writtenAt }, ...later.map(saidOf)],
        },
      ];
    })
    .toSorted((a, b) => rankOf(a) - rankOf(b) || (a.from < b.from ? 1 : a.from > b.from ? -1 : 0));
}

const saidOf = ({ kind, author, writtenAt }: DiagnosisRow) => ({ kind, by: author, at: writtenAt });
const rankOf = ({ isInError, to }: Diagnosis) => (isInError ? 2 : to ? 1 : 0);
