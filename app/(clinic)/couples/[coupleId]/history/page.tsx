import { Clinic } from '@/app/frames/clinic';
import { CoupleFrame } from '@/components/couples/couple-frame';
import { EndingCard } from '@/components/endings/ending-card';
import { SharedEndBanner } from '@/components/endings/shared-end-banner';
import { HistoryList } from '@/components/history/history-list';
import { LinkButton, TextLink } from '@/components/ui/link';
import { lookAtClosing } from '@/lib/endings/look-at-closing';
import { readHistory } from '@/lib/history/read-history';
import { page } from '@/lib/page';
import { resumeSharedWorkWith, reopenWorkWith } from '../../actions';

export default page({
  door: 'clinic',
  read: async (tx, { params, search }) => {
    const history = await readHistory(tx, params.coupleId, search.before);
    await lookAtClosing(tx, history.couple.id, history.sharedEnd);
    return history;
  },
  view: ({ data: { couple, endings, reopenKey, sharedEnd, ...shown }, actor, formKey }) => {
    const isEnded = couple.status === 'ended';
    const isPrimary = couple.careTeam.some(
      ({ part, staffMemberId }) => part === 'primary' && staffMemberId === actor.staffMemberId,
    );
    return (
      <Clinic actor={actor} formKey={formKey} current="caseload" title="History">
        <CoupleFrame
          couple={couple}
          current="history"
          actions={
            isEnded ? undefined : (
              <>
                {sharedEnd ? null : <LinkButton href={`/couples/${couple.id}/end/shared`}>End shared work</LinkButton>}
                {isPrimary ? <LinkButton href={`/couples/${couple.id}/end/transfer`}>Transfer</LinkButton> : null}
                <LinkButton href={`/couples/${couple.id}/end`}>End the work</LinkButton>
              </>
            )
          }
        >
          {sharedEnd && !isEnded ? (
            <SharedEndBanner end={sharedEnd} coupleId={couple.id} action={resumeSharedWorkWith} />
          ) : null}
          {endings.map((ending, place) => (
            <EndingCard
              key={ending.id}
              ending={ending}
              reopen={
                isEnded && place === 0 ? { action: reopenWorkWith, formKey: reopenKey, coupleId: couple.id } : undefined
              }
            />
          ))}
          <p className="mb-4 screen-only">
            <TextLink href={`/couples/${couple.id}/history/openings`}>Who opened or changed this record</TextLink>
          </p>
          <HistoryList newestHref={`/couples/${couple.id}/history`} {...shown} />
        </CoupleFrame>
      </Clinic>
    );
  },
});
