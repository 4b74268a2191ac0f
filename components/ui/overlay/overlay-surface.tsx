'use client';

// The dialog itself: React Aria keeps the focus inside, gives it back, hides the rest and listens for Esc. Loaded when first opened.
import { Modal } from '@heroui/react/modal';
import { X } from 'lucide-react';
import type { OverlayProps } from '@/components/ui/overlay/overlay';
import { OverlayContext } from '@/components/ui/overlay/overlay-context';

export function OverlaySurface({
  kind = 'dialog',
  title,
  isOpen,
  onClose,
  isDismissable = true,
  children,
}: OverlayProps) {
  return (
    <Modal.Backdrop
      className="overlay__backdrop"
      isOpen={isOpen}
      onOpenChange={(open) => (open ? undefined : onClose())}
      isDismissable={isDismissable}
    >
      <Modal.Container className="overlay__box" data-kind={kind}>
        <Modal.Dialog className="overlay__dialog">
          <OverlayContext value={onClose}>
            <div className="overlay__head">
              <Modal.Heading level={2}>{title}</Modal.Heading>
              <button
                type="button"
                className="button button--ghost button--icon-only -me-2 -mt-1.5"
                aria-label="Close"
                onClick={onClose}
              >
                <X aria-hidden="true" />
              </button>
            </div>
            <div className="overlay__body">{children}</div>
          </OverlayContext>
        </Modal.Dialog>
      </Modal.Container>
    </Modal.Backdrop>
  );
}
