/**
 * Looks through one record of a couple: its session notes, what was added to them and, of one partner, contacts. The texts are opened
 * in memory for whoever asks and forgotten with the answer; there is no index. A joint record and one partner's are never looked
 * through together, and a draft only for its author, because Postgres hands out nothing else.
 */
import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { noteOpening } from '@/db/queries/audit';
import { findCouple } from '@/db/queries/couples';
import { listTextsOfRecord, type TextOfRecord } from '@/db/queries/finding/record-texts';
import { contactRef } from '@/lib/contact-notes/write-contact-note';
import { NotFound } from '@/lib/errors';
import { dayOf } from '@/lib/format/dates';
import { type Excerpt, excerptOf, folded, termsIn } from '@/lib/format/records/folded-text';
import { shownName } from '@/lib/format/names';
import { formatOf } from '@/lib/format/notes/note-formats';
import { linesOf, type Who } from '@/lib/format/notes/note-words';
import type { Keyring } from '@/lib/sealed/keyring';
import { keyringFor } from '@/lib/sealed/keyring-for';
import { addendumRef, noteRef, readAddendumText, readNoteText } from '@/lib/session-notes/note-text';
import type { FindNotesInput } from './schema';

const MOST_SHOWN = 50;
const MOST_EXCERPTS = 3;

export type FoundText = Pick<TextOfRecord, 'kind' | 'id' | 'format' | 'contactKind' | 'isSigned' | 'authorName'> & {
  href: string;
  day: string;
  excerpts: Excerpt[];
};
export type FoundNotes = { of: string; shown: FoundText[]; total: number };

/** Four statements: the couple, its keys, the texts, the audit. */
export async function findNotes(tx: ActorTx, input: FindNotesInput): Promise<FoundNotes> {
  const couple = await findCouple(tx, input.coupleId);
  const partnerId = input.of === 'joint' ? null : input.of;
  if (!couple || (partnerId && !couple.partners.some(({ id }) => id === partnerId))) throw new NotFound();
  const keyring = await keyringFor(tx, [couple.id]);
  const rows = await listTextsOfRecord(tx, { coupleId: couple.id, partnerId });
  await noteOpening(tx, 'search', partnerId ?? couple.id, couple.id, partnerId);

  const own = couple.partners.filter(({ id }) => partnerId === null || id === partnerId);
  const who = [
    ...own.map(({ id, name }) => ({ id, name: shownName(tx.actor, name), isPartner: true })),
    ...couple.careTeam.map(({ staffMemberId: id, name }) => ({ id, name, isPartner: false })),
  ];
  const terms = termsIn(input.words);
  const shown: FoundText[] = [];
  let total = 0;
  for (const row of terms.length > 0 ? rows : []) {
    const texts = textsOf(tx, { coupleId: couple.id, partnerId, who }, keyring, row);
    const plain = folded(texts.map(({ text }) => text).join('\n'));
    if (!terms.every((term) => plain.search(term) >= 0)) continue;
    total += 1;
    if (shown.length === MOST_SHOWN) continue;
    const { kind, id, noteId, format, contactKind, isSigned, authorName } = row;
    shown.push({
      kind,
      id,
      format,
      contactKind,
      isSigned,
      authorName,
      href: noteId ? `/couples/${couple.id}/notes/${noteId}` : `/couples/${couple.id}/people`,
      day: dayOf(new Date(row.at), kind === 'contact' ? 'UTC' : tx.actor.timeZone),
      excerpts: texts.flatMap(({ title, text }) => excerptOf(title, text, terms) ?? []).slice(0, MOST_EXCERPTS),
    });
  }
  return { of: input.of, shown, total };
}

type Of = { coupleId: string; partnerId: string | null; who: readonly Who[] };

function textsOf(tx: ActorTx, { coupleId, partnerId, who }: Of, keyring: Keyring, row: TextOfRecord) {
  const { practiceId } = tx.actor;
  const placed = { practiceId, coupleId, partnerId, kind: partnerId ? ('individual' as const) : ('joint' as const) };
  switch (row.kind) {
    case 'note': {
      const { sections } = readNoteText(keyring.open(noteRef({ ...placed, id: row.id }), row.sealed));
      return linesOf(formatOf(row.format!, row.formatVersion!), sections, {}, who).map(({ title, words }) => ({
        title,
        text: words,
      }));
    }
    case 'addendum':
      return [{ title: 'Added later', text: readAddendumText(keyring.open(addendumRef(placed, row.id), row.sealed)) }];
    case 'contact':
      return [{ title: 'Contact', text: keyring.open(contactRef(practiceId, partnerId!, row.id), row.sealed) }];
  }
}
