import type { ReactNode } from 'react';
import { PrintMargins } from '@/components/print/print-margins';
import { PrintButton } from '@/components/ui/print/print-button';
import { dayOf, shortDay, timeIn } from '@/lib/format/dates';
import { signatureOf } from '@/lib/format/names';

type RecordOnPaperProps = {
  actor: { name: string | null; credential: string | null; now: Date; timeZone: string; practice: { name: string } };
  /** The client whose record it is, or the couple's label. */
  whose: string;
  back: ReactNode;
  children: ReactNode;
};

/** Something of a record that goes to paper: on each page the practice, whose it is, when it was printed and by whom, and its number. */
export function RecordOnPaper({ actor, whose, back, children }: RecordOnPaperProps) {
  return (
    <div className="record-print">
      <div className="mb-6 flex flex-wrap gap-3 screen-only">
        {back}
        <PrintButton />
      </div>
      <PrintMargins
        left={`${actor.practice.name} · ${whose}`}
        // Paper outlives the year.
        right={`Printed ${shortDay(dayOf(actor.now, actor.timeZone), '')} ${timeIn(actor.now, actor.timeZone)}`}
        by={`Confidential. Printed by ${signatureOf(actor)}`}
      />
      {children}
    </div>
  );
}
