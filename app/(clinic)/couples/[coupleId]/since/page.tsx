import { redirect } from 'next/navigation';
import { Clinic } from '@/app/frames/clinic';
import { CoupleFrame } from '@/components/couples/couple-frame';
import { SinceSessionView } from '@/components/couples/since-session';
import { readSinceSession } from '@/lib/couples/read-since';
import { page } from '@/lib/page';

export default page({
  door: 'clinic',
  read: async (tx, { params, search }) => ({
    since: await readSinceSession(tx, params.coupleId),
    asksForEverything: search.everything !== undefined,
  }),
  view: ({ data: { since, asksForEverything }, actor, formKey }) => {
    // Not one answer of either of them while both look at the screen.
    if (since.couple.isInJointSession && !asksForEverything) redirect(`/couples/${since.couple.id}/room`);
    return (
      <Clinic actor={actor} formKey={formKey} current="caseload" title="Since last session">
        <CoupleFrame couple={since.couple} current="since">
          <SinceSessionView since={since} />
        </CoupleFrame>
      </Clinic>
    );
  },
});
