'use client';

// The list that `;` opens in a note: one's own snippets and what stands beside, found by the first letters of their names.
import { useState, type KeyboardEvent, type RefObject } from 'react';

export type Insertable = { name: string; label: string; text: string };
export type Snippet = Pick<Insertable, 'name' | 'text'>;

/** A semicolon at the begin of a word, and what follows it up to the caret. */
const ASKED = /(?:^|[\s(])(;([a-z0-9-]{0,20}))$/i;
const MOST_SHOWN = 8;

export type InsertMenu = {
  box: HTMLTextAreaElement;
  /** Where the semicolon stands. */
  from: number;
  found: Insertable[];
  active: number;
};

type Options = {
  /** The editor with what stands beside. */
  around: RefObject<HTMLElement | null>;
  snippets: readonly Snippet[];
  /** Whether a semicolon opens the list by itself. */
  isOn: boolean;
};

export function useInsertMenu({ around, snippets, isOn }: Options) {
  const [menu, setMenu] = useState<InsertMenu | null>(null);
  /** Opened by a press of its button, which works whatever keys are on. */
  const [isPressed, setPressed] = useState(false);

  const all = (): Insertable[] => [
    ...snippets.map(({ name, text }) => ({ name, text, label: firstWords(text) })),
    ...[...(around.current?.querySelectorAll<HTMLElement>('[data-insert]') ?? [])].map(({ dataset }) => ({
      name: dataset.insertName ?? '',
      label: dataset.insertLabel ?? '',
      text: dataset.insert ?? '',
    })),
  ];

  const close = () => {
    setMenu(null);
    setPressed(false);
  };

  /** After a key was typed: opens, narrows or closes the list. */
  function look(target: EventTarget | null, wasPressed = isPressed) {
    if (!(target instanceof HTMLTextAreaElement) || !(isOn || wasPressed)) return;
    const at = target.selectionStart;
    const asked = at === target.selectionEnd ? ASKED.exec(target.value.slice(Math.max(0, at - 30), at)) : null;
    if (!asked) return close();
    const query = asked[2]!.toLowerCase();
    const found = all()
      .filter(({ name, label }) => name.startsWith(query) || (query.length > 1 && label.toLowerCase().includes(query)))
      .sort((a, b) => Number(b.name === query) - Number(a.name === query))
      .slice(0, MOST_SHOWN);
    setMenu(found.length > 0 ? { box: target, from: at - asked[1]!.length, found, active: 0 } : null);
  }

  function choose(one: Insertable) {
    if (!menu) return;
    const { box, from } = menu;
    const to = box.selectionEnd;
    close();
    box.focus();
    box.setSelectionRange(from, to);
    put(box, one.text);
  }

  /** True when the key was the list's. */
  function key(event: KeyboardEvent): boolean {
    if (!menu || event.target !== menu.box || event.nativeEvent.isComposing) return false;
    const { found, active } = menu;
    const move = (step: number) => setMenu({ ...menu, active: (active + step + found.length) % found.length });
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Enter' || event.key === 'Tab') choose(found[active]!);
    else if (event.key === ' ') {
      const typed = menu.box.value.slice(menu.from + 1, menu.box.selectionEnd).toLowerCase();
      const exact = found.find(({ name }) => name === typed);
      if (!exact) return false;
      choose(exact);
    } else if (event.key === 'Escape') close();
    else return false;
    return true;
  }

  /** As if a semicolon had been typed there. */
  function open(box: HTMLTextAreaElement) {
    box.focus();
    const before = box.value[box.selectionStart - 1];
    put(box, before && !/[\s(]/.test(before) ? ' ;' : ';');
    setPressed(true);
    look(box, true);
  }

  return { menu, look, key, choose, open, close };
}

function firstWords(text: string): string {
  const line = text.split('\n', 1)[0]!;
  return line.length > 60 ? `${line.slice(0, 60).trimEnd()} …` : line;
}

/** Where the caret stands, in the place of what is selected; the browser's own undo takes it back. */
export function put(box: HTMLTextAreaElement, text: string): void {
  if (document.execCommand('insertText', false, text)) return;
  box.setRangeText(text, box.selectionStart, box.selectionEnd, 'end');
  box.dispatchEvent(new InputEvent('input', { bubbles: true }));
}
