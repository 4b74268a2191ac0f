import { Clinic } from '@/app/frames/clinic';
import { CoupleFrame } from '@/components/couples/couple-frame';
import { HistoryList } from '@/components/history/history-list';
import { TextLink } from '@/components/ui/link';
import { Section } from '@/components/ui/page-parts';
import { readCoupleLog } from '@/lib/access-log/read-couple-log';
import { page } from '@/lib/page';

export default page({
  door: 'clinic',
  read: (tx, { params, search }) => readCoupleLog(tx, params.coupleId, search.before),
  view: ({ data: { couple, ...log }, actor, formKey }) => (
    <Clinic actor={actor} formKey={formKey} current="caseload" title="Openings">
      <CoupleFrame couple={couple} current="history">
        <Section
          heading="Who opened or changed this record"
          lead="An opening is noted once in a quarter of an hour. Nothing here can be changed or taken out."
          actions={<TextLink href={`/couples/${couple.id}/history`}>History</TextLink>}
        >
          <HistoryList
            newestHref={`/couples/${couple.id}/history/openings`}
            {...log}
            days={log.days.map(({ entries, ...day }) => ({
              ...day,
              entries: entries.map((entry) => ({ ...entry, by: null })),
            }))}
          />
        </Section>
      </CoupleFrame>
    </Clinic>
  ),
});
