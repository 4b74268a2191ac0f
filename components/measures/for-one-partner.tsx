import type { ReactNode } from 'react';
import { RadioGroup } from '@/components/ui/form/choice-fields';
import { FormFrame } from '@/components/ui/form/form-frame';
import { LinkButton } from '@/components/ui/link';
import { PartnerMark } from '@/components/ui/partner-mark';
import type { FormAction } from '@/lib/action-state';
import type { FormsPage } from '@/lib/measures/read-forms';

type ForOnePartnerProps = {
  page: FormsPage;
  action: FormAction;
  formKey: string;
  submit: string;
  label: string;
  description?: string;
  children: ReactNode;
};

/** What concerns one of the two begins with who that is. */
export function ForOnePartner({ page: { couple, people }, children, submit, ...props }: ForOnePartnerProps) {
  const { action, formKey, label, description } = props;
  return (
    <FormFrame
      action={action}
      formKey={formKey}
      hidden={{ coupleId: couple.id }}
      submit={submit}
      beside={
        <LinkButton href={`/couples/${couple.id}/measures`} variant="quiet">
          Cancel
        </LinkButton>
      }
    >
      <RadioGroup
        name="partnerId"
        label={label}
        description={description}
        options={people.map(({ id, name, place }) => ({
          value: id,
          label: <PartnerMark place={place}>{name}</PartnerMark>,
        }))}
      />
      {children}
    </FormFrame>
  );
}
