import { Button } from '@/components/ui/button';
import { DateField } from '@/components/ui/form/text-field';
import { LinkButton, TextLink } from '@/components/ui/link';
import { EmptyState, PageHeader } from '@/components/ui/page-parts';
import { Cell, Column, Row, RowHeading, Table, TableBody, TableHead } from '@/components/ui/table';
import type { LogOfPractice } from '@/lib/access-log/read-log';

/** Who of the staff did what and when, for admins: what is clinical has no kind here. */
export function LogPage({ from, to, today, days, isFirstPage, olderHref }: LogOfPractice) {
  return (
    <>
      <PageHeader
        title="Access log"
        back={<TextLink href="/people">People</TextLink>}
        lead="Who of the staff did something, and when. What belongs to a couple’s record is named as that alone; its care team sees more under History. What partners do is not listed."
      />
      <div className="mb-6 flex flex-wrap items-end justify-between gap-4 screen-only">
        <form action="/access-log" method="get" aria-label="Days" className="flex flex-wrap items-end gap-3">
          <DateField name="from" label="From" defaultValue={from} max={today} />
          <DateField name="to" label="To" defaultValue={to} max={today} />
          <Button type="submit" variant="secondary">
            Show
          </Button>
        </form>
        <form action="/api/access-log" method="post">
          <input type="hidden" name="from" value={from} readOnly />
          <input type="hidden" name="to" value={to} readOnly />
          <Button type="submit">Export these days</Button>
        </form>
      </div>
      {days.length === 0 ? (
        <EmptyState action={<TextLink href="/access-log">The last two weeks</TextLink>}>
          {isFirstPage ? 'Nobody of the staff did anything on these days.' : 'There is nothing older.'}
        </EmptyState>
      ) : (
        days.map(({ on, day, entries }) => (
          <section key={on} className="mb-6">
            <h2 className="mb-2 text-lg">{day}</h2>
            <Table caption={day}>
              <TableHead>
                <Column>Time</Column>
                <Column>Who</Column>
                <Column>Did</Column>
                <Column>Couple</Column>
              </TableHead>
              <TableBody>
                {entries.map(({ id, time, who, did, couple }) => (
                  <Row key={id}>
                    <RowHeading>
                      <span className="tabular">{time}</span>
                    </RowHeading>
                    <Cell label="Who">{who}</Cell>
                    <Cell label="Did">{did}</Cell>
                    <Cell label="Couple">{couple}</Cell>
                  </Row>
                ))}
              </TableBody>
            </Table>
          </section>
        ))
      )}
      {isFirstPage && !olderHref ? null : (
        <nav aria-label="Pages" className="mt-6 flex flex-wrap gap-3">
          {isFirstPage ? null : <LinkButton href={`/access-log?from=${from}&to=${to}`}>Newest first</LinkButton>}
          {olderHref ? <LinkButton href={olderHref}>Older</LinkButton> : null}
        </nav>
      )}
    </>
  );
}
