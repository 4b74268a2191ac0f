import { randomUUID } from 'node:crypto';
import { Clinic } from '@/app/frames/clinic';
import { toDoLine } from '@/app/(clinic)/couples/to-do-line';
import { answerContactRequest, markOnList, putOnList } from '@/app/(clinic)/couples/follow-up-actions';
import type { DayLine } from '@/components/today/day-lines';
import type { LookLine } from '@/components/today/needs-a-look';
import { type SessionLine, TodayPage } from '@/components/today/today-page';
import type { Actor } from '@/lib/actor';
import { type Day, dayOf, shortDay, timeIn, weekdayAndDay } from '@/lib/format/dates';
import { initials } from '@/lib/format/names';
import { page } from '@/lib/page';
import {
  type Arrived,
  type Asked,
  type BeforeWork,
  type Paused,
  readToday,
  type SessionToday,
  type Today,
  type UnsignedLine,
} from '@/lib/today/read-today';
import { recordAttendanceAction } from './actions';

export default page({
  door: 'clinic',
  read: (tx) => readToday(tx),
  view: ({ data, actor, formKey }) => {
    const day = dayIn(actor);
    const today = dayOf(actor.now, actor.timeZone);
    return (
      <Clinic actor={actor} formKey={formKey} current="today" title="Today">
        <TodayPage
          title={weekdayAndDay(today)}
          today={today}
          looks={[
            ...data.closed.map((line) => closedOf(line, day)),
            ...data.flags.map((line) => lookOf(line, day, today)),
            ...data.asked.map((line) => askedOf(line, day)),
            ...data.paused.map((line) => pauseOf(line, day)),
          ]}
          sessions={data.sessions.map((session) => sessionOf(session, actor, day))}
          toDos={data.toDos.map((toDo) =>
            toDoLine(toDo, today, { words: toDo.coupleLabel, href: `/couples/${toDo.coupleId}` }),
          )}
          recordAttendance={recordAttendanceAction}
          unsigned={{
            joint: data.unsigned.filter(({ kind }) => kind === 'joint').map((note) => noteOf(note, day)),
            individual: data.unsigned.filter(({ kind }) => kind === 'individual').map((note) => noteOf(note, day)),
          }}
          beforeWork={data.beforeWork.map((one) => beforeWorkOf(one, day))}
          news={newsOf(data, actor)}
          couples={data.couples}
          formKey={data.formKey}
          actions={{ answer: answerContactRequest, addToDo: putOnList, markToDo: markOnList }}
        />
      </Clinic>
    );
  },
});

type DayIn = (at: Date) => string;

/** "22 Nov", as the practice's calendar counts it. */
const dayIn =
  (actor: Actor): DayIn =>
  (at) =>
    shortDay(dayOf(at, actor.timeZone), dayOf(actor.now, actor.timeZone));

function lookOf(line: Today['flags'][number], day: DayIn, today: Day): LookLine {
  const first = day(line.firstRaisedAt);
  return {
    key: line.key,
    // What was asked to be changed is read where it is merged.
    href: line.changeOf ? `/couples/${line.coupleId}/steps/${line.changeOf}/terms` : `/couples/${line.coupleId}`,
    coupleLabel: line.coupleLabel,
    headline: line.headline,
    tier: line.tier,
    due: line.dueOn && `By ${weekdayAndDay(line.dueOn, today)}`,
    request: line.request && {
      ...line.request,
      coupleId: line.coupleId,
      partnerId: line.partner.id,
      initials: initials(line.partner.name),
      flagIds: line.ids.join(','),
      formKey: line.formKey,
    },
    since: line.times > 1 ? `${line.times} times since ${first}` : first,
    reasons: line.raised.flatMap(({ id, question, answer, stepTitle, raisedAt }) =>
      question ? [{ id, day: day(raisedAt), step: stepTitle, question, answer }] : [],
    ),
  };
}

const pauseOf = (line: Paused, day: DayIn): LookLine => ({
  key: `pause-${line.partnerId}`,
  href: `/couples/${line.coupleId}`,
  coupleLabel: line.coupleLabel,
  headline: `The plan is paused by ${line.initials}`,
  tier: 'paused',
  due: null,
  since: `since ${day(line.at)}`,
  request: null,
  reasons: [],
});

/** What the practice did, and no more. */
const closedOf = (line: Today['closed'][number], day: DayIn): LookLine => ({
  key: `closed-${line.coupleId}`,
  href: `/couples/${line.coupleId}`,
  coupleLabel: line.coupleLabel,
  headline: `Shared work was closed by the practice on ${day(line.at)}`,
  tier: 'closed',
  due: null,
  since: null,
  request: null,
  reasons: [],
});

const askedWords: Record<Asked['kind'], (initials: string) => string> = {
  contact: (who) => `${who} says how to be reached`,
  data: (who) => `${who} asks for their data`,
  openings: (who) => `${who} asks who opened their record`,
};

const askedOf = (line: Asked, day: DayIn): LookLine => ({
  key: `${line.kind}-${line.partnerId}`,
  href: `/couples/${line.coupleId}/people`,
  coupleLabel: line.coupleLabel,
  headline: askedWords[line.kind](line.initials),
  tier: 'asked',
  due: null,
  since: `since ${day(line.at)}`,
  request: null,
  reasons: [],
});

const sessionOf = (session: SessionToday, { timeZone, now }: Actor, day: DayIn): SessionLine => ({
  id: session.id,
  href: session.noteId
    ? `/couples/${session.coupleId}/notes/${session.noteId}`
    : `/couples/${session.coupleId}/sessions/${session.id}`,
  time: timeIn(session.startsAt, timeZone),
  who: session.partnerName ? `${initials(session.partnerName)} alone` : session.coupleLabel,
  about: [session.stepTitle, session.place, `${session.minutes} minutes`].filter(Boolean).join(', '),
  prep: prepOf(session, day),
  note: session.noteId === null ? 'none' : session.isSigned ? 'signed' : 'draft',
  people: session.people.map(({ id, name, attendance }) => ({ id, initials: initials(name), attendance })),
  attendanceKey: session.startsAt <= now ? randomUUID() : null,
});

function prepOf({ lastAt, checkInsSince, openFlags, lacksLink }: SessionToday, day: DayIn): string {
  const came = checkInsSince === 0 ? 'no check-in' : counted(checkInsSince, 'check-in', 'check-ins');
  return [
    lastAt ? `Last session ${day(lastAt)}, ${came} since` : `First session, ${came} so far`,
    openFlags > 0 ? `${openFlags} to look at` : '',
    lacksLink ? 'no link yet' : '',
  ]
    .filter(Boolean)
    .join('; ');
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

function noteOf(note: UnsignedLine, day: DayIn): DayLine {
  const { ageInDays } = note;
  return {
    key: note.noteId ?? note.sessionId,
    href: note.href,
    words: `${note.who}, session of ${day(note.startsAt)}`,
    age: {
      words: ageInDays === 0 ? 'Today' : counted(ageInDays, 'day', 'days'),
      tone: ageInDays >= OLD_NOTE ? 'look' : 'neutral',
    },
    ...waitsFor[note.act](note.author ?? ''),
  };
}

const waitsFor: Record<UnsignedLine['act'], (author: string) => Pick<DayLine, 'detail' | 'act'>> = {
  write: () => ({ detail: 'Not begun', act: 'Write' }),
  sign: () => ({ detail: 'Begun', act: 'Sign' }),
  mend: () => ({ detail: 'Returned by your supervisor', act: 'Change' }),
  coSign: (author) => ({ detail: `Signed by ${author}`, act: 'Co-sign' }),
};

/** Days after which a note that is not signed is marked. */
const OLD_NOTE = 3;

/** "5 check-ins, 1 reflection" */
const arrivedWords = (came: Pick<Arrived, 'checkIns' | 'consents' | 'reflections'>): string =>
  [
    came.checkIns > 0 ? counted(came.checkIns, 'check-in', 'check-ins') : '',
    came.consents > 0 ? counted(came.consents, 'answer before a step', 'answers before a step') : '',
    came.reflections > 0 ? counted(came.reflections, 'reflection', 'reflections') : '',
  ]
    .filter(Boolean)
    .join(', ');

/** Where all of it is seen: answers before a step stand on the plan, and with anything else on the page of what is new. */
function placeOf({ checkIns, consents, reflections }: Arrived): '' | '/check-ins' | '/since' {
  if (checkIns + reflections === 0) return '';
  return consents === 0 ? '/check-ins' : '/since';
}

function newsOf({ arrived, since }: Today, actor: Actor) {
  if (arrived.length === 0) return null;
  const sum = (of: 'checkIns' | 'consents' | 'reflections') => arrived.reduce((total, one) => total + one[of], 0);
  const all = arrivedWords({ checkIns: sum('checkIns'), consents: sum('consents'), reflections: sum('reflections') });
  const on = dayOf(since, actor.timeZone);
  const today = dayOf(actor.now, actor.timeZone);
  const at = timeIn(since, actor.timeZone);
  return {
    summary: `${all} since ${on === today ? at : `${weekdayAndDay(on, today)} ${at}`}.`,
    lines: arrived.map((came): DayLine => ({
      key: came.coupleId,
      href: `/couples/${came.coupleId}${placeOf(came)}`,
      words: came.coupleLabel,
      detail: arrivedWords(came),
      act: 'Read',
    })),
  };
}

function beforeWorkOf(toDo: BeforeWork, day: DayIn): DayLine {
  const people = `/couples/${toDo.coupleId}/people`;
  const line = { key: `${toDo.kind}-${toDo.partnerId}`, href: people, detail: toDo.coupleLabel };
  switch (toDo.kind) {
    case 'meetAlone':
      return {
        ...line,
        href: `${people}/${toDo.partnerId}/meeting`,
        words: `Meet ${toDo.initials} alone`,
        act: 'Record',
      };
    case 'invite':
      return {
        ...line,
        words:
          toDo.had === 'none' ? `Invite ${toDo.initials}` : `Invite ${toDo.initials} again: the invitation has ended`,
        act: 'Open',
      };
    case 'waiting':
      return {
        ...line,
        words: `${toDo.initials} has not signed up yet`,
        detail: `${toDo.coupleLabel}, invited ${day(toDo.since)}, holds until ${day(toDo.until)}`,
        act: 'Open',
      };
  }
}
