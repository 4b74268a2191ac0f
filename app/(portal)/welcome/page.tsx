// The first visit, and again when the policy has changed: what one's therapist sees, and one's own agreement.
import { redirect } from 'next/navigation';
import { agreeToPolicy } from '@/app/(portal)/actions';
import { Portal } from '@/app/frames/portal';
import { WelcomeText } from '@/components/portal/welcome-text';
import { FormFrame } from '@/components/ui/form/form-frame';
import { SubmitButton } from '@/components/ui/form/submit-button';
import { hasBackup } from '@/lib/my-day/has-backup';
import { readMyDay } from '@/lib/my-day/open-my-day';
import { page } from '@/lib/page';

export default page({
  door: 'portal',
  read: async (tx) => ({ day: await readMyDay(tx), hasBackup: await hasBackup(tx) }),
  view: ({ data: { day, hasBackup }, actor, formKey }) => {
    if (day.agreed === day.policy) redirect('/home');
    return (
      <Portal actor={actor}>
        <h1>{day.agreed ? 'Something has changed' : 'Before you start'}</h1>
        {day.agreed ? (
          <p>
            What your therapist may bring up together is different from what you agreed to. What you wrote before keeps
            what you agreed to then.
          </p>
        ) : null}
        <WelcomeText policy={day.policy} hasBackup={hasBackup} />
        <FormFrame
          action={agreeToPolicy}
          formKey={formKey}
          hidden={{ policy: day.policy }}
          label="Agree"
          submit={
            <SubmitButton variant="primary" isWide>
              I have read this and agree
            </SubmitButton>
          }
        >
          <p className="text-sm text-ink-muted">
            If something here is not right for you, close this page and talk with your therapist first.
          </p>
        </FormFrame>
      </Portal>
    );
  },
});
