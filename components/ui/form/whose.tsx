'use client';

// Whose page a form was drawn for. One browser holds one sign-in: a page that stood open while somebody went elsewhere, or somebody else
// signed in, would send its words under the wrong one.
import { createContext, type ReactNode, useContext } from 'react';

const WhoseContext = createContext('');

/** Stands around the pages of whoever is looking; `who` is their membership. */
export function Whose({ who, children }: { who: string; children: ReactNode }) {
  return <WhoseContext value={who}>{children}</WhoseContext>;
}

export const useWhose = (): string => useContext(WhoseContext);

export function WhoseField() {
  const who = useWhose();
  return who ? <input type="hidden" name="whose" value={who} readOnly /> : null;
}
