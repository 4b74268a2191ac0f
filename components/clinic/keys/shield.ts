import { SHIELD_COOKIE } from '@/lib/format/names';

/** Says to the server whether names are shielded, and asks it for the page anew. The cookie ends with the browser. */
export function toggleShield(areNamesShielded: boolean, refresh: () => void): void {
  const secure = window.location.protocol === 'https:' ? '; Secure' : '';
  document.cookie = `${SHIELD_COOKIE}=${areNamesShielded ? 'off' : 'on'}; Path=/; SameSite=Strict${secure}`;
  refresh();
}
