import { randomUUID } from 'node:crypto';
import type { ContextOnPage, DraftOnPage } from '@/components/session-notes/draft-on-page';
import { headOf } from '@/components/session-notes/note-head';
import { DraftPage } from '@/components/session-notes/writing/draft-page';
import type { Actor } from '@/lib/actor';
import { dayAndTime, dayOf, shortDay } from '@/lib/format/dates';
import { packed } from '@/lib/format/packed';
import type { NoteContext } from '@/lib/session-notes/read-context';
import type { NotePage } from '@/lib/session-notes/read-note';
import { dropCoAuthorAction, nameCoAuthorAction, saveNoteAction } from './actions';
import { SupervisionThreads } from './supervision-threads';

/** A draft, for those who write it. */
export function DraftNote({ data, actor, formKey }: { data: NotePage; actor: Actor; formKey: string }) {
  return (
    <DraftPage
      draft={packed(shown(data, actor))}
      saveNote={saveNoteAction}
      nameCoAuthor={nameCoAuthorAction}
      dropCoAuthor={dropCoAuthorAction}
      formKey={formKey}
    >
      {data.note.status === 'returned' ? <SupervisionThreads data={data} actor={actor} /> : null}
    </DraftPage>
  );
}

function shown({ couple, note, context, coAuthors, kept, snippets }: NotePage, actor: Actor): DraftOnPage {
  const { timeZone, today, hasSingleKeys } = actor;
  const { isMe, name } = note.author;
  const isNamed = (id: string) => note.coAuthors.some(({ staffMemberId }) => staffMemberId === id);
  return {
    head: headOf(couple, note, actor),
    note: {
      id: note.id,
      format: { id: note.format, version: note.formatVersion },
      version: note.version,
      sections: note.sections,
      savedAt: note.updatedAt.toISOString(),
    },
    href: `/couples/${couple.id}/notes/${note.id}`,
    author: isMe ? null : name,
    isReturned: note.status === 'returned',
    kept: kept && { id: kept.id, sections: kept.sections, label: `Kept ${dayAndTime(kept.keptAt, timeZone, today)}` },
    who: note.who,
    snippets: snippets.map((snippet) => ({ name: snippet.name, text: snippet.text })),
    hasSingleKeys,
    timeZone,
    context: context && besideIt(context, note.kind === 'joint', couple.partners, actor),
    coAuthors: note.coAuthors,
    others: coAuthors.flatMap(({ staffMemberId, name: other }) =>
      isNamed(staffMemberId) ? [] : [{ staffMemberId, name: other }],
    ),
    coAuthorKeys: isMe ? [randomUUID(), ...note.coAuthors.map(() => randomUUID())] : [],
  };
}

function besideIt(
  { since, lastPlan, goals, tiers, assigned, comfort, checkIns, reflections, words }: NoteContext,
  isJoint: boolean,
  partners: NotePage['couple']['partners'],
  { timeZone, today }: Actor,
): ContextOnPage {
  const whose = (partnerId: string) => partners.findIndex(({ id }) => id === partnerId);
  const day = (at: Date) => shortDay(dayOf(at, timeZone), today);
  return {
    isJoint,
    partners: partners.map(({ name, initials, place }) => ({ name, initials, place })),
    since: since && day(since),
    lastPlan: lastPlan && { on: day(lastPlan.sessionAt), text: lastPlan.text },
    goals: goals.map((goal) => ({
      words: goal.words,
      objectives: goal.objectives.map((objective) => objective.words),
    })),
    tiers: tiers.map(({ partnerId, tier, times }) => ({ whose: whose(partnerId), tier, times })),
    assigned: assigned.map(({ title, at }) => ({ title, on: day(at) })),
    comfort: comfort.map(({ partnerId, from, to }) => ({ whose: whose(partnerId), from, to })),
    checkIns: checkIns.map(({ partnerId, title, on, numbers, answers, texts }) => ({
      whose: whose(partnerId),
      title,
      on: shortDay(on, today),
      numbers: numbers.map(({ name, value }) => [name, value]),
      answers: [...answers, ...texts].map(({ ask, answer }) => [ask, answer]),
    })),
    reflections: reflections.map(({ sentAt, text }) => ({
      on: day(sentAt),
      at: dayAndTime(sentAt, timeZone, today),
      text,
    })),
    words: words.map(({ partnerId, on, text }) => ({ whose: whose(partnerId), on: shortDay(on, today), text })),
  };
}
