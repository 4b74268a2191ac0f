'use client';

// A scale for one answer. Radios in a row, so it works without JavaScript and from the keyboard; script adds minus, plus and the reading.
import { useEffect, useState } from 'react';
import { FieldFrame } from '@/components/ui/form/field-frame';
import { useField, type FieldWords } from '@/components/ui/form/form-context';

type ScaleFieldProps = FieldWords & {
  /** What the lowest stop means, shown and spoken. */
  lowWords: string;
  /** What the highest stop means, shown and spoken. */
  highWords: string;
  defaultValue?: number;
  isLabelHidden?: boolean;
};

const stops = Array.from({ length: 11 }, (_, stop) => stop);

/** 0 to 10, unset until somebody answers. */
export function ScaleField({ lowWords, highWords, defaultValue, isLabelHidden, ...words }: ScaleFieldProps) {
  const field = useField(words);
  const first = field.typed === undefined ? defaultValue : Number(field.typed);
  const [value, setValue] = useState<number | null>(Number.isInteger(first) ? Number(first) : null);
  const [hasScript, setHasScript] = useState(false);
  useEffect(() => setHasScript(true), []);

  const spoken = (stop: number) => (stop === 0 ? `0, ${lowWords}` : stop === 10 ? `10, ${highWords}` : String(stop));
  // From unset, either button goes to the middle: neither end is nearer.
  const move = (by: number) => setValue((now) => (now === null ? 5 : Math.min(10, Math.max(0, now + by))));

  return (
    <FieldFrame field={field} isGroup isLabelHidden={isLabelHidden} {...words}>
      <div className="scale">
        {hasScript ? (
          <div className="scale__read">
            <button type="button" className="button button--outline scale__step" aria-label="One less" onClick={() => move(-1)}>
              <span aria-hidden="true">−</span>
            </button>
            <output className="scale__value" data-unset={value === null || undefined}>
              {value === null ? 'Move to answer' : `${value} of 10`}
              {value === 0 || value === 10 ? <span className="sr-only">, {value === 0 ? lowWords : highWords}</span> : null}
            </output>
            <button type="button" className="button button--outline scale__step" aria-label="One more" onClick={() => move(1)}>
              <span aria-hidden="true">+</span>
            </button>
          </div>
        ) : null}
        <div className="scale__stops">
          {stops.map((stop) => (
            <label key={stop} className="scale__stop">
              <input
                type="radio"
                name={words.name}
                value={stop}
                checked={value === stop}
                onChange={() => setValue(stop)}
                aria-label={spoken(stop)}
                aria-describedby={field.errorId}
              />
              <span aria-hidden="true">{stop}</span>
            </label>
          ))}
        </div>
        <div className="scale__ends" aria-hidden="true">
          <span>{lowWords}</span>
          <span>{highWords}</span>
        </div>
        {hasScript && value !== null ? (
          <button type="button" className="button button--ghost self-center" onClick={() => setValue(null)}>
            Clear this answer
          </button>
        ) : null}
      </div>
    </FieldFrame>
  );
}
