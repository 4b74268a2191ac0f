import { redirect } from 'next/navigation';
import { Clinic } from '@/app/frames/clinic';
import { CoupleFrame } from '@/components/couples/couple-frame';
import { SharedEndBanner } from '@/components/endings/shared-end-banner';
import { CouplePlanView } from '@/components/plan/couple-plan';
import { PlanActs } from '@/components/plan/plan-acts';
import type { FlagOnPage, PlanOnPage, StepOnPage } from '@/components/plan/plan-on-page';
import { comfortCourse } from '@/components/ui/charts/comfort-course';
import { Banner } from '@/components/ui/banner';
import { lookAtClosing } from '@/lib/endings/look-at-closing';
import { packed } from '@/lib/format/packed';
import { weekdayAndDay } from '@/lib/format/dates';
import { page } from '@/lib/page';
import { askForPlan, type CouplePlan, readCouplePlan, type ShownFlag } from '@/lib/plan/read-couple-plan';
import { resumeSharedWorkWith } from '../actions';
import { changePlan, changeStep, settle, waive } from './actions';

export default page({
  door: 'clinic',
  ask: (asker, { params }) => askForPlan(asker, params.coupleId),
  read: async (tx, { params, search }, answers) => {
    const plan = await readCouplePlan(tx, params.coupleId, answers);
    const isShown = !plan.couple.isInJointSession || search.everything !== undefined;
    if (isShown) await lookAtClosing(tx, plan.couple.id, plan.sharedEnd);
    return { ...plan, isShown };
  },
  view: ({ data, actor, formKey }) => {
    const { isShown, sharedEnd, ...plan } = data;
    const { couple, isPlanHeld } = plan;
    // While both look at the screen, it shows what both may see, until its therapist asks for more.
    if (!isShown) redirect(`/couples/${couple.id}/room`);
    return (
      <Clinic actor={actor} formKey={formKey} current="caseload" title="Plan">
        <CoupleFrame
          couple={couple}
          current="plan"
          actions={
            couple.status === 'ended' ? undefined : (
              <PlanActs coupleId={couple.id} isPlanHeld={isPlanHeld} formKey={formKey} action={changePlan} />
            )
          }
        >
          {couple.status === 'ended' ? (
            <div className="mb-6">
              <Banner>
                Work with this couple has ended, and the plan stays as it is. Why it ended, and reopening, is under
                History.
              </Banner>
            </div>
          ) : sharedEnd ? (
            <SharedEndBanner end={sharedEnd} coupleId={couple.id} action={resumeSharedWorkWith} />
          ) : null}
          <CouplePlanView
            plan={packed(shown(plan, couple.status === 'ended' || sharedEnd?.isInForce === true))}
            changeStep={changeStep}
            changePlan={changePlan}
            waive={waive}
            settle={settle}
          />
        </CoupleFrame>
      </Clinic>
    );
  },
});

function shown(
  { couple, comfort, flags, stages, suggestion, ...plan }: Omit<CouplePlan, 'sharedEnd'>,
  isOver: boolean,
): PlanOnPage {
  return {
    ...plan,
    suggestion: isOver ? null : suggestion,
    isEnded: couple.status === 'ended',
    coupleId: couple.id,
    flags: flags.map((line) => ({
      ...(line.changeOf ? shownChange(line) : shownFlag(line)),
      mergeHref:
        line.changeOf && couple.status !== 'ended' ? `/couples/${couple.id}/steps/${line.changeOf}/terms` : null,
    })),
    stages: stages.map(({ title, steps }) => ({ title, steps: steps.map(shownStep) })),
    course: comfortCourse(comfort.summary, comfort.lines),
  };
}

function shownStep({ stage: _, units, ...step }: CouplePlan['stages'][number]['steps'][number]): StepOnPage {
  return {
    ...step,
    units: units.map(({ lanes, ...unit }) => ({
      ...unit,
      lanes: lanes.map(({ partner: { place, name }, ...lane }) => ({ place, name, ...lane })),
    })),
  };
}

type FlagShown = Omit<FlagOnPage, 'mergeHref'>;

const headOf = ({ formKey, ids, tier, place, headline, times, dueOn, raisedWords }: ShownFlag) => ({
  formKey,
  flagIds: ids.join(','),
  tier,
  place,
  headline,
  when: `${times > 1 ? `${times} times, last ` : ''}${raisedWords[0]}${dueOn ? `; by ${weekdayAndDay(dueOn)}` : ''}`,
});

/** What was asked to be changed, in the words of the answer itself. */
function shownChange(line: ShownFlag): FlagShown {
  const { asked, raisedWords } = line;
  return {
    ...headOf(line),
    isChange: true,
    raised: asked.map(({ ask, answer }) => ({ id: ask, question: ask, answer, about: raisedWords[0] ?? '' })),
  };
}

function shownFlag(line: ShownFlag): FlagShown {
  const { raised, raisedWords } = line;
  return {
    ...headOf(line),
    isChange: false,
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
