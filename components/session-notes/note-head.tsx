import type { ReactNode } from 'react';
import { StatusChip } from '@/components/session-notes/signing/status-chip';
import { Chip } from '@/components/ui/chip';
import { TextLink } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-parts';
import { dayOf, timeIn, weekdayAndDay } from '@/lib/format/dates';
import { shortName } from '@/lib/format/notes/note-formats';
import type { NoteFormat } from '@/lib/format/note-sections';
import type { NoteStatus } from '@/lib/format/notes/note-status';

type NoteOfHead = {
  sessionId: string;
  format: NoteFormat;
  status: NoteStatus;
  partner: { name: string } | null;
  session: { startsAt: Date; minutes: number; place: string };
};

export type HeadOnPage = {
  coupleId: string;
  couple: string;
  sessionId: string;
  /** "Tue 24 Nov, 14:00" */
  when: string;
  status: NoteStatus;
  format: NoteFormat;
  /** Of an individual note. */
  partner: string | null;
  lead: string;
};

export const headOf = (
  couple: { id: string; label: string },
  { session, sessionId, status, format, partner }: NoteOfHead,
  { timeZone, today }: { timeZone: string; today: string },
): HeadOnPage => ({
  coupleId: couple.id,
  couple: couple.label,
  sessionId,
  when: `${weekdayAndDay(dayOf(session.startsAt, timeZone), today)}, ${timeIn(session.startsAt, timeZone)}`,
  status,
  format,
  partner: partner?.name ?? null,
  lead: [`${session.minutes} minutes`, session.place].filter(Boolean).join(' · '),
});

/** Whose note it is, of which session, and how it stands. */
export function NoteHead({ head, actions }: { head: HeadOnPage; actions?: ReactNode }) {
  const { coupleId, couple, sessionId, when, status, format, partner, lead } = head;
  return (
    <PageHeader
      back={
        <span className="flex flex-wrap gap-x-4">
          <TextLink href={`/couples/${coupleId}/sessions`}>{`${couple}: sessions`}</TextLink>
          <TextLink href={`/couples/${coupleId}/sessions/${sessionId}`}>This session</TextLink>
        </span>
      }
      title={`Note of ${when}`}
      chips={
        <>
          <StatusChip status={status} />
          <Chip tone={partner ? 'private' : 'neutral'}>{partner ? `${partner} alone` : 'Joint'}</Chip>
          <Chip>{shortName(format)}</Chip>
        </>
      }
      lead={lead}
      actions={actions}
    />
  );
}
