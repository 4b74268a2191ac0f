// What is kept about oneself: who opened it, and how to get it.
import { FormFrame } from '@/components/ui/form/form-frame';
import type { FormAction } from '@/lib/action-state';

type AskProps = { action: FormAction; formKey: string };

/** By month and kind of person: no name, no time, and nothing of what concerns both or the other. */
export function OpeningsSection({
  action,
  formKey,
  openings,
}: AskProps & { openings: { month: string; who: string }[] }) {
  return (
    <section className="settings-part" aria-labelledby="openings">
      <h2 id="openings">Who opened my record</h2>
      <p>What concerns you alone, in the last 12 months.</p>
      {openings.length > 0 ? (
        <dl className="openings">
          {openings.map(({ month, who }) => (
            <div key={month}>
              <dt>{month}</dt>
              <dd>{who}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <p className="text-ink-muted">Nobody in that time.</p>
      )}
      <FormFrame
        action={action}
        formKey={formKey}
        hidden={{ kind: 'openings' }}
        submit="Ask for the exact list"
        submitVariant="secondary"
        label="Ask for the exact list"
      >
        <p className="text-sm text-ink-muted">
          Your therapist gives you the list with names and times in the way you agreed is safe.
        </p>
      </FormFrame>
    </section>
  );
}

/** Nothing is downloaded here: a file on a phone can be found. */
export function DataSection({ action, formKey }: AskProps) {
  return (
    <section className="settings-part" aria-labelledby="data">
      <h2 id="data">My data</h2>
      <FormFrame
        action={action}
        formKey={formKey}
        hidden={{ kind: 'data' }}
        submit="Ask for my data"
        submitVariant="secondary"
        label="Ask for my data"
      >
        <p>
          Your therapist sees on the next working day that you ask, and gives you what is kept about you in the way you
          agreed is safe, within 30 days. No file comes to this device and no mail is sent. That you asked is not shown
          here again.
        </p>
      </FormFrame>
    </section>
  );
}
