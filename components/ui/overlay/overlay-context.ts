'use client';

import { createContext, useContext } from 'react';

/** How something inside a dialog or sheet closes it; null outside one. */
export const OverlayContext = createContext<(() => void) | null>(null);

export function useCloseOverlay(): (() => void) | null {
  return useContext(OverlayContext);
}
