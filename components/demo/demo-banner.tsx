import { FormFrame } from '@/components/ui/form/form-frame';
import type { FormAction } from '@/lib/action-state';

/** Says that nothing here is real, and lets a visitor see what the turn brings without waiting for the night. */
export function DemoBanner({ action, formKey, clock }: { action: FormAction; formKey: string; clock: string }) {
  return (
    <aside className="demo-banner screen-only" aria-label="Demo">
      <p>
        Demo: everyone here is invented. It is {clock}. Steps open in the morning, and rest now and then: if one does,
        go on to another morning.
      </p>
      <FormFrame
        action={action}
        formKey={formKey}
        submit="Go to tomorrow morning"
        submitVariant="secondary"
        label="Demo clock"
      >
        {null}
      </FormFrame>
    </aside>
  );
}
