import { randomUUID } from 'node:crypto';
import { Clinic } from '@/app/frames/clinic';
import { AppointmentFacts } from '@/components/sessions/schedule/appointment-facts';
import { CancelAppointmentsForm } from '@/components/sessions/schedule/cancel-appointments-form';
import { SessionForm } from '@/components/sessions/session-form';
import { SHOWN_AT_ONCE } from '@/components/sessions/session-words';
import { Chip } from '@/components/ui/chip';
import { Disclosure } from '@/components/ui/disclosure';
import { LinkButton, TextLink } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-parts';
import { longDay } from '@/lib/format/dates';
import { page } from '@/lib/page';
import { readAppointment } from '@/lib/schedule/read-appointment';
import { cancelAppointmentsAction, moveAppointmentAction } from '../actions';

export default page({
  door: 'clinic',
  read: (tx, { params }) => readAppointment(tx, params.sessionId),
  view: ({ data, actor, formKey }) => (
    <Clinic actor={actor} formKey={formKey} current="schedule" title="Appointment">
      <PageHeader
        title={`${longDay(data.day)}, ${data.line.begins}`}
        back={<TextLink href={`/schedule?on=${data.day}`}>Schedule</TextLink>}
        chips={data.line.isCancelled ? <Chip>Cancelled</Chip> : undefined}
        actions={data.sessionHref ? <LinkButton href={data.sessionHref}>Session and note</LinkButton> : undefined}
      />
      <AppointmentFacts appointment={data} timeZone={actor.timeZone} />
      {data.canChange ? (
        <>
          <Disclosure summary="Move it">
            <SessionForm
              action={moveAppointmentAction}
              formKey={randomUUID()}
              hidden={{ sessionId: data.row.id }}
              at={data.at}
              timeZone={actor.timeZone}
              lead={`${data.later > 0 ? 'The others of its series stay where they are. ' : ''}${SHOWN_AT_ONCE}`}
              label="Move this appointment"
              submit="Move the appointment"
            />
          </Disclosure>
          <Disclosure summary="Cancel it">
            <CancelAppointmentsForm
              action={cancelAppointmentsAction}
              formKey={randomUUID()}
              sessionId={data.row.id}
              later={data.later}
            />
          </Disclosure>
        </>
      ) : null}
    </Clinic>
  ),
});
