import { TextAsWritten } from '@/components/ui/print/text-as-written';
import { Facts } from '@/components/ui/page-parts';
import type { WholeNote } from '@/lib/find-notes/whole-note';
import { dayOf, longDay, timeIn } from '@/lib/format/dates';
import { formatOf, shortName } from '@/lib/format/notes/note-formats';
import { addendumWords, isFinal, statusWords } from '@/lib/format/notes/note-status';
import { HEAD_FIELDS, headFactsOf, linesOf } from '@/lib/format/notes/note-words';
import { VERIFY_COMMAND } from '@/lib/format/records/verify-words';

type PrintedNoteProps = {
  note: WholeNote;
  /** Of everyone in the couple, for a joint note. */
  names: string;
  /** Who came, in a sentence. */
  whoCame: string;
  timeZone: string;
};

const DRAFT = 'DRAFT - unsigned';
const UNDER = {
  approved: 'Approved by',
  returned: 'Returned for changes by',
  coTherapist: 'Co-signed by',
  supervisor: 'Co-signed as supervisor by',
};

/** One note on paper: the facts of its session, its text, and under it who signed it, what was added and how it is verified. */
export function PrintedNote({ note, names, whoCame, timeZone }: PrintedNoteProps) {
  const { session, signature, signing } = note;
  const zoneWords = (zone: string) => zone.replaceAll('_', ' ');
  const momentOf = (at: Date, zone = timeZone) =>
    `${longDay(dayOf(at, zone))} at ${timeIn(at, zone)} (${zoneWords(zone)})`;
  const sectionIds = formatOf(note.format, note.formatVersion).sections.map(({ id }) => id);
  const all = linesOf(formatOf(note.format, note.formatVersion), note.sections, {}, note.who);
  const lines = all.filter(({ id }) => !HEAD_FIELDS.includes(id));
  const head = headFactsOf(note.sections, note.who);
  const isPlaceWritten = head.some(({ name }) => name === 'Place');
  const mark = !signature ? DRAFT : isFinal(note.status) ? null : statusWords[note.status];
  const heading = `Session note of ${longDay(dayOf(session.startsAt, timeZone))}`;
  return (
    <article className={mark ? 'printed-note printed-note--draft' : 'printed-note'} aria-label={heading}>
      {mark ? <p className="note-print__draft">{mark}</p> : null}
      <h1>{heading}</h1>
      <Facts
        facts={[
          { name: 'Record', value: note.partner ? note.partner.name : names },
          { name: 'Session', value: note.partner ? 'Individual' : 'Joint' },
          { name: 'Began', value: `${timeIn(session.startsAt, timeZone)} (${zoneWords(timeZone)})` },
          { name: 'Length', value: `${session.minutes} minutes` },
          { name: 'Who came', value: whoCame },
          ...head,
          ...(session.place && !isPlaceWritten ? [{ name: 'Place', value: session.place }] : []),
          { name: 'Author', value: note.author },
          { name: 'Format', value: shortName(note.format) },
          { name: 'Status', value: signature ? statusWords[note.status] : DRAFT },
        ]}
      />
      {lines.map(({ id, title, words }) =>
        words.trim() || sectionIds.includes(id) ? (
          <section key={id}>
            <h2>{title}</h2>
            {words.trim() ? <TextAsWritten text={words} /> : <p>Left empty.</p>}
          </section>
        ) : null,
      )}
      {signature ? (
        <section className="printed-note__signed">
          <h2>Signature</h2>
          <p>
            Signed electronically by <strong>{signature.signedAs}</strong> on{' '}
            {momentOf(signature.signedAt, signature.zone)}.
          </p>
          {signature.isIntact ? null : (
            <p>
              <strong>This text is not the one that was signed. Don’t rely on it.</strong>
            </p>
          )}
          {[...signing.reviews, ...signing.coSignatures].map((one) => (
            <p key={one.id}>
              {UNDER[one.kind]} <strong>{one.signedAs}</strong> on {momentOf(one.at, one.zone)}.
            </p>
          ))}
        </section>
      ) : null}
      {signing.addenda.length > 0 ? (
        <section>
          <h2>Added since</h2>
          {signing.addenda.map((one) => (
            <div key={one.id} className="printed-note__added">
              <TextAsWritten text={one.text} />
              <p className="printed-note__by">
                {addendumWords[one.kind]} by {one.signedAs} on {momentOf(one.at, one.zone)}.
              </p>
            </div>
          ))}
        </section>
      ) : null}
      {signature ? (
        <section className="printed-note__verify">
          <h2>Verification</h2>
          <p>
            Note <span className="printed-code">{note.id}</span>. SHA-256 of what was signed:
          </p>
          <p className="printed-code">{signature.hash}</p>
          <p>
            The practice verifies both with{' '}
            <span className="printed-code">
              {VERIFY_COMMAND} {note.id}
            </span>
          </p>
        </section>
      ) : null}
    </article>
  );
}
