'use client';

import { CheckboxGroup, SelectField } from '@/components/ui/form/choice-fields';
import { TextField } from '@/components/ui/form/text-field';
import type { RhythmGiven } from '@/lib/format/rhythms';

const KINDS: { value: RhythmGiven['kind']; label: string }[] = [
  { value: 'once', label: 'Once' },
  { value: 'timesAWeek', label: 'Some times a week, any days' },
  { value: 'mostDays', label: 'Most days' },
  { value: 'daily', label: 'Every day' },
  { value: 'monthly', label: 'Some times a month' },
  { value: 'fixedDays', label: 'On fixed days of the week' },
];
const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].map((label, at) => ({ value: String(at + 1), label }));

type RhythmFieldsProps = {
  /** What the fields start with. */
  rhythm: RhythmGiven;
  minutes: { min: number; max: number };
  /** The kind that is chosen now: it decides which fields there are. */
  kind: RhythmGiven['kind'];
};

/** How often, and how long. */
export function RhythmFields({ rhythm, minutes, kind }: RhythmFieldsProps) {
  const isCounted = kind === 'timesAWeek' || kind === 'mostDays' || kind === 'monthly';
  return (
    <>
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
      <div className="flex flex-wrap gap-x-6 gap-y-4">
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
    </>
  );
}
