import { type Cause, CAUSES } from '@/components/session-notes/kept-texts';
import { TextLink } from '@/components/ui/link';
import { Cell, Column, Row, RowHeading, Table, TableBody, TableHead } from '@/components/ui/table';
import { dayAndTime } from '@/lib/format/dates';

type VersionListProps = {
  versions: { id: string; cause: Cause; keptAt: Date; keptBy: string | null }[];
  /** The note's own address. */
  href: string;
  author: string;
  timeZone: string;
  today: string;
};

/** Every text of a note that was kept, the newest first. */
export function VersionList({ versions, href, author, timeZone, today }: VersionListProps) {
  return (
    <Table caption="Earlier texts">
      <TableHead>
        <Column>Kept</Column>
        <Column>Why</Column>
        <Column>Sent by</Column>
      </TableHead>
      <TableBody>
        {versions.map(({ id, cause, keptAt, keptBy }) => (
          <Row key={id}>
            <RowHeading>
              <TextLink href={`${href}/versions/${id}`}>{dayAndTime(keptAt, timeZone, today)}</TextLink>
            </RowHeading>
            <Cell label="Why">{CAUSES[cause]}</Cell>
            <Cell label="Sent by">{keptBy ?? author}</Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}
