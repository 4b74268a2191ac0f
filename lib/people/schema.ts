import { z } from 'zod';
import { email } from '../accounts/schema';
import { line, optionalLine } from '../texts/schema';

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

export const changeRolesInput = z.object({ staffMemberId: z.uuid(), roles });
export const staffMemberInput = z.object({ staffMemberId: z.uuid() });
export const partnerInput = z.object({ partnerId: z.uuid() });

export const assignCareTeamInput = z.object({
  coupleId: z.uuid(),
  staffMemberId: z.uuid('Choose a person.'),
  part: z.enum(['primary', 'coTherapist', 'supervisor', 'cover'], 'Choose a part.'),
});
export const endCareTeamInput = z.object({ coupleId: z.uuid(), careTeamMemberId: z.uuid() });

/** An invitation, and the page of the person it is for. */
export const invitationOfPersonInput = z.object({
  invitationId: z.uuid(),
  kind: z.enum(['staff', 'partners']),
  personId: z.uuid(),
});

/** Whether a key pressed by itself does something for oneself. */
export const changeKeysInput = z.object({ singleKeys: z.enum(['on', 'off'], 'Choose on or off.') });
export type ChangeKeysInput = z.infer<typeof changeKeysInput>;
