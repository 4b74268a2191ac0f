import { LinkButton } from '@/components/ui/link';
import { EmptyState } from '@/components/ui/page-parts';
import { PartnerMark } from '@/components/ui/partner-mark';
import type { PaperPage } from '@/lib/check-ins/read-paper-check-in';

type Choice = Extract<PaperPage, { kind: 'choice' }>;
type PaperChoiceProps = Pick<Choice, 'partners' | 'steps'> & { coupleId: string };

/** Which step a paper check-in is about, and whose it is. */
export function PaperChoice({ coupleId, partners, steps }: PaperChoiceProps) {
  if (steps.length === 0 || partners.length === 0)
    return (
      <EmptyState action={<LinkButton href={`/couples/${coupleId}`}>Open the plan</LinkButton>}>
        There is no step to check in of.
      </EmptyState>
    );
  return (
    <ul className="paper-choice">
      {steps.map(({ key, title, assigned, hrefs }) => (
        <li key={key}>
          <p>
            {title} <span className="text-sm text-ink-muted">assigned {assigned}</span>
          </p>
          <div className="flex flex-wrap gap-3">
            {partners.map(({ id, name, place }, at) => (
              <LinkButton key={id} href={hrefs[at] ?? ''}>
                <PartnerMark place={place}>{name}</PartnerMark>
                <span className="sr-only">{`: ${title}, assigned ${assigned}`}</span>
              </LinkButton>
            ))}
          </div>
        </li>
      ))}
    </ul>
  );
}
