'use client';

// After ten minutes without a sign of life it asks; after fifteen the server has ended the stay, so the page goes too. What was typed is kept.
import { useEffect, useRef } from 'react';
import { askToStay, goToSignIn, GONE_AFTER_MS, HEARD, quietMs, WARN_AFTER_MS } from '@/components/portal/quiet/stay';

export function IdleWarning({ closeTo }: { closeTo: string }) {
  const dialog = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    const stop = new AbortController();

    function look() {
      const quiet = quietMs();
      const box = dialog.current;
      if (quiet >= GONE_AFTER_MS) leavePage();
      else if (quiet >= WARN_AFTER_MS && box && !box.open) box.showModal();
      else if (quiet < WARN_AFTER_MS && box?.open) box.close();
    }

    const timer = setInterval(look, 5_000);
    window.addEventListener(HEARD, look, { signal: stop.signal });
    document.addEventListener('visibilitychange', () => quietMs() < GONE_AFTER_MS && look(), { signal: stop.signal });
    return () => {
      clearInterval(timer);
      stop.abort();
    };
  }, []);

  async function stay() {
    // Not connected: the question stays, so that it can be answered again.
    if ((await askToStay()) === 'ended') leavePage();
  }

  return (
    <dialog ref={dialog} className="idle-warning" aria-labelledby="idle-heading">
      <h2 id="idle-heading">Still here?</h2>
      <p>After five more minutes you are signed out. What you typed is kept for 24 hours.</p>
      <button type="button" className="button button--primary button--full-width" onClick={() => void stay()}>
        Stay signed in
      </button>
      {/* The page behind the question can't be pressed, and leaving must never wait for an answer. */}
      <form method="post" action="/api/leave" data-leave={closeTo}>
        <button type="submit" className="button button--outline button--full-width">
          Close
        </button>
      </form>
    </dialog>
  );
}

/** Nobody is there, or the stay has ended: the page is blank before the sign-in comes, and stays blank where it can't come. */
function leavePage(): void {
  document.documentElement.setAttribute('data-curtain', '');
  goToSignIn();
}
