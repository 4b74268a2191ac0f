'use client';

// The form of a step: everything it has, as data. What follows from the rest is computed and said.
import { type FormEvent, useState } from 'react';
import { Elsewhere, Follows, type Option } from '@/components/library/edit-fields';
import { AdaptationRows, PartnersFields, UnitFields } from '@/components/library/step-form-partners';
import { StaffFields } from '@/components/library/step-form-staff';
import { FormFrame } from '@/components/ui/form/form-frame';
import { Checkbox, RadioGroup, SelectField } from '@/components/ui/form/choice-fields';
import { TextField } from '@/components/ui/form/text-field';
import { LinkButton } from '@/components/ui/link';
import { Section } from '@/components/ui/page-parts';
import type { FormAction } from '@/lib/action-state';
import type { StepFormPage } from '@/lib/library/read-step-form';

const INTENSITIES: Option[] = [
  '0 · Nothing of the body',
  '1 · Time and attention for each other',
  '2 · Some closeness; touch begins here',
  '3 · Touch; asked every week, full check-in',
  '4 · Closer; released each week',
  '5 · Closest; within limits the therapist writes',
].map((label, at) => ({ value: String(at), label }));

const MODES = [
  { value: 'alone', label: 'Each alone' },
  { value: 'together', label: 'Together' },
  { value: 'parts', label: 'In parts: alone, then together' },
];

const RHYTHMS: Option[] = [
  { value: 'once', label: 'Once' },
  { value: 'timesAWeek', label: 'Some times a week (1 to 3)' },
  { value: 'mostDays', label: 'Most days (4 to 6 a week)' },
  { value: 'daily', label: 'Every day' },
  { value: 'monthly', label: 'Some times a month (1 to 3)' },
];

type StepFormProps = StepFormPage & { action: FormAction; formKey: string };

export function StepFormView({ action, formKey, ...page }: StepFormProps) {
  const { stepId, isCopy, version, form, choices } = page;
  const [mode, setMode] = useState(form.mode);
  const follow = ({ target }: FormEvent<HTMLDivElement>) => {
    const { name, value } = target as HTMLInputElement;
    if (name === 'mode') setMode(value as typeof mode);
  };
  return (
    <FormFrame
      action={action}
      formKey={formKey}
      className="form--wide"
      hidden={isCopy ? { copyOf: stepId } : { stepId, basedOn: String(version) }}
      submit={isCopy ? 'Save the new step' : `Save as version ${version + 1}`}
      pendingLabel="Saving"
      beside={
        <LinkButton href={`/library/${stepId}`} variant="quiet">
          Cancel
        </LinkButton>
      }
      label={isCopy ? 'A new step' : 'Edit the step'}
    >
      <Follows href={(newer) => `/library/${stepId}?version=${newer}`} />
      <Elsewhere />
      <div onChange={follow} className="edit-sections">
        <Section heading="What it is">
          <SelectField name="stage" label="Stage" options={choices.stages} defaultValue={String(form.stage)} />
          <RadioGroup name="mode" label="Who does it" layout="row" options={MODES} defaultValue={form.mode} />
          <SelectField
            name="intensity"
            label="Intensity"
            description="It decides how often each is asked, and which check-in follows."
            options={INTENSITIES}
            defaultValue={String(form.intensity)}
          />
          <Checkbox
            name="touch"
            label="There is touch between the two"
            description="The check-in then asks about touch too."
            isChecked={form.touch}
          />
        </Section>
        <Section
          heading="What partners read"
          lead="To name another step, write its whole title in braces: {Holding hands}."
        >
          <PartnersFields form={form} />
        </Section>
        {(['whole', 'alone', 'together'] as const).map((unit) => {
          const isShown = mode === 'parts' ? unit !== 'whole' : unit === 'whole';
          return (
            // Kept, so that going back and forth loses nothing; not sent while it does not count.
            <fieldset key={unit} hidden={!isShown} disabled={!isShown} className="contents">
              <UnitFields unit={unit} form={form.units[unit]} choices={choices} />
            </fieldset>
          );
        })}
        <Section heading="How often">
          <SelectField name="rhythm.kind" label="Rhythm" options={RHYTHMS} defaultValue={form.rhythm.kind} />
          <TextField
            name="rhythm.times"
            label="How many times"
            description="Counts where the rhythm leaves it open."
            inputMode="numeric"
            width="short"
            defaultValue={form.rhythm.times}
            isOptional
          />
          <TextField
            name="rhythm.weeks"
            label="For how many weeks"
            inputMode="numeric"
            width="short"
            defaultValue={form.rhythm.weeks ?? ''}
            isOptional
          />
        </Section>
        <Section heading="Adaptations">
          <AdaptationRows start={form.adaptations} />
        </Section>
        <StaffFields page={page} />
      </div>
    </FormFrame>
  );
}
