'use client';

// Saves a note while it is written. Every save names the version it was made on; another text in its place is handed back, never
// overwritten. What is not saved yet lives in this page's memory alone, never in the browser's storage.
import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { COVERING, LIFTED } from '@/components/ui/form/covering';
import { formatOf, inOtherFormat, newestOf } from '@/lib/format/notes/note-formats';
import { isSameText as same, type NoteFormat, type NoteSections } from '@/lib/format/note-sections';
import type { SaveReply } from '@/lib/session-notes/schema';

/** After typing stops, and at the latest while it goes on. */
const QUIET_MS = 1_500;
const LATEST_MS = 5_000;
const RETRY_MS = 10_000;
/** A browser refuses to send more than 64 KiB from a page that is closing. */
const KEEPALIVE_BYTES = 60_000;

export type SaveStatus = { status: 'idle' | 'saving' | 'saved' | 'unsaved'; savedAt?: string; reason?: string };
export type Format = { id: NoteFormat; version: number };
/** What stands in the note instead of what was sent, and what was sent. */
export type OtherText = { version: number; sections: NoteSections; mine: NoteSections; savedAt: string };

const TWO_TEXTS = 'Two texts: choose, then save.';

/** This tab, for the note: who saves next from elsewhere takes over, and what stood there is kept. */
const WINDOW = typeof crypto === 'undefined' ? undefined : crypto.randomUUID?.();

type Held = {
  version: number;
  /** The format of `text` and `saved`. */
  format: Format;
  /** What the server is known to hold. */
  saved: NoteSections;
  text: NoteSections;
  /** Sent, and not known to have arrived. */
  sent: NoteSections[];
  pending: number;
  dirtySince: number | null;
  savedAt: string;
};

/** This tab's own last word on each note: a page that comes back from the browser's memory is older than what was typed on it. */
type LastWord = Pick<Held, 'version' | 'format' | 'saved' | 'text' | 'savedAt'>;
const inThisTab = new Map<string, LastWord>();

const isFormat = (a: Format, b: Format) => a.id === b.id && a.version === b.version;
const into = (text: NoteSections, from: Format, to: Format): NoteSections =>
  isFormat(from, to) ? text : inOtherFormat(text, formatOf(from.id, from.version), formatOf(to.id, to.version));

export function lastWordOf(
  noteId: string,
  served: { version: number; format: Format; sections: NoteSections; savedAt: string },
): LastWord {
  const known = inThisTab.get(noteId);
  if (known && (known.version > served.version || !same(known.text, known.saved))) return known;
  const { version, format, sections, savedAt } = served;
  return { version, format, saved: sections, text: sections, savedAt };
}

type Start = {
  noteId: string;
  version: number;
  format: Format;
  saved: NoteSections;
  text: NoteSections;
  other: OtherText | null;
  savedAt: string;
};

export function useAutosave(start: Start) {
  const { noteId } = start;
  const [status, setStatus] = useState<SaveStatus>(
    start.other ? { status: 'idle' } : { status: 'saved', savedAt: start.savedAt },
  );
  const [other, setOther] = useState(start.other);
  const [signedAway, setSignedAway] = useState<string | null>(null);
  /** What the fields are drawn from: drawn anew when the note takes on another format. */
  const [drawn, setDrawn] = useState({ format: start.format, text: start.text });
  const held = useRef<Held>({
    version: start.version,
    format: start.format,
    saved: start.saved,
    text: start.text,
    sent: [],
    pending: 0,
    dirtySince: null,
    savedAt: start.savedAt,
  });
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const running = useRef<Promise<boolean> | null>(null);
  /** While two texts stand side by side, nothing is saved by itself. */
  const isBlocked = useRef(start.other !== null);
  /** The text the server has kept aside for this window. */
  const blockedText = useRef<NoteSections | null>(start.other?.mine ?? null);

  const isDirty = useCallback(() => !same(held.current.text, held.current.saved), []);

  const remember = useCallback(() => {
    const { version, format, saved, text, savedAt } = held.current;
    inThisTab.set(noteId, { version, format, saved, text, savedAt });
  }, [noteId]);

  const send = useCallback(
    async (isResolving: boolean, changeTo?: NoteFormat): Promise<boolean> => {
      const own = held.current;
      const { text, format } = own;
      const body = bodyOf(
        { noteId, version: own.version + own.pending, sections: text, isResolving, changeTo },
        format,
      );
      own.sent.push(text);
      own.pending += 1;
      setStatus({ status: 'saving' });
      let reply: SaveReply | null = null;
      try {
        const response = await fetch('/api/note-drafts', {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body,
          keepalive: new Blob([body]).size < KEEPALIVE_BYTES,
        });
        reply = (await response.json()) as SaveReply;
      } catch {
        reply = null;
      }
      own.pending -= 1;
      if (reply?.state === 'saved') {
        own.version = Math.max(own.version, reply.version);
        own.saved = text;
        own.sent = own.sent.filter((one) => one !== text);
        if (changeTo) {
          const { id, version } = newestOf(changeTo);
          own.format = { id, version };
          own.saved = into(text, format, own.format);
          own.text = into(own.text, format, own.format);
          setDrawn({ format: own.format, text: own.text });
        }
        own.dirtySince = isDirty() ? Date.now() : null;
        own.savedAt = reply.savedAt;
        remember();
        if (isResolving) {
          isBlocked.current = false;
          blockedText.current = null;
          setOther(null);
        }
        setStatus(isDirty() ? { status: 'saving' } : { status: 'saved', savedAt: reply.savedAt });
        return true;
      }
      if (reply?.state === 'conflict') {
        const standing = reply.sections;
        // One's own text that arrived although its answer was lost is no other's.
        if (
          !isResolving &&
          isFormat(format, reply.format) &&
          (same(own.saved, standing) || own.sent.some((one) => one !== text && same(one, standing)))
        ) {
          own.version = reply.version;
          own.saved = standing;
          own.sent = [];
          return send(false, changeTo);
        }
        own.version = reply.version;
        isBlocked.current = true;
        inThisTab.delete(noteId);
        if (!isFormat(own.format, reply.format)) {
          own.text = into(own.text, own.format, reply.format);
          own.format = reply.format;
          setDrawn({ format: own.format, text: own.text });
        }
        const mine = into(text, format, reply.format);
        blockedText.current = mine;
        setOther({ version: reply.version, sections: standing, mine, savedAt: reply.savedAt });
        setStatus({ status: 'unsaved', reason: TWO_TEXTS });
        return false;
      }
      if (reply?.state === 'signed') {
        isBlocked.current = true;
        blockedText.current = text;
        inThisTab.delete(noteId);
        setSignedAway(reply.keptId);
        setStatus({
          status: 'unsaved',
          reason: 'This note was signed in another window. Your text is kept beside it.',
        });
        return false;
      }
      setStatus({
        status: 'unsaved',
        reason: reply?.state === 'refused' ? reply.reason : 'Not connected. Keep this page open; your text is here.',
      });
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), RETRY_MS);
      return false;
    },
    // eslint-disable-next-line react-hooks/exhaustive-deps -- flush and send call each other; both are made once for a note
    [noteId, isDirty, remember],
  );

  /** Everything typed so far, sent now; true when all of it is saved. */
  const flush = useCallback(async (): Promise<boolean> => {
    clearTimeout(timer.current);
    if (running.current) await running.current;
    if (isBlocked.current) return false;
    if (!isDirty()) return true;
    // Something else was begun while this waited.
    if (running.current) return flush();
    const run = send(false);
    running.current = run;
    const isSaved = await run;
    if (running.current === run) running.current = null;
    return isSaved && isDirty() ? flush() : isSaved;
  }, [isDirty, send]);

  /** The text as it stands in the fields has changed. */
  const changed = useCallback(
    (text: NoteSections) => {
      const own = held.current;
      own.text = text;
      if (isBlocked.current) return;
      remember();
      clearTimeout(timer.current);
      if (!isDirty()) return;
      own.dirtySince ??= Date.now();
      const wait = Math.max(0, Math.min(QUIET_MS, own.dirtySince + LATEST_MS - Date.now()));
      timer.current = setTimeout(() => void flush(), wait);
    },
    [remember, isDirty, flush],
  );

  /** The text in the fields, put in the place of the other one that was shown. */
  const resolve = useCallback((): Promise<boolean> => send(true), [send]);

  /** Everything typed, in another format: no word is lost. */
  const changeFormat = useCallback(
    async (to: NoteFormat): Promise<boolean> => (await flush()) && send(false, to),
    [flush, send],
  );

  // A page that goes away can wait for nothing: what was typed since the last send goes out beside it.
  const leave = useEffectEvent(() => {
    if (isBlocked.current) keepAside();
    else if (isDirty() && !held.current.sent.includes(held.current.text)) {
      clearTimeout(timer.current);
      void send(false);
    }
  });
  /** Typed while two texts stood side by side: sent on a version that has passed, so that it is kept beside the note and replaces nothing. */
  function keepAside() {
    const { text, version, format } = held.current;
    if (!blockedText.current || same(text, blockedText.current) || version < 2) return;
    blockedText.current = text;
    const body = bodyOf({ noteId, version: version - 1, sections: text }, format);
    void fetch('/api/note-drafts', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body,
      keepalive: new Blob([body]).size < KEEPALIVE_BYTES,
    }).catch(() => undefined);
  }
  const retry = useEffectEvent(() => {
    if (isDirty()) void flush();
  });
  const warn = useEffectEvent((event: BeforeUnloadEvent) => {
    const isUnsaved = isBlocked.current
      ? blockedText.current !== null && !same(held.current.text, blockedText.current)
      : isDirty();
    if (isUnsaved) event.preventDefault();
  });

  useEffect(() => {
    const hidden = () => {
      if (document.visibilityState === 'hidden') leave();
    };
    const away = () => leave();
    const online = () => retry();
    const unload = (event: BeforeUnloadEvent) => warn(event);
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
      leave();
      clearTimeout(timer.current);
    };
  }, []);

  return { status, other, signedAway, drawn, changed, flush, resolve, changeFormat };
}

const bodyOf = (sent: Record<string, unknown>, format: Format): string =>
  JSON.stringify({ ...sent, format: format.id, formatVersion: format.version, window: WINDOW });
