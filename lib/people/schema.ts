import { z } from 'zod';
import { again, email } from '../accounts/schema';
import { line, optionalDay, optionalLine } from '../texts/schema';

const roles = z.preprocess(
  (value) => (typeof value === 'string' ? [value] : value),
  z
    .array(
      z.enum(['therapist', 'practiceAdmin', 'supervisor', 'scheduler'], 'Choose roles from the list.'),
      'Choose at least one role.',
    )
    .min(1, 'Choose at least one role.'),
);

export const inviteStaffInput = z.object({
  name: line('the name', 120),
  credential: optionalLine(80),
  email,
  roles,
});

export const changeRolesInput = z.object({ staffMemberId: z.uuid(), roles, ...again });
export const removeFactorsInput = z.object({ staffMemberId: z.uuid(), ...again });
export const staffMemberInput = z.object({ staffMemberId: z.uuid() });
export const partnerInput = z.object({ partnerId: z.uuid() });

export const assignCareTeamInput = z.object({
  coupleId: z.uuid(),
  staffMemberId: z.uuid('Choose a person.'),
  part: z.enum(['primary', 'coTherapist', 'supervisor', 'cover', 'backup'], 'Choose a part.'),
  /** Left out: today. */
  fromOn: optionalDay,
  toOn: optionalDay,
});
export const endCareTeamInput = z.object({ coupleId: z.uuid(), careTeamMemberId: z.uuid(), lastDay: optionalDay });

export const closeSharedWorkInput = z.object({
  coupleId: z.uuid(),
  isUnreachable: z.literal('yes', 'Try to reach the care team first, and say here that you did.'),
});
export type CloseSharedWorkInput = z.infer<typeof closeSharedWorkInput>;

/** A leaving therapist's couples, each with its new primary; where none is chosen, the one for everyone. */
/** A person, or nobody chosen. A union would answer a wrong id in words of its own. */
const personOrNobody = z
  .string('Choose a person.')
  .refine((id) => id === '' || z.uuid().safeParse(id).success, 'Choose a person.');
export const handOverInput = z.object({
  staffMemberId: z.uuid(),
  everyone: personOrNobody.default(''),
  primaries: z.record(z.uuid(), personOrNobody).default({}),
});

/** What the address of People says; whatever does not fit is as if it were not there. */
export const PEOPLE_LISTS = ['staff', 'partners', 'careTeams'] as const;
export const PEOPLE_PAGE_SIZE = 50;
export const peopleView = z.object({
  list: z.enum(PEOPLE_LISTS).catch('staff'),
  search: z
    .string()
    .trim()
    .max(80)
    .refine((text) => !/[\p{Cc}\p{Cs}]/u.test(text))
    .catch(''),
  state: z.enum(['active', 'invited', 'deactivated']).nullable().catch(null),
  page: z.coerce.number().int().min(1).max(1000).catch(1),
});
export type PeopleView = z.infer<typeof peopleView>;

/** The address of a view, as short as it can be. */
export function peopleHref({ list, search, state, page }: PeopleView): string {
  const asked = new URLSearchParams();
  if (list !== 'staff') asked.set('list', list);
  if (search) asked.set('q', search);
  if (state && list !== 'careTeams') asked.set('state', state);
  if (page > 1) asked.set('page', String(page));
  const query = asked.toString();
  return query ? `/people?${query}` : '/people';
}

/** An invitation, and the page of the person it is for. */
export const invitationOfPersonInput = z.object({
  invitationId: z.uuid(),
  kind: z.enum(['staff', 'partners']),
  personId: z.uuid(),
});

/** Whether a key pressed by itself does something for oneself. */
export const changeKeysInput = z.object({ singleKeys: z.enum(['on', 'off'], 'Choose on or off.') });
export type ChangeKeysInput = z.infer<typeof changeKeysInput>;
