import { Checkbox, RadioGroup } from '@/components/ui/form/choice-fields';
import { FormFrame } from '@/components/ui/form/form-frame';
import { PlainLink, PlainLinkButton } from '@/components/ui/plain-link';
import type { FormAction } from '@/lib/action-state';
import { weekdayAndDay } from '@/lib/format/dates';
import { confidentialityWords, NOT_LIVE } from '@/lib/format/partner-words';
import type { MyDay, Policy } from '@/lib/my-day/schema';

/** On Today, the same for both, until one's own answer: not a thing to be pressed on anyone. */
export function AskedLine() {
  return (
    <div>
      <p>Your therapist asks you something, on your own.</p>
      <PlainLink href="/asked" isAlone>
        Read it
      </PlainLink>
    </div>
  );
}

type PolicyQuestionProps = {
  policy: Policy;
  proposal: NonNullable<MyDay['proposal']>;
  today: string;
  action: FormAction;
  formKey: string;
};

/** What holds now, what would hold, and one's own answer. Yes and no look the same, and end on the same page. */
export function PolicyQuestion({ policy, proposal, today, action, formKey }: PolicyQuestionProps) {
  return (
    <>
      <h1>What may be brought up together</h1>
      <p>You talked about this in the session of {weekdayAndDay(proposal.on, today)}. You answer it on your own.</p>
      <section className="flex flex-col gap-2">
        <h2>Now</h2>
        <p>{confidentialityWords[policy].meaning}</p>
      </section>
      <section className="flex flex-col gap-2">
        <h2>What your therapist suggests</h2>
        <p>{confidentialityWords[proposal.policy].meaning}</p>
        <p>Never an answer about your safety, unless you agree.</p>
      </section>
      <FormFrame
        action={action}
        formKey={formKey}
        hidden={{ proposalId: proposal.id }}
        submit="Send"
        label="Your answer"
        beside={
          <PlainLinkButton href="/home" isWide>
            Not now
          </PlainLinkButton>
        }
      >
        <RadioGroup
          name="answer"
          label="Do you agree?"
          layout="boxed"
          options={[
            { value: 'yes', label: 'Yes, I agree to this' },
            { value: 'no', label: 'No, keep it as it is now' },
          ]}
        />
        <Checkbox
          name="earlier"
          label="My yes is also for what I wrote before"
          description="Left empty, what you wrote before keeps what you agreed to then."
        />
        <p className="text-sm text-ink-muted">
          Your partner is not told whether, when or what you answer. Nothing changes before your therapist begins it,
          and that needs a yes of each of you. {NOT_LIVE}
        </p>
      </FormFrame>
    </>
  );
}
