import { LinkButton, TextLink } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-parts';
import { PrintButton } from '@/components/ui/print/print-button';
import { NOT_A_YES } from '@/lib/format/partner-words';
import { unitWords } from '@/lib/format/step-words';
import type { StepCard } from '@/lib/plan/read-step-card';

type StepCardViewProps = {
  card: StepCard;
  back: { href: string; label: string };
  /** This page's own address. */
  href: string;
  hasTitle: boolean;
};

/** The card as it will be printed, and the switch that leaves its title off. */
export function StepCardView({ card, back, href, hasTitle }: StepCardViewProps) {
  return (
    <>
      <div className="screen-only">
        <PageHeader
          back={<TextLink href={back.href}>{back.label}</TextLink>}
          title="Print as a card"
          lead="Only what both may read. It names nobody: no practice, no person."
          actions={
            <>
              <LinkButton href={hasTitle ? `${href}?title=off` : href}>
                {hasTitle ? 'Leave the title off' : 'Print the title too'}
              </LinkButton>
              <PrintButton>Print the card</PrintButton>
            </>
          }
        />
      </div>
      <article className="handout handout--step" aria-label="Card">
        {hasTitle ? <h2>{card.title}</h2> : null}
        <p>{card.why}</p>
        {card.line ? <p className="step-line">{card.line}</p> : null}
        {card.units.map(({ unit, instructions }) => (
          <section key={unit}>
            {unitWords[unit] ? <h3>{unitWords[unit]}</h3> : null}
            <ol>
              {instructions.map((instruction) => (
                <li key={instruction}>{instruction}</li>
              ))}
            </ol>
          </section>
        ))}
        <dl>
          <dt>How long</dt>
          <dd>{card.minutes}</dd>
          <dt>How often</dt>
          <dd>{card.rhythm}</dd>
          {card.conditions.length > 0 ? (
            <>
              <dt>For this step</dt>
              <dd>
                <ul>
                  {card.conditions.map((condition) => (
                    <li key={condition}>{condition}</li>
                  ))}
                </ul>
              </dd>
            </>
          ) : null}
        </dl>
        <p className="handout__foot">{NOT_A_YES}</p>
      </article>
    </>
  );
}
