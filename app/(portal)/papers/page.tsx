import { randomUUID } from 'node:crypto';
import { answerMyPaper, openMyPapers, putMyPapersAway } from '@/app/(portal)/actions';
import { onceAgreed, Portal } from '@/app/frames/portal';
import { LockedPapers, OpenPapers } from '@/components/portal/papers';
import { openMyDay } from '@/lib/my-day/open-my-day';
import { page } from '@/lib/page';
import { readPapers } from '@/lib/papers/read-papers';

export default page({
  door: 'portal',
  read: async (tx) => {
    const { day, keyring } = await openMyDay(tx);
    const papers = await readPapers(tx, keyring);
    return {
      day,
      papers: papers && papers.map((one) => ({ ...one, formKeys: { yes: randomUUID(), no: randomUUID() } })),
    };
  },
  view: (seen) =>
    onceAgreed(seen, ({ data: { papers }, actor, formKey }) => (
      <Portal actor={actor} back={{ href: '/support', label: 'Support' }}>
        <h1>Papers</h1>
        {papers ? (
          <OpenPapers papers={papers} answer={answerMyPaper} putAway={putMyPapersAway} formKey={formKey} />
        ) : (
          <LockedPapers action={openMyPapers} formKey={formKey} />
        )}
      </Portal>
    )),
});
