'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode, type SubmitEvent } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { FormFrame } from '@/components/ui/form/form-frame';
import { SubmitButton } from '@/components/ui/form/submit-button';
import { TextArea } from '@/components/ui/form/text-field';
import { TextLink } from '@/components/ui/link';
import { StatusLine } from '@/components/ui/status-line';
import { continueList } from '@/components/session-notes/continue-list';
import { OtherSection } from '@/components/session-notes/other-section';
import { lastWordOf, useAutosave, type OtherText } from '@/components/session-notes/use-autosave';
import type { FormAction } from '@/lib/action-state';
import { timeIn } from '@/lib/format/dates';
import { SECTIONS, type NoteFormat, type NoteSections } from '@/lib/format/note-sections';

type NoteEditorProps = {
  note: { id: string; format: NoteFormat; version: number; sections: NoteSections; savedAt: string };
  /** An earlier text, to compare with the note as it stands. */
  kept: { sections: NoteSections; label: string } | null;
  lastPlan: string | null;
  saveNote: FormAction;
  formKey: string;
  timeZone: string;
  /** The note's own address, and where it is reviewed. */
  href: string;
  reviewHref: string;
  /** What stands beside, read only. */
  context: ReactNode;
};

const FIELD = 'sections.';

/** Writes a note: one box for each section, saved by itself. It works without JavaScript too, by its Save button. */
export function NoteEditor({
  note,
  kept,
  lastPlan,
  saveNote,
  formKey,
  timeZone,
  href,
  reviewHref,
  context,
}: NoteEditorProps) {
  const kinds = SECTIONS[note.format];
  const router = useRouter();
  const frame = useRef<HTMLDivElement>(null);
  const [first] = useState(() =>
    kept
      ? { version: note.version, saved: kept.sections, text: kept.sections, savedAt: note.savedAt }
      : lastWordOf(note.id, note),
  );
  const servedOther: OtherText | null = kept
    ? { version: note.version, sections: note.sections, mine: kept.sections, savedAt: note.savedAt }
    : null;
  const { status, other, signedAway, changed, flush, resolve } = useAutosave({
    noteId: note.id,
    ...first,
    other: servedOther,
  });
  const [version] = useState(first.version);

  const boxOf = (id: string) =>
    frame.current?.querySelector<HTMLTextAreaElement>(`textarea[name="${FIELD}${id}"]`) ?? null;
  const typed = (): NoteSections => Object.fromEntries(kinds.map(({ id }) => [id, boxOf(id)?.value ?? '']));
  const put = (id: string, text: string) => {
    const box = boxOf(id);
    if (!box) return;
    box.value = text;
    box.focus();
    changed(typed());
  };

  async function save(): Promise<boolean> {
    changed(typed());
    if (!other) return flush();
    const isSaved = await resolve();
    // The address still names the earlier text; it has been dealt with.
    if (isSaved && kept) router.replace(href as never);
    return isSaved;
  }

  async function submit(event: SubmitEvent<HTMLElement>) {
    event.preventDefault();
    event.stopPropagation();
    const goesOn = event.nativeEvent.submitter?.getAttribute('value') === 'review';
    const isSaved = await save();
    if (goesOn && isSaved) router.push(reviewHref as never);
  }

  function keys(event: KeyboardEvent<HTMLElement>) {
    const isCommand = event.ctrlKey || event.metaKey;
    if (isCommand && event.key.toLowerCase() === 's') {
      event.preventDefault();
      void save();
    } else if (isCommand && event.key === 'Enter') {
      event.preventDefault();
      void save().then((isSaved) => isSaved && router.push(reviewHref as never));
    } else if (event.target instanceof HTMLTextAreaElement && continueList(event.target, event)) {
      event.preventDefault();
    }
  }

  // What was typed before this script ran, or was not saved when this page was left, is typed text too.
  useEffect(() => {
    changed(typed());
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when the page is ready
  }, []);

  const mine = kept ? kept.label : 'Yours, in this window';
  const others = other ? `In the note, saved ${timeIn(new Date(other.savedAt), timeZone)}` : '';

  return (
    <div className="note-editor" data-comparing={other ? '' : undefined}>
      <div
        ref={frame}
        className="note-editor__text"
        onInput={() => changed(typed())}
        onBlur={() => void flush()}
        onKeyDown={keys}
        onSubmitCapture={(event) => void submit(event as unknown as SubmitEvent<HTMLElement>)}
      >
        <FormFrame
          action={saveNote}
          formKey={formKey}
          label="Session note"
          className="note-form"
          hidden={{ noteId: note.id, version: String(version), ...(other ? { isResolving: 'yes' } : {}) }}
          submit={
            <>
              <SubmitButton variant={other ? 'primary' : 'secondary'}>{other ? 'Save this text' : 'Save'}</SubmitButton>
              {other ? null : (
                <SubmitButton name="next" value="review">
                  Review and sign
                </SubmitButton>
              )}
            </>
          }
          beside={
            <>
              {kept && other ? <TextLink href={href}>Leave the note as it is</TextLink> : null}
              {signedAway ? (
                <TextLink href={`${href}?kept=${signedAway}`}>Show the signed note and your text</TextLink>
              ) : null}
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
          }
        >
          {other ? (
            <Banner tone="look">
              {kept
                ? 'An earlier text on the left, the note as it stands on the right. Nothing changes until you save.'
                : 'This note was changed in another window while you wrote here. Both texts are kept. Choose or edit each section, then save.'}
            </Banner>
          ) : null}
          {kinds.map(({ id, title, hint }) => (
            <div key={id} className="note-section">
              <TextArea
                name={`${FIELD}${id}`}
                label={title}
                description={other ? mine : hint}
                defaultValue={first.text[id]}
                rows={5}
                after={
                  id === 'plan' && lastPlan && !other ? (
                    <CopyLastPlan
                      onCopy={() => put(id, [boxOf(id)?.value.trimEnd(), lastPlan].filter(Boolean).join('\n'))}
                    />
                  ) : undefined
                }
              />
              {other ? (
                <OtherSection
                  title={title}
                  label={others}
                  text={other.sections[id] ?? ''}
                  mine={other.mine[id] ?? ''}
                  onUse={(text) => put(id, text)}
                />
              ) : null}
            </div>
          ))}
        </FormFrame>
      </div>
      {other ? null : (
        <aside className="note-editor__beside" aria-label="Beside this note">
          {context}
        </aside>
      )}
    </div>
  );
}

function CopyLastPlan({ onCopy }: { onCopy: () => void }) {
  return (
    <div>
      <Button variant="quiet" size="sm" onClick={onCopy}>
        Copy last plan
      </Button>
    </div>
  );
}
