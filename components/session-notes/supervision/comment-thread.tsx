import { FormFrame } from '@/components/ui/form/form-frame';
import { TextArea } from '@/components/ui/form/text-field';
import type { FormAction } from '@/lib/action-state';
import { dayAndTime } from '@/lib/format/dates';

type Comment = { id: string; author: string; isMine: boolean; writtenAt: Date; text: string };

/** What the author of a note and a supervisor wrote about it, the oldest first. */
export function Comments({ comments, timeZone, today }: { comments: Comment[]; timeZone: string; today: string }) {
  return (
    <ol className="flex flex-col gap-4">
      {comments.map((one) => (
        <li key={one.id} className="flex flex-col gap-0.5">
          <p className="text-sm text-ink-muted">
            <strong className="text-ink">{one.isMine ? 'You' : one.author}</strong>,{' '}
            {dayAndTime(one.writtenAt, timeZone, today)}
          </p>
          <p className="whitespace-pre-wrap border-s-2 border-border-strong ps-3 max-w-measure [overflow-wrap:anywhere]">
            {one.text}
          </p>
        </li>
      ))}
    </ol>
  );
}

type CommentFormProps = {
  action: FormAction;
  formKey: string;
  hidden: Record<string, string>;
  label: string;
  submit: string;
  submitVariant?: 'secondary' | 'danger';
  description?: string;
};

export function CommentForm({ label, description, submit, submitVariant = 'secondary', ...form }: CommentFormProps) {
  return (
    <FormFrame {...form} submit={submit} submitVariant={submitVariant} resetsWhenDone label={submit}>
      <TextArea name="text" label={label} description={description} rows={3} maxLength={5_000} />
    </FormFrame>
  );
}
