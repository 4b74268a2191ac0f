/** How work with a couple ends on the stage. */
import 'server-only';
import { readCouple } from '@/lib/couples/read-couple';
import { endSharedWork } from '@/lib/endings/end-shared-work';
import { endWork } from '@/lib/endings/end-work';
import { endSharedWorkInput, endWorkInput } from '@/lib/endings/schema';
import { dayAfter } from '@/lib/format/dates';
import { closeSharedWork } from '@/lib/people/close-shared-work';
import type { InTreatment } from './in-treatment';
import { STAFF } from './people';

/** With a reason and a closing summary. */
export const ends = (couple: InTreatment, written: { reason: string; words: string; summary: string }) => () =>
  couple.stage.cast.as(couple.therapist, (tx) =>
    endWork(tx, endWorkInput.parse({ coupleId: couple.coupleId, ...written })),
  );

/** What is shared, from the next turn, agreed with one of them (rule 13). */
export const endsShared = (couple: InTreatment, place: number) => () =>
  couple.stage.cast.as(couple.therapist, async (tx) => {
    const { today } = await readCouple(tx, couple.coupleId);
    const input = endSharedWorkInput.parse({
      coupleId: couple.coupleId,
      agreedWith: couple.partnerId(place),
      effectiveOn: dayAfter(today),
      isSecured: 'yes',
    });
    return endSharedWork(tx, input);
  });

/** What is shared, from the next turn, by the practice admin: nobody of the care team could be reached (rule 13). */
export const closedByPractice = (couple: InTreatment) => () =>
  couple.stage.cast.as(STAFF.admin.email, (tx) =>
    closeSharedWork(tx, { coupleId: couple.coupleId, isUnreachable: 'yes' }),
  );
