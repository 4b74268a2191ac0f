import { TextLink } from '@/components/ui/link';
import { Cell, Column, Row, RowHeading, Table, TableBody, TableHead } from '@/components/ui/table';
import { type Day, longDay } from '@/lib/format/dates';

type Line = {
  id: string;
  releaseId: string;
  on: Day;
  recipient: { name: string; address: string };
  what: string[];
  purpose: string;
  by: string;
};

/** What went out, each with its day, to whom and where, what and what for. */
export function Ledger({ lines, base }: { lines: Line[]; base: string }) {
  if (lines.length === 0) return <p className="text-ink-muted">Nothing went out.</p>;
  return (
    <Table caption="What went out">
      <TableHead>
        <Column>Day</Column>
        <Column>To</Column>
        <Column>What</Column>
        <Column>What for</Column>
        <Column>By</Column>
      </TableHead>
      <TableBody>
        {lines.map((line) => (
          <Row key={line.id}>
            <RowHeading>
              <TextLink href={`${base}/${line.releaseId}/document/${line.id}`}>{longDay(line.on)}</TextLink>
            </RowHeading>
            <Cell label="To">
              <span className="block min-w-40">
                <span className="block wrap-anywhere">{line.recipient.name}</span>
                <span className="block text-sm whitespace-pre-line text-ink-muted wrap-anywhere">
                  {line.recipient.address}
                </span>
              </span>
            </Cell>
            <Cell label="What">{line.what.join('; ')}</Cell>
            <Cell label="What for">
              <span className="block min-w-40 whitespace-pre-line wrap-anywhere">{line.purpose}</span>
            </Cell>
            <Cell label="By">{line.by}</Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}
