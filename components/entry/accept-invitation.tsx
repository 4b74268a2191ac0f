import { FormFrame } from '@/components/ui/form/form-frame';
import { SelectField } from '@/components/ui/form/choice-fields';
import { TextField } from '@/components/ui/form/text-field';
import { PlainLink } from '@/components/ui/plain-link';
import type { FormAction } from '@/lib/action-state';
import { PLACE_WORDS } from '@/lib/format/places/place-words';
import { PARTNER_PASSWORD_LENGTH, STAFF_PASSWORD_LENGTH } from '@/lib/accounts/schema';

type InvitationFormProps = { action: FormAction; formKey: string; token: string };

const pathOf = (token: string) => `/i/${encodeURIComponent(token)}`;

/** One form for everyone: a link alone must not tell whose it is. */
export function AcceptInvitation({ action, formKey, token }: InvitationFormProps) {
  return (
    <>
      <FormFrame action={action} formKey={formKey} hidden={{ token }} submit="Continue" label="Welcome">
        <CodeField />
        <TextField
          name="password"
          label="Password"
          description={`At least ${PARTNER_PASSWORD_LENGTH} characters, or ${STAFF_PASSWORD_LENGTH} if you work here; a few words in a row are easy to remember.`}
          type="password"
          autoComplete="new-password"
        />
        <TextField name="passwordAgain" label="Password again" type="password" autoComplete="new-password" />
      </FormFrame>
      <PlainLink href={`${pathOf(token)}/account`} isAlone>
        I already have an account here
      </PlainLink>
    </>
  );
}

/** The same with an account that is there: what opens it, and nothing that tells whether there is one. */
export function JoinInvitation({ action, formKey, token }: InvitationFormProps) {
  return (
    <>
      <FormFrame action={action} formKey={formKey} hidden={{ token }} submit="Continue" label="With your account">
        <CodeField />
        <TextField
          name="login"
          label="E-mail or user name"
          description="What you sign in with already."
          inputMode="email"
          autoComplete="username"
          maxLength={254}
        />
        <TextField name="password" label="Password" type="password" autoComplete="current-password" />
        <TextField
          name="stepCode"
          label="Second step"
          description="If one is asked of you at the sign-in: six digits from your app, or a recovery code. A passkey can’t be used here."
          isOptional
          autoComplete="one-time-code"
          width="code"
          maxLength={20}
        />
        <SelectField
          name="word"
          label="A word for this place"
          description="You will be asked where to go when you sign in. A word tells one place from another, to you alone."
          isOptional
          placeholder="None"
          options={PLACE_WORDS.map((word) => ({ value: word, label: word }))}
        />
      </FormFrame>
      <PlainLink href={pathOf(token)} isAlone>
        Choose a new password instead
      </PlainLink>
    </>
  );
}

function CodeField() {
  return (
    <TextField
      name="code"
      label="Code"
      description="Six characters, if you were given a code."
      isOptional
      width="code"
      autoComplete="off"
      maxLength={20}
    />
  );
}
