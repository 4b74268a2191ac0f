'use client';

import type { ReactNode } from 'react';
import { classNames } from '@/components/ui/class-names';
import type { FieldWords, useField } from '@/components/ui/form/form-context';

type FieldFrameProps = FieldWords & {
  field: ReturnType<typeof useField>;
  /** A group of choices is a fieldset with a legend. */
  isGroup?: boolean;
  /** Hides the label from sight, never from assistive technology. */
  isLabelHidden?: boolean;
  className?: string;
  children: ReactNode;
};

/** Label, help, control and error of one field, in that order. */
export function FieldFrame({
  field,
  label,
  description,
  isOptional,
  isGroup,
  isLabelHidden,
  className,
  children,
}: FieldFrameProps) {
  const words = (
    <>
      {label}
      {isOptional ? <span className="field__optional"> (optional)</span> : null}
    </>
  );
  const rest = (
    <>
      {description ? (
        <div className="description" id={field.descriptionId}>
          {description}
        </div>
      ) : null}
      {children}
      {field.error ? (
        <div className="field__error" id={field.errorId}>
          {field.error}
        </div>
      ) : null}
    </>
  );
  if (isGroup) {
    return (
      <fieldset
        className={classNames('field', className)}
        id={field.id}
        tabIndex={-1}
        aria-describedby={field.control['aria-describedby']}
      >
        <legend className={classNames('label', isLabelHidden && 'sr-only')}>{words}</legend>
        {rest}
      </fieldset>
    );
  }
  return (
    <div className={classNames('field', className)}>
      <label className={classNames('label', isLabelHidden && 'sr-only')} htmlFor={field.id}>
        {words}
      </label>
      {rest}
    </div>
  );
}
