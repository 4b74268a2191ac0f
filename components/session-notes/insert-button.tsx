'use client';

import { Button } from '@/components/ui/button';

type InsertButtonProps = {
  /** What goes into the note. */
  text: string;
  /** What it is, in the list that `;` opens. */
  label: string;
  /** By which it is found there. */
  name: string;
};

/** Puts something from beside the note into it, where one last wrote. The editor around it listens, so it is drawn only with a script. */
export function InsertButton({ text, label, name }: InsertButtonProps) {
  return (
    <Button variant="quiet" size="sm" data-insert={text} data-insert-name={name} data-insert-label={label}>
      Insert<span className="sr-only">: {label}</span>
    </Button>
  );
}
