import { Banner } from '@/components/ui/banner';
import { dayOf, longDay, timeIn } from '@/lib/format/dates';

type SignatureLineProps = {
  signature: { signedAt: Date; signedAs: string; hash: string; isIntact: boolean };
  timeZone: string;
};

/** Who signed a note and when, and whether it still says what was signed. */
export function SignatureLine({ signature, timeZone }: SignatureLineProps) {
  const { signedAt, signedAs, hash, isIntact } = signature;
  return (
    <div className="flex flex-col gap-1 border-t border-border-strong pt-3">
      <p>
        Signed by <strong>{signedAs}</strong> on {longDay(dayOf(signedAt, timeZone))} at {timeIn(signedAt, timeZone)} (
        {timeZone.replaceAll('_', ' ')}).
      </p>
      {isIntact ? (
        <p className="text-sm text-ink-muted">
          The text is the one that was signed. Seal <span className="tabular">{hash.slice(0, 16)}</span>
        </p>
      ) : (
        <Banner tone="danger">
          This text is not the one that was signed. Don’t rely on it; tell the practice’s administrator.
        </Banner>
      )}
    </div>
  );
}
