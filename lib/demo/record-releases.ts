/** A release of one partner's record on the stage: authorized on paper, a joint note without a passage, read and let out. */
import 'server-only';
import { authorizeRelease, makeRelease } from '@/lib/record-releases/make-release';
import { decideNote } from '@/lib/record-releases/decide-note';
import { disclose } from '@/lib/record-releases/disclose';
import { readDocumentToRead, readRelease } from '@/lib/record-releases/read-releases';
import { makeReleaseInput } from '@/lib/record-releases/schema';
import type { InTreatment } from './in-treatment';
import { DEMO_PASSWORD } from './people';

type Released = {
  kinds: string[];
  asker: string;
  recipientName: string;
  recipientAddress: string;
  purpose: string;
  /** Days before today. */
  until: number;
  /** Why a passage of the last joint note is taken out. */
  reason: string;
};

export const releasesRecord =
  (couple: InTreatment, place: number, { until, reason, ...released }: Released) =>
  () =>
    couple.stage.cast.as(couple.therapist, async (tx) => {
      const { coupleId } = couple;
      const partnerId = couple.partnerId(place);
      const { releaseId } = await makeRelease(
        tx,
        makeReleaseInput.parse({
          ...released,
          coupleId,
          partnerId,
          askedBy: 'professional',
          untilOn: couple.stage.calendar.day(until),
        }),
      );
      const ids = { coupleId, partnerId, releaseId };
      const { open, jointNotes } = await readRelease(tx, ids);
      await authorizeRelease(tx, { ...ids, signerId: partnerId, kind: 'signed', on: open.today });
      const last = jointNotes.at(-1);
      if (last)
        await decideNote(tx, { ...ids, noteId: last.id, decision: 'passagesRemoved', removed: ['0.1'], reason });
      const { hash } = await readDocumentToRead(tx, ids);
      await disclose(tx, { ...ids, readHash: hash, password: DEMO_PASSWORD });
    });
