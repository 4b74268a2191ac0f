import { Disclosure } from '@/components/ui/disclosure';
import { FormFrame } from '@/components/ui/form/form-frame';
import { Section } from '@/components/ui/page-parts';
import type { FormAction } from '@/lib/action-state';

type AccountAccessProps = {
  isDeactivated: boolean;
  hidden: Record<string, string>;
  formKey: string;
  end: FormAction;
  reopen: FormAction;
  /** What deactivating does, in a sentence or two. */
  consequence: string;
};

/** Ends or reopens a person's access; ending stands behind one press and says what it does. */
export function AccountAccess({ isDeactivated, hidden, formKey, end, reopen, consequence }: AccountAccessProps) {
  return (
    <Section heading="Access">
      {isDeactivated ? (
        <FormFrame
          action={reopen}
          formKey={formKey}
          hidden={hidden}
          submit="Reactivate"
          submitVariant="secondary"
          label="Reactivate"
        >
          <p className="text-ink-muted">This person can’t sign in. What they wrote is kept.</p>
        </FormFrame>
      ) : (
        <Disclosure summary="Deactivate this account">
          <FormFrame
            action={end}
            formKey={formKey}
            hidden={hidden}
            submit="Deactivate"
            submitVariant="danger"
            label="Deactivate"
          >
            <p>{consequence}</p>
          </FormFrame>
        </Disclosure>
      )}
    </Section>
  );
}
