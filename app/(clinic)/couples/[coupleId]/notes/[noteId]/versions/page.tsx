import { Clinic } from '@/app/frames/clinic';
import { headOf, NoteHead } from '@/components/session-notes/note-head';
import { VersionList } from '@/components/session-notes/version-list';
import { TextLink } from '@/components/ui/link';
import { EmptyState, Section } from '@/components/ui/page-parts';
import { page } from '@/lib/page';
import { readNoteVersions } from '@/lib/session-notes/read-note';

export default page({
  door: 'clinic',
  read: (tx, { params }) => readNoteVersions(tx, params),
  view: ({ data: { couple, note, versions }, actor, formKey }) => {
    const href = `/couples/${couple.id}/notes/${note.id}`;
    return (
      <Clinic actor={actor} formKey={formKey} current="caseload" title="Earlier texts of a note">
        <NoteHead head={headOf(couple, note, actor)} />
        <Section
          heading="Earlier texts"
          lead="One is kept every five minutes of writing, when another window or a co-author goes on, when two texts meet, and on signing. Only those who write the note see them."
          actions={<TextLink href={href}>Back to the note</TextLink>}
        >
          {versions.length === 0 ? (
            <EmptyState>None is kept yet.</EmptyState>
          ) : (
            <VersionList
              versions={versions}
              href={href}
              author={note.author.name}
              timeZone={actor.timeZone}
              today={actor.today}
            />
          )}
        </Section>
      </Clinic>
    );
  },
});
