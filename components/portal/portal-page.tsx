import type { ReactNode } from 'react';
import { IdleWarning } from '@/components/portal/quiet/idle-warning';
import { PortalFrame } from '@/components/portal/portal-frame';
import { FormFrame } from '@/components/ui/form/form-frame';
import type { FormAction } from '@/lib/action-state';

type PortalPageProps = {
  title: string;
  closeTo: string;
  pause: { action: FormAction; formKey: string };
  back?: { href: string; label?: string };
  banner?: ReactNode;
  children: ReactNode;
};

/** The same on every page, so that help is always in the same place. */
const links = [
  { href: '/appointments', label: 'Appointments' },
  { href: '/home', label: 'Today' },
  { href: '/write', label: 'Write something' },
  { href: '/questions', label: 'Questions' },
  { href: '/shared', label: 'What I have shared' },
  { href: '/me', label: 'Settings' },
];

/** One page of the partner's side: its neutral title, Close, Pause and the way to help. */
export function PortalPage({ title, closeTo, pause, back, banner, children }: PortalPageProps) {
  return (
    <PortalFrame
      title={title}
      closeTo={closeTo}
      back={back}
      banner={banner}
      links={links}
      idle={<IdleWarning closeTo={closeTo} />}
      pause={
        <FormFrame
          action={pause.action}
          formKey={pause.formKey}
          submit="Pause"
          submitVariant="secondary"
          label="Pause"
          className="pause-form"
        >
          <p>No reason needed.</p>
        </FormFrame>
      }
    >
      <title>{title}</title>
      {children}
    </PortalFrame>
  );
}
