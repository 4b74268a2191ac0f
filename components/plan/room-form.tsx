'use client';

// How often, how long and a line to both, with what both will read beside it. Nothing here says whether anything stands in the way.
import { PartnerPreview } from '@/components/plan/partner-preview';
import { RhythmFields } from '@/components/plan/assign/rhythm-fields';
import { rhythmTyped, useTyped } from '@/components/plan/assign/use-typed';
import { FormFrame } from '@/components/ui/form/form-frame';
import { SubmitButton } from '@/components/ui/form/submit-button';
import { TextField } from '@/components/ui/form/text-field';
import { LinkButton } from '@/components/ui/link';
import type { FormAction } from '@/lib/action-state';
import type { RoomChoice } from '@/lib/room/read-room';

type RoomFormProps = { action: FormAction; formKey: string; coupleId: string; choice: RoomChoice };

export function RoomForm({ action, formKey, coupleId, choice }: RoomFormProps) {
  const { typed, follow } = useTyped();
  const shown = rhythmTyped(typed, choice);
  return (
    <FormFrame
      action={action}
      formKey={formKey}
      hidden={{ coupleId, stepId: choice.stepId }}
      submit={null}
      label="Prepare this step"
      className="form--wide"
    >
      <div className="assign" onInput={follow} onChange={follow}>
        <div className="flex min-w-0 flex-col gap-6">
          <RhythmFields rhythm={choice.rhythm} minutes={choice.minutes} kind={shown.rhythm.kind} />
          <TextField name="line" label="A line to both" isPrivate isOptional maxLength={300} />
          <div className="form__actions">
            <SubmitButton pendingLabel="Preparing">Prepare</SubmitButton>
            <LinkButton href={`/couples/${coupleId}/room`} variant="quiet">
              Back to the plan
            </LinkButton>
          </div>
        </div>
        <div className="assign__preview card">
          <PartnerPreview
            step={choice.preview}
            terms={{ conditions: [], line: typed?.text('line').trim() ?? '' }}
            {...shown}
          />
        </div>
      </div>
    </FormFrame>
  );
}
