import { SessionWithField } from '@/components/sessions/session-with-field';
import { WhenFields, WhereFields } from '@/components/sessions/when-fields';
import { RadioGroup, SelectField } from '@/components/ui/form/choice-fields';
import { FormFrame } from '@/components/ui/form/form-frame';
import { TextField } from '@/components/ui/form/text-field';
import { LinkButton } from '@/components/ui/link';
import type { FormAction } from '@/lib/action-state';
import { MOST_WEEKS } from '@/lib/schedule/schema';

type NewAppointmentFormProps = {
  action: FormAction;
  formKey: string;
  couple: {
    id: string;
    partners: { id: string; name: string }[];
    therapists: { id: string; name: string }[];
  };
  /** Chosen at first. */
  therapistId: string | undefined;
  on: string;
  first: { minutes: number; place: string };
  timeZone: string;
  backHref: string;
};

/** With whom, when, where, and whether every week. */
export function NewAppointmentForm({
  action,
  formKey,
  couple,
  therapistId,
  on,
  first,
  timeZone,
  backHref,
}: NewAppointmentFormProps) {
  const { partners, therapists } = couple;
  return (
    <FormFrame
      action={action}
      formKey={formKey}
      hidden={{ coupleId: couple.id }}
      label="New appointment"
      submit="Make the appointment"
      beside={
        <LinkButton href={backHref} variant="quiet">
          Another couple
        </LinkButton>
      }
    >
      <SessionWithField partners={partners} ofOne="Don’t mention to the other." layout="row" />
      <SelectField
        name="therapistId"
        label="Therapist"
        placeholder={therapistId ? undefined : 'Choose a therapist'}
        defaultValue={therapistId}
        options={therapists.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <WhenFields at={{ on, minutes: first.minutes }} timeZone={timeZone} />
      <RadioGroup
        name="repeats"
        label="How often"
        layout="row"
        defaultValue="once"
        options={[
          { value: 'once', label: 'Once' },
          { value: 'weekly', label: 'Every week', description: 'At the same time by the practice’s clock.' },
        ]}
      />
      <TextField
        name="times"
        label="How many weeks"
        description={`Only for every week: from 2 to ${MOST_WEEKS}.`}
        type="number"
        inputMode="numeric"
        width="short"
        min={2}
        max={MOST_WEEKS}
      />
      <WhereFields place={first.place} videoLink="" mayRepeat />
    </FormFrame>
  );
}
