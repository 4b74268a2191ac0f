// The same numbers as a table.
import type { TrendLine } from '@/components/ui/charts/comfort-trend';
import { Cell, Column, Row, RowHeading, Table, TableBody, TableHead } from '@/components/ui/table';

export function TrendTable({ title, days, lines }: { title: string; days: string[]; lines: TrendLine[] }) {
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
        {days.map((day, at) => (
          <Row key={day}>
            <RowHeading>{day}</RowHeading>
            {lines.map((line) => (
              <Cell key={line.partner} align="end">
                {line.values[at] ?? '–'}
              </Cell>
            ))}
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}
