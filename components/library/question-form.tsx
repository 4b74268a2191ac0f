'use client';

// The form of one question: its words, how it is answered, what an answer does, and where it is asked.
import { type FormEvent, useState } from 'react';
import { ChoiceRows, Elsewhere, type Option } from '@/components/library/edit-fields';
import { Checkbox, RadioGroup, SelectField } from '@/components/ui/form/choice-fields';
import { FormFrame } from '@/components/ui/form/form-frame';
import { Rows } from '@/components/ui/form/rows';
import { TextArea, TextField } from '@/components/ui/form/text-field';
import { LinkButton } from '@/components/ui/link';
import { Section } from '@/components/ui/page-parts';
import type { FormAction } from '@/lib/action-state';
import { LONGEST } from '@/lib/library/schema';
import type { QuestionFormPage } from '@/lib/library/read-questions';

const KINDS: Option[] = [
  { value: 'choice', label: 'One of several answers' },
  { value: 'yesno', label: 'Yes or no' },
  { value: 'scale', label: 'A number from 0 to 10' },
  { value: 'text', label: 'Their own words' },
];

const TELLS: Option[] = [
  { value: '', label: 'Tells nobody' },
  { value: 'review', label: 'To be looked at in the session' },
  { value: 'talk', label: 'To be answered by the next working day' },
  { value: 'safety', label: 'Holds what is shared, and tells the care team' },
  { value: 'urgent', label: 'Urgent: tells the care team at once' },
];

const WHEN: Option[] = [
  { value: '', label: 'No number tells the care team' },
  { value: 'atLeast', label: 'From this number up' },
  { value: 'atMost', label: 'From this number down' },
];

type QuestionFormProps = QuestionFormPage & { action: FormAction; formKey: string };

export function QuestionFormView({ action, formKey, questionKey, form, where, places }: QuestionFormProps) {
  const [kind, setKind] = useState(form.kind);
  const follow = ({ target }: FormEvent<HTMLDivElement>) => {
    const { name, value } = target as HTMLInputElement;
    if (name === 'kind') setKind(value as typeof kind);
  };
  // Kept, so that going back and forth loses nothing; not sent while it does not count.
  const only = (one: typeof kind) => ({ hidden: kind !== one, disabled: kind !== one, className: 'contents' });
  return (
    <FormFrame
      action={action}
      formKey={formKey}
      className="form--wide"
      hidden={{
        ...(questionKey ? { question: questionKey } : {}),
        ...Object.fromEntries(where.map((place, at) => [`was.${at}`, place])),
      }}
      submit={questionKey ? 'Save the question' : 'Save the new question'}
      pendingLabel="Saving"
      beside={
        <LinkButton href="/library/questions" variant="quiet">
          Cancel
        </LinkButton>
      }
      label="The question"
    >
      <Elsewhere />
      <div onChange={follow} className="edit-sections">
        <Section heading="What is asked">
          <TextArea
            name="ask"
            label="Question"
            defaultValue={form.ask}
            rows={2}
            maxLength={LONGEST.ask}
            isPrivate={false}
          />
          <RadioGroup name="kind" label="How it is answered" options={KINDS} defaultValue={form.kind} />
          <fieldset {...only('choice')}>
            <Answers form={form} />
          </fieldset>
          <fieldset {...only('yesno')}>
            <SelectField name="tellsYes" label="What “Yes” does" options={TELLS} defaultValue={form.tellsYes} />
            <SelectField name="tellsNo" label="What “No” does" options={TELLS} defaultValue={form.tellsNo} />
          </fieldset>
          <fieldset {...only('scale')}>
            <Scale form={form} />
          </fieldset>
        </Section>
        <Section heading="Who is told">
          <Checkbox
            name="neverJoint"
            label="Never on a screen, in a note or in an export for both"
            description="So it always is where an answer tells the care team."
            isChecked={form.neverJoint}
          />
          <Checkbox name="touchOnly" label="Asked only after steps with touch" isChecked={form.touchOnly} />
        </Section>
        <Section heading="Where it is asked">
          <ChoiceRows
            name="where"
            label="Asked"
            noun="place"
            description={
              questionKey
                ? 'With no place left, it is taken out. Each step that asks it becomes a new version, not reviewed yet; couples keep what they were given.'
                : 'Each step that asks it becomes a new version, not reviewed yet; couples keep what they were given.'
            }
            start={questionKey ? where : ['']}
            options={places}
            placeholder="Choose a place"
            most={99}
          />
        </Section>
      </div>
    </FormFrame>
  );
}

const Answers = ({ form }: Pick<QuestionFormPage, 'form'>) => (
  <Rows
    name="answers"
    label="Answers"
    noun="answer"
    description="A step opens with the ticked answers alone; with none ticked, any answer will do. An answer tells the care team, never a partner."
    start={form.answers}
    empty={{ text: '', opens: false, tells: '' as const }}
    most={12}
  >
    {({ name, label, value }) => (
      <>
        <TextField
          name={`${name}.text`}
          label={label}
          defaultValue={value.text}
          maxLength={LONGEST.answer}
          autoComplete="off"
        />
        <SelectField
          name={`${name}.tells`}
          label={`${label}: what it does`}
          options={TELLS}
          defaultValue={value.tells}
        />
        <Checkbox name={`${name}.opens`} label={`${label}: the step opens with it`} isChecked={value.opens} />
      </>
    )}
  </Rows>
);

const Scale = ({ form: { low, high, told } }: Pick<QuestionFormPage, 'form'>) => (
  <>
    <TextField name="low" label="What 0 means" defaultValue={low} maxLength={LONGEST.answer} autoComplete="off" />
    <TextField name="high" label="What 10 means" defaultValue={high} maxLength={LONGEST.answer} autoComplete="off" />
    <SelectField name="told.when" label="Which numbers tell the care team" options={WHEN} defaultValue={told.when} />
    <TextField
      name="told.number"
      label="The number"
      description="Counts where numbers tell the care team."
      inputMode="numeric"
      width="short"
      defaultValue={told.number}
      isOptional
    />
    <SelectField name="told.tier" label="What such a number does" options={TELLS.slice(1)} defaultValue={told.tier} />
  </>
);
