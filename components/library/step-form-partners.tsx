'use client';

// What partners read of a step: its title and why, and for each of its units how it is done, how long, and what comes first.
import { ChoiceRows, TextRows } from '@/components/library/edit-fields';
import { CheckboxGroup, SelectField } from '@/components/ui/form/choice-fields';
import { Rows } from '@/components/ui/form/rows';
import { TextArea, TextField } from '@/components/ui/form/text-field';
import { Section } from '@/components/ui/page-parts';
import { reasonWords } from '@/lib/format/couple-words';
import { LONGEST } from '@/lib/library/schema';
import type { StepFormPage } from '@/lib/library/read-step-form';

type Form = StepFormPage['form'];

export const PartnersFields = ({ form }: { form: Form }) => (
  <>
    <TextField
      name="title"
      label="Title"
      description="Neutral: it may be seen on a phone."
      defaultValue={form.title}
      maxLength={LONGEST.title}
      autoComplete="off"
    />
    <TextArea
      name="why"
      label="Why"
      description="One sentence of at most 120 characters, read first."
      defaultValue={form.why}
      rows={2}
      maxLength={LONGEST.why}
      isPrivate={false}
    />
  </>
);

const HEADINGS = { whole: 'How it is done', alone: 'The part done alone', together: 'The part done together' };

export function UnitFields({
  unit,
  form,
  choices,
}: {
  unit: 'whole' | 'alone' | 'together';
  form: Form['units']['whole'];
  choices: StepFormPage['choices'];
}) {
  const name = `units.${unit}`;
  return (
    <Section heading={HEADINGS[unit]}>
      <TextRows
        name={`${name}.instructions`}
        label="Instructions"
        noun="instruction"
        description="Three to six, in the order they are done."
        start={form.instructions}
      />
      <div className="flex flex-wrap gap-x-6 gap-y-4">
        <TextField
          name={`${name}.minutes.min`}
          label="Shortest, in minutes"
          inputMode="numeric"
          width="short"
          defaultValue={form.minutes.min}
        />
        <TextField
          name={`${name}.minutes.max`}
          label="Longest, in minutes"
          inputMode="numeric"
          width="short"
          defaultValue={form.minutes.max}
        />
      </div>
      <ChoiceRows
        name={`${name}.toAssign`}
        label="To be done first"
        noun="requirement"
        description="Steps, or one part of a step. A therapist can waive one with a reason."
        start={form.toAssign}
        options={choices.units}
        placeholder="Choose a step"
      />
      <CheckboxGroup
        name={`${name}.toOpen`}
        label="It opens when"
        options={choices.conditions}
        defaultValues={form.toOpen}
      />
    </Section>
  );
}

const REASONS = (['medical', 'trauma', 'lowMood', 'timePoor'] as const).map((value) => ({
  value,
  label: reasonWords[value],
}));
const WHOM = [
  { value: 'both', label: 'Shown to both' },
  { value: 'one', label: 'Only for the person it is for' },
];

export const AdaptationRows = ({ start }: { start: Form['adaptations'] }) => (
  <Rows
    name="adaptations"
    label="Adaptations"
    noun="adaptation"
    isLabelHidden
    description="At least one for each reason. Partners read only what is done, never why or for whom."
    start={start}
    empty={{ for: 'both' as const, when: 'medical' as const, text: '' }}
  >
    {({ name, label, value }) => (
      <>
        <TextArea
          name={`${name}.text`}
          label={label}
          defaultValue={value.text}
          rows={1}
          maxLength={LONGEST.row}
          isPrivate={false}
        />
        <div className="rows__pair">
          <SelectField name={`${name}.when`} label={`${label}: reason`} options={REASONS} defaultValue={value.when} />
          <SelectField name={`${name}.for`} label={`${label}: who reads it`} options={WHOM} defaultValue={value.for} />
        </div>
      </>
    )}
  </Rows>
);
