import { FormFrame } from '@/components/ui/form/form-frame';
import { TextArea } from '@/components/ui/form/text-field';
import type { FormAction } from '@/lib/action-state';
import { dayOf, longDay, timeIn } from '@/lib/format/dates';
import { LONGEST_ADDENDUM } from '@/lib/format/note-sections';

type Addendum = { id: string; signedAs: string; addedAt: Date; text: string };

/** What was added since signing, each with its own author and time. */
export function Addenda({ addenda, timeZone }: { addenda: Addendum[]; timeZone: string }) {
  return (
    <ol className="flex flex-col gap-5">
      {addenda.map((one) => (
        <li key={one.id} className="flex flex-col gap-1">
          <p className="whitespace-pre-wrap max-w-measure">{one.text}</p>
          <p className="text-sm text-ink-muted">
            {one.signedAs}, {longDay(dayOf(one.addedAt, timeZone))} at {timeIn(one.addedAt, timeZone)}
          </p>
        </li>
      ))}
    </ol>
  );
}

type AddendumFormProps = { action: FormAction; formKey: string; noteId: string; signature: string };

export function AddendumForm({ action, formKey, noteId, signature }: AddendumFormProps) {
  return (
    <FormFrame
      action={action}
      formKey={formKey}
      hidden={{ noteId }}
      submit="Add to the note"
      submitVariant="secondary"
      resetsWhenDone
      label="Addendum"
    >
      <TextArea
        name="text"
        label="Addendum"
        description={`It is added with your name, ${signature}, and the time. It can’t be changed afterwards.`}
        rows={4}
        maxLength={LONGEST_ADDENDUM}
      />
    </FormFrame>
  );
}
