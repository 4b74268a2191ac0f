'use client';

// What listens to keys on every page of the clinic. It draws nothing of its own: the sheets it opens arrive with their first use.
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { lazy, Suspense, useEffect, useEffectEvent, useRef, useState } from 'react';
import { cover } from '@/components/clinic/curtain/curtain-state';
import { coupleIn, KEY_TABLE, type Keys, keysOf } from '@/components/clinic/keys/key-table';
import { actOnPage, focusRow, focusSearch, pressMain } from '@/components/clinic/keys/on-page';
import { toggleShield } from '@/components/clinic/keys/shield';

const HelpSheet = lazy(async () => ({ default: (await import('@/components/clinic/keys/help-sheet')).HelpSheet }));
const Palette = lazy(async () => ({ default: (await import('@/components/clinic/keys/palette')).Palette }));

/** Two keys belong together when they come within this time. */
const TWO_KEYS_MS = 1_500;
/** Held over to the page that has the button or the field. */
let waitsFor: 'h' | '/' | null = null;

type ClinicKeysProps = { hasSingleKeys: boolean; areNamesShielded: boolean };

export function ClinicKeys({ hasSingleKeys, areNamesShielded }: ClinicKeysProps) {
  const router = useRouter();
  const [sheet, setSheet] = useState<'help' | 'palette' | null>(null);
  const before = useRef({ key: '', at: 0 });

  const go = (href: string) => router.push(href as Route);

  function onCouple(keys: Keys, end: string): boolean {
    if (actOnPage(`main [data-keys="${keys}"]`, keys === 'h')) return true;
    const couple = coupleIn(window.location.pathname);
    if (!couple) return false;
    waitsFor = keys === 'h' || keys === '/' ? keys : null;
    go(`/couples/${couple}${end}`);
    return true;
  }

  const run = useEffectEvent((keys: Keys): boolean => {
    if (keys === 'Ctrl K') setSheet('palette');
    else if (keys === '?') setSheet('help');
    else if (keys === '/') return focusSearch() || onCouple(keys, '/notes');
    else if (keys === 'j' || keys === 'k') return focusRow(keys === 'j' ? 1 : -1);
    else if (keys === 'Ctrl Enter') return pressMain();
    else if (keys === 'Ctrl Shift H') toggleShield(areNamesShielded, () => router.refresh());
    else if (keys === 'Ctrl Shift L') cover();
    else {
      const line = KEY_TABLE.find((one) => one.keys === keys);
      if (line && 'href' in line) return actOnPage(`.clinic__nav a[href="${line.href}"]`);
      if (line && 'ofCouple' in line) return onCouple(keys, line.ofCouple);
      return actOnPage(`main [data-keys="${keys}"]`);
    }
    return true;
  });

  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || event.repeat) return;
    // A sheet has keys of its own, and a covered page none.
    if (document.querySelector('dialog[open], [data-curtain]')) return;
    const isSoon = Date.now() - before.current.at < TWO_KEYS_MS;
    const meant = keysOf(event, {
      isTyping: isTyping(event.target),
      hasSingleKeys,
      before: isSoon ? before.current.key : '',
    });
    before.current = { key: meant === 'more' ? event.key : '', at: Date.now() };
    if (meant === null || meant === 'more') return;
    if (run(meant)) event.preventDefault();
  });

  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    document.addEventListener('keydown', listen);
    if (waitsFor === 'h' && actOnPage('main [data-keys="h"]', true)) waitsFor = null;
    if (waitsFor === '/' && focusSearch()) waitsFor = null;
    return () => document.removeEventListener('keydown', listen);
  }, []);

  if (!sheet) return null;
  // A sheet says that it closed a moment later: by then another may be open.
  const close = () => setSheet((now) => (now === sheet ? null : now));
  return (
    <Suspense fallback={null}>
      {sheet === 'help' ? (
        <HelpSheet hasSingleKeys={hasSingleKeys} onClose={close} />
      ) : (
        <Palette
          hasSingleKeys={hasSingleKeys}
          areNamesShielded={areNamesShielded}
          onClose={close}
          onHelp={() => setSheet('help')}
        />
      )}
    </Suspense>
  );
}

/** Whether letters belong to what has the focus: a field, a list of choices, text that can be edited. Not a row's own box to tick. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.closest('input:not(tbody th > [type="checkbox"]), textarea, select') !== null);
