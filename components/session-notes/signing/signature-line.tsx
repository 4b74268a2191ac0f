import { Banner } from '@/components/ui/banner';
import { dayOf, longDay, timeIn } from '@/lib/format/dates';

export type Signature = { signedAt: Date; signedAs: string; zone: string; hash: string; isIntact: boolean };

/** Who signed a note, when and in which zone, and whether it still says what was signed. */
export function SignatureLine({ signature }: { signature: Signature }) {
  const { signedAt, signedAs, zone, hash, isIntact } = signature;
  return (
    <div className="flex flex-col gap-1 border-t border-border-strong pt-3">
      <p>
        Signed by <strong>{signedAs}</strong> on {whenSigned(signedAt, zone)}.
      </p>
      {isIntact ? (
        <p className="text-sm text-ink-muted">The text is the one that was signed.</p>
      ) : (
        <NotIntact what="This text" />
      )}
      <Hash hash={hash} />
    </div>
  );
}

export const whenSigned = (at: Date, zone: string): string =>
  `${longDay(dayOf(at, zone))} at ${timeIn(at, zone)} (${zone.replaceAll('_', ' ')})`;

export function NotIntact({ what }: { what: string }) {
  return (
    <Banner tone="danger">{what} is not what was signed. Don’t rely on it; tell the practice’s administrator.</Banner>
  );
}

/** SHA-256, whole, so that a print of it can be held against another. */
export function Hash({ hash }: { hash: string }) {
  return <p className="text-sm text-ink-muted [overflow-wrap:anywhere]">SHA-256 {hash}</p>;
}
