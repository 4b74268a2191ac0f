import { Clinic } from '@/app/frames/clinic';
import { headOf, NoteHead } from '@/components/session-notes/note-head';
import { VersionView } from '@/components/session-notes/version-view';
import { TextLink } from '@/components/ui/link';
import { Card, Section } from '@/components/ui/page-parts';
import { dayAndTime } from '@/lib/format/dates';
import { page } from '@/lib/page';
import { readNoteVersions } from '@/lib/session-notes/read-note';

export default page({
  door: 'clinic',
  read: (tx, { params: { coupleId, noteId, versionId = '' } }) => readNoteVersions(tx, { coupleId, noteId, versionId }),
  view: ({ data: { couple, note, shown }, actor, formKey }) => {
    const href = `/couples/${couple.id}/notes/${note.id}`;
    if (!shown) return null;
    return (
      <Clinic actor={actor} formKey={formKey} current="caseload" title="An earlier text of a note">
        <NoteHead head={headOf(couple, note, actor)} />
        <Section
          heading={`As it was ${dayAndTime(shown.keptAt, actor.timeZone, actor.today)}`}
          actions={
            <span className="flex flex-wrap gap-x-4">
              <TextLink href={`${href}/versions`}>All earlier texts</TextLink>
              {note.state === 'draft' ? (
                <TextLink href={`${href}?kept=${shown.id}`}>Take words from it</TextLink>
              ) : null}
              <TextLink href={href}>Back to the note</TextLink>
            </span>
          }
        >
          <Card as="article">
            <VersionView
              format={{ id: note.format, version: note.formatVersion }}
              earlier={shown.sections}
              now={note.sections}
              who={note.who}
            />
          </Card>
        </Section>
      </Clinic>
    );
  },
});
