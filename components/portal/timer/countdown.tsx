'use client';

// Counts down without a sound, without the server and without a sign-in, and keeps the screen on while it does where the browser can.
import { useEffect, useState } from 'react';

export function Countdown({ minutes }: { minutes: number }) {
  const [left, setLeft] = useState<number | null>(null);

  useEffect(() => {
    const stop = new AbortController();
    const end = endOf(minutes);
    const look = () => setLeft(Math.max(0, end - Date.now()));
    look();
    const timer = setInterval(look, 1_000);
    const awake = () => void keepScreenOn(end, stop.signal);
    awake();
    // A browser lets the screen go as soon as the page is hidden.
    document.addEventListener(
      'visibilitychange',
      () => {
        look();
        awake();
      },
      { signal: stop.signal },
    );
    return () => {
      clearInterval(timer);
      stop.abort();
    };
  }, [minutes]);

  return (
    <>
      {left ? (
        <p role="timer" className="timer-left">
          {wordsFor(left)}
        </p>
      ) : null}
      <p role="status" className="timer-over">
        {left === 0 ? 'The time is over. There is no hurry.' : null}
      </p>
    </>
  );
}

function wordsFor(left: number): string {
  const minutes = Math.ceil(left / 60_000);
  return minutes === 1 ? 'The last minute' : `${minutes} minutes left`;
}

/** The end stands behind the # of the address: a phone that drops the page and loads it again goes on where it was, and nobody is sent it. */
function endOf(minutes: number): number {
  const kept = Number(/^#(\d{10})$/.exec(location.hash)?.[1] ?? 0) * 1000;
  const longest = Date.now() + minutes * 60_000;
  if (kept > 0 && kept <= longest) return kept;
  history.replaceState(history.state, '', `#${Math.ceil(longest / 1000)}`);
  return longest;
}

async function keepScreenOn(end: number, signal: AbortSignal): Promise<void> {
  if (document.hidden || Date.now() >= end || !('wakeLock' in navigator)) return;
  const lock = await navigator.wakeLock.request('screen').catch(() => null);
  if (!lock) return;
  const release = () => void lock.release().catch(() => undefined);
  setTimeout(release, Math.max(0, end - Date.now()));
  if (signal.aborted) release();
  else signal.addEventListener('abort', release);
}
