import { TextAsWritten } from '@/components/ui/print/text-as-written';
import { Facts } from '@/components/ui/page-parts';
import type { WholeNote } from '@/lib/find-notes/whole-note';
import { dayOf, longDay, timeIn } from '@/lib/format/dates';
import { SECTIONS } from '@/lib/format/note-sections';
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

/** One note on paper: the facts of its session, its text, and under it who signed it, what was added and how it is verified. */
export function PrintedNote({ note, names, whoCame, timeZone }: PrintedNoteProps) {
  const { session, signature } = note;
  const zone = timeZone.replaceAll('_', ' ');
  const momentOf = (at: Date) => `${longDay(dayOf(at, timeZone))} at ${timeIn(at, timeZone)}`;
  const heading = `Session note of ${longDay(dayOf(session.startsAt, timeZone))}`;
  return (
    <article className={signature ? 'printed-note' : 'printed-note printed-note--draft'} aria-label={heading}>
      {signature ? null : <p className="note-print__draft">{DRAFT}</p>}
      <h1>{heading}</h1>
      <Facts
        facts={[
          { name: 'Record', value: note.partner ? note.partner.name : names },
          { name: 'Session', value: note.partner ? 'Individual' : 'Joint' },
          { name: 'Began', value: `${timeIn(session.startsAt, timeZone)} (${zone})` },
          { name: 'Length', value: `${session.minutes} minutes` },
          { name: 'Who came', value: whoCame },
          ...(session.place ? [{ name: 'Place', value: session.place }] : []),
          { name: 'Author', value: note.author },
          { name: 'Format', value: note.format },
          { name: 'Status', value: statusOf(note) },
        ]}
      />
      {SECTIONS[note.format].map(({ id, title }) => (
        <section key={id}>
          <h2>{title}</h2>
          {note.sections[id]?.trim() ? <TextAsWritten text={note.sections[id]} /> : <p>Left empty.</p>}
        </section>
      ))}
      {signature ? (
        <section className="printed-note__signed">
          <h2>Signature</h2>
          <p>
            Signed electronically by <strong>{signature.signedAs}</strong> on {momentOf(signature.signedAt)} ({zone}).
          </p>
          {signature.isIntact ? null : (
            <p>
              <strong>This text is not the one that was signed. Don’t rely on it.</strong>
            </p>
          )}
        </section>
      ) : null}
      {note.addenda.length > 0 ? (
        <section>
          <h2>Added since</h2>
          {note.addenda.map((one) => (
            <div key={one.id} className="printed-note__added">
              <TextAsWritten text={one.text} />
              <p className="printed-note__by">
                Added by {one.signedAs} on {momentOf(one.addedAt)}.
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

function statusOf({ signature, addenda }: WholeNote): string {
  if (!signature) return DRAFT;
  if (addenda.length === 0) return 'Signed';
  return addenda.length === 1 ? 'Signed, with 1 addendum' : `Signed, with ${addenda.length} addenda`;
}
