// The rows cross to the browser once; searching, filtering, sorting and paging are links that the server answers.
import { type ColumnDef, rowSelectionFeature, tableFeatures, useTable } from '@tanstack/react-table';
import { type ChangeEvent, type ChangeEventHandler, useRef } from 'react';
import type { CaseloadLine, CaseloadState } from '@/components/caseload/caseload-line';
import { HOLD_FORM, HoldBar } from '@/components/caseload/hold-bar';
import { sparklinePath } from '@/components/ui/charts/sparkline-path';
import type { Tone } from '@/components/ui/chip';
import type { FormAction } from '@/lib/action-state';
import { Column, Table, TableBody, TableHead } from '@/components/ui/table';
import { useTableRoles } from '@/components/caseload/table-roles';

export type SortLink = { href: string; sort: 'ascending' | 'descending' | 'none' };

type CaseloadTableProps = {
  lines: CaseloadLine[];
  /** By column; a column without one can't be sorted. */
  sortLinks: Record<string, SortLink | undefined>;
  formKey: string;
  liftKey: string;
  actions: { hold: FormAction; lift: FormAction };
};

const features = tableFeatures({ rowSelectionFeature });

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
  held: { words: 'On hold', tone: 'paused' },
  active: { words: 'Active', tone: 'success' },
  invited: { words: 'Invited' },
  ended: { words: 'Ended' },
};

/** From about here on names may be cut after two lines, and are told in full by their tooltip. */
const LONG_NAMES = 48;

export function CaseloadTable({ lines, sortLinks, ...acting }: CaseloadTableProps) {
  const table = useTable({ features, columns, data: lines, getRowId: ([id]) => id });
  const toggle = ({ currentTarget: { value } }: ChangeEvent<HTMLInputElement>) => table.getRow(value).toggleSelected();
  const { rows } = table.getRowModel();
  const body = useRef<HTMLTableSectionElement>(null);
  useTableRoles(body, lines);
  const selected = rows.filter((row) => row.getIsSelected()).map(({ id }) => id);
  return (
    <>
      <Table caption="Couples" labels="caseload">
        <TableHead>
          {columns.map(({ id = '', header }) => {
            const link = sortLinks[id];
            const words = String(header);
            return (
              <Column key={id} sort={link?.sort}>
                {link ? <a href={link.href}>{words}</a> : words}
              </Column>
            );
          })}
        </TableHead>
        <TableBody ref={body}>{rows.map((row) => lineOf(row.original, row.getIsSelected(), toggle))}</TableBody>
      </Table>
      <HoldBar selected={selected} clear={() => table.resetRowSelection(true)} {...acting} />
    </>
  );
}

/**
 * A row as it stands, in one piece: the page of a full caseload is made of little else, so that every component, element and attribute
 * in it counts 25 times. What can be said once (roles by the browser, labels and looks by where they stand) is not said here.
 */
function lineOf(line: CaseloadLine, isSelected: boolean, toggle: ChangeEventHandler<HTMLInputElement>) {
  const [id, label, names, step, stepNote, checkIns, lastCheckIn, comfort, nextSession, marks] = line;
  return (
    <tr key={id}>
      <th scope="row">
        <input
          type="checkbox"
          name="coupleIds"
          value={id}
          form={HOLD_FORM}
          aria-label={label}
          checked={isSelected}
          onChange={toggle}
        />
        <a className="text-link" href={`/couples/${id}`}>
          {label}
        </a>
        {names ? <small title={names.length > LONG_NAMES ? names : undefined}>{names}</small> : null}
      </th>
      <td>
        {step || none('None given')}
        {step ? <small>{stepNote}</small> : null}
      </td>
      <td>
        {checkIns || none('None')}
        {checkIns ? <small>{lastCheckIn}</small> : null}
      </td>
      <td>{comfort.some(([, , values]) => values.length > 0) ? comfort.map(courseOf) : none('Nothing yet')}</td>
      <td>{nextSession || none('None planned')}</td>
      <td>
        {marks.length > 1 ? <span className="flex flex-wrap gap-1.5">{marks.map(chipOf)}</span> : marks.map(chipOf)}
      </td>
    </tr>
  );
}

/** Under three numbers are read as numbers. */
function courseOf([place, initials, values]: CaseloadLine[7][number]) {
  return (
    <p key={`${place}${initials}`} className="course" data-partner={place}>
      {initials}
      {values.length >= 3 ? (
        <svg role="img" aria-label={`Comfort of ${initials}, the oldest first: ${values.join(', ')}`}>
          <path d={sparklinePath(values)} />
        </svg>
      ) : values.length > 0 ? (
        <span>{values.join(', ')}</span>
      ) : (
        none('Nothing yet')
      )}
    </p>
  );
}

function chipOf(mark: CaseloadState) {
  const { words, tone } = states[mark];
  return (
    <span key={mark} className="chip" data-tone={tone}>
      {words}
    </span>
  );
}

const none = (words: string) => <span className="table__none">{words}</span>;
