'use client';

import { type ReactNode, useContext } from 'react';
import { Disclosure } from '@/components/ui/disclosure';
import { FormContext } from '@/components/ui/form/form-context';

type SecondPartnerProps = {
  /** What stands before each of its fields' names. */
  prefix: string;
  /** The fields, made on the server. */
  children: ReactNode;
};

/** The second partner's fields, behind one press; open when something in them was typed or is wrong. */
export function SecondPartner({ prefix, children }: SecondPartnerProps) {
  const form = useContext(FormContext);
  const isFaulty = Object.keys(form?.fields ?? {}).some((name) => name.startsWith(prefix));
  const isTyped = Object.entries(form?.typed ?? {}).some(([name, text]) => name.startsWith(prefix) && text !== '');
  return (
    <Disclosure summary="Add a second partner" isOpen={isFaulty || isTyped || undefined}>
      <div className="flex flex-col gap-6 pt-2">{children}</div>
    </Disclosure>
  );
}
