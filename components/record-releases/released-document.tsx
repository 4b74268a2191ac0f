import { TextAsWritten } from '@/components/ui/print/text-as-written';
import { Facts } from '@/components/ui/page-parts';
import type { ReleasedDocument as Document } from '@/lib/record-releases/document';
import { longDay } from '@/lib/format/dates';

type ReleasedDocumentProps = {
  document: Document;
  hash: string;
  /** The day it went out; null while it is only read. */
  releasedOn: string | null;
};

/** A released record on paper: a cover sheet, then each part from the top of a page. */
export function ReleasedDocument({ document, hash, releasedOn }: ReleasedDocumentProps) {
  const { about, recipient, practice, cover, contents, leftOut, parts } = document;
  return (
    <article className={releasedOn ? 'released' : 'released released--not-yet'} aria-label="Released record">
      <div className="released__cover">
        {releasedOn ? null : <p className="note-print__draft">NOT RELEASED - to be read through</p>}
        <p className="released__practice">{practice}</p>
        <h1>Record of {about}</h1>
        <p>Released for the recipient named here. Please pass it on to nobody else.</p>
        <Facts
          facts={[
            {
              name: 'To',
              value: (
                <span className="whitespace-pre-line">
                  {[recipient.name, recipient.address].filter(Boolean).join('\n')}
                </span>
              ),
            },
            ...cover.map(({ name, value }) => ({ name, value: <span className="whitespace-pre-line">{value}</span> })),
            ...(releasedOn ? [{ name: 'Released on', value: longDay(releasedOn) }] : []),
          ]}
        />
        <section>
          <h2>What this is</h2>
          <ul className="released__list">
            {contents.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
        <section>
          <h2>What is left out</h2>
          <ul className="released__list">
            {leftOut.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
        <section className="printed-note__verify">
          <h2>Verification</h2>
          <p>
            The number of pages stands at the foot of each. SHA-256 of the text of this document, as the practice keeps
            it:
          </p>
          <p className="printed-code">{hash}</p>
        </section>
      </div>
      {parts.map((part) => (
        <section key={part.heading} className="released__part">
          <h2 className="released__heading">{part.heading}</h2>
          {part.entries.map((entry, at) => (
            <section key={at} className="released__entry" data-short={isShort(part, at) || undefined}>
              <h3>{entry.heading}</h3>
              {isShort(part, at) ? (
                <Facts facts={entry.texts.map(({ title, text }) => ({ name: title, value: text }))} />
              ) : (
                entry.texts.map(({ title, text }, nth) => (
                  <div key={nth} className="released__text">
                    <h4>{title}</h4>
                    <TextAsWritten text={text} />
                  </div>
                ))
              )}
              {entry.under.length > 0 ? (
                <div className="released__under">
                  {entry.under.map((line) => (
                    <p key={line}>{line}</p>
                  ))}
                </div>
              ) : null}
            </section>
          ))}
        </section>
      ))}
    </article>
  );
}

const SHORT = 80;

/** Answers in a few words stand beside their questions. */
const isShort = (part: Document['parts'][number], at: number): boolean =>
  part.isAnswers === true && part.entries[at]!.texts.every(({ text }) => text.length <= SHORT && !text.includes('\n'));
