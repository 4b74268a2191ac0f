import { Disclosure } from '@/components/ui/disclosure';
import { RadioGroup } from '@/components/ui/form/choice-fields';
import { FormFrame } from '@/components/ui/form/form-frame';
import { DateField, TextArea } from '@/components/ui/form/text-field';
import { Facts } from '@/components/ui/page-parts';
import type { FormAction } from '@/lib/action-state';
import { choicesOf, contactOutcomeWords } from '@/lib/format/contact-words';
import type { Day } from '@/lib/format/dates';
import { LONGEST_CONTACT } from '@/lib/contact-notes/schema';

export type ContactRequest = {
  coupleId: string;
  partnerId: string;
  initials: string;
  flagIds: string;
  phone: string;
  contactInstruction: string;
  formKey: string;
};

type AnswerRequestProps = { request: ContactRequest; action: FormAction; today: Day };

/** How one person may be reached safely, behind a press, and what came of it. */
export function AnswerRequest({ request, action, today }: AnswerRequestProps) {
  const { coupleId, partnerId, initials, flagIds, phone, contactInstruction, formKey } = request;
  return (
    <Disclosure summary={`How to reach ${initials} safely`}>
      <Facts
        facts={[
          {
            name: 'Contact instruction',
            value: contactInstruction || <span className="text-ink-muted">None noted: ask before you leave words</span>,
          },
          { name: 'Phone', value: phone || <span className="text-ink-muted">None noted</span> },
        ]}
      />
      <FormFrame
        action={action}
        formKey={formKey}
        hidden={{ coupleId, partnerId, flagIds }}
        submit="Note it"
        submitVariant="secondary"
        label={`What came of the request of ${initials}`}
        className="mt-4"
      >
        <RadioGroup
          name="kind"
          label="How did you try?"
          layout="row"
          defaultValue="call"
          options={[
            { value: 'call', label: 'Call' },
            { value: 'message', label: 'Message' },
          ]}
        />
        <RadioGroup
          name="outcome"
          label="How did it go?"
          options={choicesOf(contactOutcomeWords).map((choice) =>
            choice.value === 'notReached'
              ? { ...choice, description: 'The request stays open, and a to-do asks you to try again.' }
              : choice,
          )}
        />
        <DateField name="againOn" label="Try again on" description="If not reached." min={today} isOptional />
        <TextArea
          name="words"
          label="Words"
          description="In this person’s own record."
          rows={2}
          maxLength={LONGEST_CONTACT}
          isOptional
        />
      </FormFrame>
    </Disclosure>
  );
}
