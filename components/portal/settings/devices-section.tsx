import { FormFrame } from '@/components/ui/form/form-frame';
import type { FormAction } from '@/lib/action-state';
import type { DeviceLine } from '@/lib/my-settings/read-settings';

type DevicesSectionProps = { action: FormAction; formKey: string; devices: DeviceLine[] };

/** One's own devices by kind, with their first and last day; the present one first. */
export function DevicesSection({ action, formKey, devices }: DevicesSectionProps) {
  const areOthersIn = devices.some(({ isElsewhere }) => isElsewhere);
  return (
    <section className="settings-part" aria-labelledby="devices">
      <h2 id="devices">Devices</h2>
      <p>
        Where you signed in during the last 30 days. If one is not yours, sign it out, change your password below, and
        tell your therapist.
      </p>
      <ul className="link-list">
        {devices.map(({ device, days, isThis, isElsewhere, formKey: own }) => (
          <li key={device}>
            <span className="font-semibold">{device}</span>
            <span className="text-sm text-ink-muted">
              {isThis ? 'This device. ' : ''}
              {days}.{isElsewhere ? (isThis ? ' Another one like it is signed in.' : ' Signed in now.') : ''}
            </span>
            {isElsewhere ? (
              <FormFrame
                action={action}
                formKey={own}
                hidden={{ device }}
                submit={isThis ? 'Sign out the other' : 'Sign it out'}
                submitVariant="secondary"
                label={`Sign out ${device}`}
              >
                {null}
              </FormFrame>
            ) : null}
          </li>
        ))}
      </ul>
      {areOthersIn ? (
        <FormFrame
          action={action}
          formKey={formKey}
          submit="Sign out all others"
          submitVariant="secondary"
          label="Sign out all others"
        >
          {null}
        </FormFrame>
      ) : (
        <p className="text-sm text-ink-muted">No other device is signed in.</p>
      )}
    </section>
  );
}
