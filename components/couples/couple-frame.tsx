import type { ComponentProps, ReactNode } from 'react';
import { CoupleHead } from '@/components/couples/couple-head';

type Head = ComponentProps<typeof CoupleHead>;
type CoupleFrameProps = Pick<Head, 'current' | 'actions'> & {
  couple: Pick<Head, 'id' | 'label' | 'status'> & { policy: { policy: Head['policy'] } };
  children: ReactNode;
};

/** The head of a couple's page and its tabs. Of the couple, no more than the head says crosses to the browser. */
export function CoupleFrame({ couple, current, actions, children }: CoupleFrameProps) {
  const { id, label, status, policy } = couple;
  return (
    <>
      <CoupleHead id={id} label={label} status={status} policy={policy.policy} current={current} actions={actions} />
      {children}
    </>
  );
}
