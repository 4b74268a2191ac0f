'use client';

// The rows of "who" and "how" that partners see after every answer. Rows can be added, taken away and moved up; without JavaScript the
// empty rows at the end serve.
import { useFieldArray, useForm } from 'react-hook-form';
import { TextField } from '@/components/ui/form/text-field';
import { Button } from '@/components/ui/button';

export type SupportContact = { label: string; detail: string };

const EXAMPLES: SupportContact[] = [
  { label: 'Emergency', detail: 'The local emergency number' },
  { label: 'A crisis line', detail: 'Its number, and when it answers' },
  { label: 'A helpline for violence at home', detail: 'Its number, and hours' },
  { label: 'Your practice', detail: 'The number, and its hours' },
];
const EMPTY: SupportContact = { label: '', detail: '' };

export function SupportContacts({ contacts, most }: { contacts: SupportContact[]; most: number }) {
  const rows = Math.min(most, Math.max(EXAMPLES.length, contacts.length + 1));
  const { control, register } = useForm({
    defaultValues: { contacts: [...contacts, ...Array.from({ length: rows - contacts.length }, () => EMPTY)] },
  });
  const { fields, append, remove, swap } = useFieldArray({ control, name: 'contacts' });

  return (
    <>
      {fields.map((row, at) => (
        <fieldset key={row.id} className="flex flex-col gap-3">
          <legend className="sr-only">Contact {at + 1}</legend>
          <div className="grid gap-x-4 gap-y-3 sm:grid-cols-[3fr_2fr]">
            <TextField
              name={`contacts.${at}.label`}
              label={`Contact ${at + 1}: who`}
              placeholder={EXAMPLES[at]?.label}
              defaultValue={row.label}
              isOptional={at > 0}
              maxLength={80}
              registration={register(`contacts.${at}.label`)}
            />
            <TextField
              name={`contacts.${at}.detail`}
              label={`Contact ${at + 1}: how`}
              placeholder={EXAMPLES[at]?.detail}
              defaultValue={row.detail}
              isOptional={at > 0}
              maxLength={160}
              registration={register(`contacts.${at}.detail`)}
            />
          </div>
          <div className="-ms-3 flex flex-wrap gap-2 scripted-only">
            {at > 0 ? (
              <Button variant="quiet" size="sm" onClick={() => swap(at, at - 1)}>
                Move up<span className="sr-only"> contact {at + 1}</span>
              </Button>
            ) : null}
            {fields.length > 1 ? (
              <Button variant="quiet" size="sm" onClick={() => remove(at)}>
                Take away<span className="sr-only"> contact {at + 1}</span>
              </Button>
            ) : null}
          </div>
        </fieldset>
      ))}
      {fields.length < most ? (
        <div className="scripted-only">
          <Button variant="secondary" size="sm" onClick={() => append(EMPTY)}>
            Add a contact
          </Button>
        </div>
      ) : null}
    </>
  );
}
