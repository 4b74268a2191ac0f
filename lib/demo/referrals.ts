/** A referral of one partner on the stage: made, its release signed on that partner's own phone, its letter printed. */
import 'server-only';
import { openMyDay } from '@/lib/my-day/open-my-day';
import { answerPaper } from '@/lib/papers/answer-paper';
import { openPapers } from '@/lib/papers/open-papers';
import { readPapers } from '@/lib/papers/read-papers';
import { askRelease } from '@/lib/referrals/ask-release';
import { makeReferral } from '@/lib/referrals/make-referral';
import { printLetter } from '@/lib/referrals/print-letter';
import { askReleaseInput, makeReferralInput } from '@/lib/referrals/schema';
import type { InTreatment } from './in-treatment';
import { DEMO_PASSWORD } from './people';

type Referred = {
  profession: string;
  toName: string;
  toAddress: string;
  reason: string;
  /** Days before today. */
  due: number;
  tells: string;
  until: number;
};

/** Made and asked for at once. */
export const refers =
  (couple: InTreatment, place: number, { tells, until, due, ...referred }: Referred) =>
  async () => {
    const { cast, calendar } = couple.stage;
    const { coupleId } = couple;
    const partnerId = couple.partnerId(place);
    const input = makeReferralInput.parse({ ...referred, coupleId, partnerId, dueOn: calendar.day(due) });
    await cast.as(couple.therapist, async (tx) => {
      const { redirectTo } = await makeReferral(tx, input);
      const referralId = redirectTo!.split('/').at(-1)!;
      await askRelease(tx, askReleaseInput.parse({ coupleId, referralId, tells, untilOn: calendar.day(until) }));
      couple.referrals.set(partnerId, referralId);
    });
  };

export const signsPaper = (couple: InTreatment, place: number) => () =>
  couple.stage.cast.as(couple.partners[place]!.email, async (tx) => {
    await openPapers(tx, { password: DEMO_PASSWORD });
    const [paper] = (await readPapers(tx, (await openMyDay(tx)).keyring)) ?? [];
    await answerPaper(tx, { id: paper!.id, answer: 'signed' });
  });

export const printsLetter = (couple: InTreatment, place: number) => () =>
  couple.stage.cast.as(couple.therapist, (tx) =>
    printLetter(tx, { coupleId: couple.coupleId, referralId: couple.referrals.get(couple.partnerId(place))! }),
  );
