// What is put under a signed note, each a form of its own.
import { AgainField } from '@/components/ui/form/again-field';
import { RadioGroup } from '@/components/ui/form/choice-fields';
import { FormFrame } from '@/components/ui/form/form-frame';
import { TextArea } from '@/components/ui/form/text-field';
import type { FormAction } from '@/lib/action-state';
import { LONGEST_ADDENDUM } from '@/lib/format/note-sections';

type FormProps = { action: FormAction; formKey: string; noteId: string };

export function AddendumForm({ action, formKey, noteId, signature }: FormProps & { signature: string }) {
  return (
    <FormFrame
      action={action}
      formKey={formKey}
      hidden={{ noteId }}
      submit="Add to the note"
      submitVariant="secondary"
      resetsWhenDone
      label="Add to this note"
    >
      <RadioGroup
        name="kind"
        label="What it is"
        defaultValue="addendum"
        options={[
          { value: 'addendum', label: 'Addendum', description: 'What was not known when the note was signed.' },
          { value: 'lateEntry', label: 'Late entry', description: 'What was known then and left out.' },
        ]}
      />
      <TextArea
        name="text"
        label="What to add"
        description={`It is added with your name, ${signature}, and the time. It can’t be changed afterwards.`}
        rows={4}
        maxLength={LONGEST_ADDENDUM}
      />
    </FormFrame>
  );
}

export function InErrorForm({ action, formKey, noteId }: FormProps) {
  return (
    <FormFrame
      action={action}
      formKey={formKey}
      hidden={{ noteId }}
      submit="Mark as entered in error"
      submitVariant="danger"
      label="Entered in error"
    >
      <p className="max-w-measure">
        For a note that should not stand, such as one in the wrong record. It is kept and stays readable, but is hidden
        at first; a new note of this session can be begun. This can’t be taken back.
      </p>
      <TextArea
        name="text"
        label="Reason"
        description="It stays with the note, with your name and the time."
        rows={3}
        maxLength={LONGEST_ADDENDUM}
      />
      <AgainField />
    </FormFrame>
  );
}

type SignatureFormProps = FormProps & { submit: string };

/** Puts one's own signature, or approval, under what another wrote. */
export function UnderSignForm({ action, formKey, noteId, submit }: SignatureFormProps) {
  return (
    <FormFrame
      action={action}
      formKey={formKey}
      hidden={{ noteId }}
      submit={submit}
      pendingLabel="Signing"
      label={submit}
    >
      <AgainField />
    </FormFrame>
  );
}
