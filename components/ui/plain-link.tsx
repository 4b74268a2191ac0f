// Links of the partner's side and of the entry pages: plain anchors, no script, every page a fresh one.
import type { ComponentProps } from 'react';
import { buttonClass, type ButtonLook } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';

type PlainLinkProps = Omit<ComponentProps<'a'>, 'href' | 'style'> & {
  /** Where it goes. */
  href: string;
};

type PlainTextLinkProps = PlainLinkProps & {
  /** Stands alone rather than in a sentence, so it is 44 px high. */
  isAlone?: boolean;
};

/** A link in text. */
export function PlainLink({ className, isAlone = false, ...rest }: PlainTextLinkProps) {
  return <a className={classNames('text-link', isAlone && 'text-link--touch', className)} {...rest} />;
}

/** A link dressed as a button. */
export function PlainLinkButton({ variant, size, isWide, className, ...rest }: PlainLinkProps & ButtonLook) {
  return <a className={classNames(buttonClass({ variant, size, isWide }), className)} {...rest} />;
}
