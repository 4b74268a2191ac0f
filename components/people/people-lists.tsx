import { AccountState } from '@/components/people/account-state';
import { LinkButton, TextLink } from '@/components/ui/link';
import { EmptyState, PageHeader, Section } from '@/components/ui/page-parts';
import { Cell, Column, Row, RowHeading, Table, TableBody, TableHead } from '@/components/ui/table';
import { careTeamPartWords, roleWords } from '@/lib/format/people-words';
import type { InvitationView } from '@/lib/people/read-people';

type Account = {
  id: string;
  name: string;
  email: string;
  status: 'invited' | 'active' | 'deactivated';
  invitation: InvitationView | null;
};

type PeopleListsProps = {
  staff: (Account & { credential: string; roles: (keyof typeof roleWords)[] })[];
  partners: (Account & { coupleId: string; coupleLabel: string })[];
  careTeams: {
    id: string;
    label: string;
    team: { id: string; name: string; part: keyof typeof careTeamPartWords }[];
  }[];
};

/** Who has an account here, and who cares for which couple. */
export function PeopleLists({ staff, partners, careTeams }: PeopleListsProps) {
  return (
    <>
      <PageHeader
        title="People"
        lead="Accounts, invitations and care teams."
        actions={
          <LinkButton href="/people/invite" variant="primary">
            Invite someone
          </LinkButton>
        }
      />
      <Section heading="Staff">
        <Table caption="Staff">
          <TableHead>
            <Column>Name</Column>
            <Column>Roles</Column>
            <Column>E-mail</Column>
            <Column>Account</Column>
          </TableHead>
          <TableBody>
            {staff.map((one) => (
              <Row key={one.id}>
                <RowHeading>
                  <TextLink href={`/people/staff/${one.id}`}>{one.name}</TextLink>
                  {one.credential ? <span className="text-ink-muted">, {one.credential}</span> : null}
                </RowHeading>
                <Cell label="Roles">{one.roles.map((role) => roleWords[role].label).join(', ') || 'None'}</Cell>
                <Cell label="E-mail">{one.email}</Cell>
                <Cell label="Account">
                  <AccountState status={one.status} invitation={one.invitation} />
                </Cell>
              </Row>
            ))}
          </TableBody>
        </Table>
      </Section>
      <Section heading="Partners’ accounts" lead="Couples are added by their therapist, who also hands over the code.">
        {partners.length === 0 ? (
          <EmptyState>No couple has been added yet.</EmptyState>
        ) : (
          <Table caption="Partners’ accounts">
            <TableHead>
              <Column>Name</Column>
              <Column>Couple</Column>
              <Column>E-mail</Column>
              <Column>Account</Column>
            </TableHead>
            <TableBody>
              {partners.map((one) => (
                <Row key={one.id}>
                  <RowHeading>
                    <TextLink href={`/people/partners/${one.id}`}>{one.name}</TextLink>
                  </RowHeading>
                  <Cell label="Couple">{one.coupleLabel}</Cell>
                  <Cell label="E-mail">{one.email}</Cell>
                  <Cell label="Account">
                    <AccountState status={one.status} invitation={one.invitation} />
                  </Cell>
                </Row>
              ))}
            </TableBody>
          </Table>
        )}
      </Section>
      {careTeams.length > 0 ? (
        <Section heading="Care teams">
          <Table caption="Care teams">
            <TableHead>
              <Column>Couple</Column>
              <Column>Care team</Column>
            </TableHead>
            <TableBody>
              {careTeams.map((couple) => (
                <Row key={couple.id}>
                  <RowHeading>
                    <TextLink href={`/people/care-teams/${couple.id}`}>{couple.label}</TextLink>
                  </RowHeading>
                  <Cell label="Care team">
                    {couple.team
                      .map((one) => `${one.name} (${careTeamPartWords[one.part].toLowerCase()})`)
                      .join(', ') || 'Nobody'}
                  </Cell>
                </Row>
              ))}
            </TableBody>
          </Table>
        </Section>
      ) : null}
    </>
  );
}
