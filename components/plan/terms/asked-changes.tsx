// What each asked to change or leave out: for the care team, to be put into words that do not say whose wish it was.
import { Banner } from '@/components/ui/banner';
import { PartnerMark } from '@/components/ui/partner-mark';
import type { AskedChange } from '@/lib/plan/terms/read-changes';

export function AskedChanges({ changes }: { changes: AskedChange[] }) {
  if (changes.length === 0) return null;
  return (
    <Banner tone="private">
      <p className="font-semibold">Only you see this: what each asked to change or leave out</p>
      <ul className="mt-1 flex flex-col gap-2">
        {changes.map(({ partner, said, isMerged }) => (
          <li key={partner.id}>
            <p className="flex flex-wrap items-center gap-x-2">
              <strong>
                <PartnerMark place={partner.place}>{partner.name}</PartnerMark>
              </strong>
              <span className="text-sm">{isMerged ? 'Conditions were written since' : 'Not merged yet'}</span>
            </p>
            {said.map(({ ask, answer }) => (
              <p key={ask} className="wrap-anywhere">
                {ask} <q>{answer}</q>
              </p>
            ))}
          </li>
        ))}
      </ul>
      {changes.some(({ isMerged }) => !isMerged) ? (
        <p className="mt-2">Put it into conditions that do not say whose wish it was.</p>
      ) : null}
    </Banner>
  );
}
