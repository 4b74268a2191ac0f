'use client';

// A fault on the partner's side: Close and Support stay where they always are.
import { PortalFrame } from '@/components/portal/portal-frame';
import { Button } from '@/components/ui/button';
import { PlainLinkButton } from '@/components/ui/plain-link';

export default function PortalError({ error, retry }: { error: unknown; retry: () => void }) {
  const number = error instanceof Error && 'digest' in error ? String(error.digest) : null;
  return (
    <PortalFrame>
      <title>Today</title>
      <h1>Something went wrong</h1>
      <p>This page could not be shown. What you sent before is safe, and what you typed is kept for 24 hours.</p>
      <div className="pair">
        <Button variant="primary" onClick={() => retry()}>
          Try again
        </Button>
        <PlainLinkButton href="/home">Back to Today</PlainLinkButton>
      </div>
      {number ? (
        <p className="text-sm text-ink-muted">
          If you tell the practice about it, quote <span className="tabular font-semibold">{number}</span>.
        </p>
      ) : null}
    </PortalFrame>
  );
}
