import { OwnerFields } from '@/components/accounts/owner-fields';
import { Disclosure } from '@/components/ui/disclosure';
import { FormFrame } from '@/components/ui/form/form-frame';
import { PasskeyButton } from '@/components/ui/form/passkey-button';
import { TextField } from '@/components/ui/form/text-field';
import type { PasskeyLine, SecondStepView } from '@/lib/accounts/factors/read-second-step';
import { LONGEST_PASSKEY_NAME } from '@/lib/accounts/schema';
import type { FormAction } from '@/lib/action-state';

type PasskeysProps = { view: SecondStepView; add: FormAction; remove: FormAction };

/** One's own, each by its name and days, and one more. To make one takes a script; to take one away does not. */
export function Passkeys({ view, add, remove }: PasskeysProps) {
  const { has, passkeys, addsPasskeys } = view;
  if (!has.passkey && !addsPasskeys) return null;
  return (
    <section className={has.passkey ? 'settings-part' : 'settings-part needs-script'} aria-labelledby="passkeys">
      <h2 id="passkeys">Passkeys</h2>
      <p>
        A passkey is kept by your phone, computer or security key, and opened as you unlock that: by a touch, a look or
        a PIN. Nobody can read it over your shoulder or ask you for it.
      </p>
      {has.passkey ? (
        <ul className="link-list" aria-label="Passkeys">
          {passkeys.map((passkey) => (
            <Line key={passkey.id} passkey={passkey} view={view} remove={remove} />
          ))}
        </ul>
      ) : null}
      {addsPasskeys ? (
        <div className="needs-script mt-2">
          {has.passkey ? (
            <Disclosure summary="Add another passkey">
              <Add view={view} action={add} />
            </Disclosure>
          ) : (
            <Add view={view} action={add} />
          )}
        </div>
      ) : null}
    </section>
  );
}

function Add({ view: { has, formKeys }, action }: { view: SecondStepView; action: FormAction }) {
  return (
    <FormFrame
      action={action}
      formKey={formKeys.passkey}
      submit={
        <PasskeyButton purpose="add" name="newPasskey" variant="primary">
          Add a passkey
        </PasskeyButton>
      }
      label="Add a passkey"
    >
      <TextField
        name="name"
        label="Name"
        description="To know it again by, such as the device it is on."
        autoComplete="off"
        maxLength={LONGEST_PASSKEY_NAME}
      />
      <OwnerFields has={has} sendsForm={false} />
    </FormFrame>
  );
}

type LineProps = { passkey: PasskeyLine; view: SecondStepView; remove: FormAction };

function Line({ passkey: { id, name, days, formKey }, view, remove }: LineProps) {
  return (
    <li>
      <span className="font-semibold">{name}</span>
      <span className="text-sm text-ink-muted">{days}</span>
      {view.isLastWanted ? (
        <span className="text-sm text-ink-muted">
          A second step is asked of your account, so the last one stays. Add another, then take this one away.
        </span>
      ) : (
        <Disclosure summary="Take it away">
          <FormFrame
            action={remove}
            formKey={formKey}
            hidden={{ passkeyId: id }}
            submit="Take it away"
            submitVariant="danger"
            label={`Take ${name} away`}
          >
            <p>
              It opens nothing here any more, and every other device is signed out. Your device may still list it:
              delete it there too.
            </p>
            <OwnerFields has={view.has} />
          </FormFrame>
        </Disclosure>
      )}
    </li>
  );
}
