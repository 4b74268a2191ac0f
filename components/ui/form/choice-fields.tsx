'use client';

import type { ReactNode } from 'react';
import { FieldFrame } from '@/components/ui/form/field-frame';
import { useField, type FieldWords } from '@/components/ui/form/form-context';

export type Choice = {
  value: string;
  label: ReactNode;
  /** One sentence under the label. */
  description?: ReactNode;
  isDisabled?: boolean;
};

type ChoiceLayout = {
  /** list: plain rows; boxed: a bordered row each, for a phone; row: side by side while there is room. */
  layout?: 'list' | 'boxed' | 'row';
  isLabelHidden?: boolean;
};

const layouts = { list: '', boxed: 'choices--boxed', row: 'choices--row' };

type RadioGroupProps = FieldWords &
  ChoiceLayout & { options: Choice[]; /** Left out: nothing is chosen at first. */ defaultValue?: string };

/** One of several. */
export function RadioGroup({ options, defaultValue, layout = 'list', isLabelHidden, ...words }: RadioGroupProps) {
  const field = useField(words);
  const chosen = field.typed ?? defaultValue;
  return (
    <FieldFrame field={field} isGroup isLabelHidden={isLabelHidden} {...words}>
      <div className={layouts[layout]}>
        {options.map((option) => (
          <ChoiceRow
            key={option.value}
            type="radio"
            name={words.name}
            option={option}
            isChosen={option.value === chosen}
            describedBy={field.errorId}
          />
        ))}
      </div>
    </FieldFrame>
  );
}

type CheckboxGroupProps = FieldWords & ChoiceLayout & { options: Choice[]; defaultValues?: string[] };

/** Any number of several; sent as repeated values of one name. */
export function CheckboxGroup({
  options,
  defaultValues = [],
  layout = 'list',
  isLabelHidden,
  ...words
}: CheckboxGroupProps) {
  const field = useField(words);
  const chosen = field.typedList ?? (field.hasTyped ? [] : defaultValues);
  return (
    <FieldFrame field={field} isGroup isLabelHidden={isLabelHidden} {...words}>
      <div className={layouts[layout]}>
        {options.map((option) => (
          <ChoiceRow
            key={option.value}
            type="checkbox"
            name={words.name}
            option={option}
            isChosen={chosen.includes(option.value)}
            describedBy={field.errorId}
          />
        ))}
      </div>
    </FieldFrame>
  );
}

type CheckboxProps = Omit<FieldWords, 'label' | 'isOptional'> & {
  label: ReactNode;
  /** What is sent when it is checked. */
  value?: string;
  isChecked?: boolean;
};

/** One yes, standing alone. */
export function Checkbox({ name, label, description, error, value = 'yes', isChecked = false }: CheckboxProps) {
  const field = useField({ name, label: '', error });
  return (
    <div className="field">
      <ChoiceRow
        type="checkbox"
        name={name}
        id={field.id}
        option={{ value, label, description }}
        isChosen={field.hasTyped ? field.typed === value : isChecked}
        describedBy={field.errorId}
        isInvalid={Boolean(field.error)}
      />
      {field.error ? (
        <div className="field__error" id={field.errorId}>
          {field.error}
        </div>
      ) : null}
    </div>
  );
}

type ChoiceRowProps = {
  type: 'radio' | 'checkbox';
  name: string;
  id?: string;
  option: Choice;
  isChosen: boolean;
  describedBy?: string;
  isInvalid?: boolean;
};

function ChoiceRow({ type, name, id, option, isChosen, describedBy, isInvalid }: ChoiceRowProps) {
  return (
    <label className="choice">
      <input
        type={type}
        name={name}
        id={id}
        value={option.value}
        defaultChecked={isChosen}
        disabled={option.isDisabled}
        aria-describedby={describedBy}
        aria-invalid={isInvalid || undefined}
      />
      <span className="choice__text">
        {option.label}
        {option.description ? <span className="choice__description">{option.description}</span> : null}
      </span>
    </label>
  );
}

type SelectFieldProps = FieldWords & {
  options: { value: string; label: string }[];
  /** The first, empty choice: "Choose a zone". Left out: the first option stands. */
  placeholder?: string;
  defaultValue?: string;
  isLabelHidden?: boolean;
};

/** One of many, with the device's own list. */
export function SelectField({ options, placeholder, defaultValue, isLabelHidden, ...words }: SelectFieldProps) {
  const field = useField(words);
  return (
    <FieldFrame field={field} isLabelHidden={isLabelHidden} {...words}>
      <span className="select-wrap">
        <select
          {...field.control}
          className="select-native"
          defaultValue={field.typed ?? defaultValue ?? (placeholder ? '' : undefined)}
        >
          {placeholder ? <option value="">{placeholder}</option> : null}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      </span>
    </FieldFrame>
  );
}
