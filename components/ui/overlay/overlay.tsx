'use client';

// Dialogs and sheets. Clinic only: nothing on the partner's side opens over a page.
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { Button, type ButtonLook } from '@/components/ui/button';
import { useCloseOverlay } from '@/components/ui/overlay/overlay-context';

export type OverlayProps = {
  /** dialog: a question in the middle; sheet: work at the side. */
  kind?: 'dialog' | 'sheet';
  /** Its heading. */
  title: string;
  isOpen: boolean;
  onClose: () => void;
  /** Whether a press outside closes it; false where something typed would be lost. */
  isDismissable?: boolean;
  children: ReactNode;
};

const loadSurface = () =>
  import('@/components/ui/overlay/overlay-surface').then((module) => ({ default: module.OverlaySurface }));
const Surface = lazy(loadSurface);

function preload() {
  void loadSurface();
}

/** A dialog or sheet whose opening the caller decides. */
export function Overlay(props: OverlayProps) {
  return props.isOpen ? (
    <Suspense fallback={null}>
      <Surface {...props} />
    </Suspense>
  ) : null;
}

type OverlayButtonProps = ButtonLook &
  Pick<OverlayProps, 'kind' | 'title' | 'isDismissable' | 'children'> & {
    /** Words of the button that opens it. */
    label: ReactNode;
    className?: string;
  };

/** A button and what it opens. A FormFrame inside closes it when it is done. */
export function OverlayButton({ label, kind, title, isDismissable, children, ...look }: OverlayButtonProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button
        {...look}
        aria-haspopup="dialog"
        onPointerEnter={preload}
        onFocus={preload}
        onClick={() => setIsOpen(true)}
      >
        {label}
      </Button>
      <Overlay kind={kind} title={title} isDismissable={isDismissable} isOpen={isOpen} onClose={() => setIsOpen(false)}>
        {children}
      </Overlay>
    </>
  );
}

/** Leaves the dialog or sheet it stands in without doing anything. */
export function CloseOverlayButton({ children = 'Cancel', ...look }: ButtonLook & { children?: ReactNode }) {
  const close = useCloseOverlay();
  return (
    <Button {...look} onClick={() => close?.()}>
      {children}
    </Button>
  );
}
