import { changePassword, endMySignIn, endOtherSignIns } from '@/app/(clinic)/settings/account/actions';
import { Clinic } from '@/app/frames/clinic';
import { PasswordForm } from '@/components/accounts/password-form';
import { SignInList } from '@/components/accounts/sign-in-list';
import { LinkButton } from '@/components/ui/link';
import { PageHeader, Section } from '@/components/ui/page-parts';
import { readAccount } from '@/lib/accounts/own/read-account';
import { STAFF_PASSWORD_LENGTH } from '@/lib/accounts/schema';
import { page } from '@/lib/page';

export default page({
  door: 'clinic',
  read: readAccount,
  view: ({ data: { signIns, hasFactor, formKeys }, actor, formKey }) => (
    <Clinic actor={actor} formKey={formKey} current="settings" title="Account">
      <PageHeader title="Account" lead="For you alone: how you sign in, and where you are signed in." />
      <div className="max-w-measure">
        <Section heading="Password">
          <PasswordForm
            action={changePassword}
            formKey={formKeys.password}
            least={STAFF_PASSWORD_LENGTH}
            forgotten="If you have forgotten it, the sign-in page sends you a mail with which you set a new one."
          />
        </Section>
        <Section heading="Second step" lead="A passkey or a code from an app, asked for after the password.">
          <p>
            <LinkButton href="/settings/account/second-step">{hasFactor ? 'Change it' : 'Set it up'}</LinkButton>
          </p>
        </Section>
        <Section heading="Who may see what" lead="Every rule about who opens and changes what, for each role.">
          <p>
            <LinkButton href="/settings/access">See the rules</LinkButton>
          </p>
        </Section>
        <Section
          heading="Sign-ins"
          id="sign-ins"
          lead="Yours of the last 90 days. If one is not yours, sign it out and change your password."
        >
          <SignInList signIns={signIns} end={endMySignIn} endAll={endOtherSignIns} formKey={formKeys.devices} />
        </Section>
      </div>
    </Clinic>
  ),
});
