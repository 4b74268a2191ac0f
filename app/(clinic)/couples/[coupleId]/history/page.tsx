import { Clinic } from '@/app/frames/clinic';
import { CoupleFrame } from '@/components/couples/couple-frame';
import { EndingCard } from '@/components/endings/ending-card';
import { HistoryList } from '@/components/history/history-list';
import { LinkButton } from '@/components/ui/link';
import { readHistory } from '@/lib/history/read-history';
import { page } from '@/lib/page';
import { reopenWorkWith } from '../../actions';

export default page({
  door: 'clinic',
  read: (tx, { params, search }) => readHistory(tx, params.coupleId, search.before),
  view: ({ data: { couple, endings, reopenKey, ...shown }, actor, formKey }) => {
    const isEnded = couple.status === 'ended';
    return (
      <Clinic actor={actor} formKey={formKey} current="caseload" title="History">
        <CoupleFrame
          couple={couple}
          current="history"
          actions={isEnded ? undefined : <LinkButton href={`/couples/${couple.id}/end`}>End the work</LinkButton>}
        >
          {endings.map((ending, place) => (
            <EndingCard
              key={ending.id}
              ending={ending}
              reopen={
                isEnded && place === 0 ? { action: reopenWorkWith, formKey: reopenKey, coupleId: couple.id } : undefined
              }
            />
          ))}
          <HistoryList coupleId={couple.id} {...shown} />
        </CoupleFrame>
      </Clinic>
    );
  },
});
