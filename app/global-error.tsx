'use client';

import './globals.css';
import { Button } from '@/components/ui/button';
import { NoticePage } from '@/components/ui/notice-page';

// Stands in for the root layout when that itself fails, so it brings its own html.
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  const quote = error instanceof Error && 'digest' in error ? String(error.digest) : undefined;
  return (
    <html lang="en">
      <body>
        <NoticePage
          heading="Something went wrong"
          quote={quote}
          actions={
            <Button variant="primary" onClick={() => retry()}>
              Try again
            </Button>
          }
        >
          <p>This page could not be shown. What was saved before is safe.</p>
          <p>Try again. If it happens once more, wait a few minutes.</p>
        </NoticePage>
      </body>
    </html>
  );
}
