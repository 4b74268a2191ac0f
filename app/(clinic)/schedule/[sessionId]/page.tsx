import { randomUUID } from 'node:crypto';
import { Clinic } from '@/app/frames/clinic';
import { AppointmentFacts } from '@/components/schedule/appointment-facts';
import { CancelAppointmentsForm } from '@/components/schedule/cancel-appointments-form';
import { MoveAppointmentForm } from '@/components/schedule/move-appointment-form';
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
            <MoveAppointmentForm
              action={moveAppointmentAction}
              formKey={randomUUID()}
              sessionId={data.row.id}
              at={data.at}
              isOfSeries={data.later > 0}
              timeZone={actor.timeZone}
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
