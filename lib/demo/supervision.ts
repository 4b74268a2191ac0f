/** Sunny supervises Toni: most notes approved and co-signed, one given back, two still waiting. */
import 'server-only';
import { listStaff } from '@/db/queries/accounts/people';
import { approveNote, returnNote } from '@/lib/supervision/review-note';
import { readQueue } from '@/lib/supervision/read-queue';
import { setSupervision } from '@/lib/supervision/supervisions';
import { commentAsSupervisor } from '@/lib/supervision/threads';
import type { Cast } from './cast';
import { DEMO_PASSWORD, STAFF } from './people';
import { type Moment, moment } from './stage';

export function supervision(cast: Cast): Moment[] {
  const { admin, supervisor, third } = STAFF;
  const waiting = async () => {
    const { joint, individual } = await cast.as(supervisor.email, (tx) => readQueue(tx));
    return [...joint.waiting, ...individual.waiting].map(({ noteId }) => noteId);
  };
  const approves = async () => {
    for (const noteId of await waiting())
      await cast.as(supervisor.email, (tx) => approveNote(tx, { noteId, password: DEMO_PASSWORD }));
  };
  const says = async () => {
    for (const noteId of await waiting())
      await cast.as(supervisor.email, (tx) =>
        commentAsSupervisor(tx, { noteId, text: 'Clear and short. Keep naming what each of them did.' }),
      );
  };
  const returns = async () => {
    for (const noteId of await waiting())
      await cast.as(supervisor.email, (tx) =>
        returnNote(tx, {
          noteId,
          text: 'The plan says what, not who begins. Please add it, and leave the sister’s name out.',
        }),
      );
  };
  return [
    moment(52, '08:10', () =>
      cast.as(admin.email, async (tx) => {
        const idOf = async (email: string) => (await listStaff(tx)).find((one) => one.email === email)!.id;
        return setSupervision(tx, {
          superviseeId: await idOf(third.email),
          supervisorId: await idOf(supervisor.email),
          maySee: true,
          mustApprove: true,
          mustCoSign: true,
        });
      }),
    ),
    ...[50, 43, 36, 29].map((ago) => moment(ago, '12:30', approves)),
    moment(22, '12:30', says, approves),
    moment(15, '12:30', returns),
  ];
}
