/** Where a page of the access log begins, as it stands in the address: the last entry of the page before. */
import 'server-only';
import type { LogPlace } from '@/db/queries/access-log/log';
import { NotFound } from '@/lib/errors';

const PLACE = /^(\d{4}-\d{2}-\d{2}T[\d:.]+Z)~([0-9a-f-]{36})$/;

/** Null for the first page; not found for what no page led to. */
export function placeIn(before: unknown): LogPlace | null {
  if (before === undefined) return null;
  const [, at, id] = (typeof before === 'string' ? PLACE.exec(before) : null) ?? [];
  if (!at || !id || Number.isNaN(Date.parse(at))) throw new NotFound();
  return { at, id };
}

export const placeOf = ({ at, id }: LogPlace): string => encodeURIComponent(`${at}~${id}`);
