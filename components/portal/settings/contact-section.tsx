import { FormFrame } from '@/components/ui/form/form-frame';
import { TextField } from '@/components/ui/form/text-field';
import type { FormAction } from '@/lib/action-state';
import { LONGEST_CONTACT } from '@/lib/my-settings/schema';

/** How to be reached, in one's own words. What was said before is not shown: someone else may look at this page. */
export function ContactSection({ action, formKey }: { action: FormAction; formKey: string }) {
  return (
    <section className="settings-part" aria-labelledby="contact">
      <h2 id="contact">How to reach you</h2>
      <FormFrame action={action} formKey={formKey} submit="Send" label="How to reach you">
        <TextField
          name="words"
          label="In your own words"
          description="For example: “Text, weekdays 9 to 12, no voicemail.” Without reasons: who makes appointments reads it too."
          maxLength={LONGEST_CONTACT}
          isPrivate
        />
        <p className="text-sm text-ink-muted">
          Your therapist reads it on the next working day. Until then the practice keeps to what was agreed before. It
          is not shown here again.
        </p>
      </FormFrame>
    </section>
  );
}
