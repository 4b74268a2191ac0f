import { Clinic } from '@/app/frames/clinic';
import { OutcomePart } from '@/components/referrals/outcome-part';
import { ReferralState } from '@/components/referrals/referral-state';
import { ReleasePart } from '@/components/referrals/release-part';
import { TextLink } from '@/components/ui/link';
import { Facts, PageHeader, Section } from '@/components/ui/page-parts';
import { shortDay } from '@/lib/format/dates';
import { professionWords } from '@/lib/format/referral-words';
import { page } from '@/lib/page';
import { readReferral, type ReferralPage } from '@/lib/referrals/read-referral';
import { askForRelease, printTheLetter, recordWhatCame, takeRequestBack } from '../actions';

export default page({
  door: 'clinic',
  read: (tx, { params }) => readReferral(tx, params),
  view: ({ data, actor, formKey }) => {
    const { couple, partner, referral, formKeys } = data;
    const { today } = couple;
    const about = { coupleId: couple.id, referralId: referral.id };
    const isClosed = referral.outcome !== null && referral.outcome.againOn === null;
    return (
      <Clinic actor={actor} formKey={formKey} current="caseload" title="Referral">
        <PageHeader
          back={<TextLink href={`/couples/${couple.id}/people`}>{couple.label}</TextLink>}
          title={`Referral for ${partner.name}`}
          chips={<ReferralState dueOn={referral.dueOn} outcome={referral.outcome} today={today} />}
        />
        <div className="flex flex-col gap-10">
          <Section heading={professionWords[referral.profession]}>
            <Facts
              facts={[
                {
                  name: 'To',
                  value: (
                    <span className="whitespace-pre-line wrap-anywhere">
                      {[referral.to.name, referral.to.address].filter(Boolean).join('\n')}
                    </span>
                  ),
                },
                {
                  name: 'Why',
                  value: referral.reason ? (
                    <span className="block max-w-measure whitespace-pre-line wrap-anywhere">{referral.reason}</span>
                  ) : (
                    <span className="text-ink-muted">None noted</span>
                  ),
                },
                { name: 'Made', value: `${shortDay(referral.madeOn, today)}, ${referral.authorName}` },
              ]}
            />
          </Section>
          <ReleasePart
            about={about}
            today={today}
            release={referral.release}
            obstacle={obstacleOf(data)}
            formKeys={formKeys}
            actions={{ ask: askForRelease, takeBack: takeRequestBack, print: printTheLetter }}
          />
          <OutcomePart
            about={about}
            today={today}
            isClosed={isClosed}
            happened={referral.happened}
            formKey={formKeys.outcome}
            action={recordWhatCame}
          />
        </div>
      </Clinic>
    );
  },
});

function obstacleOf({ hasLetterName, partner }: ReferralPage): string | null {
  if (!hasLetterName)
    return 'No release can be asked for yet: the practice has no name for letters. A practice admin writes one under Settings.';
  return partner.status === 'active'
    ? null
    : 'No release can be asked for: this person has no sign-in, and only they can sign.';
}
