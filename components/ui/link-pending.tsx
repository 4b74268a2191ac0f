'use client';

import { useLinkStatus } from 'next/link';

/** A small mark inside a link while the page it leads to is on its way. */
export function LinkPending() {
  const { pending } = useLinkStatus();
  return pending ? <span className="link-pending" aria-hidden="true" /> : null;
}
