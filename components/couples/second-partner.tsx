'use client';

import { useContext } from 'react';
import { PartnerFields } from '@/components/couples/partner-fields';
import { Disclosure } from '@/components/ui/disclosure';
import { FormContext } from '@/components/ui/form/form-context';

const prefix = 'partners.1.';

/** The second partner's fields, behind one press; open when something in them was typed or is wrong. */
export function SecondPartner() {
  const form = useContext(FormContext);
  const isFaulty = Object.keys(form?.fields ?? {}).some((name) => name.startsWith(prefix));
  const isTyped = Object.entries(form?.typed ?? {}).some(([name, text]) => name.startsWith(prefix) && text !== '');
  return (
    <Disclosure summary="Add a second partner" isOpen={isFaulty || isTyped || undefined}>
      <div className="flex flex-col gap-6 pt-2">
        <PartnerFields prefix={prefix} />
      </div>
    </Disclosure>
  );
}
