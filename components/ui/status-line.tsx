import type { ReactNode } from 'react';

type StatusLineProps = {
  /** idle shows nothing and keeps its height. */
  status: 'idle' | 'saving' | 'saved' | 'unsaved';
  /** When it was saved, as a clock shows it: "14:02". */
  savedAt?: string;
  /** What is kept and why it was not saved: "Not connected. Your text is here." */
  reason?: string;
  /** The retry button, shown when unsaved. */
  retry?: ReactNode;
};

/** Whether what was typed is safe. */
export function StatusLine({ status, savedAt, reason, retry }: StatusLineProps) {
  return (
    <div className="status-line" data-status={status} role="status">
      {status === 'saving' ? 'Saving' : null}
      {status === 'saved' ? `Saved ${savedAt ?? ''}` : null}
      {status === 'unsaved' ? (
        <>
          <span>Not saved. {reason}</span>
          {retry}
        </>
      ) : null}
    </div>
  );
}
