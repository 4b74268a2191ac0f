import { Clinic } from '@/app/frames/clinic';
import { CoupleFrame } from '@/components/couples/couple-frame';
import { ActForm } from '@/components/plan/act-form';
import { CouplePlanView } from '@/components/plan/couple-plan';
import { ComfortTrend } from '@/components/ui/charts/comfort-trend';
import { LinkButton } from '@/components/ui/link';
import { page } from '@/lib/page';
import { readCouplePlan } from '@/lib/plan/read-couple-plan';
import { changePlan, changeStep, settle } from './actions';

export default page({
  door: 'clinic',
  read: (tx, { params }) => readCouplePlan(tx, params.coupleId),
  view: ({ data, actor, formKey }) => {
    const { couple, comfort, ...plan } = data;
    const { isPlanHeld } = plan;
    const hasCourse = comfort.lines.some(({ points }) => points.length > 0);
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
          <CouplePlanView
            data={{ ...plan, couple: { id: couple.id } }}
            trend={
              hasCourse ? (
                <ComfortTrend title="Comfort" lowWords="very uncomfortable" highWords="at ease" {...comfort} />
              ) : null
            }
            changeStep={changeStep}
            changePlan={changePlan}
            settle={settle}
          />
        </CoupleFrame>
      </Clinic>
    );
  },
});
