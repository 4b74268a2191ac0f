// What both partners will read of a step, built from the same words as their own page.
import type { Terms } from '@/lib/format/assigned-terms';
import { minutesWords, rhythmWords } from '@/lib/format/rhythms';
import { unitWords } from '@/lib/format/step-words';

export type PreviewStep = {
  title: string;
  why: string;
  units: { unit: 'whole' | 'alone' | 'together'; instructions: string[] }[];
};

type PartnerPreviewProps = {
  step: PreviewStep;
  terms: Terms;
  rhythm: Parameters<typeof rhythmWords>[0];
  minutes: { min: number; max: number };
  level?: 'h2' | 'h3';
};

export function PartnerPreview({ step, terms, rhythm, minutes, level: Heading = 'h3' }: PartnerPreviewProps) {
  return (
    <div className="flex flex-col gap-4">
      <Heading className="text-xl">{step.title}</Heading>
      <div className="step-text">
        <p>{step.why}</p>
        {terms.line ? <p className="step-line">{terms.line}</p> : null}
      </div>
      {step.units.map(({ unit, instructions }) => (
        <div key={unit} className="step-text">
          {unitWords[unit] ? <p className="font-semibold">{unitWords[unit]}</p> : null}
          <ol>
            {instructions.map((instruction) => (
              <li key={instruction}>{instruction}</li>
            ))}
          </ol>
        </div>
      ))}
      <dl className="facts">
        <dt>How long</dt>
        <dd>{minutesWords(minutes)}</dd>
        <dt>How often</dt>
        <dd>{rhythmWords(rhythm)}</dd>
        {terms.conditions.length > 0 ? (
          <>
            <dt>For this step</dt>
            <dd>
              <ul className="list-disc ps-5">
                {terms.conditions.map((condition) => (
                  <li key={condition}>{condition}</li>
                ))}
              </ul>
            </dd>
          </>
        ) : null}
      </dl>
    </div>
  );
}
