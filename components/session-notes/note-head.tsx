import type { ReactNode } from 'react';
import { StatusChip } from '@/components/session-notes/signing/status-chip';
import { Chip } from '@/components/ui/chip';
import { TextLink } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-parts';
import { dayOf, timeIn, weekdayAndDay } from '@/lib/format/dates';
import { shortName } from '@/lib/format/notes/note-formats';
import type { NoteFormat } from '@/lib/format/note-sections';
import type { NoteStatus } from '@/lib/format/notes/note-status';

type NoteHeadProps = {
  couple: { id: string; label: string };
  note: {
    sessionId: string;
    format: NoteFormat;
    status: NoteStatus;
    partner: { name: string } | null;
    session: { startsAt: Date; minutes: number; place: string };
  };
  timeZone: string;
  today: string;
  actions?: ReactNode;
};

/** Whose note it is, of which session, and how it stands. */
export function NoteHead({ couple, note, timeZone, today, actions }: NoteHeadProps) {
  const { session, partner } = note;
  const when = `${weekdayAndDay(dayOf(session.startsAt, timeZone), today)}, ${timeIn(session.startsAt, timeZone)}`;
  return (
    <PageHeader
      back={
        <span className="flex flex-wrap gap-x-4">
          <TextLink href={`/couples/${couple.id}/sessions`}>{couple.label}: sessions</TextLink>
          <TextLink href={`/couples/${couple.id}/sessions/${note.sessionId}`}>This session</TextLink>
        </span>
      }
      title={`Note of ${when}`}
      chips={
        <>
          <StatusChip status={note.status} />
          <Chip tone={partner ? 'private' : 'neutral'}>{partner ? `${partner.name} alone` : 'Joint'}</Chip>
          <Chip>{shortName(note.format)}</Chip>
        </>
      }
      lead={[`${session.minutes} minutes`, session.place].filter(Boolean).join(' · ')}
      actions={actions}
    />
  );
}
