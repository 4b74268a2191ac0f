'use client';

import { Button } from '@/components/ui/button';
import { NoticePage } from '@/components/ui/notice-page';
import { PlainLinkButton } from '@/components/ui/plain-link';

export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <NoticePage
      heading="Something went wrong"
      quote={digestOf(error)}
      actions={
        <>
          <Button variant="primary" onClick={() => retry()}>
            Try again
          </Button>
          <PlainLinkButton href="/">Go to the first page</PlainLinkButton>
        </>
      }
    >
      <p>This page could not be shown. What was saved before is safe.</p>
      <p>Try again. If it happens once more, wait a few minutes.</p>
    </NoticePage>
  );
}

function digestOf(error: unknown): string | undefined {
  return error instanceof Error && 'digest' in error ? String(error.digest) : undefined;
}
