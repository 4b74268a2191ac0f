'use client';

// The first step of an appointment, as an address. Typing narrows the list, and Enter takes its first; without script it is the
// device's own list. What is typed is never sent: names stand in no address.
import Form from 'next/form';
import { useId, useMemo, useState, useSyncExternalStore } from 'react';
import { buttonClass } from '@/components/ui/button';
import { joinedNames } from '@/lib/format/names';

type CoupleChoiceProps = {
  couples: { id: string; names: string[] }[];
  on: string;
};

/** Lines to be seen without scrolling, and lines at all: who types finds the rest. */
const LINES = 8;
const MOST = 60;
const never = () => () => undefined;

/** Letters and digits alone, without their accents. */
const bare = (text: string) =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s]/gu, '');

function foundWords(count: number): string {
  if (count === 0) return 'No couple has these letters in their names.';
  if (count > MOST) return `${count} couples; these are the first ${MOST}. Type some letters of their names.`;
  return count === 1 ? '1 couple' : `${count} couples`;
}

export function CoupleChoice({ couples, on }: CoupleChoiceProps) {
  const id = useId();
  const hasScript = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState('');
  const all = useMemo(
    () =>
      couples.map((couple) => ({ id: couple.id, words: joinedNames(couple.names), key: bare(couple.names.join(' ')) })),
    [couples],
  );
  const asked = bare(typed).split(/\s+/).filter(Boolean);
  const found = all.filter(({ key }) => asked.every((part) => key.includes(part)));
  const value = found.some((couple) => couple.id === chosen) ? chosen : asked.length > 0 ? (found[0]?.id ?? '') : '';
  const isList = hasScript && couples.length > 1;
  return (
    <Form action="/schedule/new" className="form" aria-label="For which couple">
      <input type="hidden" name="on" value={on} readOnly />
      {isList ? (
        <div className="field">
          <label className="label" htmlFor={`${id}typed`}>
            Find a couple
          </label>
          <input
            id={`${id}typed`}
            className="input"
            type="search"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={(event) => {
              // Into the list, as from any field with a list under it.
              if (event.key !== 'ArrowDown') return;
              event.preventDefault();
              document.getElementById(id)?.focus();
            }}
            aria-describedby={`${id}found`}
            autoComplete="off"
            spellCheck={false}
          />
          <p id={`${id}found`} role="status" className="text-sm text-ink-muted">
            {foundWords(found.length)}
          </p>
        </div>
      ) : null}
      <div className="field">
        <label className="label" htmlFor={id}>
          Couple
        </label>
        <span className={isList ? undefined : 'select-wrap'}>
          <select
            id={id}
            name="couple"
            className={isList ? 'select-list' : 'select-native'}
            size={isList ? LINES : undefined}
            required
            value={value}
            onChange={(event) => setChosen(event.target.value)}
          >
            {isList && asked.length > 0 ? null : <option value="">Choose a couple</option>}
            {(isList ? found.slice(0, MOST) : found).map((couple) => (
              <option key={couple.id} value={couple.id}>
                {couple.words}
              </option>
            ))}
          </select>
        </span>
      </div>
      <div className="form__actions">
        <button type="submit" className={buttonClass({ variant: 'primary' })}>
          Continue
        </button>
      </div>
    </Form>
  );
}
