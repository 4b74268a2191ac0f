// A native table with the library's classes. Rows become cards where the page has no room for their columns; each cell then says what it is by its label.
// Rows and cells are dressed by where they stand: of them a page has hundreds, and a class on each is a tenth of what they cost.
import type { ReactNode, Ref } from 'react';

type TableProps = {
  /** What the table lists; spoken, and shown unless hidden. */
  caption: string;
  isCaptionHidden?: boolean;
  /** Keeps rows as rows on a phone; for narrow tables only. */
  keepsRows?: boolean;
  /** Cards whose labels stand in tables.css, for a table so long that each of its cells saying its own costs too much. */
  labels?: 'caseload';
  /** TableHead and TableBody. */
  children: ReactNode;
};

export function Table({ caption, isCaptionHidden = true, keepsRows, labels, children }: TableProps) {
  return (
    <div className="table-root" data-cards={keepsRows ? undefined : ''} data-labels={labels}>
      <table className="table__content" role="table">
        <caption className={isCaptionHidden ? 'sr-only' : undefined}>{caption}</caption>
        {children}
      </table>
    </div>
  );
}

/** The row of column headings. */
export function TableHead({ children }: { children: ReactNode }) {
  return (
    <thead className="table__header" role="rowgroup">
      <tr role="row">{children}</tr>
    </thead>
  );
}

type ColumnProps = {
  align?: 'start' | 'end';
  /** Given on sortable columns, whose content is then a link or a button. */
  sort?: 'ascending' | 'descending' | 'none';
  /** Spoken but not shown, for a column of buttons. */
  isHidden?: boolean;
  children: ReactNode;
};

export function Column({ align, sort, isHidden, children }: ColumnProps) {
  return (
    <th scope="col" role="columnheader" className="table__column" data-align={align} aria-sort={sort}>
      {isHidden ? <span className="sr-only">{children}</span> : children}
    </th>
  );
}

export function TableBody({ ref, children }: { ref?: Ref<HTMLTableSectionElement>; children: ReactNode }) {
  return (
    <tbody ref={ref} className="table__body" role="rowgroup">
      {children}
    </tbody>
  );
}

export function Row({ children }: { children: ReactNode }) {
  return <tr role="row">{children}</tr>;
}

type CellProps = {
  /** The column's words, for the card on a phone; left out, the cell takes the card's whole width. */
  label?: string;
  align?: 'start' | 'end';
  children?: ReactNode;
};

export function Cell({ label, align, children }: CellProps) {
  return (
    <td role="cell" data-label={label} data-align={align}>
      {children}
    </td>
  );
}

/** The cell that names its row, and the heading of its card. */
export function RowHeading({ children }: { children: ReactNode }) {
  return (
    <th scope="row" role="rowheader">
      {children}
    </th>
  );
}
