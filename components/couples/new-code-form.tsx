import { FormFrame } from '@/components/ui/form/form-frame';
import { LinkButton } from '@/components/ui/link';
import type { FormAction } from '@/lib/action-state';

type NewCodeFormProps = {
  action: FormAction;
  formKey: string;
  coupleId: string;
  partner: { id: string; name: string };
};

/** What happens, before it does: it can't be taken back, because the old password never works again. */
export function NewCodeForm({ action, formKey, coupleId, partner }: NewCodeFormProps) {
  return (
    <FormFrame
      action={action}
      formKey={formKey}
      hidden={{ coupleId, partnerId: partner.id }}
      submit="End access and make a new code"
      submitVariant="danger"
      label="New code"
      beside={
        <LinkButton href={`/couples/${coupleId}/people`} variant="quiet">
          Cancel
        </LinkButton>
      }
    >
      <ul className="flex max-w-measure list-disc flex-col gap-2 ps-5">
        <li>Every device that is signed in to this account is out at once.</li>
        <li>The password no longer works, and can’t be used again.</li>
        <li>
          A new link and a new code are made. Hand them over in the way that is safe for {partner.name}; best when you
          are alone with them. They choose a new password.
        </li>
        <li>
          Nobody is told, and no mail goes out. Whoever tries the old password reads that e-mail and password don’t fit
          together, as for any wrong password.
        </li>
        <li>Plan, answers and appointments stay as they are, and the other’s page does not change.</li>
      </ul>
    </FormFrame>
  );
}
