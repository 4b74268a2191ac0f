import { Checkbox, RadioGroup } from '@/components/ui/form/choice-fields';
import { FormFrame } from '@/components/ui/form/form-frame';
import { DateField } from '@/components/ui/form/text-field';
import { LinkButton } from '@/components/ui/link';
import { Card } from '@/components/ui/page-parts';
import type { FormAction } from '@/lib/action-state';
import { APART, NOTHING_OPEN } from '@/lib/format/partner-words';

type SharedEndFormProps = {
  action: FormAction;
  formKey: string;
  coupleId: string;
  partners: { id: string; name: string }[];
  first: string;
  last: string;
};

/** Ending shared work: what each will read, the day, with whom it is agreed, and that this person’s account is secured. */
export function SharedEndForm({ action, formKey, coupleId, partners, first, last }: SharedEndFormProps) {
  return (
    <>
      <Card as="section" className="mb-6 max-w-measure">
        <h2 className="text-xl">What each of them reads from that morning</h2>
        <blockquote className="flex flex-col gap-2 border-s-4 border-border ps-4">
          <p>{NOTHING_OPEN}</p>
          <p>{APART}</p>
        </blockquote>
        <p className="text-ink-muted">
          Both read the same, so that neither page points at the other. Where something that a person does alone is
          open, it stands in place of the first sentence. So have an appointment alone with each of them ready, and
          cancel joint ones in Schedule.
        </p>
      </Card>
      <FormFrame
        action={action}
        formKey={formKey}
        hidden={{ coupleId }}
        submit="End shared work"
        pendingLabel="Saving"
        beside={
          <LinkButton href={`/couples/${coupleId}/history`} variant="quiet">
            Cancel
          </LinkButton>
        }
      >
        <RadioGroup
          name="agreedWith"
          label="With whom it is agreed"
          description="The person who may be at risk. Only the care team reads this."
          options={partners.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <DateField
          name="effectiveOn"
          label="From the turn of"
          description="It takes effect at 4:00 in the morning of that day, where they live. Until then nothing changes for either of them, and you can take it back."
          defaultValue={first}
          min={first}
          max={last}
        />
        <Checkbox
          name="endsSignIns"
          label="End every sign-in of this person now"
          description="Whoever is in this account, on any device, is signed out. Nobody is told."
        />
        <Checkbox
          name="isSecured"
          label="I agreed with this person how to reach them safely, and that nobody else gets into their account and mailbox"
        />
      </FormFrame>
    </>
  );
}
