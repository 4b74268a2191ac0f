// One's own yes or no to another confidentiality policy, given alone.
import { redirect } from 'next/navigation';
import { answerMyProposal } from '@/app/(portal)/actions';
import { onceAgreed, Portal } from '@/app/frames/portal';
import { PolicyQuestion } from '@/components/portal/policy-question';
import { justMyDay } from '@/lib/my-day/open-my-day';
import { page } from '@/lib/page';

export default page({
  door: 'portal',
  ...justMyDay,
  view: (seen) =>
    onceAgreed(seen, ({ data: { day }, actor, formKey }) => {
      if (!day.proposal) redirect('/home');
      return (
        <Portal actor={actor} back={{ href: '/home' }}>
          <PolicyQuestion
            policy={day.policy}
            proposal={day.proposal}
            today={day.day}
            action={answerMyProposal}
            formKey={formKey}
          />
        </Portal>
      );
    }),
});
