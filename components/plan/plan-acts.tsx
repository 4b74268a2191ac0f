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
        acts={[
          isPlanHeld
            ? { value: 'liftHold', label: 'Lift the hold', keys: 'h' }
            : { value: 'hold', label: 'Hold', keys: 'h' },
        ]}
      />
      <LinkButton href={`/couples/${coupleId}/room`} className="self-start" data-keys="r">
        Room view
      </LinkButton>
      <LinkButton href={`/couples/${coupleId}/sessions`} data-keys="n" className="self-start">
        Note
      </LinkButton>
      <LinkButton href={`/couples/${coupleId}/assign`} data-keys="a" variant="primary" className="self-start">
        Assign
      </LinkButton>
    </>
  );
}
