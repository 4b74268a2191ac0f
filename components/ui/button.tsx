import type { ComponentProps, ReactNode } from 'react';
import { classNames } from '@/components/ui/class-names';

export type ButtonLook = {
  /** primary: the one main act of a page; secondary: any other; quiet: beside text; danger: destroys; dangerQuiet: opens what destroys. */
  variant?: 'primary' | 'secondary' | 'quiet' | 'danger' | 'dangerQuiet';
  /** sm only in dense clinic rows; the partner's side is 44 px high whatever is said here. */
  size?: 'sm' | 'md' | 'lg';
  /** Takes the whole width, for a phone. */
  isWide?: boolean;
};

const variants = {
  primary: 'button--primary',
  secondary: 'button--outline',
  quiet: 'button--ghost',
  danger: 'button--danger',
  dangerQuiet: 'button--danger-soft',
};

export function buttonClass({ variant = 'secondary', size = 'md', isWide = false }: ButtonLook): string {
  return classNames('button', variants[variant], size !== 'md' && `button--${size}`, isWide && 'button--full-width');
}

type ButtonProps = ButtonLook & Omit<ComponentProps<'button'>, 'style'>;

/** A plain button; for the one that sends a form use SubmitButton. */
export function Button({ variant, size, isWide, className, type = 'button', ...rest }: ButtonProps) {
  return <button type={type} className={classNames(buttonClass({ variant, size, isWide }), className)} {...rest} />;
}

type IconButtonProps = Omit<ComponentProps<'button'>, 'style' | 'children'> & {
  /** What it does, spoken and shown as its tooltip. */
  label: string;
  /** A lucide icon. */
  icon: ReactNode;
};

/** A square button with an icon alone, for dense clinic rows. */
export function IconButton({ label, icon, className, type = 'button', ...rest }: IconButtonProps) {
  return (
    <button
      type={type}
      aria-label={label}
      title={label}
      className={classNames('button button--ghost button--icon-only', className)}
      {...rest}
    >
      {icon}
    </button>
  );
}
