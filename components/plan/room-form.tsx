'use client';

// How often, how long and a line to both, with what both will read beside it. Nothing here says whether anything stands in the way.
import { type FormEvent, useState } from 'react';
import { PartnerPreview } from '@/components/plan/partner-preview';
import { CheckboxGroup, SelectField } from '@/components/ui/form/choice-fields';
import { FormFrame } from '@/components/ui/form/form-frame';
import { SubmitButton } from '@/components/ui/form/submit-button';
import { TextField } from '@/components/ui/form/text-field';
import { LinkButton } from '@/components/ui/link';
import type { FormAction } from '@/lib/action-state';
import type { RhythmGiven } from '@/lib/format/rhythms';
import type { RoomChoice } from '@/lib/room/read-room';

const KINDS: { value: RhythmGiven['kind']; label: string }[] = [
  { value: 'once', label: 'Once' },
  { value: 'timesAWeek', label: 'Some times a week, any days' },
  { value: 'mostDays', label: 'Most days' },
  { value: 'daily', label: 'Every day' },
  { value: 'monthly', label: 'Some times a month' },
  { value: 'fixedDays', label: 'On fixed days of the week' },
];
const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].map((label, at) => ({ value: String(at + 1), label }));

type RoomFormProps = { action: FormAction; formKey: string; coupleId: string; choice: RoomChoice };

export function RoomForm({ action, formKey, coupleId, choice }: RoomFormProps) {
  const [typed, setTyped] = useState<FormData | null>(null);
  const follow = (event: FormEvent<HTMLDivElement>) => {
    const form = (event.target as HTMLElement).closest('form');
    if (form) setTyped(new FormData(form));
  };
  const text = (name: string, otherwise: string) => {
    const value = typed?.get(name);
    return typeof value === 'string' ? value : otherwise;
  };
  const number = (name: string, otherwise: number) => {
    const value = text(name, '').trim();
    return /^\d+$/.test(value) ? Number(value) : otherwise;
  };
  const { rhythm, minutes } = choice;
  const kind = KINDS.find(({ value }) => value === text('rhythm.kind', rhythm.kind))?.value ?? rhythm.kind;
  const isCounted = kind === 'timesAWeek' || kind === 'mostDays' || kind === 'monthly';
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
          <SelectField name="rhythm.kind" label="How often" options={KINDS} defaultValue={rhythm.kind} />
          <div className="flex flex-wrap gap-x-6 gap-y-4">
            {isCounted ? (
              <TextField
                name="rhythm.times"
                label={kind === 'monthly' ? 'Times a month' : 'Times a week'}
                width="short"
                inputMode="numeric"
                defaultValue={rhythm.times}
              />
            ) : null}
            {kind === 'once' ? null : (
              <TextField
                name="rhythm.weeks"
                label="For how many weeks"
                isOptional
                width="short"
                inputMode="numeric"
                defaultValue={rhythm.weeks ?? ''}
              />
            )}
            <TextField
              name="minutes.min"
              label="Minutes, at least"
              width="short"
              inputMode="numeric"
              defaultValue={minutes.min}
            />
            <TextField
              name="minutes.max"
              label="Minutes, at most"
              width="short"
              inputMode="numeric"
              defaultValue={minutes.max}
            />
          </div>
          {kind === 'fixedDays' ? (
            <CheckboxGroup
              name="rhythm.days"
              label="Days"
              layout="row"
              options={DAYS}
              defaultValues={rhythm.days.map(String)}
            />
          ) : null}
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
            terms={{ conditions: [], line: text('line', '').trim() }}
            rhythm={{
              kind,
              times: number('rhythm.times', rhythm.times),
              weeks: number('rhythm.weeks', 0) || (typed ? null : rhythm.weeks),
              days: typed?.getAll('rhythm.days').map(Number) ?? rhythm.days,
            }}
            minutes={{ min: number('minutes.min', minutes.min), max: number('minutes.max', minutes.max) }}
          />
        </div>
      </div>
    </FormFrame>
  );
}
