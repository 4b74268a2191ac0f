import { Clinic } from '@/app/frames/clinic';
import { CaseloadPage } from '@/components/caseload/caseload-page';
import type { CaseloadLine } from '@/components/caseload/caseload-table';
import { listCaseload, type CaseloadRow } from '@/lib/caseload/list-caseload';
import { placeOf } from '@/lib/format/couple-words';
import { type Day, dayAndTime, shortDay } from '@/lib/format/dates';
import { initials } from '@/lib/format/names';
import { page } from '@/lib/page';

export default page({
  door: 'clinic',
  read: (tx, { search }) => listCaseload(tx, search),
  view: ({ data: { rows, ...data }, actor, formKey }) => (
    <Clinic actor={actor} formKey={formKey} current="caseload" title="Caseload">
      <CaseloadPage {...data} lines={rows.map((row) => shown(row, actor.today))} />
    </Clinic>
  ),
});

function shown(row: CaseloadRow, today: Day): CaseloadLine {
  return {
    id: row.id,
    label: row.label,
    names: row.partners.map(({ name }) => name).join(' & '),
    step: row.step,
    checkIns: row.checkIns,
    lastCheckIn: row.lastCheckInOn ? `last on ${shortDay(row.lastCheckInOn, today)}` : '',
    comfort: row.partners.map(({ position, name, comfort }) => ({
      partner: placeOf(position),
      initials: initials(name),
      values: comfort,
    })),
    nextSession: row.nextSession ? dayAndTime(new Date(row.nextSession.startsAt), row.timeZone, today) : '',
    states: statesOf(row),
  };
}

function statesOf({ status, needsLook, isPaused }: CaseloadRow): CaseloadLine['states'] {
  if (status === 'ended') return [{ tone: 'neutral', words: 'Ended' }];
  const marks: CaseloadLine['states'] = [];
  if (needsLook) marks.push({ tone: 'look', words: 'Needs a look' });
  if (isPaused) marks.push({ tone: 'paused', words: 'Paused' });
  if (marks.length > 0) return marks;
  return status === 'active' ? [{ tone: 'success', words: 'Active' }] : [{ tone: 'neutral', words: 'Invited' }];
}
