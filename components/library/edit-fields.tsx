'use client';

// What every form of the library has: texts in rows, choices in rows, what an edit would do elsewhere, and what to do when someone was first.
import { type ReactNode, useContext, useState } from 'react';
import { Checkbox, SelectField } from '@/components/ui/form/choice-fields';
import { FormContext, useField } from '@/components/ui/form/form-context';
import { Rows } from '@/components/ui/form/rows';
import { TextArea } from '@/components/ui/form/text-field';
import { TextLink } from '@/components/ui/link';
import { FOLLOWS, LONGEST } from '@/lib/library/schema';

export type Option = { value: string; label: string };
type ListProps = { name: string; label: string; noun: string; description?: ReactNode; start: string[] };

export const TextRows = (list: ListProps) => (
  <Rows {...list} empty="">
    {({ name, label, value }) => (
      <TextArea
        name={name}
        label={label}
        isLabelHidden
        defaultValue={value}
        rows={1}
        maxLength={LONGEST.row}
        isPrivate={false}
      />
    )}
  </Rows>
);

export const ChoiceRows = ({
  options,
  placeholder,
  most,
  ...list
}: ListProps & { options: Option[]; placeholder: string; most?: number }) => (
  <Rows {...list} empty="" most={most}>
    {({ name, label, value }) => (
      <SelectField
        name={name}
        label={label}
        isLabelHidden
        options={options}
        placeholder={placeholder}
        defaultValue={value}
      />
    )}
  </Rows>
);

/** What the edit would break in other steps and paths. */
export function Elsewhere() {
  const { id, error } = useField({ name: 'elsewhere', label: '' });
  if (!error) return null;
  return (
    <div id={id} tabIndex={-1} className="field">
      <p className="label">Elsewhere in the library</p>
      <p className="field__error">{error}</p>
    </div>
  );
}

/** Someone else saved first: their version, and a tick to let this one follow it. Stays once it was there. */
export function Follows({ href }: { href: (version: string) => string }) {
  const fields = useContext(FormContext)?.fields ?? {};
  const asked = Object.keys(fields).find((key) => key.startsWith(`${FOLLOWS}.v`));
  const [kept, setKept] = useState<string>();
  if (asked && asked !== kept) setKept(asked);
  const name = asked ?? kept;
  if (!name) return null;
  const version = name.slice(FOLLOWS.length + 2);
  return (
    <div className="flex flex-col gap-2">
      <TextLink href={href(version)} target="_blank">
        Read version {version}, in another tab
      </TextLink>
      <Checkbox key={name} name={name} label={`I have read version ${version}. Save mine after it.`} />
    </div>
  );
}
