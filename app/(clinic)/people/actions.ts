'use server';

import { stepUp } from '@/lib/accounts/factors/step-up';
import { action } from '@/lib/action';
import { resendInvitation } from '@/lib/invitations/resend-invitation';
import { revokeInvitation } from '@/lib/invitations/revoke-invitation';
import { assignCareTeam, endCareTeam } from '@/lib/people/care-team';
import { changeRoles } from '@/lib/people/change-roles';
import { closeSharedWork } from '@/lib/people/close-shared-work';
import { deactivatePartner, reactivatePartner } from '@/lib/people/deactivate-partner';
import { deactivateStaff, reactivateStaff } from '@/lib/people/deactivate-staff';
import { handOver } from '@/lib/people/hand-over';
import { inviteStaff } from '@/lib/people/invite-staff';
import { removeFactors } from '@/lib/people/remove-factors';
import {
  assignCareTeamInput,
  changeRolesInput,
  closeSharedWorkInput,
  endCareTeamInput,
  handOverInput,
  invitationOfPersonInput,
  inviteStaffInput,
  partnerInput,
  removeFactorsInput,
  staffMemberInput,
} from '@/lib/people/schema';
import { endSupervisionInput, setSupervisionInput } from '@/lib/supervision/schema';
import { endSupervision, setSupervision } from '@/lib/supervision/supervisions';

// Each leads back to its own page, which then shows what has become of it.
export const invite = action('clinic', inviteStaffInput, inviteStaff);
export const resend = action('clinic', invitationOfPersonInput, async (tx, input) => ({
  ...(await resendInvitation(tx, input)),
  redirectTo: `/people/${input.kind}/${input.personId}`,
}));
export const revoke = action('clinic', invitationOfPersonInput, async (tx, input) => ({
  ...(await revokeInvitation(tx, input)),
  redirectTo: `/people/${input.kind}/${input.personId}`,
}));
export const saveRoles = action('clinic', changeRolesInput, async (tx, { password, passkey, ...input }) => {
  await stepUp(tx, { password, passkey }, 'The roles were not changed.');
  return {
    ...(await changeRoles(tx, input)),
    redirectTo:
      input.roles.includes('practiceAdmin') || input.staffMemberId !== tx.actor.staffMemberId
        ? `/people/staff/${input.staffMemberId}`
        : '/',
  };
});
export const takeFactorsAway = action('clinic', removeFactorsInput, removeFactors);
export const endStaff = action('clinic', staffMemberInput, async (tx, input) => ({
  ...(await deactivateStaff(tx, input)),
  redirectTo: `/people/staff/${input.staffMemberId}`,
}));
export const handOverAndEnd = action('clinic', handOverInput, async (tx, input) => ({
  ...(await handOver(tx, input)),
  redirectTo: `/people/staff/${input.staffMemberId}`,
}));
export const reopenStaff = action('clinic', staffMemberInput, async (tx, input) => ({
  ...(await reactivateStaff(tx, input)),
  redirectTo: `/people/staff/${input.staffMemberId}`,
}));
export const endPartner = action('clinic', partnerInput, async (tx, input) => ({
  ...(await deactivatePartner(tx, input)),
  redirectTo: `/people/partners/${input.partnerId}`,
}));
export const reopenPartner = action('clinic', partnerInput, async (tx, input) => ({
  ...(await reactivatePartner(tx, input)),
  redirectTo: `/people/partners/${input.partnerId}`,
}));
export const assign = action('clinic', assignCareTeamInput, async (tx, input) => ({
  ...(await assignCareTeam(tx, input)),
  redirectTo: `/people/care-teams/${input.coupleId}`,
}));
export const end = action('clinic', endCareTeamInput, async (tx, input) => ({
  ...(await endCareTeam(tx, input)),
  redirectTo: `/people/care-teams/${input.coupleId}`,
}));
export const superviseStaff = action('clinic', setSupervisionInput, async (tx, input) => ({
  ...(await setSupervision(tx, input)),
  redirectTo: `/people/staff/${input.superviseeId}`,
}));
export const endSupervising = action('clinic', endSupervisionInput, async (tx, input) => ({
  ...(await endSupervision(tx, input)),
  redirectTo: `/people/staff/${input.superviseeId}`,
}));
export const closeShared = action('clinic', closeSharedWorkInput, closeSharedWork);
