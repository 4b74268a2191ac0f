import { Disclosure } from '@/components/ui/disclosure';
import { RadioGroup } from '@/components/ui/form/choice-fields';
import { FormFrame } from '@/components/ui/form/form-frame';
import { DateField, TextArea } from '@/components/ui/form/text-field';
import { Section } from '@/components/ui/page-parts';
import type { FormAction } from '@/lib/action-state';
import { type Day, dayAfter, shortDay } from '@/lib/format/dates';
import { referralOutcomeWords } from '@/lib/format/referral-words';

type Happened = {
  id: string;
  kind: 'letterPrinted' | 'outcome';
  outcome: keyof typeof referralOutcomeWords | null;
  againOn: Day | null;
  words: string;
  on: Day;
  authorName: string;
};

type OutcomePartProps = {
  about: { coupleId: string; referralId: string };
  today: Day;
  isClosed: boolean;
  happened: Happened[];
  formKey: string;
  action: FormAction;
};

/** What came of it, as it was recorded, and the form that records it. */
export function OutcomePart({ about, today, isClosed, happened, formKey, action }: OutcomePartProps) {
  const form = (
    <FormFrame action={action} formKey={formKey} hidden={about} submit="Record what came of it" pendingLabel="Saving">
      <RadioGroup
        name="outcome"
        label="What came of it"
        options={Object.entries(referralOutcomeWords).map(([value, { label, help }]) => ({
          value,
          label,
          description: help,
        }))}
      />
      <TextArea
        name="words"
        label="In your words"
        isOptional
        description="In this person’s own record. It opens no step: you judge what it means for the plan."
        maxLength={2000}
      />
      <DateField
        name="againOn"
        label="Look again on"
        isOptional
        description="Left empty, the referral is closed."
        min={dayAfter(today)}
      />
    </FormFrame>
  );
  return (
    <Section heading="What came of it">
      {happened.length > 0 ? (
        <ol className="flex flex-col gap-4">
          {happened.map((one) => (
            <li key={one.id}>
              <p>{happenedWords(one, today)}</p>
              {one.words ? <p className="max-w-measure whitespace-pre-line wrap-anywhere">{one.words}</p> : null}
              <p className="text-sm text-ink-muted">{one.authorName}</p>
            </li>
          ))}
        </ol>
      ) : null}
      {isClosed ? <Disclosure summary="Record something else">{form}</Disclosure> : form}
    </Section>
  );
}

function happenedWords({ kind, outcome, againOn, on }: Happened, today: Day): string {
  if (kind === 'letterPrinted') return `The letter was printed on ${shortDay(on, today)}.`;
  const again = againOn ? ` To look again on ${shortDay(againOn, today)}.` : '';
  return `${referralOutcomeWords[outcome!].label}, recorded on ${shortDay(on, today)}.${again}`;
}
