import { randomUUID } from 'node:crypto';
import { keepTheirWords, takeBackMyWords } from '@/app/(portal)/actions';
import { onceAgreed, Portal } from '@/app/frames/portal';
import { WordsToKeep } from '@/components/portal/arrived-words';
import { OwnWords } from '@/components/portal/own-words';
import { PlainLinkButton } from '@/components/ui/plain-link';
import { openMyDay } from '@/lib/my-day/open-my-day';
import { page } from '@/lib/page';
import { listArrivedWords, listOwnWords } from '@/lib/shared-words/list-own';

export default page({
  door: 'portal',
  read: async (tx) => {
    const { day, keyring } = await openMyDay(tx);
    const words = await listOwnWords(tx, keyring);
    const arrived = await listArrivedWords(tx, day);
    const withKey = <W extends object>(one: W) => ({ ...one, formKey: randomUUID() });
    return { day, words: words.map(withKey), arrived: arrived.map(withKey) };
  },
  view: (seen) =>
    onceAgreed(seen, ({ data: { day, words, arrived }, actor }) => (
      <Portal actor={actor} back={{ href: '/home' }}>
        <h1>What I have shared</h1>
        {words.length === 0 ? (
          <>
            <p>Nothing at the moment. What you share with your partner stands here for 14 days.</p>
            <PlainLinkButton href="/write">Write something</PlainLinkButton>
          </>
        ) : (
          <>
            <p>
              Shared words leave this page after 14 days, as all of them do. What you gave to your therapist is not
              shown here.
            </p>
            {words.map((one) => (
              <OwnWords key={one.id} words={one} today={day.day} takeBack={takeBackMyWords} />
            ))}
          </>
        )}
        {arrived.length > 0 ? (
          <section className="settings-part" aria-labelledby="arrived">
            <h2 id="arrived">Your partner shared</h2>
            <p>They leave after 14 days unless you keep them. Your partner is not told whether you do.</p>
            {arrived.map((one) => (
              <WordsToKeep key={one.id} words={one} today={day.day} keep={keepTheirWords} />
            ))}
          </section>
        ) : null}
      </Portal>
    )),
});
