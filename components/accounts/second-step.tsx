import { Disclosure } from '@/components/ui/disclosure';
import { FormFrame } from '@/components/ui/form/form-frame';
import { TextField } from '@/components/ui/form/text-field';
import type { FormAction } from '@/lib/action-state';
import type { SecondStepView } from '@/lib/accounts/factors/read-second-step';

type SecondStepProps = {
  view: SecondStepView;
  actions: { turnOn: FormAction; turnOff: FormAction; renew: FormAction; putAway: FormAction };
};

/** An authenticator app and its recovery codes: set up, looked at once, renewed, taken away. */
export function SecondStep({ view, actions }: SecondStepProps) {
  const { offer, codes, codesLeft, formKeys } = view;
  return (
    <>
      {codes ? <Codes codes={codes} action={actions.putAway} formKey={formKeys.away} /> : null}
      <section className="settings-part" aria-labelledby="app">
        <h2 id="app">Authenticator app</h2>
        {offer ? (
          <Offer offer={offer} action={actions.turnOn} formKey={formKeys.app} />
        ) : (
          <>
            <p>It is set up. After your password, a code from the app is asked for.</p>
            <Disclosure summary="Take the app away, or set up another">
              <FormFrame
                action={actions.turnOff}
                formKey={formKeys.app}
                submit="Take it away"
                submitVariant="danger"
                label="Take the app away"
              >
                <p>Then you can set up another one here. Every other device is signed out.</p>
                <PasswordAndCode />
              </FormFrame>
            </Disclosure>
          </>
        )}
      </section>
      {offer && codesLeft === 0 ? null : (
        <section className="settings-part" aria-labelledby="codes">
          <h2 id="codes">Recovery codes</h2>
          <p>{leftInWords(codesLeft)} Each works once, in the place of the app.</p>
          <Disclosure summary="Make new recovery codes">
            <FormFrame
              action={actions.renew}
              formKey={formKeys.codes}
              submit="Make ten new codes"
              submitVariant="secondary"
              label="Make new recovery codes"
            >
              <p>Those you have stop working. Every other device is signed out.</p>
              <PasswordAndCode />
            </FormFrame>
          </Disclosure>
        </section>
      )}
    </>
  );
}

const leftInWords = (left: number) =>
  left === 10 ? 'All ten are left.' : left === 1 ? 'One of ten is left.' : `${left} of ten are left.`;

type OfferProps = { offer: NonNullable<SecondStepView['offer']>; action: FormAction; formKey: string };

function Offer({ offer: { key, qr }, action, formKey }: OfferProps) {
  return (
    <FormFrame action={action} formKey={formKey} submit="Turn it on" label="Authenticator app">
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
        label="Code from the app"
        description="Six digits."
        inputMode="numeric"
        autoComplete="one-time-code"
        width="code"
        maxLength={10}
      />
      <TextField name="password" label="Your password" type="password" autoComplete="current-password" />
    </FormFrame>
  );
}

function PasswordAndCode() {
  return (
    <>
      <TextField name="password" label="Your password" type="password" autoComplete="current-password" />
      <TextField
        name="code"
        label="Code"
        description="Six digits from the app, or a recovery code."
        autoComplete="one-time-code"
        width="code"
        maxLength={20}
      />
    </>
  );
}

function Codes({ codes, action, formKey }: { codes: string[]; action: FormAction; formKey: string }) {
  return (
    <section className="settings-part" aria-labelledby="new-codes">
      <h2 id="new-codes">Your recovery codes</h2>
      <p>
        Write these down now and keep them where nobody else looks. Each gets you in once if the app is lost. They are
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
