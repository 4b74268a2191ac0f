import { Clinic } from '@/app/frames/clinic';
import { CoupleFrame } from '@/components/couples/couple-frame';
import { CouplePlanView } from '@/components/plan/couple-plan';
import { PlanActs } from '@/components/plan/plan-acts';
import type { FlagOnPage, PlanOnPage } from '@/components/plan/plan-on-page';
import { trendDrawing } from '@/components/ui/charts/trend-drawing';
import { packed } from '@/components/ui/packed';
import { page } from '@/lib/page';
import { type CouplePlan, readCouplePlan, type ShownFlag } from '@/lib/plan/read-couple-plan';
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
          actions={<PlanActs coupleId={couple.id} isPlanHeld={isPlanHeld} formKey={formKey} action={changePlan} />}
        >
          <CouplePlanView plan={packed(shown(data))} changeStep={changeStep} changePlan={changePlan} settle={settle} />
        </CoupleFrame>
      </Clinic>
    );
  },
});

function shown({ couple, comfort, flags, ...plan }: CouplePlan): PlanOnPage {
  const hasCourse = comfort.lines.some(({ points }) => points.length > 0);
  return {
    ...plan,
    coupleId: couple.id,
    flags: flags.map(shownFlag),
    course: hasCourse ? { ...comfort, drawing: trendDrawing(comfort.lines) } : null,
  };
}

function shownFlag({ key, formKey, ids, tier, place, headline, times, raised, raisedWords }: ShownFlag): FlagOnPage {
  return {
    key,
    formKey,
    flagIds: ids.join(','),
    tier,
    place,
    headline,
    when: `${times > 1 ? `${times} times, last ` : ''}${raisedWords[0]}`,
    raised: raised.map(({ id, source, question, answer, stepTitle, reason }, at) => ({
      id,
      ...(source === 'pause'
        ? {
            question: '',
            answer: reason === 'pause' ? 'Paused. No reason was asked for.' : 'Paused, and took it back the same day.',
          }
        : { question: question ?? 'An answer', answer: answer ?? 'No answer kept' }),
      about: `${stepTitle ? `${stepTitle} · ` : ''}${raisedWords[at]}`,
    })),
  };
}
