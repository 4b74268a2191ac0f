import { Chip } from '@/components/ui/chip';
import { Disclosure } from '@/components/ui/disclosure';
import { RadioGroup, SelectField } from '@/components/ui/form/choice-fields';
import { FormFrame } from '@/components/ui/form/form-frame';
import { SubmitButton } from '@/components/ui/form/submit-button';
import { DateField, TextArea } from '@/components/ui/form/text-field';
import { Section } from '@/components/ui/page-parts';
import { PartnerMark } from '@/components/ui/partner-mark';
import type { FormAction } from '@/lib/action-state';
import { LONGEST_CONTACT } from '@/lib/contact-notes/schema';
import { choicesOf, contactKindWords, contactOutcomeWords } from '@/lib/format/contact-words';
import type { Day } from '@/lib/format/dates';

export type ContactLine = {
  id: string;
  partner: { place: 'first' | 'second'; initials: string };
  kind: keyof typeof contactKindWords;
  outcome: keyof typeof contactOutcomeWords | null;
  /** "22 Nov" */
  day: string;
  words: string;
  authorName: string;
  inErrorBy: string | null;
  formKey: string;
};

type ContactNotesProps = {
  coupleId: string;
  partners: { id: string; name: string }[];
  lines: ContactLine[];
  today: Day;
  formKey: string;
  actions: { note: FormAction; takeBack: FormAction };
};

/** Calls, messages and no-shows about each of them, the newest first. Nothing is changed: an error is named as one. */
export function ContactNotes({ coupleId, partners, lines, today, formKey, actions }: ContactNotesProps) {
  return (
    <Section heading="Contact notes">
      {lines.length > 0 ? (
        <ul className="day-rows">
          {lines.map((line) => (
            <li key={line.id} className="day-row">
              <div className="flex min-w-0 flex-1 flex-col gap-1">
                <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
                  <PartnerMark place={line.partner.place}>{line.partner.initials}</PartnerMark>
                  <span>{contactKindWords[line.kind]}</span>
                  {line.outcome ? <Chip>{contactOutcomeWords[line.outcome]}</Chip> : null}
                  {line.inErrorBy ? <Chip tone="look">Entered in error</Chip> : null}
                </p>
                <p className="text-sm text-ink-muted">
                  {line.day}, {line.authorName}
                  {line.inErrorBy ? `; named an error by ${line.inErrorBy}` : ''}
                </p>
                {line.words ? <Words line={line} /> : null}
              </div>
              {line.inErrorBy ? null : (
                <FormFrame
                  action={actions.takeBack}
                  formKey={line.formKey}
                  hidden={{ coupleId, noteId: line.id }}
                  className="form--bare"
                  submit={
                    <SubmitButton
                      variant="quiet"
                      size="sm"
                      aria-label={`Entered in error: ${contactKindWords[line.kind]} of ${line.day}, ${line.partner.initials}`}
                    >
                      Entered in error
                    </SubmitButton>
                  }
                >
                  {null}
                </FormFrame>
              )}
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-ink-muted">None yet.</p>
      )}
      <Disclosure summary="Note a contact">
        <FormFrame
          action={actions.note}
          formKey={formKey}
          hidden={{ coupleId }}
          submit="Note it"
          submitVariant="secondary"
          resetsWhenDone
          label="Note a contact"
        >
          <RadioGroup
            name="partnerId"
            label="Whom does it concern?"
            layout="row"
            options={partners.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <SelectField name="kind" label="What was it?" options={choicesOf(contactKindWords)} />
          <DateField name="on" label="Day" defaultValue={today} max={today} />
          <SelectField
            name="outcome"
            label="How did it go?"
            isOptional
            placeholder="Nothing to say"
            options={choicesOf(contactOutcomeWords)}
          />
          <TextArea
            name="words"
            label="Words"
            description="In this person’s own record: the care team reads it, and it never enters a joint note."
            rows={3}
            maxLength={LONGEST_CONTACT}
            isOptional
          />
        </FormFrame>
      </Disclosure>
    </Section>
  );
}

function Words({ line }: { line: ContactLine }) {
  const words = <p className="max-w-measure whitespace-pre-line wrap-anywhere">{line.words}</p>;
  return line.inErrorBy ? <Disclosure summary="What was written">{words}</Disclosure> : words;
}
