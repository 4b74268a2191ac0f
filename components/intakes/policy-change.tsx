// Changing the confidentiality policy: proposed after a session, answered by each alone, brought into force by the therapist.
import { RadioGroup, SelectField } from '@/components/ui/form/choice-fields';
import { FormFrame } from '@/components/ui/form/form-frame';
import { LinkButton } from '@/components/ui/link';
import { Card, EmptyState, Facts, Section } from '@/components/ui/page-parts';
import { PartnerMark } from '@/components/ui/partner-mark';
import type { FormAction } from '@/lib/action-state';
import type { PolicyChange } from '@/lib/agreements/read-policy-change';
import { policyWords } from '@/lib/format/couple-words';

type PolicyChangeViewProps = {
  change: PolicyChange;
  formKey: string;
  propose: FormAction;
  takeBack: FormAction;
  begin: FormAction;
};

export function PolicyChangeView({ change, formKey, propose, takeBack, begin }: PolicyChangeViewProps) {
  const { couple, proposal } = change;
  const inForce = policyWords[couple.policy.policy];
  return (
    <div className="flex flex-col gap-8">
      <p className="max-w-measure">
        In force: {inForce.label}. <span className="text-ink-muted">{inForce.meaning}</span>
      </p>
      {proposal ? (
        <Proposed coupleId={couple.id} proposal={proposal} takeBack={takeBack} begin={begin} />
      ) : (
        <Propose change={change} formKey={formKey} action={propose} />
      )}
    </div>
  );
}

type ProposedProps = {
  coupleId: string;
  proposal: NonNullable<PolicyChange['proposal']>;
  takeBack: FormAction;
  begin: FormAction;
};

function Proposed({ coupleId, proposal, takeBack, begin }: ProposedProps) {
  const { id, policy, talkedOn, people, mayBegin, keys } = proposal;
  const hidden = { coupleId, proposalId: id };
  return (
    <Section heading={`Proposed: ${policyWords[policy].label.toLowerCase()}`}>
      <Card>
        <p className="max-w-measure">
          Talked about in the session of {talkedOn}. {policyWords[policy].meaning}
        </p>
        <Facts
          facts={people.map(({ name, place, said }) => ({
            name,
            value: <PartnerMark place={place}>{said}</PartnerMark>,
          }))}
        />
        <p className="max-w-measure text-ink-muted">
          Neither learns whether or when the other answered. What was written before keeps the policy it was written
          under, unless its author said otherwise. Answers about safety never enter a session together.
        </p>
        {mayBegin ? (
          <FormFrame
            action={begin}
            formKey={keys.begin}
            hidden={hidden}
            submit="Bring it into force from the next turn"
            label="Bring it into force"
          >
            <p className="max-w-measure">
              Each has said yes. Best done in a session with both, on a day that does not follow from either answer.
            </p>
          </FormFrame>
        ) : (
          <p className="max-w-measure">It comes into force after a yes of each. Until then nothing changes.</p>
        )}
        <FormFrame
          action={takeBack}
          formKey={keys.takeBack}
          hidden={hidden}
          submit="Take the proposal back"
          submitVariant="secondary"
          label="Take the proposal back"
        >
          {null}
        </FormFrame>
      </Card>
    </Section>
  );
}

function Propose({ change, formKey, action }: { change: PolicyChange; formKey: string; action: FormAction }) {
  const { couple, sessions } = change;
  if (sessions.length === 0)
    return (
      <EmptyState action={<LinkButton href={`/couples/${couple.id}/sessions/new`}>Plan a session</LinkButton>}>
        A change is talked about in a session with both first. There was none yet.
      </EmptyState>
    );
  return (
    <Card>
      <FormFrame action={action} formKey={formKey} hidden={{ coupleId: couple.id }} submit="Put it before each of them">
        <RadioGroup
          name="policy"
          label="The other policy"
          options={Object.entries(policyWords)
            .filter(([value]) => value !== couple.policy.policy)
            .map(([value, { label, meaning }]) => ({ value, label, description: meaning }))}
        />
        <SelectField
          name="sessionId"
          label="Talked about in the session of"
          options={sessions.map(({ id, words }) => ({ value: id, label: words }))}
        />
        <p className="max-w-measure text-ink-muted">
          From the next turn each is asked on their own page, and answers alone. It comes into force when you say so,
          after a yes of each.
        </p>
      </FormFrame>
    </Card>
  );
}
