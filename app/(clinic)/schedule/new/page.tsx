import { Clinic } from '@/app/frames/clinic';
import { CoupleChoice } from '@/components/sessions/schedule/couple-choice';
import { NoCoupleYet } from '@/components/sessions/schedule/nobody-comes';
import { NewAppointmentForm } from '@/components/sessions/schedule/new-appointment-form';
import { TextLink } from '@/components/ui/link';
import { PageHeader, Section } from '@/components/ui/page-parts';
import { joinedNames } from '@/lib/format/names';
import { page } from '@/lib/page';
import { readNewAppointment } from '@/lib/schedule/read-new-appointment';
import { makeAppointmentsAction } from '../actions';

export default page({
  door: 'clinic',
  read: (tx, { search }) => readNewAppointment(tx, search),
  view: ({ data, actor, formKey }) => {
    const back = `/schedule?on=${data.on}`;
    return (
      <Clinic actor={actor} formKey={formKey} current="schedule" title="New appointment">
        <PageHeader title="New appointment" back={<TextLink href={back}>Schedule</TextLink>} />
        {data.step === 'couple' ? (
          data.couples.length === 0 ? (
            <NoCoupleYet lacks={data.lacks} />
          ) : (
            <CoupleChoice couples={data.couples} on={data.on} />
          )
        ) : (
          <Section heading={joinedNames(data.couple.partners.map(({ name }) => name))}>
            <NewAppointmentForm
              action={makeAppointmentsAction}
              formKey={formKey}
              couple={data.couple}
              therapistId={data.therapistId}
              on={data.on}
              first={data.first}
              timeZone={actor.timeZone}
              backHref={`/schedule/new?on=${data.on}`}
            />
          </Section>
        )}
      </Clinic>
    );
  },
});
