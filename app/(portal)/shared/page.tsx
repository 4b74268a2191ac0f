import { randomUUID } from 'node:crypto';
import { takeBackMyWords } from '@/app/(portal)/actions';
import { onceAgreed, Portal } from '@/app/frames/portal';
import { OwnWords } from '@/components/portal/own-words';
import { PlainLinkButton } from '@/components/ui/plain-link';
import { openMyDay } from '@/lib/my-day/open-my-day';
import { page } from '@/lib/page';
import { listOwnWords } from '@/lib/shared-words/list-own';

export default page({
  door: 'portal',
  read: async (tx) => {
    const { day, keyring } = await openMyDay(tx);
    const words = await listOwnWords(tx, keyring);
    return { day, words: words.map((one) => ({ ...one, formKey: randomUUID() })) };
  },
  view: (seen) =>
    onceAgreed(seen, ({ data: { day, words }, actor }) => (
      <Portal actor={actor} back={{ href: '/home' }}>
        <h1>What I have shared</h1>
        {words.length === 0 ? (
          <>
            <p>Nothing at the moment. What you share with your partner stands here for 14 days, then it leaves.</p>
            <PlainLinkButton href="/write">Write something</PlainLinkButton>
          </>
        ) : (
          <>
            <p>
              Shared words leave after 14 days, as all of them do. What you gave to your therapist is not shown here.
            </p>
            {words.map((one) => (
              <OwnWords key={one.id} words={one} today={day.day} takeBack={takeBackMyWords} />
            ))}
          </>
        )}
      </Portal>
    )),
});
