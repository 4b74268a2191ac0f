import { Clinic } from '@/app/frames/clinic';
import { StaffMember } from '@/components/people/staff-member';
import { page } from '@/lib/page';
import { readStaffPage } from '@/lib/people/read-people';
import {
  endStaff,
  endSupervising,
  reopenStaff,
  resend,
  revoke,
  saveRoles,
  superviseStaff,
  takeFactorsAway,
} from '../../actions';

export default page({
  door: 'clinic',
  read: (tx, { params }) => readStaffPage(tx, params.staffMemberId ?? ''),
  view: ({ data, actor, formKey }) => (
    <Clinic actor={actor} formKey={formKey} current="people" title="Staff member">
      <StaffMember
        {...data}
        zone={actor.timeZone}
        formKey={formKey}
        actions={{
          saveRoles,
          takeFactorsAway,
          end: endStaff,
          reopen: reopenStaff,
          resend,
          revoke,
          supervise: superviseStaff,
          endSupervising,
        }}
      />
    </Clinic>
  ),
});
