import { Clinic } from '@/app/frames/clinic';
import { DecisionForm } from '@/components/record-releases/decision-form';
import { Banner } from '@/components/ui/banner';
import { TextLink } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-parts';
import { dayAndTime, dayOf, longDay } from '@/lib/format/dates';
import { page } from '@/lib/page';
import { readNoteToDecide } from '@/lib/record-releases/decide-note';
import { decideNoteAction } from '../../../actions';

export default page({
  door: 'clinic',
  read: (tx, { params }) => readNoteToDecide(tx, params),
  view: ({ data: { open, noteId, startsAt, passages, decided }, actor, formKey }) => {
    const { couple, partner, release, isJointAuthorized } = open;
    const back = `/couples/${couple.id}/people/${partner.id}/releases/${release.id}`;
    return (
      <Clinic actor={actor} formKey={formKey} current="caseload" title="Decide">
        <PageHeader
          back={<TextLink href={back}>This release</TextLink>}
          title={`Joint note of ${longDay(dayOf(startsAt, actor.timeZone))}`}
          lead="What the other said in confidence goes out only with that person’s written authorization. The other’s name and contacts are taken out by themselves; whatever else tells of them is yours to find."
        />
        {isJointAuthorized ? (
          <Banner>Each partner has authorized the joint notes: this one goes whole, and nothing is to decide.</Banner>
        ) : (
          <>
            {decided ? (
              <div className="mb-6">
                <Banner>
                  {decided.decision === 'leftOut' ? 'Left out' : 'Passages taken out'},{' '}
                  {dayAndTime(decided.at, actor.timeZone, open.today)}: {decided.reason} A new decision takes its place.
                </Banner>
              </div>
            ) : null}
            <DecisionForm
              action={decideNoteAction}
              formKey={formKey}
              hidden={{ coupleId: couple.id, partnerId: partner.id, releaseId: release.id, noteId }}
              passages={passages}
              backHref={back}
            />
          </>
        )}
      </Clinic>
    );
  },
});
