import type { ReactNode } from 'react';
import { classNames } from '@/components/ui/class-names';
import type { Tone } from '@/components/ui/chip';

type BannerProps = {
  tone?: Tone;
  /** Across the whole page, at its top. */
  isBar?: boolean;
  /** What can be done about it: a link or a button. */
  action?: ReactNode;
  /** Speaks up when it appears after the page has loaded. */
  isLive?: boolean;
  children: ReactNode;
};

/** A sentence that matters for the whole page. */
export function Banner({ tone = 'neutral', isBar, action, isLive, children }: BannerProps) {
  const Tag = isBar ? 'aside' : 'div';
  return (
    <Tag
      aria-label={isBar ? 'Notice' : undefined}
      className={classNames('banner', isBar && 'banner--bar')}
      data-tone={tone}
      role={isLive ? 'status' : undefined}
    >
      <div className={isBar ? undefined : 'min-w-0 flex-1'}>{children}</div>
      {action}
    </Tag>
  );
}
