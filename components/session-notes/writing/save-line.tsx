'use client';

import type { useAutosave } from '@/components/session-notes/writing/use-autosave';
import { Button } from '@/components/ui/button';
import { TextLink } from '@/components/ui/link';
import { StatusLine } from '@/components/ui/status-line';
import { timeIn } from '@/lib/format/dates';

type SaveLineProps = { saving: ReturnType<typeof useAutosave>; isKept: boolean; href: string; timeZone: string };

/** Whether what was typed is safe, and where to go when it stands beside the note. */
export function SaveLine({ saving, isKept, href, timeZone }: SaveLineProps) {
  const { status, other, signedAway, flush } = saving;
  return (
    <>
      {isKept && other ? <TextLink href={href}>Leave the note as it is</TextLink> : null}
      {signedAway ? <TextLink href={`${href}?kept=${signedAway}`}>Show the signed note and your text</TextLink> : null}
      <StatusLine
        status={status.status}
        savedAt={status.savedAt ? timeIn(new Date(status.savedAt), timeZone) : undefined}
        reason={status.reason}
        retry={
          other || signedAway ? undefined : (
            <Button size="sm" onClick={() => void flush()}>
              Retry
            </Button>
          )
        }
      />
    </>
  );
}
