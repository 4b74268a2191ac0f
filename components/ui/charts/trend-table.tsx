// The same numbers as a table.
import type { TrendLine } from '@/components/ui/charts/comfort-trend';
import { Cell, Column, Row, RowHeading, Table, TableBody, TableHead } from '@/components/ui/table';

export function TrendTable({ title, lines }: { title: string; lines: TrendLine[] }) {
  const days = [...new Map(lines.flatMap((line) => line.points).map((point) => [point.on, point.day]))].sort(
    ([a], [b]) => a.localeCompare(b),
  );
  return (
    <Table caption={`${title}, by day`} keepsRows>
      <TableHead>
        <Column>Day</Column>
        {lines.map((line) => (
          <Column key={line.partner} align="end">
            {line.name}
          </Column>
        ))}
      </TableHead>
      <TableBody>
        {days.map(([on, day]) => (
          <Row key={on}>
            <RowHeading>{day}</RowHeading>
            {lines.map((line) => (
              <Cell key={line.partner} align="end">
                {line.points.find((point) => point.on === on)?.value ?? '–'}
              </Cell>
            ))}
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}
