'use client';

// What is asked around a step, and what only staff read of it.
import { ChoiceRows, TextRows } from '@/components/library/edit-fields';
import { CheckboxGroup, SelectField } from '@/components/ui/form/choice-fields';
import { TextArea, TextField } from '@/components/ui/form/text-field';
import { TextLink } from '@/components/ui/link';
import { Section } from '@/components/ui/page-parts';
import { LONGEST } from '@/lib/library/schema';
import type { StepFormPage } from '@/lib/library/read-step-form';

export function StaffFields({ page: { form, choices, evidenceKey } }: { page: StepFormPage }) {
  return (
    <>
      <Section heading="What is asked" lead="Each is asked alone. The usual questions come by themselves.">
        <TextLink href="/library/questions" target="_blank">
          Write or change a question, in another tab
        </TextLink>
        <SelectField
          name="consentList"
          label="Consent"
          description="Counts for a step that is not in parts."
          options={choices.consentLists}
          defaultValue={form.consentList}
        />
        <ChoiceRows
          name="extraConsent"
          label="Also asked before"
          noun="question before"
          start={form.extraConsent}
          options={choices.questions}
          placeholder="Choose a question"
        />
        <ChoiceRows
          name="extraCheckIn"
          label="Also asked afterwards"
          noun="question afterwards"
          start={form.extraCheckIn}
          options={choices.questions}
          placeholder="Choose a question"
        />
      </Section>
      <Section heading="Easier">
        <SelectField
          name="easier.step"
          label="The easier version is"
          options={[{ value: '', label: 'Written below' }, ...choices.steps]}
          defaultValue={form.easier.step}
        />
        <TextArea
          name="easier.text"
          label="Easier version"
          description="Counts where no step is chosen."
          defaultValue={form.easier.text}
          rows={1}
          maxLength={LONGEST.row}
          isPrivate={false}
          isOptional
        />
      </Section>
      <Section heading="Only staff read this">
        <TextArea
          name="purpose"
          label="Purpose"
          defaultValue={form.purpose}
          rows={1}
          maxLength={LONGEST.row}
          isPrivate={false}
        />
        <TextRows name="cautions" label="Cautions" noun="caution" start={form.cautions} />
        <TextRows name="judgment" label="For the therapist to judge" noun="judgment" start={form.judgment} />
        <TextArea
          name="notes"
          label="Notes"
          defaultValue={form.notes}
          rows={2}
          maxLength={LONGEST.notes}
          isPrivate={false}
          isOptional
        />
        <CheckboxGroup name="fields" label="The therapist sets" options={choices.fields} defaultValues={form.fields} />
        <TextField
          name="evidence"
          label="Evidence"
          description={evidenceKey.split(';').slice(0, 2).join(';')}
          defaultValue={form.evidence}
          maxLength={LONGEST.row}
          autoComplete="off"
        />
        <div className="choices-columns">
          <CheckboxGroup
            name="sourceStrategies"
            label="Strategies it is for"
            options={choices.sources}
            defaultValues={form.sourceStrategies}
          />
        </div>
      </Section>
    </>
  );
}
