import { FileLock2, FilePen } from 'lucide-react';
import type { ReactNode } from 'react';
import { Chip } from '@/components/ui/chip';
import { TextLink } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-parts';
import { dayOf, timeIn, weekdayAndDay } from '@/lib/format/dates';
import { shortName } from '@/lib/format/notes/note-formats';
import type { NoteFormat } from '@/lib/format/note-sections';

type NoteHeadProps = {
  couple: { id: string; label: string };
  note: {
    sessionId: string;
    format: NoteFormat;
    state: 'draft' | 'signed';
    partner: { name: string } | null;
    addenda: readonly unknown[];
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
          <StateChip note={note} />
          <Chip tone={partner ? 'private' : 'neutral'}>{partner ? `${partner.name} alone` : 'Joint'}</Chip>
          <Chip>{shortName(note.format)}</Chip>
        </>
      }
      lead={[`${session.minutes} minutes`, session.place].filter(Boolean).join(' · ')}
      actions={actions}
    />
  );
}

function StateChip({ note }: Pick<NoteHeadProps, 'note'>) {
  if (note.state === 'draft')
    return (
      <Chip tone="look" icon={<FilePen aria-hidden="true" />}>
        Draft
      </Chip>
    );
  return (
    <Chip tone="success" icon={<FileLock2 aria-hidden="true" />}>
      {note.addenda.length > 0 ? 'Signed, with addendum' : 'Signed'}
    </Chip>
  );
}
