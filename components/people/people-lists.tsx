import { AccountState } from '@/components/people/account-state';
import { LinkButton, TextLink } from '@/components/ui/link';
import { EmptyState, PageHeader } from '@/components/ui/page-parts';
import { Pagination } from '@/components/ui/pagination';
import { SearchForm } from '@/components/ui/search-form';
import { TabLinks } from '@/components/ui/tab-links';
import { Cell, Column, Row, RowHeading, Table, TableBody, TableHead } from '@/components/ui/table';
import { type Day, shortDay } from '@/lib/format/dates';
import { careTeamPartWords, roleWords } from '@/lib/format/people-words';
import type { InvitationView } from '@/lib/people/read-people';
import { PEOPLE_PAGE_SIZE, peopleHref, type PeopleView } from '@/lib/people/schema';

type Account = {
  id: string;
  name: string;
  email: string | null;
  /** Of a partner without an e-mail of their own. */
  userName?: string | null;
  status: 'invited' | 'active' | 'deactivated';
  invitation: InvitationView | null;
};
type StaffMember = Account & { credential: string; roles: (keyof typeof roleWords)[] };
type PartnerAccount = Account & { coupleLabel: string };
type CoupleWithTeam = {
  id: string;
  label: string;
  team: { id: string; name: string; part: keyof typeof careTeamPartWords; toOn: string | null }[];
};

type PeopleListsProps = {
  view: PeopleView;
  found:
    | { list: 'staff'; rows: StaffMember[] }
    | { list: 'partners'; rows: PartnerAccount[] }
    | { list: 'careTeams'; rows: CoupleWithTeam[] };
  total: number;
  today: Day;
};

const lists = { staff: 'Staff', partners: 'Partners’ accounts', careTeams: 'Care teams' };
const states = { active: 'Active', invited: 'Invited', deactivated: 'Deactivated' };
const searched = { staff: 'Name or e-mail', partners: 'Name, e-mail or initials', careTeams: 'Initials or staff' };

/** Who has an account here, and who cares for which couple. */
export function PeopleLists({ view, found, total, today }: PeopleListsProps) {
  const first = (view.page - 1) * PEOPLE_PAGE_SIZE + 1;
  const last = first + found.rows.length - 1;
  const at = (page: number) => peopleHref({ ...view, page });
  return (
    <>
      <PageHeader
        title="People"
        lead="Accounts, invitations and care teams. Couples are added by their therapist, who also hands over the code."
        actions={
          <>
            <LinkButton href="/access-log">Access log</LinkButton>
            <LinkButton href="/people/invite" variant="primary">
              Invite someone
            </LinkButton>
          </>
        }
      />
      <TabLinks
        label="Lists"
        tabs={(Object.keys(lists) as (keyof typeof lists)[]).map((list) => ({
          href: peopleHref({ list, search: '', state: null, page: 1 }),
          label: lists[list],
        }))}
        current={peopleHref({ list: view.list, search: '', state: null, page: 1 })}
      />
      <div className="mb-4 flex flex-wrap items-end justify-between gap-x-8 gap-y-3">
        {view.list === 'careTeams' ? null : <States view={view} />}
        <div className="min-w-0 grow basis-72 sm:max-w-md">
          <SearchForm
            label="Search"
            name="q"
            defaultValue={view.search}
            placeholder={searched[view.list]}
            action="/people"
            hidden={{
              ...(view.list === 'staff' ? {} : { list: view.list }),
              ...(view.state ? { state: view.state } : {}),
            }}
          />
        </div>
      </div>
      {found.rows.length === 0 ? <Nobody view={view} /> : <Rows found={found} today={today} />}
      {total > PEOPLE_PAGE_SIZE ? (
        <Pagination
          summary={`${first} to ${last} of ${total}`}
          previousHref={view.page > 1 ? at(view.page - 1) : undefined}
          nextHref={last < total ? at(view.page + 1) : undefined}
        />
      ) : null}
    </>
  );
}

function States({ view }: { view: PeopleView }) {
  const options = [null, 'active', 'invited', 'deactivated'] as const;
  return (
    <nav aria-label="Account" className="filter-links">
      {options.map((state) => (
        <a
          key={state ?? 'all'}
          href={peopleHref({ ...view, state, page: 1 })}
          aria-current={state === view.state ? 'true' : undefined}
          className="filter-link"
        >
          {state ? states[state] : 'All'}
        </a>
      ))}
    </nav>
  );
}

function Nobody({ view }: { view: PeopleView }) {
  const all = peopleHref({ ...view, search: '', state: null, page: 1 });
  if (!view.search && !view.state)
    return <EmptyState>No couple has been added yet. Their therapist adds them.</EmptyState>;
  return (
    <EmptyState action={<TextLink href={all}>Show all</TextLink>}>
      {view.search
        ? `Nothing here fits “${view.search}”${view.state ? ' with this state of the account' : ''}.`
        : 'No account has this state now.'}
    </EmptyState>
  );
}

function Rows({ found, today }: Pick<PeopleListsProps, 'found' | 'today'>) {
  if (found.list === 'careTeams') return <CareTeams couples={found.rows} today={today} />;
  const isStaff = found.list === 'staff';
  return (
    <Table caption={lists[found.list]}>
      <TableHead>
        <Column>Name</Column>
        <Column>{isStaff ? 'Roles' : 'Couple'}</Column>
        <Column>{isStaff ? 'E-mail' : 'E-mail or user name'}</Column>
        <Column>Account</Column>
      </TableHead>
      <TableBody>
        {isStaff
          ? found.rows.map((one) => (
              <AccountRow key={one.id} one={one} href={`/people/staff/${one.id}`} credential={one.credential}>
                <Cell label="Roles">{one.roles.map((role) => roleWords[role].label).join(', ') || 'None'}</Cell>
              </AccountRow>
            ))
          : found.rows.map((one) => (
              <AccountRow key={one.id} one={one} href={`/people/partners/${one.id}`}>
                <Cell label="Couple">{one.coupleLabel}</Cell>
              </AccountRow>
            ))}
      </TableBody>
    </Table>
  );
}

type AccountRowProps = { one: Account; href: string; credential?: string; children: React.ReactNode };

function AccountRow({ one, href, credential, children }: AccountRowProps) {
  return (
    <Row>
      <RowHeading>
        <TextLink href={href}>{one.name}</TextLink>
        {credential ? <span className="font-normal text-ink-muted">, {credential}</span> : null}
      </RowHeading>
      {children}
      <Cell label={one.email === null ? 'User name' : 'E-mail'}>
        <span className="break-words [overflow-wrap:anywhere]">{one.email ?? one.userName}</span>
      </Cell>
      <Cell label="Account">
        <AccountState status={one.status} invitation={one.invitation} />
      </Cell>
    </Row>
  );
}

function CareTeams({ couples, today }: { couples: CoupleWithTeam[]; today: Day }) {
  return (
    <Table caption="Care teams">
      <TableHead>
        <Column>Couple</Column>
        <Column>Care team today</Column>
      </TableHead>
      <TableBody>
        {couples.map((couple) => (
          <Row key={couple.id}>
            <RowHeading>
              <TextLink href={`/people/care-teams/${couple.id}`}>{couple.label}</TextLink>
            </RowHeading>
            <Cell label="Care team today">
              {couple.team
                .map(
                  ({ name, part, toOn }) =>
                    `${name} (${careTeamPartWords[part].toLowerCase()}${toOn ? ` until ${shortDay(toOn, today)}` : ''})`,
                )
                .join(', ') || 'Nobody'}
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}
