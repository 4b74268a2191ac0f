'use client';

import { ActForm } from '@/components/plan/act-form';
import { LinkButton } from '@/components/ui/link';
import type { FormAction } from '@/lib/action-state';

type PlanActsProps = { coupleId: string; isPlanHeld: boolean; formKey: string; action: FormAction };

/** What may be done from the head of a couple's plan. */
export function PlanActs({ coupleId, isPlanHeld, formKey, action }: PlanActsProps) {
  return (
    <>
      <ActForm
        action={action}
        formKey={formKey}
        hidden={{ coupleId }}
        label="Hold the plan"
        size="md"
        isInHead
        acts={[isPlanHeld ? { value: 'liftHold', label: 'Lift the hold' } : { value: 'hold', label: 'Hold' }]}
      />
      <LinkButton href={`/couples/${coupleId}/sessions`} className="self-start">
        Note
      </LinkButton>
      <LinkButton href={`/couples/${coupleId}/assign`} variant="primary" className="self-start">
        Assign
      </LinkButton>
    </>
  );
}
