// What each asked to change or leave out: for the care team, to be put into words that do not say whose wish it was.
import type { ReactNode } from 'react';
import { Banner } from '@/components/ui/banner';
import { FormFrame } from '@/components/ui/form/form-frame';
import { PartnerMark } from '@/components/ui/partner-mark';
import type { FormAction } from '@/lib/action-state';
import type { AskedChange } from '@/lib/plan/terms/read-changes';

type AskedChangesProps = {
  changes: AskedChange[];
  /** The way to leave it as it is, where that is offered. */
  decline?: ReactNode;
};

const standingWords: Record<AskedChange['standing'], string> = {
  merged: 'Conditions were written since',
  unmerged: 'Not merged yet',
  declined: 'Left as it is',
};

export function AskedChanges({ changes, decline }: AskedChangesProps) {
  if (changes.length === 0) return null;
  return (
    <Banner tone="private">
      <p className="font-semibold">Only you see this: what each asked to change or leave out</p>
      <ul className="mt-1 flex flex-col gap-2">
        {changes.map(({ partner, said, standing }) => (
          <li key={partner.id}>
            <p className="flex flex-wrap items-center gap-x-2">
              <strong>
                <PartnerMark place={partner.place}>{partner.name}</PartnerMark>
              </strong>
              <span className="text-sm">{standingWords[standing]}</span>
            </p>
            {said.map(({ ask, answer }) => (
              <p key={ask} className="wrap-anywhere">
                {ask} <q>{answer}</q>
              </p>
            ))}
          </li>
        ))}
      </ul>
      {changes.some(({ standing }) => standing === 'unmerged') ? (
        <>
          <p className="mt-2 mb-3">Put it into conditions that do not say whose wish it was.</p>
          {decline}
        </>
      ) : null}
    </Banner>
  );
}

type DeclineChangesProps = { changes: AskedChange[]; coupleId: string; formKey: string; settle: FormAction };

/** Leaves the step as it is: the line about what was asked is settled, and nothing else happens. */
export function DeclineChanges({ changes, coupleId, formKey, settle }: DeclineChangesProps) {
  const flagIds = changes.flatMap((change) => change.flagIds);
  return (
    <FormFrame
      action={settle}
      formKey={formKey}
      hidden={{ coupleId, flagIds: flagIds.join(','), outcome: 'declined' }}
      submit="Leave it as it is"
      submitVariant="secondary"
      label="Leave it as it is"
    >
      <p className="mb-2 max-w-measure">
        Or leave it as it is: neither of them is told, and nothing opens. Whoever asked is asked again a week after
        their answer.
      </p>
    </FormFrame>
  );
}
