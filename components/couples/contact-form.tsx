import { PartnerFields, type PartnerValues } from '@/components/couples/partner-fields';
import { FormFrame } from '@/components/ui/form/form-frame';
import { LinkButton } from '@/components/ui/link';
import type { FormAction } from '@/lib/action-state';

type ContactFormProps = {
  action: FormAction;
  formKey: string;
  coupleId: string;
  /** Left out for a new partner. */
  partner?: PartnerValues & { id: string };
};

export function ContactForm({ action, formKey, coupleId, partner }: ContactFormProps) {
  return (
    <FormFrame
      action={action}
      formKey={formKey}
      hidden={partner ? { coupleId, partnerId: partner.id } : { coupleId }}
      submit={partner ? 'Save' : 'Add this partner'}
      pendingLabel="Saving"
      beside={
        <LinkButton href={`/couples/${coupleId}/people`} variant="quiet">
          Cancel
        </LinkButton>
      }
    >
      <PartnerFields prefix={partner ? '' : 'partner.'} values={partner} isNew={!partner} />
    </FormFrame>
  );
}
