import { SelectField } from '@/components/ui/form/choice-fields';
import { FormFrame } from '@/components/ui/form/form-frame';
import type { FormAction } from '@/lib/action-state';

type Person = { staffMemberId: string; name: string };

type CoAuthorsProps = {
  noteId: string;
  coAuthors: readonly Person[];
  /** Who else of the care team could be named. */
  others: readonly Person[];
  name: FormAction;
  drop: FormAction;
  /** One for each form: naming, then each one's removal in the order of the list. */
  formKeys: readonly string[];
};

/** Whom the author lets write in this draft, and takes it back from. */
export function CoAuthors({ noteId, coAuthors, others, name, drop, formKeys }: CoAuthorsProps) {
  return (
    <div className="flex max-w-measure flex-col gap-4">
      {coAuthors.length > 0 ? (
        <ul className="flex flex-col gap-2">
          {coAuthors.map((one, at) => (
            <li key={one.staffMemberId} className="co-author">
              <span>{one.name}</span>
              <FormFrame
                action={drop}
                formKey={formKeys[at + 1]!}
                hidden={{ noteId, staffMemberId: one.staffMemberId }}
                submit="Remove"
                submitVariant="secondary"
                label={`Remove ${one.name}`}
              >
                {null}
              </FormFrame>
            </li>
          ))}
        </ul>
      ) : null}
      {others.length > 0 ? (
        <FormFrame
          action={name}
          formKey={formKeys[0]!}
          hidden={{ noteId }}
          submit="Let them write"
          submitVariant="secondary"
          label="Co-author"
        >
          <SelectField
            name="staffMemberId"
            label="Co-author"
            description="Reads and writes this draft with you, until you remove them or it is signed. Only you sign it."
            placeholder="Choose someone of the care team"
            options={others.map(({ staffMemberId, name: shown }) => ({ value: staffMemberId, label: shown }))}
          />
        </FormFrame>
      ) : coAuthors.length === 0 ? (
        <p className="text-ink-muted">Nobody else is in this couple’s care team.</p>
      ) : null}
    </div>
  );
}
