import type { ComponentProps } from 'react';
import { AccountAccess } from '@/components/people/account-access';
import { AccountState } from '@/components/people/account-state';
import { InvitationCard } from '@/components/people/invitation-card';
import { Supervisions } from '@/components/people/supervisions';
import { AgainField } from '@/components/ui/form/again-field';
import { CheckboxGroup, type Choice } from '@/components/ui/form/choice-fields';
import { Disclosure } from '@/components/ui/disclosure';
import { FormFrame } from '@/components/ui/form/form-frame';
import { LinkButton, TextLink } from '@/components/ui/link';
import { PageHeader, Section } from '@/components/ui/page-parts';
import type { FormAction } from '@/lib/action-state';
import type { InvitationView } from '@/lib/people/read-people';
import { couplesInWords, type roleWords } from '@/lib/format/people-words';

const AGAIN = 'It is asked for again after ten minutes.';

type StaffMemberProps = {
  member: {
    id: string;
    name: string;
    credential: string;
    email: string;
    status: 'invited' | 'active' | 'deactivated';
    roles: (keyof typeof roleWords)[];
    invitation: InvitationView | null;
  };
  isSelf: boolean;
  /** How many couples have this person as their primary. */
  primaryOf: number;
  /** The roles that can be given here. */
  roles: Choice[];
  /** A second step for signing in is set up. */
  hasFactor: boolean;
  /** The password was given again just now, so it is not asked for. */
  isSteppedUp: boolean;
  zone: string;
  formKey: string;
  supervision: Omit<ComponentProps<typeof Supervisions>, 'member' | 'actions'>;
  actions: Record<
    'saveRoles' | 'takeFactorsAway' | 'end' | 'reopen' | 'resend' | 'revoke' | 'supervise' | 'endSupervising',
    FormAction
  >;
};

export function StaffMember({ member, supervision, actions, ...page }: StaffMemberProps) {
  const { isSelf, primaryOf, roles, hasFactor, isSteppedUp, zone, formKey } = page;
  const hidden = { staffMemberId: member.id };
  return (
    <>
      <PageHeader
        back={<TextLink href="/people">People</TextLink>}
        title={member.name}
        chips={<AccountState status={member.status} invitation={member.invitation} />}
        lead={[member.credential, member.email].filter(Boolean).join(' · ')}
      />
      {member.status === 'invited' && member.invitation ? (
        <InvitationCard
          invitation={member.invitation}
          person={{ kind: 'staff', personId: member.id }}
          zone={zone}
          formKey={formKey}
          resend={actions.resend}
          revoke={actions.revoke}
        />
      ) : null}
      <Section heading="Roles">
        <FormFrame action={actions.saveRoles} formKey={formKey} hidden={hidden} submit="Save roles" label="Roles">
          <CheckboxGroup name="roles" label="Roles" isLabelHidden options={roles} defaultValues={member.roles} />
          {isSteppedUp ? null : <AgainField note={AGAIN} />}
        </FormFrame>
      </Section>
      {hasFactor && !isSelf && member.status === 'active' ? (
        <Section heading="Second step" lead="Set up: a password alone does not sign this person in.">
          <Disclosure summary="Take it away">
            <FormFrame
              action={actions.takeFactorsAway}
              formKey={formKey}
              hidden={hidden}
              submit="Take it away"
              submitVariant="danger"
              label="Take the second step away"
            >
              <p>
                For someone who lost passkeys, app and recovery codes: make sure that it is them who asks, by voice or
                in person. Every device of theirs is signed out, they are told, and they set up a new one.
              </p>
              {isSteppedUp ? null : <AgainField note={AGAIN} />}
            </FormFrame>
          </Disclosure>
        </Section>
      ) : null}
      <Supervisions
        member={member}
        {...supervision}
        actions={{ set: actions.supervise, end: actions.endSupervising }}
      />
      {isSelf ? null : member.status !== 'deactivated' && primaryOf > 0 ? (
        <Section
          heading="Access"
          lead={`${member.name} is the primary therapist of ${couplesInWords(primaryOf)}. Before this account can be deactivated, they need a new one.`}
        >
          <p>
            <LinkButton href={`/people/staff/${member.id}/hand-over`}>Hand over and deactivate</LinkButton>
          </p>
        </Section>
      ) : (
        <AccountAccess
          isDeactivated={member.status === 'deactivated'}
          hidden={hidden}
          formKey={formKey}
          end={actions.end}
          reopen={actions.reopen}
          consequence="Every device of this person is signed out at once, and an open invitation stops working. What they wrote is kept, and unsigned notes stay theirs. Their parts in care teams end."
        />
      )}
    </>
  );
}
