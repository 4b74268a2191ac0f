import type { SupportContact } from '@/lib/my-day/schema';
import { CALLS_SHOW } from '@/lib/format/partner-words';

/** The practice's local list, the same for everyone. */
export function SupportList({ contacts }: { contacts: SupportContact[] }) {
  return (
    <>
      <ul className="support-list">
        {contacts.map(({ label, detail }) => (
          <li key={label + detail}>
            <span className="font-semibold">{label}</span>
            <span>{detail}</span>
          </li>
        ))}
      </ul>
      <p className="text-sm text-ink-muted">{CALLS_SHOW}</p>
    </>
  );
}
