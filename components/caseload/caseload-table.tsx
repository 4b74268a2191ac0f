'use client';

// The rows cross to the browser once; searching, filtering, sorting and paging are links that the server answers.
import { type ColumnDef, tableFeatures, useTable } from '@tanstack/react-table';
import type { ReactNode } from 'react';
import { Sparkline } from '@/components/ui/charts/sparkline';
import { sparklinePath } from '@/components/ui/charts/sparkline-path';
import { Chip, type Tone } from '@/components/ui/chip';
import { BareLink, TextLink } from '@/components/ui/link';
import { PartnerMark } from '@/components/ui/partner-mark';
import { Cell, Column, Row, RowHeading, Table, TableBody, TableHead } from '@/components/ui/table';

export type CaseloadLine = {
  id: string;
  label: string;
  names: string;
  step: { stage: number; title: string; more: number } | null;
  checkIns: number;
  /** "last on 22 Nov" */
  lastCheckIn: string;
  comfort: {
    partner: 'first' | 'second';
    initials: string;
    /** The oldest first. Under three of them are read as numbers. */
    values: number[];
  }[];
  nextSession: string;
  states: { tone: Tone; words: string }[];
};

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

export function CaseloadTable({ lines, sortLinks }: CaseloadTableProps) {
  const table = useTable({ features, columns, data: lines, getRowId: (line) => line.id });
  return (
    <Table caption="Couples">
      <TableHead>
        {table.getHeaderGroups()[0]?.headers.map((header) => {
          const link = sortLinks[header.column.id];
          const words = String(header.column.columnDef.header);
          return (
            <Column key={header.id} sort={link?.sort}>
              {link ? <BareLink href={link.href}>{words}</BareLink> : words}
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

/** A row as it stands, and not cell by cell: the pages of a full caseload are made of little else. */
function Line({ line }: { line: CaseloadLine }) {
  return (
    <Row>
      <RowHeading>
        <Couple line={line} />
      </RowHeading>
      <Cell label="Step">
        <Step step={line.step} />
      </Cell>
      <Cell label="Check-ins, 14 days">
        <CheckIns line={line} />
      </Cell>
      <Cell label="Comfort">
        <Comfort lines={line.comfort} />
      </Cell>
      <Cell label="Next session">{line.nextSession || <None>None planned</None>}</Cell>
      <Cell label="State">
        <States states={line.states} />
      </Cell>
    </Row>
  );
}

function Couple({ line }: { line: CaseloadLine }) {
  return (
    <>
      <TextLink href={`/couples/${line.id}`}>{line.label}</TextLink>
      <span className="line-clamp-2 max-w-64 text-sm font-normal text-ink-muted" title={line.names}>
        {line.names}
      </span>
    </>
  );
}

function Step({ step }: { step: CaseloadLine['step'] }) {
  if (!step) return <None>None given</None>;
  return (
    <div>
      {step.title}
      <span className="block text-sm text-ink-muted">
        Stage {step.stage}
        {step.more > 0 ? `, and ${step.more} more` : ''}
      </span>
    </div>
  );
}

function CheckIns({ line }: { line: CaseloadLine }) {
  if (line.checkIns === 0) return <None>None</None>;
  return (
    <div className="tabular">
      {line.checkIns}
      <span className="block text-sm whitespace-nowrap text-ink-muted">{line.lastCheckIn}</span>
    </div>
  );
}

function Comfort({ lines }: { lines: CaseloadLine['comfort'] }) {
  if (lines.every(({ values }) => values.length === 0)) return <None>Nothing yet</None>;
  return (
    <ul className="flex flex-col">
      {lines.map(({ partner, initials, values }) => (
        <li key={partner} className="flex items-center gap-2 whitespace-nowrap">
          <PartnerMark place={partner}>
            <span className="inline-block min-w-9 text-sm">{initials}</span>
          </PartnerMark>
          {values.length >= 3 ? (
            <Sparkline
              path={sparklinePath(values)}
              partner={partner}
              label={`Comfort of ${initials}, the oldest first: ${values.join(', ')}`}
            />
          ) : (
            <span className="tabular text-sm">{values.join(', ') || <None>Nothing yet</None>}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

function States({ states }: { states: CaseloadLine['states'] }) {
  return (
    <span className="flex flex-wrap gap-1.5">
      {states.map(({ tone, words }) => (
        <Chip key={words} tone={tone}>
          <span className="whitespace-nowrap">{words}</span>
        </Chip>
      ))}
    </span>
  );
}

const None = ({ children }: { children: ReactNode }) => <span className="text-ink-muted">{children}</span>;
