/** What a process note is, said on each of its pages, and what has no place in one (45 CFR 164.501). */
import type { ReactNode } from 'react';
import { Banner } from '@/components/ui/banner';

/** The pages of process notes; a browser that is told to print one prints a sentence. */
export const ProcessNoteFrame = ({ children }: { children: ReactNode }) => (
  <>
    <div className="flex flex-col gap-6 screen-only">
      <YoursAlone />
      {children}
    </div>
    <p className="print-only">A process note is no part of the record and is not printed.</p>
  </>
);

const YoursAlone = () => (
  <Banner>
    <strong>Yours alone.</strong> Not part of the record: no colleague, supervisor or administrator can open it, it is
    never searched, printed, exported or handed over, and it stays yours when you leave the care team. You can delete it
    at any time.
  </Banner>
);

const BELONG_IN_THE_RECORD = [
  'medication, and who monitors it',
  'when a session began and ended',
  'what kind of treatment, and how often',
  'results of tests and measures',
  'a summary of diagnosis, symptoms or functional status',
  'the treatment plan',
  'prognosis and progress',
  'danger to anyone, and what was done about it',
] as const;

export const BelongsElsewhere = () => (
  <aside className="note-editor__beside" aria-labelledby="belongs-elsewhere">
    <h2 id="belongs-elsewhere" className="mb-2 text-lg">
      Not here: in the session note
    </h2>
    <p>What others need to know belongs in the record, and by law is never a process note:</p>
    <ul className="my-3 list-disc pl-5">
      {BELONG_IN_THE_RECORD.map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
    <p className="text-ink-muted">
      A process note holds your own thoughts about what was said. A court or the person’s own authorization may still
      ask for it.
    </p>
  </aside>
);
