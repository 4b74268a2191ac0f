import { randomUUID } from 'node:crypto';
import { Clinic } from '@/app/frames/clinic';
import { CoupleFrame } from '@/components/couples/couple-frame';
import { AttendanceForm } from '@/components/sessions/attendance-form';
import { CancelSessionForm } from '@/components/sessions/cancel-session-form';
import { SessionForm } from '@/components/sessions/session-form';
import { SHOWN_AT_ONCE } from '@/components/sessions/session-words';
import { SessionList } from '@/components/sessions/session-list';
import { StartNoteForm } from '@/components/sessions/start-note-form';
import { Disclosure } from '@/components/ui/disclosure';
import { TextLink } from '@/components/ui/link';
import { Section } from '@/components/ui/page-parts';
import { longDay, dayOf } from '@/lib/format/dates';
import { page } from '@/lib/page';
import { readSession } from '@/lib/sessions/read-sessions';
import { fieldsOf } from '@/lib/sessions/local-time';
import { cancelSessionAction, changeSessionAction, recordAttendanceAction, startNoteAction } from '../actions';

export default page({
  door: 'clinic',
  read: (tx, { params }) => readSession(tx, params.coupleId, params.sessionId),
  view: ({ data: { couple, session }, actor, formKey }) => {
    const hasBegun = session.startsAt <= actor.now;
    const isSigned = session.notes.some(({ state }) => state === 'signed');
    const expected = couple.partners.filter(({ id }) => !session.partnerId || session.partnerId === id);
    const heading = `${session.partnerId ? `With ${expected[0]?.name ?? ''} alone` : 'Joint session'}, ${longDay(dayOf(session.startsAt, actor.timeZone))}`;
    return (
      <Clinic actor={actor} formKey={formKey} current="caseload" title="Session">
        <CoupleFrame couple={couple} current="sessions">
          <p className="mb-4">
            <TextLink href={`/couples/${couple.id}/sessions`}>All sessions</TextLink>
          </p>
          <Section heading={heading} lead={`With ${session.therapist}.`}>
            <SessionList
              label="This session"
              isOwnPage
              lines={[session]}
              partners={couple.partners}
              timeZone={actor.timeZone}
              now={actor.now}
              saysWithWhom={session.attendances.length === 0}
              startNote={({ id }, label) => (
                <StartNoteForm action={startNoteAction} formKey={randomUUID()} sessionId={id} label={label} />
              )}
            />
          </Section>
          {hasBegun && !session.cancelledAt ? (
            <Section heading="Who came">
              <AttendanceForm
                action={recordAttendanceAction}
                formKey={randomUUID()}
                sessionId={session.id}
                expected={expected.map(({ id, name }) => ({
                  id,
                  name,
                  attendance: session.attendances.find(({ partnerId }) => partnerId === id)?.attendance,
                }))}
              />
            </Section>
          ) : null}
          {session.cancelledAt ? null : isSigned ? (
            <p className="text-ink-muted">Its note is signed, so day, time and place stay as they are.</p>
          ) : (
            <>
              <Disclosure summary="Change day, time or place">
                <SessionForm
                  action={changeSessionAction}
                  formKey={randomUUID()}
                  hidden={{ sessionId: session.id }}
                  at={{
                    ...fieldsOf(session.startsAt, actor.timeZone),
                    minutes: session.minutes,
                    place: session.place,
                    videoLink: session.videoLink,
                  }}
                  lead={hasBegun ? undefined : SHOWN_AT_ONCE}
                  timeZone={actor.timeZone}
                  submit="Save the change"
                />
              </Disclosure>
              {session.notes.length === 0 ? (
                <Disclosure summary="Cancel this session">
                  <CancelSessionForm action={cancelSessionAction} formKey={randomUUID()} sessionId={session.id} />
                </Disclosure>
              ) : null}
            </>
          )}
        </CoupleFrame>
      </Clinic>
    );
  },
});
