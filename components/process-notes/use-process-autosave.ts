'use client';

// Saves a process note while it is written. What is not saved yet lives in this page's memory alone, never in the browser's storage.
import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { COVERING, LIFTED } from '@/components/ui/form/covering';
import type { ProcessSaveReply } from '@/lib/process-notes/schema';

/** After typing stops, and at the latest while it goes on. */
const QUIET_MS = 1_500;
const LATEST_MS = 5_000;
const RETRY_MS = 10_000;
/** A browser refuses to send more than 64 KiB from a page that is closing. */
const KEEPALIVE_BYTES = 60_000;

export type Typed = { on: string; text: string };
export type SaveStatus = { status: 'idle' | 'saving' | 'saved' | 'unsaved'; savedAt?: string; reason?: string };

export type Written = {
  coupleId: string;
  noteId: string;
  version: number;
  savedIn: string;
  apartId: string;
  /** How many times this window has sent it. */
  order: number;
  saved: Typed;
  typed: Typed;
};

/** This window's own last word on each note: a page that comes back from the browser's memory is older than what was typed on it. */
const inThisWindow = new Map<string, Written>();
const same = (a: Typed, b: Typed) => a.on === b.on && a.text === b.text;

/** A note that is not there yet begins with its first words. */
const isUnsaved = ({ version, saved, typed }: Written): boolean =>
  version === 0 ? typed.text.trim() !== '' : !same(saved, typed);

export function lastWordOf(served: Written): Written {
  const known = inThisWindow.get(served.noteId);
  return known && (known.version > served.version || !same(known.typed, known.saved)) ? known : served;
}

export function useProcessAutosave(start: Written, begins: SaveStatus) {
  const own = useRef<Written>(start);
  const [status, setStatus] = useState(begins);
  /** The note whose other text stands, once this one has become a note of its own. */
  const [apartFrom, setApartFrom] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const dirtySince = useRef<number | null>(null);
  const running = useRef<Promise<boolean> | null>(null);

  const isDirty = () => isUnsaved(own.current);

  const send = async (): Promise<boolean> => {
    const note = own.current;
    const { typed } = note;
    note.order += 1;
    const body = JSON.stringify({
      coupleId: note.coupleId,
      noteId: note.noteId,
      version: note.version,
      savedIn: note.savedIn,
      apartId: note.apartId,
      order: note.order,
      ...typed,
    });
    setStatus({ status: 'saving' });
    let reply: ProcessSaveReply | null = null;
    try {
      const response = await fetch('/api/process-note-drafts', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body,
        keepalive: new Blob([body]).size < KEEPALIVE_BYTES,
      });
      reply = (await response.json()) as ProcessSaveReply;
    } catch {
      reply = null;
    }
    if (reply?.state === 'saved' || reply?.state === 'apart') {
      if (reply.noteId !== note.noteId) {
        inThisWindow.delete(note.noteId);
        setApartFrom(note.noteId);
        note.noteId = reply.noteId;
        note.apartId = crypto.randomUUID();
      }
      note.version = Math.max(reply.state === 'apart' ? 0 : note.version, reply.version);
      note.saved = typed;
      inThisWindow.set(note.noteId, note);
      dirtySince.current = isDirty() ? Date.now() : null;
      setStatus(isDirty() ? { status: 'saving' } : { status: 'saved', savedAt: reply.savedAt });
      // The address names the note, so that a reload goes on with it.
      const address = `/process-notes/${note.noteId}`;
      if (isThere.current && window.location.pathname !== address) window.history.replaceState(null, '', address);
      return true;
    }
    setStatus({
      status: 'unsaved',
      reason: reply?.state === 'refused' ? reply.reason : 'Not connected. Keep this page open; your text is here.',
    });
    clearTimeout(timer.current);
    if (isThere.current) timer.current = setTimeout(() => void flush(), RETRY_MS);
    return false;
  };
  const isThere = useRef(true);

  /** Everything typed so far, sent now; true when all of it is saved. */
  const flush = async (): Promise<boolean> => {
    clearTimeout(timer.current);
    if (running.current) await running.current;
    if (!isDirty()) return true;
    // Something else was begun while this waited.
    if (running.current) return flush();
    const run = send();
    running.current = run;
    const isSaved = await run;
    if (running.current === run) running.current = null;
    return isSaved && isDirty() ? flush() : isSaved;
  };

  const changed = useCallback((typed: Typed) => {
    own.current.typed = typed;
    inThisWindow.set(own.current.noteId, own.current);
    clearTimeout(timer.current);
    if (!isDirty()) return;
    dirtySince.current ??= Date.now();
    const wait = Math.max(0, Math.min(QUIET_MS, dirtySince.current + LATEST_MS - Date.now()));
    timer.current = setTimeout(() => void flush(), wait);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- all of it reads the one note kept in `own`
  }, []);

  // A page that goes away can wait for nothing: what was typed since the last send goes out beside it.
  const leave = useEffectEvent(() => {
    clearTimeout(timer.current);
    if (isDirty()) void send();
  });
  const retry = useEffectEvent(() => void flush());

  useEffect(() => {
    isThere.current = true;
    const hidden = () => {
      if (document.visibilityState === 'hidden') leave();
    };
    const away = () => leave();
    const online = () => retry();
    // Plain, because the router may leave a page while it draws the next one, when an effect's own event may not be called.
    const unload = (event: BeforeUnloadEvent) => {
      if (isUnsaved(own.current)) event.preventDefault();
    };
    document.addEventListener('visibilitychange', hidden);
    window.addEventListener('pagehide', hidden);
    window.addEventListener('online', online);
    window.addEventListener(COVERING, away);
    window.addEventListener(LIFTED, online);
    window.addEventListener('beforeunload', unload);
    return () => {
      document.removeEventListener('visibilitychange', hidden);
      window.removeEventListener('pagehide', hidden);
      window.removeEventListener('online', online);
      window.removeEventListener(COVERING, away);
      window.removeEventListener(LIFTED, online);
      window.removeEventListener('beforeunload', unload);
      isThere.current = false;
      leave();
    };
  }, []);

  return { status, apartFrom, changed, flush };
}
