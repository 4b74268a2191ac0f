'use client';

// Close without waiting, and the curtain. Without JavaScript the Close form posts by itself; this only makes it faster.
import { useEffect } from 'react';
import { watchCurtain } from '@/components/portal/quiet/curtain';
import { LEAVING } from '@/components/ui/form/leaving';
import { listenForStay } from '@/components/portal/quiet/stay';

const withinMs = 5_000;

export function QuickClose() {
  useEffect(() => {
    const stop = new AbortController();
    listenForStay(stop.signal);
    watchLeaving(stop.signal);
    watchCurtain(stop.signal);
    return () => stop.abort();
  }, []);

  return null;
}

function watchLeaving(signal: AbortSignal): void {
  const listening = { signal };

  document.addEventListener(
    'submit',
    (event) => {
      const form = event.target;
      if (!(form instanceof HTMLFormElement) || form.dataset.leave === undefined) return;
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
      if (event.key !== 'Shift' || !isShiftAlone) return;
      presses = [...presses.filter((at) => event.timeStamp - at < withinMs), event.timeStamp];
      const form = document.querySelector<HTMLFormElement>('form[data-leave]');
      if (presses.length >= 3 && form) leave(form);
    },
    listening,
  );
}

function leave(form: HTMLFormElement): void {
  document.documentElement.dataset.left = '';
  const to = form.dataset.leave;
  // A page that does not know the practice's neutral site leaves it to the route.
  if (!to) return form.submit();
  window.dispatchEvent(new Event(LEAVING));
  // The request outlives the page; the address is replaced without waiting for it.
  void fetch(form.action, { method: 'POST', keepalive: true, credentials: 'same-origin' }).catch(() => undefined);
  location.replace(to);
}
