// Links inside the clinic: plain anchors, which the LinkArea around its pages follows without a reload. The partner's side uses plain-link.tsx.
import type { ComponentProps, ReactNode } from 'react';
import { buttonClass, type ButtonLook } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';

type LinkProps = Omit<ComponentProps<'a'>, 'href' | 'style' | 'ref'> & {
  /** Where it goes, in the app. */
  href: string;
  children: ReactNode;
  /** The key that follows it. */
  'data-keys'?: string;
  /** What opens its row, where it is not the first link. */
  'data-opens'?: boolean;
};

/** A link in text. */
export function TextLink({ className, ...rest }: LinkProps) {
  return <a className={classNames('text-link', className)} {...rest} />;
}

/** A link dressed as a button: it goes somewhere, it changes nothing. */
export function LinkButton({ variant, size, isWide, className, ...rest }: LinkProps & ButtonLook) {
  return <a className={classNames(buttonClass({ variant, size, isWide }), className)} {...rest} />;
}
