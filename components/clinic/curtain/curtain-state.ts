/**
 * Whether this tab is covered, and what it and the server tell each other of it. The server holds the cover whatever happens here; this
 * takes the page out of sight. Nothing of it is kept anywhere but in the page.
 */
import { COVERING, IS_COVERED, LIFTED } from '@/components/ui/form/covering';

/** `no`, covered and to be lifted by password, past its twelve hours, or signed out elsewhere. */
export type Curtain = 'no' | 'down' | 'over' | 'out';

/** The server counts from the last report, so the page falls a little before it, and brings what is typed while that is still taken. */
const BEFORE_SERVER_MS = 40_000;
const REPORT_EVERY_MS = 45_000;
const TELL_TABS_EVERY_MS = 5_000;
const LOOK_EVERY_MS = 5_000;

type Answer = { isHeard: boolean; state?: string; who?: string };
type Told = { what: 'here' | 'cover' } | { what: 'lift'; who: string };

let curtain: Curtain = 'no';
let who = '';
let idleMs = 0;
let activeAt = 0;
let reportedAt = 0;
let toldAt = 0;
let lookedAt = 0;
/** Whether the server has said that it is covered: only then may its "open" lift it. */
let isHeld = false;
let report: ReturnType<typeof setTimeout> | undefined;
let tabs: BroadcastChannel | undefined;

const listeners = new Set<() => void>();
export const curtainNow = (): Curtain => curtain;
export function onCurtain(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function set(next: Curtain): void {
  curtain = next;
  for (const listener of listeners) listener();
}

/** Takes this page and every other tab of this sign-in out of sight, and tells the server. */
export function cover(): void {
  tell({ what: 'cover' });
  fall();
  void hold();
}

function fall(): void {
  if (curtain !== 'no') return;
  isHeld = false;
  clearTimeout(report);
  report = undefined;
  window.dispatchEvent(new Event(COVERING));
  set('down');
}

async function hold(): Promise<void> {
  hear(await ask('cover'));
}

/** The password was right: here, or in another tab of the same person. */
export function raise({ isFirst }: { isFirst: boolean }): void {
  if (isFirst) tell({ what: 'lift', who });
  activeAt = reportedAt = Date.now();
  if (curtain === 'no') return;
  set('no');
  window.dispatchEvent(new Event(LIFTED));
}

async function ask(what: 'here' | 'look' | 'cover'): Promise<Answer> {
  return post('/api/curtain', { what });
}

/** What the server said to a password: null once it was right. */
export async function lift(password: string): Promise<string | null> {
  const answer = await post('/api/lift', { password });
  if (!answer.isHeard) return 'Not connected. Nothing is lost: try again when you are back online.';
  if (answer.state === 'refused') return answer.message ?? 'This is not your password. Please write it again.';
  isHeld = true;
  hear(answer);
  if (answer.state === 'open' && answer.who === who) raise({ isFirst: true });
  return null;
}

async function post(to: string, body: Record<string, string>): Promise<Answer & { message?: string }> {
  try {
    const response = await fetch(to, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      keepalive: true,
    });
    return { ...((await response.json()) as Omit<Answer, 'isHeard'>), isHeard: true };
  } catch {
    return { isHeard: false };
  }
}

function hear({ isHeard, state, who: whose }: Answer): void {
  if (!isHeard) return;
  if (state === 'open' && whose !== who) {
    // Somebody else has signed in here: what stands on this page is not theirs.
    fall();
    isHeld = true;
    set('out');
  } else if (state === 'open') {
    if (curtain === 'no') return;
    if (isHeld) raise({ isFirst: false });
    else void hold();
  } else if (state === 'covered') {
    fall();
    isHeld = true;
  } else if (state === 'over' || state === 'none') {
    fall();
    isHeld = true;
    set(state === 'over' ? 'over' : 'out');
  }
}

/** Somebody is there. A machine that slept past the limit is covered before the first key counts. */
function here(): void {
  if (curtain !== 'no') return;
  const now = Date.now();
  if (now - activeAt >= idleMs) return cover();
  activeAt = now;
  if (now - toldAt >= TELL_TABS_EVERY_MS) {
    toldAt = now;
    tell({ what: 'here' });
  }
  report ??= setTimeout(
    () => {
      report = undefined;
      reportedAt = Date.now();
      void ask('here').then(hear);
    },
    Math.max(0, reportedAt + REPORT_EVERY_MS - now),
  );
}

async function look(): Promise<void> {
  if (document.hidden || Date.now() - lookedAt < LOOK_EVERY_MS) return;
  lookedAt = Date.now();
  const wasHeld = isHeld;
  const answer = await ask('look');
  // Said before the server knew of the cover, it would lift it without a password.
  if (answer.state === 'open' && wasHeld !== isHeld) return;
  hear(answer);
}

const tell = (told: Told) => tabs?.postMessage(told);

function told({ data }: MessageEvent<Told>): void {
  if (data.what === 'here') activeAt = Date.now();
  else if (data.what === 'lift') {
    if (data.who === who) raise({ isFirst: false });
  } else {
    fall();
    lookedAt = 0;
    setTimeout(() => void look(), 1_500);
  }
}

/** For as long as a clinic page stands: opening it was activity. */
export function watchCurtain(mine: { who: string; idleMinutes: number }): () => void {
  const stop = new AbortController();
  const listening = { signal: stop.signal, capture: true, passive: true };
  who = mine.who;
  idleMs = mine.idleMinutes * 60_000 - BEFORE_SERVER_MS;
  if (curtain === 'no') activeAt = reportedAt = Date.now();
  const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('page');
  channel?.addEventListener('message', told, { signal: stop.signal });
  tabs = channel;

  for (const sign of ['keydown', 'pointerdown', 'wheel', 'touchmove']) window.addEventListener(sign, here, listening);
  const quiet = () => (curtain === 'no' && Date.now() - activeAt >= idleMs ? cover() : undefined);
  const timer = setInterval(quiet, 5_000);
  const back = () => {
    quiet();
    void look();
  };
  document.addEventListener('visibilitychange', back, listening);
  for (const sign of ['focus', 'online']) window.addEventListener(sign, back, listening);
  window.addEventListener('pageshow', (event) => event.persisted && back(), listening);
  const refused = () => hear({ isHeard: true, state: 'covered' });
  window.addEventListener(IS_COVERED, refused, listening);
  return () => {
    clearInterval(timer);
    stop.abort();
    channel?.close();
    // The next page may be there before this one has gone.
    if (tabs === channel) tabs = undefined;
  };
}
