/** The portal's frame for whoever is looking: the practice's neutral title, where Close leads, Pause. */
import { randomUUID } from 'node:crypto';
import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { pauseMyPlan } from '@/app/(portal)/actions';
import { movePortalToNextTurn } from '@/app/demo/actions';
import { DemoBanner } from '@/components/demo/demo-banner';
import { PortalPage } from '@/components/portal/portal-page';
import { Whose } from '@/components/ui/form/whose';
import type { Actor } from '@/lib/actor';
import { dayAndTime } from '@/lib/format/dates';
import type { MyDay } from '@/lib/my-day/schema';

type PortalProps = { actor: Actor; back?: { href: string; label?: string }; children: ReactNode };

export function Portal({ actor, back, children }: PortalProps) {
  const { portalTitle, closeUrl, isDemo } = actor.practice;
  const banner = isDemo ? (
    <DemoBanner action={movePortalToNextTurn} formKey={randomUUID()} clock={dayAndTime(actor.now, actor.timeZone)} />
  ) : null;
  return (
    <Whose who={actor.partnerId ?? ''}>
      <PortalPage
        title={portalTitle}
        closeTo={closeUrl}
        back={back}
        banner={banner}
        pause={{ action: pauseMyPlan, formKey: randomUUID() }}
      >
        {children}
      </PortalPage>
    </Whose>
  );
}

type Seen<D> = { data: D; actor: Actor; formKey: string };

/** The view of someone who has agreed to the policy that holds; anyone else reads the first page first. */
export function onceAgreed<D extends { day: MyDay }>(seen: Seen<D>, view: (seen: Seen<D>) => ReactNode): ReactNode {
  if (seen.data.day.agreed !== seen.data.day.policy) redirect('/welcome');
  return view(seen);
}
