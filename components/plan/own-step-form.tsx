import { FormFrame } from '@/components/ui/form/form-frame';
import { Checkbox, RadioGroup, SelectField } from '@/components/ui/form/choice-fields';
import { TextArea, TextField } from '@/components/ui/form/text-field';
import { LinkButton, TextLink } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-parts';
import type { FormAction } from '@/lib/action-state';
import { LONGEST } from '@/lib/own-steps/schema';
import type { OwnStepPage } from '@/lib/own-steps/read-own-step';

const INTENSITIES = [
  '0 · Nothing of the body. Asked once.',
  '1 · Time and attention for each other. Asked once.',
  '2 · Some closeness. Asked once. Touch begins here.',
  '3 · Touch. Asked every week; opens after your release.',
  '4 · Closer. Asked every week; you release each week.',
  '5 · Closest. As 4, and only within limits you write.',
].map((label, at) => ({ value: String(at), label }));

type OwnStepViewProps = OwnStepPage & { action: FormAction; formKey: string };

/** A step in the therapist's own words, for one couple. Its terms are set on the next page. */
export function OwnStepView({ couple, stages, step, action, formKey }: OwnStepViewProps) {
  return (
    <>
      <PageHeader
        back={<TextLink href={`/couples/${couple.id}/assign`}>Assign a step</TextLink>}
        title={step ? 'Change the words' : 'A step in your own words'}
        lead="For this couple alone: it is not in the library, and only the care team reads it here. Both partners read it once it is assigned."
      />
      <FormFrame
        action={action}
        formKey={formKey}
        hidden={{ coupleId: couple.id, ...(step ? { stepId: step.stepId, stage: String(step.stage.n) } : {}) }}
        submit="Continue"
        beside={
          <LinkButton href={`/couples/${couple.id}/assign`} variant="quiet">
            Cancel
          </LinkButton>
        }
        label={step ? 'Change the words' : 'A step in your own words'}
      >
        <TextField
          name="title"
          label="Title"
          description="Neutral: it may be seen on a phone."
          defaultValue={step?.title}
          maxLength={LONGEST.title}
          isPrivate
        />
        <TextField
          name="why"
          label="Why"
          description="One line that both read first."
          defaultValue={step?.why}
          maxLength={LONGEST.why}
          isPrivate
        />
        <TextArea
          name="instructions"
          label="Instructions"
          description="One on each line."
          rows={6}
          defaultValue={step?.instructions}
        />
        <RadioGroup
          name="mode"
          label="Who does it"
          layout="row"
          options={[
            { value: 'together', label: 'Together' },
            { value: 'alone', label: 'Each alone' },
          ]}
          defaultValue={step?.mode ?? 'together'}
        />
        <SelectField
          name="intensity"
          label="Intensity"
          description="It decides how often each is asked, alone, and whether you release it. From 3 on, boundaries are agreed first."
          options={INTENSITIES}
          defaultValue={String(step?.intensity ?? 0)}
        />
        <Checkbox
          name="hasTouch"
          label="There is touch between the two"
          description="Adds the questions about touch to the check-in, and asks for agreed boundaries first."
          isChecked={step?.hasTouch}
        />
        {step ? (
          <p className="text-ink-muted">Stage: {step.stage.title}</p>
        ) : (
          <SelectField
            name="stage"
            label="Stage of the plan"
            options={stages.map(({ n, title }) => ({ value: String(n), label: title }))}
            defaultValue={String(stages[0]?.n ?? 0)}
          />
        )}
      </FormFrame>
    </>
  );
}
