import { Hash, NotIntact, whenSigned } from '@/components/session-notes/signing/signature-line';
import { Chip } from '@/components/ui/chip';
import { addendumWords } from '@/lib/format/notes/note-status';

type Under<K extends string> = {
  id: string;
  kind: K;
  signedAs: string;
  at: Date;
  zone: string;
  hash: string;
  isIntact: boolean;
};
export type Added = Under<keyof typeof addendumWords> & { text: string };

type SignersProps = { coSignatures: Under<'coTherapist' | 'supervisor'>[]; reviews: Under<'returned' | 'approved'>[] };

const did = {
  approved: 'Approved by',
  returned: 'Returned for changes by',
  coTherapist: 'Co-signed by',
  supervisor: 'Co-signed as supervisor by',
} as const;

/** Who approved and co-signed a note, in the order it happened. */
export function Signers({ coSignatures, reviews }: SignersProps) {
  const all = [...reviews, ...coSignatures].toSorted((a, b) => a.at.getTime() - b.at.getTime());
  if (all.length === 0) return null;
  return (
    <ul className="flex flex-col gap-3 border-t border-border pt-3">
      {all.map((one) => (
        <li key={one.id} className="flex flex-col gap-1">
          <p>
            {did[one.kind]} <strong>{one.signedAs}</strong> on {whenSigned(one.at, one.zone)}.
          </p>
          {one.isIntact ? null : <NotIntact what="This entry" />}
          <Hash hash={one.hash} />
        </li>
      ))}
    </ul>
  );
}

/** What was added since signing, each with its own author and time. */
export function Addenda({ addenda }: { addenda: Added[] }) {
  return (
    <ol className="flex flex-col gap-5">
      {addenda.map((one) => (
        <li key={one.id} className="flex flex-col items-start gap-1">
          <Chip tone={one.kind === 'enteredInError' ? 'look' : undefined}>{addendumWords[one.kind]}</Chip>
          <p className="whitespace-pre-wrap max-w-measure [overflow-wrap:anywhere]">{one.text}</p>
          <p className="text-sm text-ink-muted">
            {one.signedAs}, {whenSigned(one.at, one.zone)}
          </p>
          {one.isIntact ? null : <NotIntact what="This entry" />}
          <Hash hash={one.hash} />
        </li>
      ))}
    </ol>
  );
}
