import { ProcessNoteEditor } from '@/components/process-notes/process-note-editor';
import { BelongsElsewhere, ProcessNoteFrame } from '@/components/process-notes/process-note-words';
import { Banner } from '@/components/ui/banner';
import { Disclosure } from '@/components/ui/disclosure';
import { Checkbox } from '@/components/ui/form/choice-fields';
import { FormFrame } from '@/components/ui/form/form-frame';
import { TextLink } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-parts';
import type { FormAction } from '@/lib/action-state';
import type { ProcessNoteToWrite } from '@/lib/process-notes/read-process-notes';

type ProcessNotePageProps = {
  note: ProcessNoteToWrite;
  /** The note's text is one that another window's was put beside. */
  isApart?: boolean;
  actions: { save: FormAction; remove?: FormAction };
  formKey: string;
  timeZone: string;
};

export function ProcessNotePage({ note, isApart, actions, formKey, timeZone }: ProcessNotePageProps) {
  const { id, coupleId, about, hasCouple, version, on, text, updatedAt, savedIn, apartId, deleteKey } = note;
  const list = hasCouple ? `/couples/${coupleId}/process-notes` : '/process-notes';
  const written = { id, coupleId, version, on, text, savedIn, apartId, savedAt: updatedAt?.toISOString() ?? null };
  return (
    <>
      <PageHeader
        back={<TextLink href={list}>{hasCouple ? `Process notes, ${about}` : 'Process notes'}</TextLink>}
        title="Process note"
        lead={hasCouple ? undefined : `About ${about}, whom you no longer care for.`}
      />
      <ProcessNoteFrame>
        {isApart ? (
          <Banner tone="look" action={<TextLink href={list}>All notes</TextLink>}>
            The note was changed in another window. Both texts are kept: this one is now a note of its own.
          </Banner>
        ) : null}
        <div className="note-editor">
          {/* A new one has another id each time its page is made; without script its answer must find the same form. */}
          <ProcessNoteEditor
            key={version === 0 ? 'new' : id}
            note={written}
            save={actions.save}
            formKey={formKey}
            timeZone={timeZone}
          />
          <BelongsElsewhere />
        </div>
        {actions.remove ? (
          <Disclosure summary="Delete this process note">
            <FormFrame
              action={actions.remove}
              formKey={deleteKey}
              hidden={{ noteId: id }}
              submit="Delete for good"
              submitVariant="danger"
              label="Delete this process note"
            >
              <Checkbox name="isSure" label="Delete it for good. It can’t be brought back." />
            </FormFrame>
          </Disclosure>
        ) : null}
      </ProcessNoteFrame>
    </>
  );
}
