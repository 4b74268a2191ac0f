'use client';

// The cover over a clinic page. What lies under it is taken out of the document whole, and put back as it was: every field with what was
// typed in it, the place one had scrolled to, the cursor. A page that is opened while the cover is down is not drawn before it is lifted.
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import { Cover } from '@/components/clinic/curtain/cover';
import { curtainNow, lift, onCurtain, watchCurtain } from '@/components/clinic/curtain/curtain-state';

type CurtainProps = {
  /** Whose page it is: an id, compared and never shown. */
  who: string;
  idleMinutes: number;
  children: ReactNode;
};

export function Curtain({ who, idleMinutes, children }: CurtainProps) {
  const curtain = useSyncExternalStore(onCurtain, curtainNow, () => 'no' as const);
  const isUp = curtain === 'no';
  const [isDrawn, setDrawn] = useState(isUp);
  if (isUp && !isDrawn) setDrawn(true);
  const place = useRef<HTMLDivElement>(null);
  const under = useRef<HTMLDivElement>(null);

  useEffect(() => watchCurtain({ who, idleMinutes }), [who, idleMinutes]);

  useLayoutEffect(() => {
    const page = under.current;
    if (isUp || !page) return;
    return takeAway(page, place.current);
  }, [isUp]);

  return (
    <div ref={place} className="curtain-place">
      {isDrawn ? (
        <div ref={under} className="curtain-place">
          {children}
        </div>
      ) : null}
      {isUp ? null : <Cover curtain={curtain} lift={lift} />}
    </div>
  );
}

/** Out of the document, with the data from which the page was drawn; answers how it comes back. */
function takeAway(page: HTMLElement, place: HTMLElement | null): () => void {
  for (const sheet of page.querySelectorAll('dialog[open]')) (sheet as HTMLDialogElement).close();
  const active = document.activeElement instanceof HTMLElement ? document.activeElement : null;
  const top = window.scrollY;
  page.remove();
  for (const script of document.querySelectorAll('script:not([src])')) script.textContent = '';
  return () => {
    // Left for another page meanwhile: then there is no place to come back to.
    if (!place?.isConnected) return;
    place.prepend(page);
    window.scrollTo(0, top);
    if (active && page.contains(active)) active.focus({ preventScroll: true });
  };
}
