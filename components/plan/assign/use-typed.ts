'use client';

// What a form holds while somebody types in it, for a preview that follows every letter.
import { type FormEvent, useState } from 'react';
import type { RhythmGiven } from '@/lib/format/rhythms';

export type Typed = {
  text: (name: string) => string;
  number: (name: string, otherwise: number) => number;
  /** The places that are ticked under one name. */
  ticked: (name: string) => number[];
};

/** `typed` is null before anything was typed. Both handlers of what stands around the fields are `follow`. */
export function useTyped(): { typed: Typed | null; follow: (event: FormEvent<HTMLDivElement>) => void } {
  const [form, setForm] = useState<FormData | null>(null);
  const follow = (event: FormEvent<HTMLDivElement>) => {
    const found = (event.target as HTMLElement).closest('form');
    if (found) setForm(new FormData(found));
  };
  return { typed: form && typedIn(form), follow };
}

function typedIn(form: FormData): Typed {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  return {
    text,
    number: (name, otherwise) => (/^\d+$/.test(text(name).trim()) ? Number(text(name)) : otherwise),
    ticked: (name) => form.getAll(name).map(Number),
  };
}

type Rhythm = { rhythm: RhythmGiven; minutes: { min: number; max: number } };

/** How often and how long, as it stands in the fields of rhythm-fields.tsx. */
export function rhythmTyped(typed: Typed | null, given: Rhythm): Rhythm {
  if (!typed) return { rhythm: given.rhythm, minutes: given.minutes };
  const { rhythm, minutes } = given;
  return {
    rhythm: {
      kind: typed.text('rhythm.kind') as RhythmGiven['kind'],
      times: typed.number('rhythm.times', rhythm.times),
      weeks: typed.number('rhythm.weeks', 0) || null,
      days: typed.ticked('rhythm.days'),
    },
    minutes: { min: typed.number('minutes.min', minutes.min), max: typed.number('minutes.max', minutes.max) },
  };
}
