'use client';

import { useEffect } from 'react';
import type { Insertable, InsertMenu } from '@/components/session-notes/writing/use-insert-menu';

const ID = 'note-insert-list';

type InsertListProps = { menu: InsertMenu; onChoose: (one: Insertable) => void };

/** What can be put in at the semicolon. The box keeps the focus and says which line is meant. */
export function InsertList({ menu, onChoose }: InsertListProps) {
  const { box, found, active } = menu;
  useEffect(() => {
    box.setAttribute('aria-controls', ID);
    box.setAttribute('aria-activedescendant', `${ID}-${active}`);
    document.getElementById(`${ID}-${active}`)?.scrollIntoView({ block: 'nearest' });
    return () => {
      box.removeAttribute('aria-controls');
      box.removeAttribute('aria-activedescendant');
    };
  }, [box, active]);
  const frame = box.closest<HTMLElement>('.note-editor__text');
  const top = frame ? box.getBoundingClientRect().bottom - frame.getBoundingClientRect().top + 4 : 0;
  return (
    <>
      <ul id={ID} role="listbox" aria-label="Insert" className="insert-list" style={{ top }}>
        {found.map((one, at) => (
          <li
            key={`${at}${one.name}`}
            id={`${ID}-${at}`}
            role="option"
            aria-selected={at === active}
            // Not a click: that would take the focus from the box first.
            onMouseDown={(event) => {
              event.preventDefault();
              onChoose(one);
            }}
          >
            <span className="insert-list__name">;{one.name}</span>
            <span className="insert-list__label">{one.label}</span>
          </li>
        ))}
      </ul>
      <p role="status" className="sr-only">
        {found.length === 1 ? '1 thing to insert' : `${found.length} things to insert`}: arrow keys, then Enter
      </p>
    </>
  );
}
