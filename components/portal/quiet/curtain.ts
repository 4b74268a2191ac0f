/** A plain curtain over the page while nobody should see it: a hidden tab, an app switcher's picture, a page brought back from memory. */
import { askToStay, goToSignIn, GONE_AFTER_MS, quietMs } from '@/components/portal/quiet/stay';

export function watchCurtain(signal: AbortSignal): void {
  const root = document.documentElement;
  const listening = { signal };
  let isAsking = false;
  // A browser may say that a page kept in memory is visible before it says that it brought it back.
  let isLeft = false;

  const cover = () => root.setAttribute('data-curtain', '');

  /** Within the idle time it lifts at once; after it the server says first whose page this still is. */
  async function lift() {
    if (isLeft || document.hidden || !root.hasAttribute('data-curtain')) return;
    if (quietMs() < GONE_AFTER_MS) return root.removeAttribute('data-curtain');
    if (isAsking) return;
    isAsking = true;
    const state = await askToStay();
    isAsking = false;
    if (state === 'stays') root.toggleAttribute('data-curtain', document.hidden);
    else if (state === 'ended') goToSignIn();
  }

  document.addEventListener('visibilitychange', () => (document.hidden ? cover() : void lift()), listening);
  window.addEventListener('online', () => void lift(), listening);
  window.addEventListener(
    'pagehide',
    () => {
      isLeft = true;
      cover();
    },
    listening,
  );
  window.addEventListener('pageshow', (event) => (event.persisted ? location.reload() : void lift()), listening);

  // A phone takes the picture for its app switcher before it says that the page is hidden; by then the window has lost the focus.
  // On a desk a window without focus is often read beside another one.
  if (!matchMedia('(pointer: coarse)').matches) return;
  window.addEventListener('blur', cover, listening);
  window.addEventListener('focus', () => void lift(), listening);
  window.addEventListener('pointerdown', () => void lift(), listening);
}
