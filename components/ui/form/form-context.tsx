'use client';

// What a field needs to know about the form it stands in: its error, and what was typed before.
import { createContext, useContext, useId } from 'react';

export type FormContents = {
  fields: Record<string, string>;
  typed: Record<string, string | string[]>;
  idOf: (name: string) => string;
};

export const FormContext = createContext<FormContents | null>(null);

export type FieldWords = {
  /** The name it is sent under. */
  name: string;
  /** What is asked; always visible. */
  label: string;
  /** One sentence of help, between label and control. */
  description?: React.ReactNode;
  /** Marks it "(optional)"; fields are required unless said. */
  isOptional?: boolean;
  /** The error by this field when there is no FormFrame to say it. */
  error?: string;
};

/** The ids, error and earlier answer of one field, wired for assistive technology. */
export function useField({ name, description, error: givenError, isOptional }: FieldWords) {
  const form = useContext(FormContext);
  const ownId = useId();
  const id = form ? form.idOf(name) : `${ownId}${name}`;
  const error = form?.fields[name] ?? givenError;
  const descriptionId = description ? `${id}-description` : undefined;
  const errorId = error ? `${id}-error` : undefined;
  const typed = form?.typed[name];
  return {
    id,
    error,
    errorId,
    descriptionId,
    typed: Array.isArray(typed) ? typed[0] : typed,
    typedList: typed === undefined ? undefined : Array.isArray(typed) ? typed : [typed],
    /** Whether an earlier attempt came back, so that an unchecked box is an answer too. */
    hasTyped: form ? Object.keys(form.typed).length > 0 : false,
    control: {
      id,
      name,
      'aria-describedby': [descriptionId, errorId].filter(Boolean).join(' ') || undefined,
      'aria-invalid': error ? (true as const) : undefined,
      'aria-required': isOptional ? undefined : (true as const),
    },
  };
}
