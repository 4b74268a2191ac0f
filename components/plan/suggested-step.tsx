import { LinkButton } from '@/components/ui/link';
import { Card } from '@/components/ui/page-parts';
import type { Suggestion } from '@/lib/program/suggest-step';

/** The next step on the couple's path, with its why; only staff see it. */
export function SuggestedStep({ coupleId, suggestion }: { coupleId: string; suggestion: Suggestion }) {
  const { stepId, title, why, obstacles, mayWaive } = suggestion;
  return (
    <Card as="section" className="mb-8">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <div className="flex min-w-0 flex-col gap-1">
          <h2 className="text-lg">{`Suggested next: ${title}`}</h2>
          <p className="max-w-measure text-ink-muted">{why}</p>
          {obstacles.map((obstacle) => (
            <p key={obstacle} className="max-w-measure">
              Not yet: {obstacle}
            </p>
          ))}
        </div>
        {obstacles.length === 0 ? (
          <LinkButton href={`/couples/${coupleId}/assign?step=${stepId}`} variant="primary">
            {`Assign “${title}”`}
          </LinkButton>
        ) : mayWaive ? (
          <LinkButton href={`/couples/${coupleId}/assign?step=${stepId}`}>{`Waive and assign “${title}”`}</LinkButton>
        ) : (
          <LinkButton href={`/couples/${coupleId}/people`}>Contacts & safety</LinkButton>
        )}
      </div>
    </Card>
  );
}
