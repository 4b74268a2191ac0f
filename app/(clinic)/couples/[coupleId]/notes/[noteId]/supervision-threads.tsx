import { randomUUID } from 'node:crypto';
import { CommentForm, Comments } from '@/components/session-notes/supervision/comment-thread';
import { Disclosure } from '@/components/ui/disclosure';
import { Section } from '@/components/ui/page-parts';
import type { Actor } from '@/lib/actor';
import type { NotePage } from '@/lib/session-notes/read-note';
import { answerSupervisorAction } from './actions';

/** What a supervisor wrote to the author of a note, under it and apart from it. */
export function SupervisionThreads({ data: { note, threads }, actor }: { data: NotePage; actor: Actor }) {
  const answer = (supervisorId: string) => (
    <CommentForm
      action={answerSupervisorAction}
      formKey={randomUUID()}
      hidden={{ noteId: note.id, supervisorId }}
      label="Your answer"
      submit="Send"
    />
  );
  return threads.map(({ supervisorId, comments }) => (
    <Section
      key={supervisorId}
      heading={`With ${comments.find(({ isMine }) => !isMine)?.author ?? 'your supervisor'}`}
      lead="Between the two of you. It is not part of the record."
    >
      <Comments comments={comments} timeZone={actor.timeZone} today={actor.today} />
      {/* A draft is there to be changed: its text comes before an answer. */}
      {note.state === 'draft' ? <Disclosure summary="Answer">{answer(supervisorId)}</Disclosure> : answer(supervisorId)}
    </Section>
  ));
}
