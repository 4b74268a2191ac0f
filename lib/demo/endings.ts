/** How work with a couple ends on the stage. */
import 'server-only';
import { readCouple } from '@/lib/couples/read-couple';
import { endSharedWork } from '@/lib/endings/end-shared-work';
import { endWork } from '@/lib/endings/end-work';
import { endSharedWorkInput, endWorkInput } from '@/lib/endings/schema';
import { dayAfter } from '@/lib/format/dates';
import type { InTreatment } from './in-treatment';

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
