'use client';

// Close without waiting, a curtain over a hidden tab, and nothing left in the page that "back" could bring up again.
// Without JavaScript the Close form posts by itself; this only makes it faster.
import { useEffect } from 'react';

const withinMs = 5_000;

export function QuickClose() {
  useEffect(() => {
    const root = document.documentElement;
    const stop = new AbortController();
    const listening = { signal: stop.signal };

    function leave(form: HTMLFormElement) {
      root.dataset.left = '';
      const to = form.dataset.leave || '/';
      // The request outlives the page; the address is replaced without waiting for it.
      void fetch(form.action, { method: 'POST', keepalive: true, credentials: 'same-origin' }).catch(() => undefined);
      location.replace(to);
    }

    const form = document.querySelector<HTMLFormElement>('form[data-leave]');
    form?.addEventListener(
      'submit',
      (event) => {
        event.preventDefault();
        leave(form);
      },
      listening,
    );

    // Shift pressed and let go three times with nothing between: capitals in a text do not count, Esc never does.
    let presses: number[] = [];
    let isShiftAlone = false;
    document.addEventListener(
      'keydown',
      (event) => {
        if (event.repeat) return;
        isShiftAlone = event.key === 'Shift';
        if (!isShiftAlone) presses = [];
      },
      listening,
    );
    document.addEventListener(
      'keyup',
      (event) => {
        if (event.key !== 'Shift' || !isShiftAlone || !form) return;
        presses = [...presses.filter((at) => event.timeStamp - at < withinMs), event.timeStamp];
        if (presses.length >= 3) leave(form);
      },
      listening,
    );

    document.addEventListener(
      'visibilitychange',
      () => root.toggleAttribute('data-curtain', document.hidden),
      listening,
    );
    window.addEventListener('pagehide', () => root.setAttribute('data-curtain', ''), listening);
    window.addEventListener(
      'pageshow',
      (event) => {
        if (event.persisted) location.reload();
      },
      listening,
    );
    return () => stop.abort();
  }, []);

  return null;
}
