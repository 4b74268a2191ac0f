import { redirect } from 'next/navigation';
import { onceAgreed, Portal } from '@/app/frames/portal';
import { FormFrame } from '@/components/ui/form/form-frame';
import { SubmitButton } from '@/components/ui/form/submit-button';
import { NOT_LIVE } from '@/lib/format/partner-words';
import { readSendMeasurePage } from '@/lib/measures/mine/read-item-page';
import { page } from '@/lib/page';
import { sendMine } from '../../actions';

export default page({
  door: 'portal',
  read: (tx, { params }) => readSendMeasurePage(tx, params),
  view: (seen) =>
    onceAgreed(seen, ({ data: { givenId, isBegun, back }, actor, formKey }) => {
      if (!isBegun) redirect(back as never);
      return (
        <Portal actor={actor} back={{ href: back, label: 'Back to the questions' }}>
          <h1>Ready to send</h1>
          <p>Nothing has been sent yet. Your answers go to your therapist; your partner does not see them.</p>
          <p>After sending, they are not shown again here.</p>
          <FormFrame
            action={sendMine}
            formKey={formKey}
            hidden={{ givenId }}
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
