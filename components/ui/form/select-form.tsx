'use client';

// A choice that is an address: it works without script, and a button sends it.
import Form from 'next/form';
import { useId } from 'react';
import { buttonClass } from '@/components/ui/button';

type SelectFormProps = {
  label: string;
  /** The name of the value in the address. */
  name: string;
  /** Where it leads. */
  action: string;
  defaultValue: string;
  options: { value: string; label: string }[];
};

export function SelectForm({ label, name, action, defaultValue, options }: SelectFormProps) {
  const id = useId();
  return (
    <Form action={action} className="flex flex-wrap items-end gap-3">
      <div className="field min-w-0">
        <label className="label" htmlFor={id}>
          {label}
        </label>
        <span className="select-wrap">
          <select key={defaultValue} id={id} className="select-native" name={name} defaultValue={defaultValue}>
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
        </span>
      </div>
      <button type="submit" className={`${buttonClass({ variant: 'secondary' })} mb-0.5`}>
        Show
      </button>
    </Form>
  );
}
