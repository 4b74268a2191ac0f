'use client';

import { useRouter } from 'next/navigation';
import { Icon } from '@/components/ui/icon';
import { toggleShield } from '@/components/clinic/keys/shield';

type ShieldButtonProps = { areNamesShielded: boolean; className?: string };

export function ShieldButton({ areNamesShielded, className }: ShieldButtonProps) {
  const router = useRouter();
  const words = areNamesShielded ? 'Show names' : 'Shield names';
  return (
    <button
      type="button"
      className={className}
      title={words}
      onClick={() => toggleShield(areNamesShielded, () => router.refresh())}
    >
      <Icon name="shield" />
      <span className="clinic__word">{words}</span>
    </button>
  );
}

/** Stands above every page while names are shielded. */
export function ShieldBar() {
  const router = useRouter();
  return (
    <section aria-label="Names" className="shield-bar screen-only">
      <p>Names are shielded: initials stand in their place.</p>
      <button type="button" className="text-link" onClick={() => toggleShield(true, () => router.refresh())}>
        Show names
      </button>
    </section>
  );
}
