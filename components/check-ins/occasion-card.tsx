// What was given of one step on one day: a lane for each who gave it, and every question once, so that answers are compared side by side.
import { EyeOff, Users } from 'lucide-react';
import { Chip } from '@/components/ui/chip';
import { Card } from '@/components/ui/page-parts';
import { PartnerMark } from '@/components/ui/partner-mark';
import type { AnswerRow, Occasion } from '@/lib/check-ins/read-timeline';

const kinds = { checkIn: 'Check-in', reflection: 'Words for you', sharedWords: 'Words for both' } as const;

export function OccasionCard({ occasion }: { occasion: Occasion }) {
  const { kind, day, step, lanes, rows, differences, text } = occasion;
  const audiences = new Set(lanes.flatMap(({ audience }) => audience || []));
  const [shared] = audiences.size === 1 ? audiences : [];
  const about = kind === 'checkIn' && step ? step : [kinds[kind], step].filter(Boolean).join(' · ');
  return (
    <Card as="article">
      <header className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <h3 className="flex flex-wrap items-baseline gap-x-3 gap-y-1 text-lg">
          {day}
          <span className="text-base font-normal text-ink-muted">{about}</span>
        </h3>
        {shared ? <Audience isShared={kind === 'sharedWords'}>{shared}</Audience> : null}
      </header>
      {differences.length > 0 ? (
        <p className="max-w-measure">
          <b>The two differ: </b>
          {differences.join(' ')}
        </p>
      ) : null}
      {kind === 'checkIn' ? (
        <Lanes lanes={lanes} rows={rows} isAudienceTold={shared === undefined} about={`${about}, ${day}`} />
      ) : (
        lanes.map(({ partner, id }) => (
          <p key={id}>
            <PartnerMark place={partner.place}>{partner.name}</PartnerMark>
          </p>
        ))
      )}
      {text ? <p className="max-w-measure break-words whitespace-pre-line">{text}</p> : null}
    </Card>
  );
}

function Audience({ isShared, children }: { isShared: boolean; children: string }) {
  return (
    <Chip
      tone={isShared ? 'shared' : 'private'}
      icon={isShared ? <Users aria-hidden="true" /> : <EyeOff aria-hidden="true" />}
    >
      {children}
    </Chip>
  );
}

type LanesProps = Pick<Occasion, 'lanes' | 'rows'> & {
  /** Where the lanes were written under different policies, each says its own. */
  isAudienceTold: boolean;
  about: string;
};

function Lanes({ lanes, rows, isAudienceTold, about }: LanesProps) {
  const safety = rows.filter(({ isNeverJoint }) => isNeverJoint);
  return (
    <table className="two-lanes" role="table">
      <caption className="sr-only">{about}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <td role="cell" />
          {lanes.map(({ id, partner, audience, enteredBy }, at) => (
            <th key={id ?? partner.id} scope="col" role="columnheader">
              <PartnerMark place={partner.place}>
                {partner.name}
                {lanes[at - 1]?.partner.id === partner.id ? ', again' : ''}
              </PartnerMark>
              {id === null ? <span className="two-lanes__about">No check-in</span> : null}
              {enteredBy ? <span className="two-lanes__about">On paper, entered by {enteredBy}</span> : null}
              {isAudienceTold && audience ? <Audience isShared={false}>{audience}</Audience> : null}
            </th>
          ))}
        </tr>
      </thead>
      <Rows lanes={lanes} rows={rows.filter(({ isNeverJoint }) => !isNeverJoint)} />
      <Rows lanes={lanes} rows={safety} heading="Never brought into a session together" />
      {rows.length === 0 ? (
        <tbody role="rowgroup">
          <tr role="row">
            <th scope="row" role="rowheader">
              Every question
            </th>
            {lanes.map(({ id, partner }) => (
              <td key={id ?? partner.id} role="cell">
                {id ? 'skipped' : '–'}
              </td>
            ))}
          </tr>
        </tbody>
      ) : null}
    </table>
  );
}

function Rows({ lanes, rows, heading }: { lanes: Occasion['lanes']; rows: AnswerRow[]; heading?: string }) {
  if (rows.length === 0) return null;
  return (
    <tbody role="rowgroup">
      {heading ? (
        <tr role="row" className="two-lanes__group">
          <th scope="rowgroup" role="rowheader" colSpan={lanes.length + 1}>
            {heading}
          </th>
        </tr>
      ) : null}
      {rows.map(({ ask, answers }) => (
        <tr key={ask} role="row" data-differs={differ(answers) || undefined}>
          <th scope="row" role="rowheader">
            {ask}
          </th>
          {lanes.map(({ id, partner }, at) => (
            <td key={id ?? partner.id} role="cell" data-empty={answers[at] === null || undefined}>
              {answers[at] ?? (id ? 'skipped' : '–')}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}

/** Whether two answers stand there that are not the same; what one left out is no difference. */
const differ = (answers: AnswerRow['answers']): boolean =>
  new Set(answers.filter((answer) => answer !== null)).size > 1;
