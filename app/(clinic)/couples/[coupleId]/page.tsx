import { Clinic } from '@/app/frames/clinic';
import { CoupleFrame } from '@/components/couples/couple-frame';
import { ActForm } from '@/components/plan/act-form';
import { CouplePlanView } from '@/components/plan/couple-plan';
import { LinkButton } from '@/components/ui/link';
import { page } from '@/lib/page';
import { readCouplePlan } from '@/lib/plan/read-couple-plan';
import { changePlan, changeStep, settle } from './actions';

export default page({
  door: 'clinic',
  read: (tx, { params }) => readCouplePlan(tx, params.coupleId),
  view: ({ data, actor, formKey }) => {
    const { couple, isPlanHeld } = data;
    return (
      <Clinic actor={actor} formKey={formKey} current="caseload" title="Plan">
        <CoupleFrame
          couple={couple}
          current="plan"
          actions={
            <>
              <ActForm
                action={changePlan}
                formKey={formKey}
                hidden={{ coupleId: couple.id }}
                label="Hold the plan"
                size="md"
                isInHead
                acts={[isPlanHeld ? { value: 'liftHold', label: 'Lift the hold' } : { value: 'hold', label: 'Hold' }]}
              />
              <LinkButton href={`/couples/${couple.id}/sessions`} className="self-start">
                Note
              </LinkButton>
              <LinkButton href={`/couples/${couple.id}/assign`} variant="primary" className="self-start">
                Assign
              </LinkButton>
            </>
          }
        >
          <CouplePlanView data={data} changeStep={changeStep} changePlan={changePlan} settle={settle} />
        </CoupleFrame>
      </Clinic>
    );
  },
});
