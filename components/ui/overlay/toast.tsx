'use client';

// A word about what was just done and can be undone; nothing else is said this way. Loaded at the first one.
import { lazy, Suspense, useEffect, useState } from 'react';

const loadToasts = () => import('@heroui/react/toast');
const Provider = lazy(() => loadToasts().then((module) => ({ default: module.ToastProvider })));

const shownFor = 10_000;
let showRegion: (() => void) | null = null;

type ToastWords = {
  /** What was done, in a sentence. */
  message: string;
  /** Takes it back. */
  undo: () => void;
  /** Words of the button. */
  undoLabel?: string;
};

export async function showToast({ message, undo, undoLabel = 'Undo' }: ToastWords) {
  showRegion?.();
  const { toast } = await loadToasts();
  const id = toast(message, {
    timeout: shownFor,
    actionProps: {
      children: undoLabel,
      onPress: () => {
        toast.close(id);
        undo();
      },
    },
  });
}

/** Where toasts appear; once, in the clinic's frame. */
export function ToastRegion() {
  const [isNeeded, setIsNeeded] = useState(false);
  useEffect(() => {
    showRegion = () => setIsNeeded(true);
    return () => {
      showRegion = null;
    };
  }, []);
  return isNeeded ? (
    <Suspense fallback={null}>
      <Provider placement="bottom" />
    </Suspense>
  ) : null;
}
