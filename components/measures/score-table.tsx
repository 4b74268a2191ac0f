import { Disclosure } from '@/components/ui/disclosure';
import { FormFrame } from '@/components/ui/form/form-frame';
import { TextLink } from '@/components/ui/link';
import { Cell, Column, Row, RowHeading, Table, TableBody, TableHead } from '@/components/ui/table';
import type { FormAction } from '@/lib/action-state';
import type { ScoreLine } from '@/lib/measures/read-measures';

type ScoreTableProps = {
  coupleId: string;
  lines: ScoreLine[];
  caption: string;
  name: string;
  action: FormAction;
};

/** Every score as numbers and words: what the graph shows, for everyone. */
export function ScoreTable({ coupleId, lines, caption, name, action }: ScoreTableProps) {
  return (
    <Table caption={caption} keepsRows>
      <TableHead>
        <Column>Day</Column>
        <Column>Score</Column>
        <Column>From</Column>
      </TableHead>
      <TableBody>
        {lines.map(({ id, day, total, band, how, href, isInError, errorKey }) => (
          <Row key={id}>
            <RowHeading>
              <span className="whitespace-nowrap">{day}</span>
            </RowHeading>
            <Cell>
              {isInError ? <s>{total}</s> : <span className="tabular">{total}</span>}
              <span className="measure__about">{isInError ? 'Entered in error' : band}</span>
            </Cell>
            <Cell>
              <span className="wrap-anywhere">{how}</span>
              {href ? (
                <span className="measure__about">
                  <TextLink href={href}>
                    Answers<span className="sr-only">{` to ${name} of ${day}`}</span>
                  </TextLink>
                </span>
              ) : null}
              {errorKey ? (
                <Disclosure summary="Entered in error?">
                  <FormFrame
                    action={action}
                    formKey={errorKey}
                    hidden={{ coupleId, scoreId: id }}
                    submit="Mark it"
                    submitVariant="secondary"
                    label={`Mark ${name} of ${day} as entered in error`}
                  >
                    <p className="text-sm text-ink-muted">It stays readable and counts no more.</p>
                  </FormFrame>
                </Disclosure>
              ) : null}
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}
