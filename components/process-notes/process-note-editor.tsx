'use client';

import { useEffect, useRef, useState, type KeyboardEvent, type SubmitEvent } from 'react';
import { lastWordOf, useProcessAutosave } from '@/components/process-notes/use-process-autosave';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { FormFrame } from '@/components/ui/form/form-frame';
import { DateField, TextArea } from '@/components/ui/form/text-field';
import { TextLink } from '@/components/ui/link';
import { StatusLine } from '@/components/ui/status-line';
import type { FormAction } from '@/lib/action-state';
import { timeIn } from '@/lib/format/dates';
import { LONGEST_PROCESS_NOTE } from '@/lib/process-notes/schema';

type ProcessNoteEditorProps = {
  note: {
    id: string;
    coupleId: string;
    version: number;
    on: string;
    text: string;
    savedAt: string | null;
    savedIn: string;
    apartId: string;
  };
  save: FormAction;
  formKey: string;
  timeZone: string;
};

/** Writes a process note: saved by itself, and by its Save button where there is no script. */
export function ProcessNoteEditor({ note, save, formKey, timeZone }: ProcessNoteEditorProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [first] = useState(() => {
    const typed = { on: note.on, text: note.text };
    const { id, coupleId, version, savedIn, apartId } = note;
    return lastWordOf({ noteId: id, coupleId, version, savedIn, apartId, order: 0, saved: typed, typed });
  });
  const { status, apartFrom, changed, flush } = useProcessAutosave(
    first,
    note.savedAt ? { status: 'saved', savedAt: note.savedAt } : { status: 'idle' },
  );

  const typed = () => {
    const box = frame.current?.querySelector<HTMLTextAreaElement>('textarea[name="text"]');
    const day = frame.current?.querySelector<HTMLInputElement>('input[name="on"]');
    // A day half typed is no day: the one before stands until it is whole.
    return { text: box?.value ?? '', on: day?.value || first.typed.on };
  };
  const saveNow = () => {
    changed(typed());
    void flush();
  };

  function submit(event: SubmitEvent<HTMLElement>) {
    event.preventDefault();
    event.stopPropagation();
    saveNow();
  }

  function keys(event: KeyboardEvent<HTMLElement>) {
    if ((event.ctrlKey || event.metaKey) && (event.key.toLowerCase() === 's' || event.key === 'Enter')) {
      event.preventDefault();
      saveNow();
    }
  }

  // What was typed before this script ran, or was not saved when this page was left, is typed text too.
  useEffect(() => {
    changed(typed());
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when the page is ready
  }, []);

  return (
    <div
      ref={frame}
      onInput={() => changed(typed())}
      onBlur={() => void flush()}
      onKeyDown={keys}
      onSubmitCapture={(event) => submit(event as unknown as SubmitEvent<HTMLElement>)}
    >
      <FormFrame
        action={save}
        formKey={formKey}
        label="Process note"
        className="note-form process-note"
        hidden={{
          coupleId: first.coupleId,
          noteId: first.noteId,
          version: String(first.version),
          savedIn: first.savedIn,
          apartId: first.apartId,
          order: '1',
        }}
        beside={
          <StatusLine
            status={status.status}
            savedAt={status.savedAt ? timeIn(new Date(status.savedAt), timeZone) : undefined}
            reason={status.reason}
            retry={
              <Button size="sm" onClick={() => void flush()}>
                Retry
              </Button>
            }
          />
        }
      >
        {apartFrom ? (
          <Banner tone="look" isLive action={<TextLink href={`/process-notes/${apartFrom}`}>Open the other</TextLink>}>
            This note was changed in another window while you wrote here. Both texts are kept: yours goes on here as a
            note of its own.
          </Banner>
        ) : null}
        <DateField name="on" label="Day" defaultValue={first.typed.on} />
        <TextArea
          name="text"
          label="What you want to remember, for yourself"
          rows={14}
          defaultValue={first.typed.text}
          maxLength={LONGEST_PROCESS_NOTE}
        />
      </FormFrame>
    </div>
  );
}
