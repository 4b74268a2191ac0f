'use client';

import { Disclosure } from '@/components/ui/disclosure';
import { FieldFrame } from '@/components/ui/form/field-frame';
import { useField } from '@/components/ui/form/form-context';
import { TextField } from '@/components/ui/form/text-field';
import type { IcdGroup } from '@/lib/diagnoses/icd-10-cm';

const LABEL = 'ICD-10-CM';

/** A number of the list, by groups, or one that is typed with its title. */
export function DiagnosisCodeField({ groups }: { groups: readonly IcdGroup[] }) {
  const words = {
    name: 'code',
    label: LABEL,
    description: 'Numbers and titles of fiscal year 2026. Compare with the year you bill in.',
  };
  const field = useField(words);
  const others = useField({ name: 'otherCode', label: 'Its number' });
  return (
    <>
      <FieldFrame field={field} {...words}>
        <span className="select-wrap">
          <select {...field.control} className="select-native" defaultValue={field.typed ?? ''}>
            <option value="">Choose a number</option>
            {groups.map(({ heading, codes }) => (
              <optgroup key={heading} label={heading}>
                {codes.map(({ code, title }) => (
                  <option key={code} value={code}>
                    {code} {title}
                  </option>
                ))}
              </optgroup>
            ))}
            <option value="other">Another one, typed below</option>
          </select>
        </span>
      </FieldFrame>
      <Disclosure summary="Another number" isOpen={Boolean(others.error ?? others.typed)}>
        <TextField name="otherCode" label="Its number" isOptional width="short" maxLength={10} isPrivate />
        <TextField name="otherTitle" label="Its title" isOptional maxLength={200} isPrivate />
      </Disclosure>
    </>
  );
}
