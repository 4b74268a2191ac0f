import { EyeOff } from 'lucide-react';
import { Chip } from '@/components/ui/chip';
import { Card, Section } from '@/components/ui/page-parts';
import { Cell, Column, Row, RowHeading, Table, TableBody, TableHead } from '@/components/ui/table';
import { REMOVED } from '@/lib/format/records/removed';
import type { AnswersPage } from '@/lib/measures/read-answers';

/** What one person answered to each question, once. */
export function AnswersView({
  page: { audience, enteredBy, total, isRemoved, reading, items, source },
}: {
  page: AnswersPage;
}) {
  return (
    <>
      <Card className="mb-8">
        <p className="flex flex-wrap gap-3">
          <Chip tone="private" icon={<EyeOff aria-hidden="true" />}>
            {audience}
          </Chip>
          {enteredBy ? <Chip>On paper, entered by {enteredBy}</Chip> : null}
        </p>
        <p className="measure__latest tabular">{total}</p>
        {reading.length > 0 ? (
          <ul className="measure__reading">
            {reading.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        ) : null}
      </Card>
      <Section heading="Answers">
        {isRemoved ? <p className="mb-4 max-w-measure">{REMOVED} The total above stays.</p> : null}
        <Table caption="Answers, question by question" keepsRows>
          <TableHead>
            <Column>Question</Column>
            <Column>Answer</Column>
            <Column align="end">Counts</Column>
          </TableHead>
          <TableBody>
            {items.map(({ id, ask, answer, points, isNeverJoint }) => (
              <Row key={id}>
                <RowHeading>
                  <span className="font-normal">{ask}</span>
                  {isNeverJoint ? (
                    <span className="measure__about">About safety: never for a screen that both may see</span>
                  ) : null}
                </RowHeading>
                <Cell>{answer ?? <span className="text-ink-muted">{isRemoved ? 'removed' : 'left out'}</span>}</Cell>
                <Cell align="end">
                  <span className="tabular">{points ?? '–'}</span>
                </Cell>
              </Row>
            ))}
          </TableBody>
        </Table>
      </Section>
      <Section heading="Where it comes from">
        {source.map((sentence) => (
          <p key={sentence} className="max-w-measure text-sm wrap-anywhere text-ink-muted">
            {sentence}
          </p>
        ))}
      </Section>
    </>
  );
}
