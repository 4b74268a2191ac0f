// The grid, readable: one table for each group of rows; on a phone one card for each thing, with the role over each of its lines.
import { Disclosure } from '@/components/ui/disclosure';
import { Facts, PageHeader, Section } from '@/components/ui/page-parts';
import { Cell, Column, Row, RowHeading, Table, TableBody, TableHead } from '@/components/ui/table';
import { TextLink } from '@/components/ui/link';
import type { Grid, GridLine } from '@/lib/access-grid/read-grid';

export function AccessGrid({ grid: { roles, groups, words } }: { grid: Grid }) {
  const labelOf = (role: string) => roles.find((one) => one.role === role)?.label ?? role;
  const namesOf = (some: string[]) => some.map((role) => labelOf(role).toLowerCase()).join(', ');
  return (
    <div className="access-grid">
      <PageHeader
        title="Who may see what"
        lead="These are the rules themselves, not a description: the database checks each of them whenever anyone opens or saves anything. What is not listed here is refused."
      />
      <Section heading="In short">
        <Facts facts={roles.map(({ label, description }) => ({ name: label, value: description }))} />
        <p className="max-w-measure">
          Somebody with several roles may do what any of them may. Every opening of a couple’s record is written into
          the access log, and nobody can take it out.
        </p>
      </Section>
      <Section heading="How to read the tables">
        <p className="max-w-measure">
          Each line says what somebody may do, and with which rows. “See, add: couples they care for” means: the rows of
          couples in whose care team this person stands today, and no others. Words joined by + must all hold; where a
          role has no line, it may do nothing. “Hearth by itself” is the few fixed acts that need a wider sight than
          anyone’s, such as finding an account at the sign-in.
        </p>
        <Disclosure summary="What each word means">
          <Facts facts={words.map(({ short, meaning }) => ({ name: short, value: meaning }))} />
        </Disclosure>
        <nav aria-label="On this page" className="access-grid__parts screen-only">
          <ul>
            {groups.map(({ id, heading }) => (
              <li key={id}>
                <TextLink href={`#${id}`}>{heading}</TextLink>
              </li>
            ))}
          </ul>
        </nav>
      </Section>
      {groups.map(({ id, heading, rows, nothingFor }) => (
        <Section
          key={id}
          id={id}
          heading={heading}
          lead={nothingFor.length > 0 ? `Nothing of this for: ${namesOf(nothingFor)}.` : undefined}
        >
          <Table caption={heading}>
            <TableHead>
              <Column>What</Column>
              {roles
                .filter(({ role }) => !nothingFor.includes(role))
                .map(({ role, label }) => (
                  <Column key={role}>{label}</Column>
                ))}
            </TableHead>
            <TableBody>
              {rows.map(({ name, byRules, cells }) => (
                <Row key={name}>
                  <RowHeading>
                    {name}
                    {byRules ? <small>{`Hearth by itself: ${byRules.toLowerCase()}`}</small> : null}
                  </RowHeading>
                  {cells
                    .filter(({ role }) => !nothingFor.includes(role))
                    .map(({ role, lines }) => (
                      <Cell key={role} label={labelOf(role)}>
                        {lines.length > 0 ? <Lines lines={lines} /> : null}
                      </Cell>
                    ))}
                </Row>
              ))}
            </TableBody>
          </Table>
        </Section>
      ))}
    </div>
  );
}

function Lines({ lines }: { lines: GridLine[] }) {
  return (
    <ul>
      {lines.map(({ may, rows }) => (
        <li key={may}>
          <strong>{`${may}:`}</strong> {rows}
        </li>
      ))}
    </ul>
  );
}
