/** The zones to choose from, and the one this machine is in. */

export function timeZones(): { zones: string[]; own: string } {
  const zones = [...Intl.supportedValuesOf('timeZone').filter((zone) => zone.includes('/')), 'UTC'];
  const here = new Intl.DateTimeFormat('en-US').resolvedOptions().timeZone;
  return { zones, own: zones.includes(here) ? here : '' };
}
