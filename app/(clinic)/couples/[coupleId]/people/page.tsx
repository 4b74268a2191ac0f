import { Clinic } from '@/app/frames/clinic';
import { CoupleFrame } from '@/components/couples/couple-frame';
import { PeopleTab } from '@/components/couples/people-tab';
import type { Person } from '@/components/couples/person-card';
import { type PersonOfCouple, readContacts } from '@/lib/couples/read-contacts';
import type { Couple } from '@/lib/couples/read-couple';
import { policyWords } from '@/lib/format/couple-words';
import { dayAndTime, dayOf, shortDay } from '@/lib/format/dates';
import { page } from '@/lib/page';
import { makePartnerCard, resendPartnerLink, revokePartnerLink } from '../../actions';

export default page({
  door: 'clinic',
  read: (tx, { params }) => readContacts(tx, params.coupleId),
  view: ({ data: { couple, people, reasons, goals }, actor, formKey }) => (
    <Clinic actor={actor} formKey={formKey} current="caseload" title="Contacts and safety">
      <CoupleFrame couple={couple} current="people">
        <PeopleTab
          couple={couple}
          people={people.map((person) => shown(couple, person))}
          reasons={reasons}
          goals={goals}
          actions={{ makeCard: makePartnerCard, resend: resendPartnerLink, revoke: revokePartnerLink }}
        />
      </CoupleFrame>
    </Clinic>
  ),
});

function shown(couple: Couple, { invitation, status, meetings, ...person }: PersonOfCouple): Person {
  return {
    ...person,
    meetings,
    agreement: agreementOf(couple, person.agreement),
    signIn: {
      status,
      isMet: meetings.length > 0,
      invitation: invitation && {
        id: invitation.id,
        state: invitation.state,
        until: dayAndTime(invitation.expiresAt, couple.timeZone, couple.today),
        mail: invitation.mailState,
        link: invitation.link,
      },
    },
  };
}

function agreementOf(couple: Couple, agreement: PersonOfCouple['agreement']): string {
  if (!agreement) return 'Not yet: asked at sign-up';
  const on = shortDay(dayOf(new Date(agreement.agreedAt), couple.timeZone), couple.today);
  const isSame = agreement.policy === couple.policy.policy;
  return isSame
    ? `Agreed on ${on}`
    : `Agreed to “${policyWords[agreement.policy].label}” on ${on}, not to the present one`;
}
