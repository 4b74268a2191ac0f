/**
 * Puts together what of one person's record a release holds. Each kind is read for this person alone; joint notes come whole when every
 * partner authorized them, and otherwise as a therapist left them. Process notes are never asked for, so they can't come.
 */
import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { listWholeNotes } from '@/db/queries/finding/whole-notes';
import { listPartnerIntakes } from '@/db/queries/intakes/contacts';
import { type GivenRow, listOwnCheckIns, listOwnConsents, listOwnContacts } from '@/db/queries/releases/given-answers';
import type { JointNoteDecisionRow, RecordReleaseRow } from '@/db/queries/releases/record-releases';
import { contactRef } from '@/lib/contact-notes/write-contact-note';
import type { Couple } from '@/lib/couples/read-couple';
import { openWholeNotes, type WholeNote } from '@/lib/find-notes/whole-note';
import { contactKindWords, contactOutcomeWords } from '@/lib/format/contact-words';
import { dayOf, longDay, timeIn } from '@/lib/format/dates';
import { openPartnerIntake } from '@/lib/intakes/read-intake';
import { inOrder } from '@/lib/plan/answer-order';
import { privateRef } from '@/lib/plan/sealed-places';
import { programOutline } from '@/lib/program/program-outline';
import type { Keyring } from '@/lib/sealed/keyring';
import { openAnswers } from '@/lib/sealed/removed';
import type { ReleasedEntry, ReleasedPart, ReleasedText } from './document';
import { textsOfNote } from './passages';
import { type DecisionRecord, decisionRef } from './sealed-places';
import { withoutContacts, withoutOther } from './without-other';

export const MOST_NOTES = 1_000;

export type Gathering = {
  tx: ActorTx;
  couple: Couple;
  keyring: Keyring;
  release: RecordReleaseRow;
  /** Whether each partner authorized joint notes. */
  isJointAuthorized: boolean;
  decisions: JointNoteDecisionRow[];
};

export async function gatherParts(at: Gathering): Promise<ReleasedPart[]> {
  const kinds = new Set<string>(at.release.kinds);
  const parts: ReleasedPart[] = [];
  const put = (heading: string, entries: ReleasedEntry[], isAnswers?: true) => {
    if (entries.length > 0) parts.push({ heading, ...(isAnswers ? { isAnswers } : {}), entries });
  };
  if (kinds.has('intake')) put('Intake', await intake(at));
  if (kinds.has('individualNotes')) put('Notes of sessions alone', await ownNotes(at));
  if (kinds.has('jointNotes')) put('Notes of joint sessions', await jointNotes(at));
  if (kinds.has('contactNotes')) put('Contacts', await contacts(at));
  if (kinds.has('checkIns')) put('Check-ins', await given(at, 'check_ins'), true);
  if (kinds.has('consents')) put('Answers before steps', await given(at, 'consents'), true);
  return parts;
}

/** The joint notes in the range of a release, the first first. Three statements. */
export async function listJointNotes({ tx, couple, keyring, release }: Omit<Gathering, 'decisions'>) {
  const { fromOn, toOn } = release;
  const rows = await listWholeNotes(tx, { coupleId: couple.id, partnerId: null, fromOn, toOn }, MOST_NOTES);
  return openWholeNotes(tx, couple, keyring, rows);
}

/** Words of this person's own record, without the other. */
function ownWords({ couple, release }: Gathering): (text: string) => string {
  const own = couple.partners.find(({ id }) => id === release.partnerId)!;
  const others = couple.partners.filter(({ id }) => id !== own.id);
  return (text) => withoutOther(text, own, others);
}

async function intake(at: Gathering): Promise<ReleasedEntry[]> {
  const { tx, couple, keyring, release } = at;
  const row = (await listPartnerIntakes(tx, couple.id)).find(({ partnerId }) => partnerId === release.partnerId);
  const opened = openPartnerIntake(tx.actor.practiceId, keyring, row);
  const clean = ownWords(at);
  const texts = [
    // Whom to call in an emergency is somebody else's number.
    { title: 'What brought them', text: opened.brought },
    { title: 'History', text: opened.history },
    { title: 'Medicines', text: opened.medicines },
    { title: 'Earlier therapy', text: opened.earlierTherapy },
    { title: 'Words they use', text: opened.words },
  ].flatMap(({ title, text }) => (text.trim() ? [{ title, text: clean(text) }] : []));
  return texts.length > 0 ? [{ heading: 'As noted last', texts, under: [] }] : [];
}

async function ownNotes(at: Gathering): Promise<ReleasedEntry[]> {
  const { tx, couple, keyring, release } = at;
  const { partnerId, fromOn, toOn } = release;
  const rows = await listWholeNotes(tx, { coupleId: couple.id, partnerId, fromOn, toOn }, MOST_NOTES);
  const clean = ownWords(at);
  return (await openWholeNotes(tx, couple, keyring, rows)).map((note) => {
    const whole = textsOfNote(note, partnerId);
    return noteEntry(tx, note, cleaned(whole, clean), whole);
  });
}

async function jointNotes(at: Gathering): Promise<ReleasedEntry[]> {
  const { tx, couple, keyring, release, isJointAuthorized, decisions } = at;
  const notes = await listJointNotes(at);
  const others = couple.partners.filter(({ id }) => id !== release.partnerId);
  return notes.flatMap((note) => {
    const whole = textsOfNote(note, release.partnerId);
    // A name in it stands as the note says it, since both said that it may; where somebody is reached, nobody did.
    if (isJointAuthorized)
      return [
        noteEntry(
          tx,
          note,
          cleaned(whole, (text) => withoutContacts(text, others)),
          whole,
        ),
      ];
    const decided = decisionOn(decisions, note);
    if (decided?.decision !== 'passagesRemoved') return [];
    const { texts } = JSON.parse(
      keyring.open(decisionRef(tx.actor.practiceId, couple.id, decided.id), decided.record),
    ) as DecisionRecord;
    return [noteEntry(tx, note, cleaned(texts, ownWords(at)), whole)];
  });
}

/** What was decided about a joint note as it stands: anything added to it since is to be decided anew. */
export const decisionOn = (decisions: JointNoteDecisionRow[], note: WholeNote): JointNoteDecisionRow | undefined =>
  decisions.find(
    ({ noteId, decidedAt }) => noteId === note.id && note.signing.addenda.every(({ at }) => at <= decidedAt),
  );

const cleaned = (texts: readonly ReleasedText[], clean: (text: string) => string): ReleasedText[] =>
  texts.map(({ title, text }) => ({ title, text: clean(text) }));

function noteEntry(tx: ActorTx, note: WholeNote, texts: ReleasedText[], whole: ReleasedText[]): ReleasedEntry {
  const { timeZone } = tx.actor;
  const { session, signature } = note;
  const zone = timeZone.replaceAll('_', ' ');
  const moment = (at: Date) => `${longDay(dayOf(at, timeZone))} at ${timeIn(at, timeZone)}`;
  const isWhole = texts.length === whole.length && texts.every(({ text }, at) => text === whole[at]!.text);
  return {
    heading: `${longDay(dayOf(session.startsAt, timeZone))}, ${timeIn(session.startsAt, timeZone)}, ${session.minutes} minutes`,
    texts,
    under: [
      ...(signature ? [`Signed by ${signature.signedAs} on ${moment(signature.signedAt)} (${zone}).`] : []),
      ...note.signing.coSignatures.map((one) => `Co-signed by ${one.signedAs} on ${moment(one.at)}.`),
      ...note.signing.addenda.map((one) => `Added to by ${one.signedAs} on ${moment(one.at)}.`),
      // A hash is of the text as it was signed; it would say nothing true of another.
      ...(signature && isWhole ? [`Note ${note.id}, SHA-256 ${signature.hash}`] : []),
    ],
  };
}

async function contacts(at: Gathering): Promise<ReleasedEntry[]> {
  const { tx, keyring, release } = at;
  const clean = ownWords(at);
  return (await listOwnContacts(tx, release.partnerId, release)).map((row) => {
    const words = row.words ? keyring.open(contactRef(tx.actor.practiceId, release.partnerId, row.id), row.words) : '';
    const outcome = row.outcome ? `, ${contactOutcomeWords[row.outcome].toLowerCase()}` : '';
    return {
      heading: `${longDay(row.on)}: ${contactKindWords[row.kind].toLowerCase()}${outcome}`,
      texts: words.trim() ? [{ title: 'Noted', text: clean(words) }] : [],
      under: [`Noted by ${row.authorName}.`],
    };
  });
}

async function given(at: Gathering, table: 'check_ins' | 'consents'): Promise<ReleasedEntry[]> {
  const { tx, keyring, release } = at;
  const { partnerId } = release;
  const rows: GivenRow[] =
    table === 'check_ins'
      ? await listOwnCheckIns(tx, partnerId, release)
      : await listOwnConsents(tx, partnerId, release);
  const program = await programOutline(tx);
  const asked = Object.values(program.consent).flat();
  const order = [...asked.map(({ id }) => id), ...program.checkIn.full, ...program.checkIn.short];
  const questions = { ...Object.fromEntries(asked.map((one) => [one.id, one])), ...program.questions };
  const clean = ownWords(at);
  return rows.map((row) => {
    const texts = row.texts
      ? openAnswers(keyring, privateRef(tx.actor.practiceId, partnerId, table, row.id), row.texts)
      : {};
    return {
      heading: `${longDay(row.on)}: ${row.title}`,
      texts: inOrder({ ...row.answers, ...texts }, order).flatMap(([id, answer]) =>
        answer.trim()
          ? [{ title: questions[id]?.ask ?? 'In their own words', text: clean(answerWords(questions[id], answer)) }]
          : [],
      ),
      under: [],
    };
  });
}

function answerWords(question: { kind: string } | undefined, answer: string): string {
  if (answer === 'true' || answer === 'false') return answer === 'true' ? 'Yes' : 'No';
  return question?.kind === 'scale' ? `${answer} of 10` : answer;
}
