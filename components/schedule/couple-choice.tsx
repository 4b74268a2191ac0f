'use client';

// The first step of an appointment, as an address: it works without script, and Enter sends it.
import Form from 'next/form';
import { useId } from 'react';
import { buttonClass } from '@/components/ui/button';
import { joinedNames } from '@/lib/format/names';

type CoupleChoiceProps = {
  couples: { id: string; names: string[] }[];
  on: string;
};

export function CoupleChoice({ couples, on }: CoupleChoiceProps) {
  const id = useId();
  return (
    <Form action="/schedule/new" className="form" aria-label="For which couple">
      <input type="hidden" name="on" value={on} readOnly />
      <div className="field">
        <label className="label" htmlFor={id}>
          Couple
        </label>
        <span className="select-wrap">
          <select id={id} name="couple" className="select-native" required defaultValue="">
            <option value="">Choose a couple</option>
            {couples.map((couple) => (
              <option key={couple.id} value={couple.id}>
                {joinedNames(couple.names)}
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
