import type { ReactNode } from 'react';
import { FormFrame } from '@/components/ui/form/form-frame';
import { ReplacesSaved } from '@/components/ui/form/replaces-saved';
import { SubmitButton } from '@/components/ui/form/submit-button';
import { DateField, TextArea } from '@/components/ui/form/text-field';
import type { FormAction } from '@/lib/action-state';
import { LONGEST_GOAL } from '@/lib/goals/schema';

type GoalFormProps = {
  action: FormAction;
  formKey: string;
  hidden: Record<string, string>;
  label: string;
  kind: 'goal' | 'objective';
  submit: string;
  words?: string;
  reviewOn?: string | null;
  /** Of a form that changes what is there: it can be told that it replaces what someone else saved. */
  isChange?: boolean;
};

const KINDS = {
  goal: { words: 'The goal, in their words', hint: 'What they want to be different.' },
  objective: { words: 'What would show it', hint: 'Something that can be seen or counted, and by when.' },
} as const;

/** A goal or an objective with the day to look at it again. */
export function GoalForm({ kind, words, reviewOn, isChange, ...frame }: GoalFormProps) {
  return (
    <FormFrame {...frame} pendingLabel="Saving">
      <TextArea
        name="words"
        label={KINDS[kind].words}
        description={KINDS[kind].hint}
        rows={2}
        defaultValue={words}
        maxLength={LONGEST_GOAL}
      />
      <DateField
        name="reviewOn"
        label="Look at it again on"
        isOptional
        description="On that day it stands on Today."
        defaultValue={reviewOn ?? undefined}
      />
      {isChange ? <ReplacesSaved /> : null}
    </FormFrame>
  );
}

type PressProps = {
  action: FormAction;
  formKey: string;
  hidden: Record<string, string>;
  /** What a screen reader hears: "Met: To be close again". */
  label: string;
  children: ReactNode;
};

/** One press beside others. */
export function Press({ action, formKey, hidden, label, children }: PressProps) {
  return (
    <FormFrame
      action={action}
      formKey={formKey}
      hidden={hidden}
      className="form--bare"
      submit={
        <SubmitButton variant="secondary" size="sm" aria-label={label}>
          {children}
        </SubmitButton>
      }
    >
      {null}
    </FormFrame>
  );
}
