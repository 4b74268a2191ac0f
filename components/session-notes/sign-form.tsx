import { AgainField } from '@/components/ui/form/again-field';
import { SelectField } from '@/components/ui/form/choice-fields';
import { FormFrame } from '@/components/ui/form/form-frame';
import { LinkButton } from '@/components/ui/link';
import type { FormAction } from '@/lib/action-state';

type SignFormProps = {
  action: FormAction;
  formKey: string;
  noteId: string;
  version: number;
  backHref: string;
  /** Who treats the couple beside the author, and may be asked to co-sign. */
  coSigners: { value: string; label: string }[];
};

/** Asked again who it is: a signature is more than a press. */
export function SignForm({ action, formKey, noteId, version, backHref, coSigners }: SignFormProps) {
  return (
    <FormFrame
      action={action}
      formKey={formKey}
      hidden={{ noteId, version: String(version) }}
      submit="Sign the note"
      pendingLabel="Signing"
      beside={
        <LinkButton href={backHref} variant="quiet">
          Back to writing
        </LinkButton>
      }
      label="Sign the note"
    >
      {coSigners.length > 0 ? (
        <SelectField
          name="coSignerId"
          label="Took part and co-signs"
          description="A session has one note. Whoever led it with you puts a signature under yours."
          options={[{ value: '', label: 'Nobody' }, ...coSigners]}
          defaultValue={coSigners.length === 1 ? coSigners[0]?.value : ''}
        />
      ) : null}
      <AgainField />
    </FormFrame>
  );
}
