import type { ReactNode } from 'react';

/** look: needs a look; private and shared: who may read it; paused: closed for now. */
export type Tone = 'neutral' | 'accent' | 'success' | 'look' | 'danger' | 'private' | 'shared' | 'paused';

type ChipProps = {
  /** Left out: neutral. */
  tone?: Tone;
  /** A small icon, so that color is not the only sign. */
  icon?: ReactNode;
  /** The state, in words. */
  children: ReactNode;
};

/** A state, in a word or two. */
export function Chip({ tone, icon, children }: ChipProps) {
  return (
    <span className="chip" data-tone={tone}>
      {icon}
      {children}
    </span>
  );
}
