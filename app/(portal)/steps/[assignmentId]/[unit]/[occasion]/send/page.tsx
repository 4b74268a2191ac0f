import { redirect } from 'next/navigation';
import { sendMyAnswers } from '@/app/(portal)/actions';
import { onceAgreed, Portal } from '@/app/frames/portal';
import { SharedPreview } from '@/components/portal/shared-preview';
import { FormFrame } from '@/components/ui/form/form-frame';
import { SubmitButton } from '@/components/ui/form/submit-button';
import { readSendPage } from '@/lib/answers/read-question-page';
import { NOT_LIVE } from '@/lib/format/partner-words';
import { page } from '@/lib/page';

export default page({
  door: 'portal',
  read: (tx, { params }) => readSendPage(tx, params),
  view: (seen) =>
    onceAgreed(seen, ({ data: { unit, occasion, isDrafted, shared, back }, actor, formKey }) => {
      if (!isDrafted) redirect(back as never);
      const { assignmentId, unit: name } = unit;
      return (
        <Portal actor={actor} back={{ href: back, label: 'Back to the questions' }}>
          <h1>Ready to send</h1>
          <p>
            Nothing has been sent yet.{' '}
            {shared === null ? 'Your answers go to your therapist; your partner does not see them.' : null}
            {shared === null ? null : 'Your answers go to your therapist. Your partner sees only what stands here:'}
          </p>
          {shared === null ? null : <SharedPreview text={shared} />}
          <p>After sending, what went to your therapist is not shown again here.</p>
          <FormFrame
            action={sendMyAnswers}
            formKey={formKey}
            hidden={{ assignmentId, unit: name, occasion }}
            submit={
              <SubmitButton variant="primary" isWide>
                Send
              </SubmitButton>
            }
            label="Send"
          >
            <p className="text-sm text-ink-muted">{NOT_LIVE}</p>
          </FormFrame>
        </Portal>
      );
    }),
});
