import { Clinic } from '@/app/frames/clinic';
import { CoupleFrame } from '@/components/couples/couple-frame';
import { PeopleTab } from '@/components/couples/people-tab';
import type { Person } from '@/components/couples/person-card';
import { type ContactsOfCouple, type PersonOfCouple, readContacts } from '@/lib/couples/read-contacts';
import type { Couple } from '@/lib/couples/read-couple';
import { policyWords } from '@/lib/format/couple-words';
import { dayAndTime, dayOf, shortDay } from '@/lib/format/dates';
import { page } from '@/lib/page';
import { AddToDo } from '@/components/today/add-to-do';
import { ReferralsOfPerson } from '@/components/referrals/referrals-of-person';
import { ContactNotes } from '@/components/follow-up/contact-notes';
import { ToDoList } from '@/components/today/to-do-list';
import { Section } from '@/components/ui/page-parts';
import type { Actor } from '@/lib/actor';
import { markOnList, noteContact, putOnList, takeContactBack } from '../../follow-up-actions';
import { toDoLine } from '../../to-do-line';
import { makePartnerCard, resendPartnerLink, revokePartnerLink, settlePartnerRequest } from '../../actions';

export default page({
  door: 'clinic',
  read: (tx, { params }) => readContacts(tx, params.coupleId),
  view: ({ data: { couple, people, reasons, ...followUp }, actor, formKey }) => (
    <Clinic actor={actor} formKey={formKey} current="caseload" title="Contacts and safety">
      <CoupleFrame couple={couple} current="people">
        <PeopleTab
          couple={couple}
          people={people.map((person) => shown(couple, person))}
          reasons={reasons}
          followUp={<FollowUp couple={couple} actor={actor} {...followUp} />}
          actions={{
            makeCard: makePartnerCard,
            resend: resendPartnerLink,
            revoke: revokePartnerLink,
            settle: settlePartnerRequest,
          }}
        />
      </CoupleFrame>
    </Clinic>
  ),
});

function shown(couple: Couple, { invitation, status, meetings, referrals, ...person }: PersonOfCouple): Person {
  const { contactSaidBy: by, contactSaidOn: on } = person;
  return {
    ...person,
    contactSaid:
      on && `${by === 'partner' ? 'In their own words' : 'Noted by the practice'}, ${shortDay(on, couple.today)}`,
    meetings,
    referrals: (
      <ReferralsOfPerson
        lines={referrals}
        today={couple.today}
        href={`/couples/${couple.id}/people/${person.id}/referrals`}
        name={person.name}
      />
    ),
    agreement: agreementOf(couple, person.agreement),
    signIn: {
      status,
      isMet: meetings.length > 0,
      hasUserName: person.userName !== null,
      invitation: invitation && {
        id: invitation.id,
        state: invitation.state,
        until: dayAndTime(invitation.expiresAt, couple.timeZone, couple.today),
        mail: invitation.mailState,
        link: invitation.link,
        isOnCard: invitation.isOnCard,
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

type FollowUpProps = Pick<ContactsOfCouple, 'couple' | 'contacts' | 'toDos' | 'formKeys'> & { actor: Actor };

/** What the care team still does for them, and the contacts that were no sessions. */
function FollowUp({ couple, contacts, toDos, formKeys, actor }: FollowUpProps) {
  const today = dayOf(actor.now, actor.timeZone);
  return (
    <div className="grid items-start gap-x-6 gap-y-8 lg:grid-cols-2">
      <ContactNotes
        coupleId={couple.id}
        partners={couple.partners}
        lines={contacts.map(({ partnerId, on, writtenAt: _, ...note }) => ({
          ...note,
          partner: couple.partners.find(({ id }) => id === partnerId)!,
          day: shortDay(on, today),
        }))}
        today={today}
        formKey={formKeys.contact}
        actions={{ note: noteContact, takeBack: takeContactBack }}
      />
      <Section heading="To do">
        {toDos.length > 0 ? (
          <ToDoList
            lines={toDos.map((toDo) => toDoLine(toDo, today, { words: toDo.assigneeName }))}
            mark={markOnList}
          />
        ) : (
          <p className="text-ink-muted">Nothing to do.</p>
        )}
        <AddToDo
          action={putOnList}
          formKey={formKeys.toDo}
          today={today}
          about={{ coupleId: couple.id, careTeam: couple.careTeam, self: actor.staffMemberId }}
        />
      </Section>
    </div>
  );
}
