import { Clinic } from '@/app/frames/clinic';
import { InviteStaff } from '@/components/people/invite-staff';
import { page } from '@/lib/page';
import { requireAdmin } from '@/lib/people/admin';
import { rolesToGive } from '@/lib/people/read-people';
import { invite } from '../actions';

export default page({
  door: 'clinic',
  read: async (tx) => {
    requireAdmin(tx);
    return { roles: rolesToGive() };
  },
  view: ({ data, actor, formKey }) => (
    <Clinic actor={actor} formKey={formKey} current="people" title="Invite someone">
      <InviteStaff action={invite} formKey={formKey} roles={data.roles} />
    </Clinic>
  ),
});
