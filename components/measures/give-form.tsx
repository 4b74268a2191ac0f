import { ForOnePartner } from '@/components/measures/for-one-partner';
import { RadioGroup, SelectField } from '@/components/ui/form/choice-fields';
import { DateField } from '@/components/ui/form/text-field';
import type { FormAction } from '@/lib/action-state';
import type { FormsPage } from '@/lib/measures/read-forms';

const OFTEN = [
  { value: '', label: 'Once' },
  { value: '1', label: 'Every week' },
  { value: '2', label: 'Every 2 weeks' },
  { value: '4', label: 'Every 4 weeks' },
  { value: '6', label: 'Every 6 weeks' },
  { value: '8', label: 'Every 8 weeks' },
  { value: '12', label: 'Every 12 weeks' },
];

type GiveFormProps = { page: FormsPage; action: FormAction; formKey: string };

export function GiveForm({ page, action, formKey }: GiveFormProps) {
  const { couple, forms, dueOn } = page;
  return (
    <ForOnePartner
      page={page}
      action={action}
      formKey={formKey}
      submit="Give it"
      label="To whom"
      description="To one person. To give it to both, give it twice."
    >
      <RadioGroup
        name="form"
        label="Which measure"
        options={forms.map(({ form, name, fullName, minutes }) => ({
          value: form,
          label: name,
          description: `${fullName}. About ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`,
        }))}
      />
      <SelectField name="everyWeeks" label="How often" options={OFTEN} defaultValue="" />
      <DateField
        name="dueOn"
        label="Wished for by"
        description="They read “when you can” and no day. It waits from now on; when it comes again, from six days before each further day."
        defaultValue={dueOn}
        min={couple.today}
      />
    </ForOnePartner>
  );
}
