import { INVITATION_WORDS } from '@/components/people/account-state';
import { FormFrame } from '@/components/ui/form/form-frame';
import { Facts, Section } from '@/components/ui/page-parts';
import type { FormAction } from '@/lib/action-state';
import { dayAndTime } from '@/lib/format/dates';
import type { InvitationView } from '@/lib/people/read-people';

type InvitationCardProps = {
  invitation: InvitationView;
  /** The page it is shown on. */
  person: { kind: 'staff' | 'partners'; personId: string };
  zone: string;
  formKey: string;
  resend: FormAction;
  revoke: FormAction;
};

/** One invitation: what has become of it, its link where no mail carried it, and what can be done. */
export function InvitationCard({ invitation, person, zone, formKey, resend, revoke }: InvitationCardProps) {
  const hidden = { invitationId: invitation.id, ...person };
  const isMailed = invitation.email !== null;
  const again = isMailed ? 'Send again' : 'Make a new link';
  return (
    <Section heading="Invitation">
      <Facts
        facts={[
          { name: 'State', value: INVITATION_WORDS[invitation.state] },
          ...(isMailed
            ? [
                { name: 'Sent to', value: invitation.email },
                { name: 'Mail', value: mailWords(invitation, zone) },
              ]
            : [{ name: 'Mail', value: 'None: the link stands on a card, which their care team hands over' }]),
          {
            name: invitation.state === 'expired' ? 'Expired' : 'Open until',
            value: dayAndTime(invitation.expiresAt, zone),
          },
        ]}
      />
      {isMailed && invitation.link ? (
        <div className="flex flex-col gap-2">
          <h3 className="text-lg">Link to hand over</h3>
          <p className="max-w-measure text-ink-muted">
            {person.kind === 'staff'
              ? 'Give it to this person yourself. Whoever holds it can take this place, once.'
              : 'Give it to this person yourself. It opens nothing without the code, which their therapist hands over.'}
          </p>
          <p>
            <code className="break-all select-all">{invitation.link}</code>
          </p>
        </div>
      ) : null}
      <div className="flex flex-wrap gap-3">
        <FormFrame
          action={resend}
          formKey={formKey}
          hidden={hidden}
          submit={again}
          submitVariant="secondary"
          label={again}
        >
          {null}
        </FormFrame>
        {invitation.state === 'open' ? (
          <FormFrame
            action={revoke}
            formKey={formKey}
            hidden={hidden}
            submit="Revoke"
            submitVariant="secondary"
            label="Revoke"
          >
            {null}
          </FormFrame>
        ) : null}
      </div>
    </Section>
  );
}

function mailWords({ mailState, mailAt }: InvitationView, zone: string): string {
  if (mailState === 'sent') return mailAt ? `Sent ${dayAndTime(mailAt, zone)}` : 'Sent';
  return mailState === 'notSent' ? 'Not sent: the mail server did not take it' : 'Not sent: no mail server is set';
}
