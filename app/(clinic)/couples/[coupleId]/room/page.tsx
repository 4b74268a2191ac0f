import { Clinic } from '@/app/frames/clinic';
import { RoomView } from '@/components/plan/room-view';
import { page } from '@/lib/page';
import { readRoom } from '@/lib/room/read-room';
import { prepare } from '../actions';

export default page({
  door: 'clinic',
  read: (tx, { params, search }) => readRoom(tx, params.coupleId, search),
  view: ({ data, actor, formKey }) => (
    <Clinic actor={actor} formKey={formKey} current="caseload" title="Room view">
      <RoomView room={data} action={prepare} formKey={formKey} />
    </Clinic>
  ),
});
