'use client';

import type { ComponentProps, ReactNode } from 'react';
import { useFormStatus } from 'react-dom';
import { buttonClass, type ButtonLook } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';

type SubmitButtonProps = ButtonLook &
  Omit<ComponentProps<'button'>, 'style' | 'type'> & {
    /** Shown while the form is on its way; defaults to the button's own words. */
    pendingLabel?: ReactNode;
  };

/** The button that sends a form. It stays in the tab order while it waits and takes no second press. */
export function SubmitButton({
  variant = 'primary',
  size,
  isWide,
  className,
  pendingLabel,
  children,
  onClick,
  ...rest
}: SubmitButtonProps) {
  const { pending } = useFormStatus();
  return (
    <button
      type="submit"
      className={classNames(buttonClass({ variant, size, isWide }), className)}
      data-pending={pending || undefined}
      aria-busy={pending || undefined}
      onClick={(event) => {
        if (pending) event.preventDefault();
        else onClick?.(event);
      }}
      {...rest}
    >
      {pending && pendingLabel ? pendingLabel : children}
    </button>
  );
}
