'use client';

import type { HTMLInputAutoCompleteAttribute } from 'react';
import type { UseFormRegisterReturn } from 'react-hook-form';
import { FieldFrame } from '@/components/ui/form/field-frame';
import { useField, type FieldWords } from '@/components/ui/form/form-context';

type TextFieldProps = FieldWords & {
  type?: 'text' | 'email' | 'tel' | 'password' | 'search' | 'url' | 'number';
  /** What stands in it at first; what was typed before comes back by itself. */
  defaultValue?: string | number;
  /** As browsers and password managers know it; "off" on private text. */
  autoComplete?: HTMLInputAutoCompleteAttribute;
  inputMode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel';
  maxLength?: number;
  min?: number;
  max?: number;
  /** short: about ten characters; code: big and spaced, for a code from a card. */
  width?: 'full' | 'short' | 'code';
  /** Turns off what keyboards and browsers would remember or send out. */
  isPrivate?: boolean;
  isReadOnly?: boolean;
  isLabelHidden?: boolean;
  placeholder?: string;
  /** From react-hook-form, for a field in rows that are added and moved. */
  registration?: UseFormRegisterReturn;
};

/** One line of text. */
export function TextField({
  type = 'text',
  defaultValue,
  width = 'full',
  isPrivate,
  isReadOnly,
  isLabelHidden,
  autoComplete,
  inputMode,
  maxLength,
  min,
  max,
  placeholder,
  registration,
  ...words
}: TextFieldProps) {
  const field = useField(words);
  // What a person signs in with is neither a sentence nor a word.
  const isLogin = autoComplete === 'username';
  return (
    <FieldFrame field={field} isLabelHidden={isLabelHidden} {...words}>
      <input
        {...field.control}
        className="input"
        type={type}
        data-width={width}
        // A password never travels back to the page.
        defaultValue={type === 'password' ? undefined : (field.typed ?? defaultValue)}
        autoComplete={isPrivate ? 'off' : autoComplete}
        autoCorrect={isPrivate || isLogin || width === 'code' ? 'off' : undefined}
        autoCapitalize={type === 'email' || isLogin ? 'none' : width === 'code' ? 'characters' : undefined}
        spellCheck={isPrivate || isLogin || type !== 'text' || width === 'code' ? false : undefined}
        readOnly={isReadOnly}
        {...{ inputMode, maxLength, min, max, placeholder }}
        ref={registration?.ref}
        onChange={registration ? (event) => void registration.onChange(event) : undefined}
        onBlur={registration ? (event) => void registration.onBlur(event) : undefined}
      />
    </FieldFrame>
  );
}

type TextAreaProps = FieldWords & {
  defaultValue?: string;
  rows?: number;
  maxLength?: number;
  /** Clinical and private text (on by default): no spell-check, no autocomplete, since cloud checkers send it out. */
  isPrivate?: boolean;
  isLabelHidden?: boolean;
  /** Shown at the end of the box's row: a count, a saving line. */
  after?: React.ReactNode;
};

/** Several lines of text; it grows with what is typed. */
export function TextArea({
  defaultValue,
  rows = 4,
  maxLength,
  isPrivate = true,
  isLabelHidden,
  after,
  ...words
}: TextAreaProps) {
  const field = useField(words);
  return (
    <FieldFrame field={field} isLabelHidden={isLabelHidden} {...words}>
      <textarea
        {...field.control}
        className="textarea"
        rows={rows}
        maxLength={maxLength}
        defaultValue={field.typed ?? defaultValue}
        autoComplete={isPrivate ? 'off' : undefined}
        autoCorrect={isPrivate ? 'off' : undefined}
        spellCheck={isPrivate ? false : undefined}
      />
      {after}
    </FieldFrame>
  );
}

type DateFieldProps = FieldWords & {
  /** ISO: 2026-11-24 for a day, 10:00 for a time. */
  defaultValue?: string;
  min?: string;
  max?: string;
};

/** A day, with the device's own picker. */
export function DateField({ defaultValue, min, max, ...words }: DateFieldProps) {
  const field = useField(words);
  return (
    <FieldFrame field={field} {...words}>
      <input
        {...field.control}
        className="input"
        type="date"
        data-width="short"
        defaultValue={field.typed ?? defaultValue}
        min={min}
        max={max}
      />
    </FieldFrame>
  );
}

/** A time of day, with the device's own picker. */
export function TimeField({ defaultValue, min, max, ...words }: DateFieldProps) {
  const field = useField(words);
  return (
    <FieldFrame field={field} {...words}>
      <input
        {...field.control}
        className="input"
        type="time"
        data-width="short"
        defaultValue={field.typed ?? defaultValue}
        min={min}
        max={max}
      />
    </FieldFrame>
  );
}
