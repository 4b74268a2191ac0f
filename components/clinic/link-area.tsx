'use client';

// One listener for all links of a page: a routing component for each of them costs every page of the clinic its time.
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { type ComponentProps, type MouseEvent, useEffect, useRef, useTransition } from 'react';

/** Follows the plain links inside it without a reload. Nothing is fetched ahead of the press. */
export function LinkArea(props: Omit<ComponentProps<'div'>, 'onClick' | 'ref'>) {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const pressed = useRef<HTMLAnchorElement>(null);

  useEffect(() => {
    if (!isPending) mark(null);
  }, [isPending]);

  // On the link itself and not in React's state: a link may stand anywhere below, and none of them needs to be drawn anew.
  function mark(link: HTMLAnchorElement | null) {
    pressed.current?.removeAttribute('data-followed');
    link?.setAttribute('data-followed', '');
    pressed.current = link;
  }

  function follow(event: MouseEvent<HTMLDivElement>) {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link || !isOurs(event, link)) return;
    event.preventDefault();
    mark(link);
    startTransition(() => router.push(`${link.pathname}${link.search}${link.hash}` as Route));
  }

  return <div {...props} onClick={follow} />;
}

/** Whether a press means "go there, here": all else (a new tab, a download, a place on this page) is the browser's. */
function isOurs(event: MouseEvent, link: HTMLAnchorElement): boolean {
  const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  return (
    isPlain &&
    !event.defaultPrevented &&
    (link.target === '' || link.target === '_self') &&
    !link.hasAttribute('download') &&
    link.origin === window.location.origin &&
    !link.getAttribute('href')?.startsWith('#')
  );
}
