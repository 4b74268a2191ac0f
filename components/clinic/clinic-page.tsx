'use client';

// In the browser too, so that the frame crosses as its few words instead of as all its elements and icons.
import type { ReactNode } from 'react';
import { ClinicFrame } from '@/components/clinic/clinic-frame';
import { type ClinicArea, clinicItems } from '@/components/clinic/clinic-items';

type ClinicPageProps = {
  frame: { practiceName: string; signedInAs: string; areas: ClinicArea[] };
  /** The area this page belongs to. */
  current?: ClinicArea;
  title: string;
  banner?: ReactNode;
  children: ReactNode;
};

/** One page of the clinic: its title and the frame around it. */
export function ClinicPage({ frame, current, title, banner, children }: ClinicPageProps) {
  return (
    <ClinicFrame
      practiceName={frame.practiceName}
      signedInAs={frame.signedInAs}
      items={clinicItems(frame.areas)}
      current={current ? `/${current}` : undefined}
      signOut={{ action: '/api/sign-out' }}
      banner={banner}
    >
      <title>{title}</title>
      {children}
    </ClinicFrame>
  );
}
