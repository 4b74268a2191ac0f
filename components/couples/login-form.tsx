import { LoginFields } from '@/components/couples/partner-fields';
import { FormFrame } from '@/components/ui/form/form-frame';
import { Section } from '@/components/ui/page-parts';
import type { FormAction } from '@/lib/action-state';

type LoginFormProps = {
  action: FormAction;
  formKey: string;
  coupleId: string;
  partner: { id: string; email: string | null; userName: string | null };
};

/** What someone who has no account yet will sign in with. */
export function LoginForm({ action, formKey, coupleId, partner }: LoginFormProps) {
  return (
    <Section heading="Sign-in" lead="Until they have an account this can change. An open invitation ends when it does.">
      <FormFrame
        action={action}
        formKey={formKey}
        hidden={{ coupleId, partnerId: partner.id }}
        submit="Change the sign-in"
        submitVariant="secondary"
        label="Sign-in"
      >
        <LoginFields email={partner.email} hasUserName={partner.userName !== null} />
      </FormFrame>
    </Section>
  );
}
