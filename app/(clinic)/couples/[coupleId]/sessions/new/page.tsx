import { Clinic } from '@/app/frames/clinic';
import { CoupleFrame } from '@/components/couples/couple-frame';
import { SessionForm } from '@/components/sessions/session-form';
import { Section } from '@/components/ui/page-parts';
import { page } from '@/lib/page';
import { readNewSession } from '@/lib/sessions/read-new-session';
import { planSessionAction } from '../actions';

export default page({
  door: 'clinic',
  read: (tx, { params }) => readNewSession(tx, params.coupleId),
  view: ({ data: { couple, at }, actor, formKey }) => (
    <Clinic actor={actor} formKey={formKey} current="caseload" title="New session">
      <CoupleFrame couple={couple} current="sessions">
        <Section
          heading="Plan or record a session"
          lead="A day that has passed records a session; you can say who came and begin its note next."
        >
          <SessionForm
            action={planSessionAction}
            formKey={formKey}
            hidden={{ coupleId: couple.id }}
            partners={couple.partners}
            at={at}
            timeZone={actor.timeZone}
            submit="Save session"
            cancelHref={`/couples/${couple.id}/sessions`}
          />
        </Section>
      </CoupleFrame>
    </Clinic>
  ),
});
