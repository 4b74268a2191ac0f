import type { ComponentProps } from 'react';
import { AccountAccess } from '@/components/people/account-access';
import { AccountState } from '@/components/people/account-state';
import { InvitationCard } from '@/components/people/invitation-card';
import { Supervisions } from '@/components/people/supervisions';
import { CheckboxGroup, type Choice } from '@/components/ui/form/choice-fields';
import { FormFrame } from '@/components/ui/form/form-frame';
import { LinkButton, TextLink } from '@/components/ui/link';
import { PageHeader, Section } from '@/components/ui/page-parts';
import type { FormAction } from '@/lib/action-state';
import type { InvitationView } from '@/lib/people/read-people';
import { couplesInWords, type roleWords } from '@/lib/format/people-words';

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
  zone: string;
  formKey: string;
  supervision: Omit<ComponentProps<typeof Supervisions>, 'member' | 'actions'>;
  actions: Record<'saveRoles' | 'end' | 'reopen' | 'resend' | 'revoke' | 'supervise' | 'endSupervising', FormAction>;
};

export function StaffMember({ member, supervision, actions, ...page }: StaffMemberProps) {
  const { isSelf, primaryOf, roles, zone, formKey } = page;
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
        </FormFrame>
      </Section>
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
