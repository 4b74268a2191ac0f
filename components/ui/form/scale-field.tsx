'use client';

// A scale for one answer. Radios in a row, so it works without JavaScript and from the keyboard; script adds minus, plus and the reading.
import { useCallback, useRef, useSyncExternalStore } from 'react';
import { FieldFrame } from '@/components/ui/form/field-frame';
import { useField, type FieldWords } from '@/components/ui/form/form-context';
import { useHasScript } from '@/components/ui/has-script';

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
  const row = useRef<HTMLDivElement>(null);
  const hasScript = useHasScript();
  // The radios hold the answer, so one given before the script arrived is kept; this only repeats it in words.
  const subscribe = useCallback((onChange: () => void) => listenTo(row.current, onChange), []);
  const value = useSyncExternalStore(
    subscribe,
    () => chosenIn(row.current),
    () => first ?? null,
  );

  function choose(stop: number | null) {
    for (const input of inputsIn(row.current)) input.checked = stop !== null && Number(input.value) === stop;
    row.current?.dispatchEvent(new Event('change', { bubbles: true }));
  }

  // From unset, either button goes to the middle: neither end is nearer.
  const move = (by: number) => choose(value === null ? 5 : Math.min(10, Math.max(0, value + by)));
  const spoken = (stop: number) => (stop === 0 ? `0, ${lowWords}` : stop === 10 ? `10, ${highWords}` : String(stop));

  return (
    <FieldFrame field={field} isGroup isLabelHidden={isLabelHidden} {...words}>
      <div className="scale">
        {hasScript ? (
          <div className="scale__read">
            <button
              type="button"
              className="button button--outline scale__step"
              aria-label="One less"
              onClick={() => move(-1)}
            >
              <span aria-hidden="true">−</span>
            </button>
            <output className="scale__value" data-unset={value === null || undefined}>
              {value === null ? 'Move to answer' : `${value} of 10`}
              {value === 0 || value === 10 ? (
                <span className="sr-only">, {value === 0 ? lowWords : highWords}</span>
              ) : null}
            </output>
            {value === null ? null : (
              <button type="button" className="button button--ghost scale__clear" onClick={() => choose(null)}>
                Clear
              </button>
            )}
            <button
              type="button"
              className="button button--outline scale__step"
              aria-label="One more"
              onClick={() => move(1)}
            >
              <span aria-hidden="true">+</span>
            </button>
          </div>
        ) : null}
        <div className="scale__stops" ref={row}>
          {stops.map((stop) => (
            <label key={stop} className="scale__stop">
              <input
                type="radio"
                name={words.name}
                value={stop}
                defaultChecked={first === stop}
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
      </div>
    </FieldFrame>
  );
}

function listenTo(row: HTMLElement | null, onChange: () => void) {
  const form = row?.closest('form');
  // The radios are empty only once the reset is over.
  const afterReset = () => setTimeout(onChange);
  row?.addEventListener('change', onChange);
  form?.addEventListener('reset', afterReset);
  return () => {
    row?.removeEventListener('change', onChange);
    form?.removeEventListener('reset', afterReset);
  };
}

function inputsIn(row: HTMLElement | null): HTMLInputElement[] {
  return row ? Array.from(row.querySelectorAll('input')) : [];
}

function chosenIn(row: HTMLElement | null): number | null {
  const chosen = inputsIn(row).find((input) => input.checked);
  return chosen ? Number(chosen.value) : null;
}
