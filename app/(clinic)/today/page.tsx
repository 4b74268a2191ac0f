import { randomUUID } from 'node:crypto';
import { Clinic } from '@/app/frames/clinic';
import type { LookLine } from '@/components/today/needs-a-look';
import { type DayLine, type SessionLine, TodayPage } from '@/components/today/today-page';
import type { Actor } from '@/lib/actor';
import { dayOf, shortDay, timeIn, weekdayAndDay } from '@/lib/format/dates';
import { initials } from '@/lib/format/names';
import { page } from '@/lib/page';
import {
  type FlagLine,
  type Paused,
  readToday,
  type SessionToday,
  type ToDo,
  type UnsignedLine,
} from '@/lib/today/read-today';
import { recordAttendanceAction } from './actions';

export default page({
  door: 'clinic',
  read: (tx) => readToday(tx),
  view: ({ data, actor, formKey }) => {
    const day = dayIn(actor);
    return (
      <Clinic actor={actor} formKey={formKey} current="today" title="Today">
        <TodayPage
          title={weekdayAndDay(dayOf(actor.now, actor.timeZone))}
          looks={[...data.flags.map((line) => lookOf(line, day)), ...data.paused.map((line) => pauseOf(line, day))]}
          sessions={data.sessions.map((session) => sessionOf(session, actor))}
          recordAttendance={recordAttendanceAction}
          unsigned={data.unsigned.map((note) => noteOf(note, day))}
          toDos={data.toDos.map((toDo) => toDoOf(toDo, day))}
          isEmpty={data.isEmpty}
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

function lookOf(line: FlagLine, day: DayIn): LookLine {
  const first = day(line.firstRaisedAt);
  return {
    key: line.key,
    href: `/couples/${line.coupleId}`,
    coupleLabel: line.coupleLabel,
    headline: line.headline,
    tier: line.tier,
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
  since: `since ${day(line.at)}`,
  reasons: [],
});

const sessionOf = (session: SessionToday, { timeZone, now }: Actor): SessionLine => ({
  id: session.id,
  href: session.noteId
    ? `/couples/${session.coupleId}/notes/${session.noteId}`
    : `/couples/${session.coupleId}/sessions/${session.id}`,
  time: timeIn(session.startsAt, timeZone),
  who: session.partnerName ? `${initials(session.partnerName)} alone` : session.coupleLabel,
  about: [session.stepTitle, session.place, `${session.minutes} minutes`].filter(Boolean).join(', '),
  note: session.noteId === null ? 'none' : session.isSigned ? 'signed' : 'draft',
  people: session.people.map(({ id, name, attendance }) => ({ id, initials: initials(name), attendance })),
  attendanceKey: session.startsAt <= now ? randomUUID() : null,
});

function noteOf(note: UnsignedLine, day: DayIn): DayLine {
  const age = note.ageInDays === 0 ? 'today' : note.ageInDays === 1 ? 'yesterday' : `${note.ageInDays} days ago`;
  return {
    key: note.noteId ?? note.sessionId,
    href: note.href,
    words: `${note.who}, session of ${day(note.startsAt)}`,
    detail: `${note.noteId ? 'Begun' : 'Not begun'}, ${age}`,
    act: note.noteId ? 'Sign' : 'Write',
  };
}

function toDoOf(toDo: ToDo, day: DayIn): DayLine {
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
