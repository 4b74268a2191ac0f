import { minutesWords, rhythmWords } from '@/lib/format/rhythms';
import type { DayUnit } from '@/lib/my-day/schema';

/** A step as a partner reads it: why, how, how long, how often, and what both agreed to, without saying whose wish it was. */
export function StepText({ unit }: { unit: DayUnit }) {
  return (
    <>
      <h1>{unit.title}</h1>
      <div className="step-text">
        <p>{unit.why}</p>
        {unit.line ? <p className="step-line">{unit.line}</p> : null}
        <ol>
          {unit.instructions.map((instruction) => (
            <li key={instruction}>{instruction}</li>
          ))}
        </ol>
      </div>
      <dl className="step-facts">
        <div>
          <dt>How long</dt>
          <dd>{minutesWords(unit.minutes)}</dd>
        </div>
        <div>
          <dt>How often</dt>
          <dd>{rhythmWords(unit.rhythm)}</dd>
        </div>
        {unit.conditions.length > 0 ? (
          <div>
            <dt>For this step</dt>
            <dd>
              <ul>
                {unit.conditions.map((condition) => (
                  <li key={condition}>{condition}</li>
                ))}
              </ul>
            </dd>
          </div>
        ) : null}
        {unit.own.length > 0 ? (
          <div>
            <dt>On your own</dt>
            <dd>
              <ul>
                {unit.own.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </dd>
          </div>
        ) : null}
      </dl>
    </>
  );
}
