import { FormFrame } from '@/components/ui/form/form-frame';
import { SubmitButton } from '@/components/ui/form/submit-button';
import type { FormAction } from '@/lib/action-state';

/** After a new sign-in a draft does not come back by itself: its owner says so. */
export function OfferedDraft({
  action,
  formKey,
  hidden,
}: {
  action: FormAction;
  formKey: string;
  hidden: Record<string, string>;
}) {
  return (
    <FormFrame
      action={action}
      formKey={formKey}
      hidden={hidden}
      submit={
        <div className="pair">
          <SubmitButton variant="secondary" name="choice" value="continue">
            Go on with it
          </SubmitButton>
          <SubmitButton variant="secondary" name="choice" value="again">
            Begin again
          </SubmitButton>
        </div>
      }
    >
      <p>You began this before you signed in and have not sent it. Begin again removes what was there.</p>
    </FormFrame>
  );
}
