'use client';

import { useRouter } from 'next/navigation';
import {
  useEffect,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
  type SubmitEvent,
} from 'react';
import { FIELD, fieldsIn, putField } from '@/components/session-notes/writing/fields-in';
import { FormatField } from '@/components/session-notes/writing/format-field';
import { continueList } from '@/components/session-notes/writing/continue-list';
import { InsertList } from '@/components/session-notes/writing/insert-list';
import { NoteBasics, NoteEnd } from '@/components/session-notes/writing/note-details';
import { OtherDetails } from '@/components/session-notes/writing/other-details';
import { OtherSection } from '@/components/session-notes/writing/other-section';
import { SaveLine } from '@/components/session-notes/writing/save-line';
import { lastWordOf, useAutosave, type Format, type OtherText } from '@/components/session-notes/writing/use-autosave';
import { put, useInsertMenu, type Snippet } from '@/components/session-notes/writing/use-insert-menu';
import type { Who } from '@/lib/format/notes/note-words';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { FormFrame } from '@/components/ui/form/form-frame';
import { SubmitButton } from '@/components/ui/form/submit-button';
import { TextArea } from '@/components/ui/form/text-field';
import type { FormAction } from '@/lib/action-state';
import { timeIn } from '@/lib/format/dates';
import { formatOf } from '@/lib/format/notes/note-formats';
import type { NoteFormat, NoteSections } from '@/lib/format/note-sections';

type NoteEditorProps = {
  note: { id: string; format: Format; version: number; sections: NoteSections; savedAt: string };
  /** An earlier text, to compare with the note as it stands. */
  kept: { sections: NoteSections; label: string } | null;
  who: readonly Who[];
  lastPlan: string | null;
  snippets: readonly Snippet[];
  /** A co-author writes; the author reviews and signs. */
  maySign: boolean;
  hasSingleKeys: boolean;
  saveNote: FormAction;
  formKey: string;
  timeZone: string;
  /** The note's own address. */
  href: string;
  /** What stands beside, read only. */
  context: ReactNode;
};

/** Writes a note: one box for each section, saved by itself. It works without JavaScript too, by its Save button. */
export function NoteEditor(props: NoteEditorProps) {
  const { note, kept, who, lastPlan, snippets, maySign, hasSingleKeys, formKey, timeZone, href } = props;
  const router = useRouter();
  const around = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const lastBox = useRef<HTMLTextAreaElement | null>(null);
  const [first] = useState(() =>
    kept ? { ...note, saved: kept.sections, text: kept.sections } : lastWordOf(note.id, note),
  );
  const servedOther: OtherText | null = kept
    ? { version: note.version, sections: note.sections, mine: kept.sections, savedAt: note.savedAt }
    : null;
  const saving = useAutosave({ noteId: note.id, ...first, other: servedOther });
  const { other, drawn, changed, flush } = saving;
  const [version] = useState(first.version);
  const insert = useInsertMenu({ around, snippets, isOn: hasSingleKeys });
  const kinds = formatOf(drawn.format.id, drawn.format.version).sections;

  const typed = (): NoteSections => (frame.current ? fieldsIn(frame.current) : {});
  const replace = (id: string, text: string) => {
    if (frame.current) putField(frame.current, id, text)?.focus();
    changed(typed());
  };
  const boxOf = (id: string) =>
    frame.current?.querySelector<HTMLTextAreaElement>(`textarea[name="${FIELD}${id}"]`) ?? null;
  /** Where one last wrote, or the first section. */
  const boxInHand = () => (lastBox.current?.isConnected ? lastBox.current : boxOf(kinds[0]!.id));

  function copyLastPlan() {
    const box = boxOf('plan');
    if (!box || !lastPlan) return;
    box.focus();
    box.setSelectionRange(box.value.length, box.value.length);
    put(box, `${box.value === '' || box.value.endsWith('\n') ? '' : '\n'}${lastPlan}`);
  }

  async function save(): Promise<boolean> {
    changed(typed());
    if (!other) return flush();
    const isSaved = await saving.resolve();
    // The address still names the earlier text; it has been dealt with.
    if (isSaved && kept) router.replace(href as never);
    return isSaved;
  }
  const review = () => void save().then((isSaved) => isSaved && router.push(`${href}/review` as never));

  function submit(event: SubmitEvent<HTMLElement>) {
    event.preventDefault();
    event.stopPropagation();
    const { submitter } = event.nativeEvent;
    const next = submitter?.getAttribute('value');
    if (next === 'review') review();
    else if (next === 'format') {
      changed(typed());
      const to = new FormData(submitter?.closest('form') ?? undefined).get('changeTo');
      if (to) void saving.changeFormat(to as NoteFormat).then((isChanged) => isChanged && router.refresh());
    } else void save();
  }

  function keys(event: KeyboardEvent<HTMLElement>) {
    const isCommand = event.ctrlKey || event.metaKey;
    if (insert.key(event)) event.stopPropagation();
    else if (isCommand && event.key.toLowerCase() === 's') void save();
    else if (isCommand && event.key === 'Enter' && (maySign || other)) {
      if (other) void save();
      else review();
    } else if (hasSingleKeys && event.target instanceof HTMLTextAreaElement && continueList(event.target, event)) {
      // The list went on.
    } else return;
    event.preventDefault();
  }

  function left(event: FocusEvent) {
    if (insert.menu && event.target === insert.menu.box) insert.close();
    if (event.target instanceof HTMLTextAreaElement) lastBox.current = event.target;
    void flush();
  }

  /** Pressed beside the note. */
  function pressed(target: EventTarget) {
    const text = target instanceof Element ? target.closest<HTMLElement>('[data-insert]')?.dataset.insert : undefined;
    const box = text === undefined ? null : boxInHand();
    if (!box || text === undefined) return;
    box.focus();
    const before = box.value.slice(0, box.selectionStart);
    put(box, `${before === '' || before.endsWith('\n') ? '' : '\n'}${text}`);
  }

  // What was typed before this script ran, or was not saved when this page was left, is typed text too.
  useEffect(() => {
    changed(typed());
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when the page is ready
  }, []);

  const mine = kept ? kept.label : 'Yours, in this window';
  const others = other ? `In the note, saved ${timeIn(new Date(other.savedAt), timeZone)}` : '';

  return (
    <div
      ref={around}
      className="note-editor"
      data-comparing={other ? '' : undefined}
      onClick={(event) => pressed(event.target)}
    >
      <div
        ref={frame}
        className="note-editor__text"
        onInput={(event) => {
          changed(typed());
          insert.look(event.target);
        }}
        onBlur={left}
        onKeyDown={keys}
        onSubmitCapture={(event) => submit(event as unknown as SubmitEvent<HTMLElement>)}
      >
        <FormFrame
          action={props.saveNote}
          formKey={formKey}
          label="Session note"
          className="note-form"
          hidden={{
            noteId: note.id,
            version: String(version),
            format: first.format.id,
            formatVersion: String(first.format.version),
            ...(other ? { isResolving: 'yes' } : {}),
          }}
          submit={
            <>
              <SubmitButton variant={other || !maySign ? 'primary' : 'secondary'}>
                {other ? 'Save this text' : 'Save'}
              </SubmitButton>
              {other || !maySign ? null : (
                <SubmitButton name="next" value="review">
                  Review and sign
                </SubmitButton>
              )}
            </>
          }
          beside={<SaveLine saving={saving} isKept={kept !== null} href={href} timeZone={timeZone} />}
        >
          {other ? (
            <Banner tone="look">
              {kept
                ? 'An earlier text on the left, the note as it stands on the right. Nothing changes until you save.'
                : 'This note was changed in another window while you wrote here. Both texts are kept. Choose or edit each section, then save.'}
            </Banner>
          ) : null}
          <div key={`${drawn.format.id}${drawn.format.version}`} className="note-fields">
            <NoteBasics fields={drawn.text} who={who} />
            {kinds.map(({ id, title, hint }) => (
              <div key={id} className="note-section">
                <TextArea
                  name={`${FIELD}${id}`}
                  label={title}
                  description={other ? mine : hint}
                  defaultValue={drawn.text[id]}
                  rows={5}
                  after={
                    id === 'plan' && lastPlan && !other ? (
                      <div>
                        <Button variant="quiet" size="sm" data-keys="c" onClick={copyLastPlan}>
                          Copy last plan
                        </Button>
                      </div>
                    ) : undefined
                  }
                />
                {other ? (
                  <OtherSection
                    title={title}
                    label={others}
                    text={other.sections[id] ?? ''}
                    mine={other.mine[id] ?? ''}
                    onUse={(text) => replace(id, text)}
                  />
                ) : null}
              </div>
            ))}
            <NoteEnd fields={drawn.text} who={who} />
            {other ? <OtherDetails other={other} who={who} label={others} onUse={replace} /> : null}
          </div>
          {other ? null : <FormatField current={drawn.format.id} />}
        </FormFrame>
        {insert.menu ? <InsertList menu={insert.menu} onChoose={insert.choose} /> : null}
      </div>
      {other ? null : (
        <aside className="note-editor__beside" aria-label="Beside this note">
          <div className="note-editor__insert">
            <Button
              size="sm"
              data-keys="i"
              onClick={() => {
                const box = boxInHand();
                if (box) insert.open(box);
              }}
            >
              Insert
            </Button>
          </div>
          {props.context}
        </aside>
      )}
    </div>
  );
}
