import { FormFrame } from '@/components/ui/form/form-frame';
import { SubmitButton } from '@/components/ui/form/submit-button';
import { PlainLinkButton } from '@/components/ui/plain-link';
import type { FormAction } from '@/lib/action-state';

type NewDevicesProps = { devices: { device: string; on: string }[]; end: FormAction; formKey: string };

/** What was new since one was here on another device. */
export function NewDevices({ devices, end, formKey }: NewDevicesProps) {
  return (
    <>
      <p>Someone signed in to your account for the first time with:</p>
      <ul className="link-list">
        {devices.map(({ device, on }) => (
          <li key={device + on}>
            <span className="font-semibold">{device}</span>
            <span className="text-sm text-ink-muted">{on}</span>
          </li>
        ))}
      </ul>
      <p>
        If that was you, there is nothing to do. If not, sign out all other devices, change your password in Settings,
        and tell your therapist in the way you agreed is safe.
      </p>
      <FormFrame
        action={end}
        formKey={formKey}
        label="Sign out all others"
        submit={
          <div className="pair">
            <PlainLinkButton variant="primary" href="/home">
              That was me
            </PlainLinkButton>
            <SubmitButton variant="secondary">Sign out all others</SubmitButton>
          </div>
        }
      >
        {null}
      </FormFrame>
      <p className="text-sm text-ink-muted">This is said once.</p>
    </>
  );
}
