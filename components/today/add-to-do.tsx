import { Disclosure } from '@/components/ui/disclosure';
import { SelectField } from '@/components/ui/form/choice-fields';
import { FormFrame } from '@/components/ui/form/form-frame';
import { DateField, TextField } from '@/components/ui/form/text-field';
import type { FormAction } from '@/lib/action-state';
import type { Day } from '@/lib/format/dates';
import { LONGEST_TO_DO } from '@/lib/to-dos/schema';

type AddToDoProps = {
  action: FormAction;
  formKey: string;
  today: Day;
  /** For which couple: chosen from these, or the one whose page it is, and then by whom. */
  about:
    | { couples: { id: string; label: string }[] }
    | { coupleId: string; careTeam: { staffMemberId: string; name: string }[]; self: string | null };
};

export function AddToDo({ action, formKey, today, about }: AddToDoProps) {
  return (
    <Disclosure summary="Add a to-do">
      <FormFrame
        action={action}
        formKey={formKey}
        hidden={'coupleId' in about ? { coupleId: about.coupleId } : {}}
        submit="Add"
        submitVariant="secondary"
        resetsWhenDone
        label="Add a to-do"
      >
        <TextField name="words" label="What is to be done" maxLength={LONGEST_TO_DO} isPrivate />
        <DateField name="dueOn" label="By" defaultValue={today} min={today} />
        {'coupleId' in about ? (
          <SelectField
            name="assigneeId"
            label="Who does it"
            defaultValue={about.self ?? undefined}
            options={about.careTeam.map(({ staffMemberId, name }) => ({ value: staffMemberId, label: name }))}
          />
        ) : (
          <SelectField
            name="coupleId"
            label="Couple"
            placeholder="Choose a couple"
            options={about.couples.map(({ id, label }) => ({ value: id, label }))}
          />
        )}
      </FormFrame>
    </Disclosure>
  );
}
