import { SelectField } from '@/components/ui/form/choice-fields';
import { FormFrame } from '@/components/ui/form/form-frame';
import { DateField } from '@/components/ui/form/text-field';
import { Banner } from '@/components/ui/banner';
import { LinkButton } from '@/components/ui/link';
import { Card } from '@/components/ui/page-parts';
import type { FormAction } from '@/lib/action-state';

type TransferProps = {
  actions: { transfer: FormAction; takeBack: FormAction };
  formKey: string;
  takeBackKey: string;
  coupleId: string;
  first: string;
  last: string;
  therapists: { value: string; label: string }[];
  others: string[];
  /** One's own notes that are not signed yet. */
  drafts: number;
  planned: { to: string; on: string; until: string } | null;
};

/** Handing a couple to another therapist: what each still sees, and from which day. */
export function TransferForm(props: TransferProps) {
  const { actions, formKey, takeBackKey, coupleId, first, last, therapists, others, drafts, planned } = props;
  return (
    <>
      {planned ? (
        <div className="mb-6">
          <Banner tone="look">
            <p>
              {planned.to} is the primary therapist from {planned.on}. You see this couple to the end of {planned.until}
              .
            </p>
            <FormFrame
              action={actions.takeBack}
              formKey={takeBackKey}
              hidden={{ coupleId }}
              submit="Take it back"
              submitVariant="secondary"
              label="Take back the transfer"
            >
              {null}
            </FormFrame>
          </Banner>
        </div>
      ) : null}
      <Card as="section" className="mb-6 max-w-measure">
        <h2 className="text-xl">What each still sees</h2>
        <ul className="list-disc pl-5">
          <li>
            The new primary sees the whole record from the first day on: plan, check-ins, signed notes, intake,
            agreements and history. Appointments from that day on are theirs.
          </li>
          <li>
            You see it to the end of the day before, and nothing of it after that; a practice admin can put you back
            into the care team.
          </li>
          {others.length > 0 ? <li>{others.join(', ')}: as now.</li> : null}
          <li>Each partner sees no change here. Tell them yourself, each in the way that is safe for them.</li>
        </ul>
        {drafts > 0 ? (
          <p className="font-semibold">
            {drafts === 1 ? 'One note of yours is' : `${drafts} notes of yours are`} not signed yet. Sign before that
            day: after it you can’t open {drafts === 1 ? 'it' : 'them'}.
          </p>
        ) : null}
      </Card>
      {planned ? null : (
        <FormFrame
          action={actions.transfer}
          formKey={formKey}
          hidden={{ coupleId }}
          submit="Transfer"
          pendingLabel="Saving"
          beside={
            <LinkButton href={`/couples/${coupleId}/history`} variant="quiet">
              Cancel
            </LinkButton>
          }
        >
          <SelectField name="to" label="New primary therapist" placeholder="Choose a person" options={therapists} />
          <DateField name="fromOn" label="First day" defaultValue={first} min={first} max={last} />
        </FormFrame>
      )}
    </>
  );
}
