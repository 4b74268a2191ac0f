'use client';

import { Printer } from 'lucide-react';
import { Button } from '@/components/ui/button';

/** Opens the browser's own print dialog. */
export function PrintButton({ children = 'Print' }: { children?: string }) {
  return (
    <Button variant="primary" onClick={() => window.print()}>
      <Printer aria-hidden="true" className="size-4" />
      {children}
    </Button>
  );
}
