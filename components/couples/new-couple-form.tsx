import type { ReactNode } from 'react';
import { PartnerFields } from '@/components/couples/partner-fields';
import { SecondPartner } from '@/components/couples/second-partner';
import { CheckboxGroup, RadioGroup, SelectField } from '@/components/ui/form/choice-fields';
import { FormFrame } from '@/components/ui/form/form-frame';
import { TextArea } from '@/components/ui/form/text-field';
import { LinkButton } from '@/components/ui/link';
import type { FormAction } from '@/lib/action-state';
import { LONGEST } from '@/lib/couples/schema';
import { policyWords, reasonWords } from '@/lib/format/couple-words';

type NewCoupleFormProps = { action: FormAction; formKey: string; zones: string[]; ownZone: string };

export function NewCoupleForm({ action, formKey, zones, ownZone }: NewCoupleFormProps) {
  return (
    <FormFrame
      action={action}
      formKey={formKey}
      submit="Make this couple"
      pendingLabel="Saving"
      beside={
        <LinkButton href="/caseload" variant="quiet">
          Cancel
        </LinkButton>
      }
    >
      <Part heading="First partner">
        <PartnerFields prefix="partners.0." />
      </Part>
      <Part
        heading="Second partner"
        lead="One partner is enough to begin: the second can be added later. What they do alone is open to each of them separately."
      >
        <SecondPartner prefix="partners.1.">
          <PartnerFields prefix="partners.1." />
        </SecondPartner>
      </Part>
      <Part heading="What brings them here">
        <CheckboxGroup
          name="reasons"
          label="What brought them here"
          isOptional
          description="Several may hold. It suggests next steps to you, and neither partner sees it."
          options={Object.entries(reasonWords).map(([value, label]) => ({ value, label }))}
        />
        <TextArea
          name="goals"
          label="Their goals, in their own words"
          isOptional
          description="One goal a line. Only the care team reads this."
          maxLength={LONGEST.goals}
        />
      </Part>
      <Part heading="Confidentiality between them">
        <RadioGroup
          name="policy"
          label="What happens with something that one of them tells you alone?"
          description="Each of them reads this before signing up and agrees to it alone. It can be changed later only in a session, and never for what was already written."
          options={Object.entries(policyWords).map(([value, { label, meaning }]) => ({
            value,
            label,
            description: meaning,
          }))}
          layout="boxed"
        />
      </Part>
      <Part heading="Their time zone">
        <SelectField
          name="timeZone"
          label="Time zone"
          description="Their day begins at 04:00 there: that is when steps open and close."
          defaultValue={ownZone}
          options={zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
        />
      </Part>
    </FormFrame>
  );
}

function Part({ heading, lead, children }: { heading: string; lead?: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-6 border-b border-border pb-8">
      <div className="flex flex-col gap-1">
        <h2 className="text-xl">{heading}</h2>
        {lead ? <p className="text-ink-muted">{lead}</p> : null}
      </div>
      {children}
    </section>
  );
}
