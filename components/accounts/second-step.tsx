import { OwnerFields } from '@/components/accounts/owner-fields';
import { Passkeys } from '@/components/accounts/passkeys';
import { RecoveryCodes } from '@/components/accounts/recovery-codes';
import { Disclosure } from '@/components/ui/disclosure';
import { FormFrame } from '@/components/ui/form/form-frame';
import { TextField } from '@/components/ui/form/text-field';
import type { SecondStepView } from '@/lib/accounts/factors/read-second-step';
import type { FormAction } from '@/lib/action-state';

type SecondStepProps = {
  view: SecondStepView;
  actions: Record<'addPasskey' | 'removePasskey' | 'turnOn' | 'turnOff' | 'renew' | 'putAway', FormAction>;
};

/** Passkeys, an authenticator app and recovery codes: set up, looked at once, renewed, taken away. */
export function SecondStep({ view, actions }: SecondStepProps) {
  const { has, codes, codesLeft, formKeys } = view;
  const hasAny = has.app || has.passkey;
  return (
    <>
      {codes ? <NewCodes codes={codes} action={actions.putAway} formKey={formKeys.away} /> : null}
      <Passkeys view={view} add={actions.addPasskey} remove={actions.removePasskey} />
      <section className="settings-part" aria-labelledby="app">
        <h2 id="app">Authenticator app</h2>
        {has.app ? (
          <>
            <p>It is set up: a code from it does after your password.</p>
            <Disclosure summary="Set up another app in its place">
              <Offer view={view} action={actions.turnOn} />
            </Disclosure>
            {view.isLastWanted ? (
              <p className="text-sm text-ink-muted">{LAST_STAYS}</p>
            ) : (
              <Disclosure summary="Take the app away">
                <FormFrame
                  action={actions.turnOff}
                  formKey={formKeys.appAway}
                  submit="Take it away"
                  submitVariant="danger"
                  label="Take the app away"
                >
                  <p>Every other device is signed out.</p>
                  <OwnerFields has={has} />
                </FormFrame>
              </Disclosure>
            )}
          </>
        ) : has.passkey ? (
          <>
            <p>Codes from an app on your phone, for when no passkey is at hand.</p>
            <Disclosure summary="Set up an app too">
              <Offer view={view} action={actions.turnOn} />
            </Disclosure>
          </>
        ) : (
          <Offer view={view} action={actions.turnOn} />
        )}
      </section>
      {hasAny ? <RecoveryCodes has={has} left={codesLeft} renew={actions.renew} formKey={formKeys.codes} /> : null}
    </>
  );
}

export const LAST_STAYS = 'A second step is asked of your account, so the last one stays.';

/** The first app, or another in the place of the one that is there. */
function Offer({ view, action }: { view: SecondStepView; action: FormAction }) {
  const { has, formKeys } = view;
  const { key, qr } = view.offer;
  const hasAny = has.app || has.passkey;
  return (
    <FormFrame
      action={action}
      formKey={formKeys.app}
      submit={has.app ? 'Put it in its place' : 'Turn it on'}
      submitVariant={hasAny || !view.addsPasskeys ? 'primary' : 'secondary'}
      label="Authenticator app"
    >
      <p>Scan this with an authenticator app on your phone, or type the key into it. Then write the code it shows.</p>
      {/* Black on white in every theme, with the margin that scanners need. */}
      <svg
        className="qr"
        role="img"
        aria-label="The key as a picture to scan"
        viewBox={`-4 -4 ${qr.size + 8} ${qr.size + 8}`}
      >
        <rect x={-4} y={-4} width={qr.size + 8} height={qr.size + 8} fill="#fff" />
        <path d={qr.path} fill="#000" />
      </svg>
      <p>
        Key: <code className="qr__key">{key}</code>
      </p>
      <TextField
        name="code"
        label={has.app ? 'Code from the new app' : 'Code from the app'}
        description="Six digits."
        inputMode="numeric"
        autoComplete="one-time-code"
        width="code"
        maxLength={10}
      />
      <OwnerFields has={has} sendsForm={false} />
    </FormFrame>
  );
}

function NewCodes({ codes, action, formKey }: { codes: string[]; action: FormAction; formKey: string }) {
  return (
    <section className="settings-part" aria-labelledby="new-codes">
      <h2 id="new-codes">Your recovery codes</h2>
      <p>
        Write these down now and keep them where nobody else looks. Each gets you in once if all else is lost. They are
        shown for ten minutes, and never again.
      </p>
      <ul className="recovery-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <FormFrame action={action} formKey={formKey} submit="I have written them down" label="Your recovery codes">
        {null}
      </FormFrame>
    </section>
  );
}
