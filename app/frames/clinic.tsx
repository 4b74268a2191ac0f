/** The clinic's frame for whoever is looking: their areas, by the grid. */
import type { ReactNode } from 'react';
import { moveClinicToNextTurn } from '@/app/demo/actions';
import { type ClinicArea, ClinicPage } from '@/components/clinic/clinic-page';
import { WithSecondStep } from '@/components/ui/form/again-field';
import { Whose } from '@/components/ui/form/whose';
import { DemoBanner } from '@/components/demo/demo-banner';
import type { Actor } from '@/lib/actor';
import { clinicAreas } from '@/lib/people/clinic-areas';
import { dayAndTime } from '@/lib/format/dates';

type ClinicProps = {
  actor: Actor;
  formKey: string;
  current?: ClinicArea;
  /** The browser's title; never a name. */
  title: string;
  children: ReactNode;
};

export function Clinic({ actor, formKey, current, title, children }: ClinicProps) {
  const frame = {
    practiceName: actor.practice.name,
    signedInAs: actor.name ?? '',
    areas: clinicAreas(actor),
    hasSingleKeys: actor.hasSingleKeys,
    areNamesShielded: actor.areNamesShielded,
    who: actor.staffMemberId ?? '',
    idleMinutes: actor.practice.idleMinutes,
  };
  const banner = actor.practice.isDemo ? (
    <DemoBanner action={moveClinicToNextTurn} formKey={formKey} clock={dayAndTime(actor.now, actor.timeZone)} />
  ) : null;
  return (
    <ClinicPage frame={frame} current={current} title={title} banner={banner}>
      <Whose who={frame.who}>
        <WithSecondStep has={actor.secondStep}>{children}</WithSecondStep>
      </Whose>
    </ClinicPage>
  );
}
