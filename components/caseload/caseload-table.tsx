// The rows cross to the browser once; searching, filtering, sorting and paging are links that the server answers.
import { type ColumnDef, tableFeatures, useTable } from '@tanstack/react-table';
import type { CaseloadLine, CaseloadState } from '@/components/caseload/caseload-line';
import { Sparkline } from '@/components/ui/charts/sparkline';
import { sparklinePath } from '@/components/ui/charts/sparkline-path';
import { Chip, type Tone } from '@/components/ui/chip';
import { Cell, Column, Row, RowHeading, Table, TableBody, TableHead } from '@/components/ui/table';

export type SortLink = { href: string; sort: 'ascending' | 'descending' | 'none' };

type CaseloadTableProps = {
  lines: CaseloadLine[];
  /** By column; a column without one can't be sorted. */
  sortLinks: Record<string, SortLink | undefined>;
};

const features = tableFeatures({});

const columns: ColumnDef<typeof features, CaseloadLine>[] = [
  { id: 'couple', header: 'Couple' },
  { id: 'step', header: 'Step' },
  { id: 'lastCheckIn', header: 'Check-ins, 14 days' },
  { id: 'comfort', header: 'Comfort' },
  { id: 'nextSession', header: 'Next session' },
  { id: 'state', header: 'State' },
];

const states: Record<CaseloadState, { words: string; tone?: Tone }> = {
  look: { words: 'Needs a look', tone: 'look' },
  paused: { words: 'Paused', tone: 'paused' },
  active: { words: 'Active', tone: 'success' },
  invited: { words: 'Invited' },
  ended: { words: 'Ended' },
};

/** From about here on names may be cut after two lines, and are told in full by their tooltip. */
const LONG_NAMES = 48;

export function CaseloadTable({ lines, sortLinks }: CaseloadTableProps) {
  const table = useTable({ features, columns, data: lines, getRowId: ([id]) => id });
  return (
    <Table caption="Couples">
      <TableHead>
        {table.getHeaderGroups()[0]?.headers.map((header) => {
          const link = sortLinks[header.column.id];
          const words = String(header.column.columnDef.header);
          return (
            <Column key={header.id} sort={link?.sort}>
              {link ? <a href={link.href}>{words}</a> : words}
            </Column>
          );
        })}
      </TableHead>
      <TableBody>
        {table.getRowModel().rows.map((row) => (
          <Line key={row.id} line={row.original} />
        ))}
      </TableBody>
    </Table>
  );
}

/** A row as it stands, and not cell by cell: the pages of a full caseload are made of little else, so each element counts 25 times. */
function Line({ line }: { line: CaseloadLine }) {
  const [id, label, names, step, stepNote, checkIns, lastCheckIn, comfort, nextSession, marks] = line;
  const chips = marks.map((mark) => (
    <Chip key={mark} tone={states[mark].tone}>
      {states[mark].words}
    </Chip>
  ));
  return (
    <Row>
      <RowHeading>
        <a className="text-link" href={`/couples/${id}`}>
          {label}
        </a>
        <small title={names.length > LONG_NAMES ? names : undefined}>{names}</small>
      </RowHeading>
      <Cell label="Step">
        {step || none('None given')}
        {step ? <small>{stepNote}</small> : null}
      </Cell>
      <Cell label="Check-ins, 14 days">
        {checkIns || none('None')}
        {checkIns ? <small>{lastCheckIn}</small> : null}
      </Cell>
      <Cell label="Comfort">
        {comfort.some(([, , values]) => values.length > 0)
          ? comfort.map(([place, initials, values]) => (
              <p key={`${place}${initials}`} className="partner-mark course" data-partner={place}>
                {initials}
                <Course of={initials} values={values} />
              </p>
            ))
          : none('Nothing yet')}
      </Cell>
      <Cell label="Next session">{nextSession || none('None planned')}</Cell>
      <Cell label="State">{chips.length > 1 ? <span className="flex flex-wrap gap-1.5">{chips}</span> : chips}</Cell>
    </Row>
  );
}

/** Under three numbers are read as numbers. */
function Course({ of, values }: { of: string; values: number[] }) {
  if (values.length >= 3) {
    return (
      <Sparkline path={sparklinePath(values)} label={`Comfort of ${of}, the oldest first: ${values.join(', ')}`} />
    );
  }
  return values.length > 0 ? <span>{values.join(', ')}</span> : none('Nothing yet');
}

const none = (words: string) => <span className="table__none">{words}</span>;
