import { ForOnePartner } from '@/components/measures/for-one-partner';
import { ItemField } from '@/components/measures/item-field';
import { FormFrame } from '@/components/ui/form/form-frame';
import { DateField, TextField } from '@/components/ui/form/text-field';
import { LinkButton, TextLink } from '@/components/ui/link';
import { EmptyState } from '@/components/ui/page-parts';
import { PartnerMark } from '@/components/ui/partner-mark';
import type { FormAction } from '@/lib/action-state';
import type { FormsPage, PaperMeasurePage } from '@/lib/measures/read-forms';

/** Which form was filled in on paper, and by whom; and the blank ones to print. */
export function PaperMeasureChoice({ page: { couple, people, forms } }: { page: FormsPage }) {
  const at = `/couples/${couple.id}/measures`;
  if (people.length === 0) return <EmptyState>There is nobody whose paper could be entered.</EmptyState>;
  return (
    <ul className="paper-choice">
      {forms.map(({ form, name, fullName }) => (
        <li key={form}>
          <p>
            {name} <span className="text-sm wrap-anywhere text-ink-muted">{fullName}</span>
          </p>
          <div className="flex flex-wrap items-center gap-3">
            {people.map((person) => (
              <LinkButton key={person.id} href={`${at}/paper?of=${person.id}&form=${form}`}>
                <PartnerMark place={person.place}>{person.name}</PartnerMark>
                <span className="sr-only">: {name}</span>
              </LinkButton>
            ))}
            <TextLink href={`${at}/blank/${form}`}>
              Blank form<span className="sr-only"> of {name}</span>
            </TextLink>
          </div>
        </li>
      ))}
    </ul>
  );
}

type PaperMeasureFormProps = {
  page: Extract<PaperMeasurePage, { kind: 'form' }>;
  action: FormAction;
  formKey: string;
};

/** The questions on one page, as they stand on the paper. What is left blank there stays blank. */
export function PaperMeasureForm({ page: { couple, partner, form }, action, formKey }: PaperMeasureFormProps) {
  return (
    <FormFrame
      action={action}
      formKey={formKey}
      hidden={{ coupleId: couple.id, partnerId: partner.id, form: form.form }}
      submit="Save the form"
      pendingLabel="Saving"
      beside={
        <LinkButton href={`/couples/${couple.id}/measures/paper`} variant="quiet">
          Another form or person
        </LinkButton>
      }
    >
      <DateField name="on" label="Day on the paper" defaultValue={couple.today} max={couple.today} />
      {form.stem ? <p className="max-w-measure">{form.stem}</p> : null}
      {form.items.map((item, at) => (
        <div key={item.id} className="flex flex-col gap-3">
          {item.lead && item.lead !== form.items[at - 1]?.lead ? <p className="max-w-measure">{item.lead}</p> : null}
          <ItemField item={item} isDense />
        </div>
      ))}
    </FormFrame>
  );
}

type ExternalFormProps = { page: FormsPage; action: FormAction; formKey: string };

/** Name, day and total of a measure that Hearth may not show. */
export function ExternalForm({ page, action, formKey }: ExternalFormProps) {
  return (
    <ForOnePartner page={page} action={action} formKey={formKey} submit="Save the total" label="Whose it is">
      <TextField
        name="name"
        label="Name of the measure"
        description="Write it the same each time: totals of one name make one course."
        maxLength={80}
        isPrivate
      />
      <DateField name="on" label="Day it was taken" defaultValue={page.couple.today} max={page.couple.today} />
      <TextField name="total" label="Total" inputMode="decimal" width="short" maxLength={9} isPrivate />
    </ForOnePartner>
  );
}
