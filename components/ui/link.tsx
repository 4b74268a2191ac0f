'use client';

// Links inside the clinic: the next page is fetched without a reload, never ahead of time. The partner's side uses plain-link.tsx.
import type { Route } from 'next';
import NextLink from 'next/link';
import type { ComponentProps, ReactNode } from 'react';
import { buttonClass, type ButtonLook } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { LinkPending } from '@/components/ui/link-pending';

type LinkProps = Omit<ComponentProps<'a'>, 'href' | 'style' | 'ref'> & {
  /** Where it goes, in the app. */
  href: string;
  children: ReactNode;
  /** Shows a small mark while the next page is on its way (on by default). */
  hasPendingMark?: boolean;
};

/** A link with no dress, for cards, rows and rails. */
export function BareLink({ href, children, hasPendingMark = true, ...rest }: LinkProps) {
  return (
    <NextLink href={href as Route} prefetch={false} {...rest}>
      {children}
      {hasPendingMark ? <LinkPending /> : null}
    </NextLink>
  );
}

/** A link in text. */
export function TextLink({ className, ...rest }: LinkProps) {
  return <BareLink className={classNames('text-link', className)} {...rest} />;
}

/** A link dressed as a button: it goes somewhere, it changes nothing. */
export function LinkButton({ variant, size, isWide, className, ...rest }: LinkProps & ButtonLook) {
  return <BareLink className={classNames(buttonClass({ variant, size, isWide }), className)} {...rest} />;
}
