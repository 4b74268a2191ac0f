'use client';

// Says when the connection is lost, and keeps a tap on a link from throwing the page and its text away.
import { useEffect, useState } from 'react';

export function NotConnected() {
  const [isOffline, setOffline] = useState(false);

  useEffect(() => {
    const stop = new AbortController();
    const listening = { signal: stop.signal };
    const look = () => setOffline(!navigator.onLine);
    window.addEventListener('offline', look, listening);
    window.addEventListener('online', look, listening);
    document.addEventListener(
      'click',
      (event) => {
        const link = event.target instanceof Element ? event.target.closest('a') : null;
        if (link && !link.hash && !navigator.onLine) event.preventDefault();
      },
      { ...listening, capture: true },
    );
    return () => stop.abort();
  }, []);

  return (
    <p role="status" className="not-connected">
      {isOffline ? 'Not connected. Keep this page open; your text is here.' : null}
    </p>
  );
}
