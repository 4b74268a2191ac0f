import { Clinic } from '@/app/frames/clinic';
import type { CaseloadLine, CaseloadState } from '@/components/caseload/caseload-line';
import { CaseloadPage } from '@/components/caseload/caseload-page';
import type { Actor } from '@/lib/actor';
import { askForCaseload, listCaseload, type CaseloadRow } from '@/lib/caseload/list-caseload';
import { placeOf } from '@/lib/format/couple-words';
import { dayAndTime, shortDay } from '@/lib/format/dates';
import { initials, joinedNames } from '@/lib/format/names';
import { packed } from '@/lib/format/packed';
import { page } from '@/lib/page';
import { hold, lift } from './actions';

export default page({
  door: 'clinic',
  ask: (asker, { search }) => askForCaseload(asker, search),
  read: (tx, { search }, found) => listCaseload(tx, search, found),
  view: ({ data: { rows, ...data }, actor, formKey }) => (
    <Clinic actor={actor} formKey={formKey} current="caseload" title="Caseload">
      <CaseloadPage
        {...data}
        rows={packed(rows.map((row) => shown(row, actor)))}
        formKey={formKey}
        actions={{ hold, lift }}
      />
    </Clinic>
  ),
});

function shown(row: CaseloadRow, actor: Actor): CaseloadLine {
  const { today } = actor;
  const { step, partners, lastCheckInOn, nextSession, timeZone } = row;
  return [
    row.id,
    row.label,
    actor.areNamesShielded ? '' : joinedNames(partners.map(({ name }) => name)),
    step?.title ?? '',
    step ? `Stage ${step.stage}${step.more > 0 ? `, and ${step.more} more` : ''}` : '',
    row.checkIns,
    lastCheckInOn ? `last on ${shortDay(lastCheckInOn, today)}` : '',
    partners.map(({ position, name, comfort }) => [placeOf(position), initials(name), comfort]),
    nextSession ? dayAndTime(new Date(nextSession.startsAt), timeZone, today) : '',
    statesOf(row),
  ];
}

function statesOf({ status, needsLook, isPaused, isHeld }: CaseloadRow): CaseloadState[] {
  if (status === 'ended') return ['ended'];
  const marks: CaseloadState[] = [];
  if (needsLook) marks.push('look');
  if (isPaused) marks.push('paused');
  if (isHeld) marks.push('held');
  if (marks.length > 0) return marks;
  return [status === 'active' ? 'active' : 'invited'];
}
