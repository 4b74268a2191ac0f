import { randomUUID } from 'node:crypto';
import { AttendanceForm } from '@/components/sessions/attendance-form';
import { attendanceSentence } from '@/components/sessions/session-words';
import { KeptTexts } from '@/components/session-notes/kept-texts';
import { NoteContextPanel } from '@/components/session-notes/note-context';
import { NoteEditor } from '@/components/session-notes/note-editor';
import { Banner } from '@/components/ui/banner';
import { Disclosure } from '@/components/ui/disclosure';
import type { Actor } from '@/lib/actor';
import { dayAndTime } from '@/lib/format/dates';
import type { NotePage } from '@/lib/session-notes/read-note';
import { recordAttendanceAction } from '../../sessions/actions';
import { saveNoteAction } from './actions';
import { SupervisionThreads } from './supervision-threads';

/** A draft, for its author: written on the left, its context on the right. */
export function DraftNote({ data, actor, formKey }: { data: NotePage; actor: Actor; formKey: string }) {
  const { couple, note, context, versions, kept } = data;
  const href = `/couples/${couple.id}/notes/${note.id}`;
  return (
    <>
      {note.status === 'returned' ? (
        <div className="mb-6 flex max-w-[46rem] flex-col gap-6">
          <Banner tone="look">
            Your supervisor returned this note. Change it here, then review and sign it again.
          </Banner>
          <SupervisionThreads data={data} actor={actor} />
        </div>
      ) : null}
      {note.session.startsAt <= actor.now ? (
        <div className="-mt-3 mb-5">
          <Disclosure summary={`Who came: ${attendanceSentence(note.present)}`}>
            <AttendanceForm
              action={recordAttendanceAction}
              formKey={randomUUID()}
              sessionId={note.sessionId}
              expected={note.present.map(({ partner, attendance }) => ({
                id: partner.id,
                name: partner.name,
                attendance: attendance ?? undefined,
              }))}
            />
          </Disclosure>
        </div>
      ) : null}
      <NoteEditor
        key={kept?.id ?? note.id}
        note={{
          id: note.id,
          format: note.format,
          version: note.version,
          sections: note.sections,
          savedAt: note.updatedAt.toISOString(),
        }}
        kept={
          kept && { sections: kept.sections, label: `Kept ${dayAndTime(kept.keptAt, actor.timeZone, actor.today)}` }
        }
        lastPlan={context?.lastPlan?.text ?? null}
        saveNote={saveNoteAction}
        formKey={formKey}
        timeZone={actor.timeZone}
        href={href}
        reviewHref={`${href}/review`}
        context={
          context ? (
            <NoteContextPanel
              context={context}
              kind={note.kind}
              partners={couple.partners}
              timeZone={actor.timeZone}
              today={actor.today}
            />
          ) : null
        }
      />
      <div className="mt-6">
        <KeptTexts versions={versions} href={href} timeZone={actor.timeZone} today={actor.today} />
      </div>
    </>
  );
}
