'use client';

// A search that is an address: it works without script, and Enter sends it. The page it leads to is the same one with its answer.
import { Search } from 'lucide-react';
import Form from 'next/form';
import { useId } from 'react';
import { buttonClass } from '@/components/ui/button';

type SearchFormProps = {
  label: string;
  /** The name of the value in the address. */
  name: string;
  defaultValue?: string;
  placeholder?: string;
  /** Where it leads; left out: this page. */
  action?: string;
  /** Other values of the address that stay. */
  hidden?: Record<string, string>;
};

export function SearchForm({ label, name, defaultValue, placeholder, action = '', hidden }: SearchFormProps) {
  const id = useId();
  return (
    <Form action={action} role="search" className="flex flex-wrap items-end gap-3">
      {Object.entries(hidden ?? {}).map(([key, value]) => (
        <input key={key} type="hidden" name={key} value={value} readOnly />
      ))}
      <div className="field min-w-0 shrink grow basis-48">
        <label className="label" htmlFor={id}>
          {label}
        </label>
        <input
          key={defaultValue}
          id={id}
          className="input"
          type="search"
          name={name}
          defaultValue={defaultValue}
          placeholder={placeholder}
          autoComplete="off"
          spellCheck={false}
        />
      </div>
      <button type="submit" className={`${buttonClass({ variant: 'secondary' })} mb-0.5`}>
        <Search aria-hidden="true" className="size-4" />
        Search
      </button>
    </Form>
  );
}
