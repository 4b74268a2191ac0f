'use client';

// In the browser too, so that a draft and what stands beside it cross once, as data.
import { type ReactNode, useMemo } from 'react';
import { CoAuthors } from '@/components/session-notes/co-authors';
import type { DraftOnPage } from '@/components/session-notes/draft-on-page';
import { NoteContextPanel } from '@/components/session-notes/note-context';
import { NoteHead } from '@/components/session-notes/note-head';
import { NoteEditor } from '@/components/session-notes/writing/note-editor';
import { Banner } from '@/components/ui/banner';
import { LinkButton, TextLink } from '@/components/ui/link';
import { Section } from '@/components/ui/page-parts';
import type { FormAction } from '@/lib/action-state';
import { type Packed, unpacked } from '@/lib/format/packed';

type DraftPageProps = {
  draft: Packed<DraftOnPage>;
  saveNote: FormAction;
  nameCoAuthor: FormAction;
  dropCoAuthor: FormAction;
  formKey: string;
  /** What a supervisor wrote who returned it. */
  children: ReactNode;
};

/** A draft: written on the left, its context on the right. */
export function DraftPage({ draft, saveNote, nameCoAuthor, dropCoAuthor, formKey, children }: DraftPageProps) {
  const data = useMemo(() => unpacked(draft), [draft]);
  const { head, note, href, author, context, kept } = data;
  return (
    <>
      <NoteHead head={head} actions={<LinkButton href={`${href}/print`}>Print</LinkButton>} />
      {author === null ? null : (
        <p className="-mt-3 mb-5">
          {`You write this with ${author}, who reviews and signs it. ${author} can remove you at any time.`}
        </p>
      )}
      {data.isReturned ? (
        <div className="mb-6 flex max-w-[46rem] flex-col gap-6">
          <Banner tone="look">
            Your supervisor returned this note. Change it here, then review and sign it again.
          </Banner>
          {children}
        </div>
      ) : null}
      <NoteEditor
        key={kept?.id ?? note.id}
        note={note}
        kept={kept}
        who={data.who}
        lastPlan={context?.lastPlan?.text ?? null}
        snippets={data.snippets}
        maySign={author === null}
        hasSingleKeys={data.hasSingleKeys}
        saveNote={saveNote}
        formKey={formKey}
        timeZone={data.timeZone}
        href={href}
        context={context ? <NoteContextPanel context={context} /> : null}
      />
      <p className="mt-6 mb-10 flex flex-wrap gap-x-6 gap-y-2">
        <TextLink href={`${href}/versions`}>Earlier texts of this note</TextLink>
        <TextLink href="/settings/notes">Your snippets and format</TextLink>
      </p>
      {author === null ? (
        <Section heading="Who writes with you">
          <CoAuthors
            noteId={note.id}
            coAuthors={data.coAuthors}
            others={data.others}
            name={nameCoAuthor}
            drop={dropCoAuthor}
            formKeys={data.coAuthorKeys}
          />
        </Section>
      ) : null}
    </>
  );
}
