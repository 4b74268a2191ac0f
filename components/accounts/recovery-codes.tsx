import { OwnerFields } from '@/components/accounts/owner-fields';
import { Disclosure } from '@/components/ui/disclosure';
import { FormFrame } from '@/components/ui/form/form-frame';
import type { FormAction } from '@/lib/action-state';

type RecoveryCodesProps = {
  has: { app: boolean; passkey: boolean };
  left: number;
  renew: FormAction;
  formKey: string;
};

/** How many are left, and ten others. */
export function RecoveryCodes({ has, left, renew, formKey }: RecoveryCodesProps) {
  return (
    <section className="settings-part" aria-labelledby="codes">
      <h2 id="codes">Recovery codes</h2>
      <p>{leftInWords(left)} Each works once, in the place of all else.</p>
      <Disclosure summary="Make new recovery codes">
        <FormFrame
          action={renew}
          formKey={formKey}
          submit="Make ten new codes"
          submitVariant="secondary"
          label="Make new recovery codes"
        >
          <p>Those you have stop working. Every other device is signed out.</p>
          <OwnerFields has={has} />
        </FormFrame>
      </Disclosure>
    </section>
  );
}

const leftInWords = (left: number) =>
  left === 0
    ? 'None is left.'
    : left === 10
      ? 'All ten are left.'
      : left === 1
        ? 'One of ten is left.'
        : `${left} of ten are left.`;
