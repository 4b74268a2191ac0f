'use client';

// Keeps the texts of the form it stands in on the server while they are typed: after a pause, on leaving a field, and when the page is hidden.
import { useEffect, useRef, useState } from 'react';
import { LEAVING } from './leaving';
import { useWhose } from '@/components/ui/form/whose';

type KeepTextsProps = {
  /** The route that takes `{ about, name, text, whose }`. */
  to: string;
  /** What the form is about, as that route wants it. */
  about: Record<string, string>;
  /** A field's name up to what the route knows it by: "answers." */
  prefix?: string;
  /** An event to fire on `window` when the server has answered. */
  heardEvent?: string;
};

const pauseMs = 1_500;
const words = {
  saving: 'Saving',
  saved: 'Kept as a draft',
  unsaved: 'Not connected. Keep this page open; your text is here.',
  idle: '',
};

export function KeepTexts({ to, about, prefix = '', heardEvent }: KeepTextsProps) {
  const line = useRef<HTMLParagraphElement>(null);
  const [status, setStatus] = useState<keyof typeof words>('idle');
  const sent = JSON.stringify(about);
  const whose = useWhose() || undefined;

  useEffect(() => {
    const form = line.current?.closest('form');
    if (!form) return;
    const stop = new AbortController();
    const listening = { signal: stop.signal };
    const changed = new Set<HTMLTextAreaElement>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let running: Promise<unknown> = Promise.resolve();
    let isRunning = false;

    function keepAll() {
      clearTimeout(timer);
      for (const field of changed) {
        changed.delete(field);
        // The first goes at once: whoever leaves in haste is signed out right after.
        running = (isRunning ? running.then(() => keep(field)) : keep(field)).finally(() => (isRunning = false));
        isRunning = true;
      }
    }

    async function keep(field: HTMLTextAreaElement) {
      setStatus('saving');
      const body = JSON.stringify({
        about: JSON.parse(sent),
        name: field.name.slice(prefix.length),
        text: field.value,
        whose,
      });
      const answer = await fetch(to, {
        method: 'POST',
        keepalive: true,
        headers: { 'Content-Type': 'application/json' },
        body,
      }).catch(() => null);
      if (answer?.ok && heardEvent) window.dispatchEvent(new Event(heardEvent));
      const isKept =
        answer?.ok ||
        (answer?.status === 401 && ((await answer.json().catch(() => ({}))) as { isKept?: boolean }).isKept);
      if (!isKept) changed.add(field);
      setStatus(isKept ? 'saved' : 'unsaved');
    }

    form.addEventListener(
      'input',
      (event) => {
        if (!(event.target instanceof HTMLTextAreaElement)) return;
        changed.add(event.target);
        clearTimeout(timer);
        timer = setTimeout(keepAll, pauseMs);
      },
      listening,
    );
    form.addEventListener('focusout', keepAll, listening);
    document.addEventListener('visibilitychange', () => document.hidden && keepAll(), listening);
    window.addEventListener('pagehide', keepAll, listening);
    window.addEventListener(LEAVING, keepAll, listening);
    window.addEventListener('online', keepAll, listening);
    // What is sent must not come back as a draft: the form waits for a save that is on its way.
    form.addEventListener(
      'submit',
      (event) => {
        clearTimeout(timer);
        changed.clear();
        if (!isRunning) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        const { submitter } = event;
        void running.finally(() => form.requestSubmit(submitter));
      },
      { ...listening, capture: true },
    );
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [to, sent, prefix, heardEvent, whose]);

  return (
    <p ref={line} className="status-line" role="status" data-status={status}>
      {words[status]}
    </p>
  );
}
