import { redirect } from 'next/navigation';
import { shareMyWords } from '@/app/(portal)/actions';
import { onceAgreed, Portal } from '@/app/frames/portal';
import { SharedPreview } from '@/components/portal/shared-preview';
import { FormFrame } from '@/components/ui/form/form-frame';
import { SubmitButton } from '@/components/ui/form/submit-button';
import { PlainLinkButton } from '@/components/ui/plain-link';
import { page } from '@/lib/page';
import { readWritePage } from '@/lib/reflections/read-write-page';

export default page({
  door: 'portal',
  read: (tx) => readWritePage(tx, 'shared'),
  view: (seen) =>
    onceAgreed(seen, ({ data: { day, text, isOffered }, actor, formKey }) => {
      if (text === '' || isOffered || day.isSharedOver) redirect('/write/shared');
      return (
        <Portal actor={actor} back={{ href: '/write/shared' }}>
          <h1>This is what arrives</h1>
          <SharedPreview text={text} />
          <FormFrame
            action={shareMyWords}
            formKey={formKey}
            label="Share"
            submit={
              <div className="pair">
                <SubmitButton variant="primary">Share it</SubmitButton>
                <PlainLinkButton href="/write/shared">Change it</PlainLinkButton>
              </div>
            }
          >
            {null}
          </FormFrame>
        </Portal>
      );
    }),
});
