'use client';

// A native dialog: the browser keeps the focus inside and gives it back.
import { type ReactNode, useEffect, useRef } from 'react';

type SheetProps = { label: string; className?: string; onClose: () => void; children: ReactNode };

export function Sheet({ label, className, onClose, children }: SheetProps) {
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = box.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={box}
      className={`sheet screen-only ${className ?? ''}`}
      aria-label={label}
      onClose={onClose}
      // A press beside the sheet closes it.
      onClick={(event) => event.target === event.currentTarget && box.current?.close()}
    >
      {children}
    </dialog>
  );
}
