'use client';

// After ten minutes without a sign of life it asks; after fifteen the server has ended the stay, so the page goes too. What was typed is kept.
import { useEffect, useRef } from 'react';
import { HEARD } from '@/components/portal/heard';

const warnAfterMs = 10 * 60_000;
const goAfterMs = 15 * 60_000;

export function IdleWarning() {
  const dialog = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    let heardAt = Date.now();
    const stop = new AbortController();

    // A page that slept finds out how long by the clock, not by counting.
    function look() {
      const quietMs = Date.now() - heardAt;
      const box = dialog.current;
      if (quietMs >= goAfterMs) location.replace('/sign-in');
      else if (quietMs >= warnAfterMs && box && !box.open) box.showModal();
      else if (quietMs < warnAfterMs && box?.open) box.close();
    }

    const timer = setInterval(look, 5_000);
    const listening = { signal: stop.signal };
    window.addEventListener(
      HEARD,
      () => {
        heardAt = Date.now();
        look();
      },
      listening,
    );
    document.addEventListener('visibilitychange', look, listening);
    return () => {
      clearInterval(timer);
      stop.abort();
    };
  }, []);

  async function stay() {
    const answer = await fetch('/api/stay', {
      method: 'POST',
      body: '{}',
      headers: { 'Content-Type': 'application/json' },
    }).catch(() => null);
    if (answer?.ok) window.dispatchEvent(new Event(HEARD));
    else if (answer?.status === 401) location.replace('/sign-in');
    // Not connected: the question stays, so that it can be answered again.
  }

  return (
    <dialog ref={dialog} className="idle-warning" aria-labelledby="idle-heading">
      <h2 id="idle-heading">Still here?</h2>
      <p>After five more minutes you are signed out. What you typed is kept for 24 hours.</p>
      <button type="button" className="button button--primary button--full-width" onClick={() => void stay()}>
        Stay signed in
      </button>
    </dialog>
  );
}
