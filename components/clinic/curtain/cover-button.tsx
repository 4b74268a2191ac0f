'use client';

import { Icon } from '@/components/ui/icon';
import { cover } from '@/components/clinic/curtain/curtain-state';

export function CoverButton({ className }: { className?: string }) {
  return (
    <button type="button" className={className} title="Cover the screen" onClick={cover}>
      <Icon name="cover" />
      <span className="clinic__word">Cover the screen</span>
    </button>
  );
}
