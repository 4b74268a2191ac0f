'use client';

// Searches one record. The words travel in the body of a form and what was found comes back in its answer: neither is in an address.
import { Search } from 'lucide-react';
import { unstable_rethrow } from 'next/navigation';
import {
  type ReactNode,
  type SubmitEvent,
  useActionState,
  useEffect,
  useId,
  useRef,
  useState,
  useTransition,
} from 'react';
import { FoundList } from '@/components/find-notes/found-list';
import { Button, buttonClass } from '@/components/ui/button';
import { type FindAction, type FindState, idleForm } from '@/lib/action-state';
import type { FoundNotes } from '@/lib/find-notes/find-notes';
import { LONGEST_SEARCH } from '@/lib/format/records/folded-text';

type NoteSearchProps = {
  action: FindAction<FoundNotes>;
  coupleId: string;
  /** "joint", or the partner's id. */
  of: string;
  /** In whose notes: "the joint notes". */
  where: string;
  today: string;
  /** What stands here until something is looked for. */
  children: ReactNode;
};

const NOT_CONNECTED: FindState<FoundNotes> = {
  status: 'refused',
  message: 'Not connected. Keep this page open; what you typed is here. Try again when you are back online.',
  fields: {},
  typed: {},
};

export function NoteSearch({ action, coupleId, of, where, today, children }: NoteSearchProps) {
  const id = useId();
  // `served` is what a form without JavaScript brings; `answered` is what came back to this page.
  const [served, serverAction] = useActionState(action, idleForm);
  const [answered, setAnswered] = useState<FindState<FoundNotes> | null>(null);
  const [isPending, startTransition] = useTransition();
  const refusal = useRef<HTMLDivElement>(null);
  const state = answered ?? served;
  const typed = served.status === 'found' || served.status === 'refused' ? served.typed.words : undefined;

  useEffect(() => {
    if (answered?.status === 'refused') refusal.current?.focus();
  }, [answered]);

  function send(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isPending) return;
    const sent = new FormData(event.currentTarget);
    startTransition(async () => {
      let answer: FindState<FoundNotes>;
      try {
        answer = await action(idleForm, sent);
      } catch (error) {
        unstable_rethrow(error);
        answer = NOT_CONNECTED;
      }
      startTransition(() => setAnswered(answer));
    });
  }

  const said = state.status === 'refused' ? (state.fields.words ?? state.message) : null;
  return (
    <div className="flex flex-col gap-6">
      <form role="search" action={serverAction} onSubmit={send} className="flex flex-wrap items-end gap-3">
        <input type="hidden" name="coupleId" value={coupleId} readOnly />
        <input type="hidden" name="of" value={of} readOnly />
        <div className="field min-w-0 shrink grow basis-64">
          <label className="label" htmlFor={id}>
            Search {where}
          </label>
          <p className="description" id={`${id}hint`}>
            Several words are all looked for; “a phrase in quotes” as it stands. The search is kept nowhere.
          </p>
          {said ? (
            <div ref={refusal} tabIndex={-1} role="alert" className="form__summary" id={`${id}error`}>
              {said}
            </div>
          ) : null}
          <input
            id={id}
            className="input"
            type="search"
            name="words"
            defaultValue={typeof typed === 'string' ? typed : undefined}
            maxLength={LONGEST_SEARCH}
            aria-describedby={said ? `${id}hint ${id}error` : `${id}hint`}
            aria-invalid={said ? true : undefined}
            autoComplete="off"
            autoCorrect="off"
            spellCheck={false}
          />
        </div>
        <button type="submit" className={`${buttonClass({ variant: 'secondary' })} mb-0.5`} aria-disabled={isPending}>
          <Search aria-hidden="true" className="size-4" />
          {isPending ? 'Searching' : 'Search'}
        </button>
      </form>
      <div role="status" className="sr-only">
        {state.status === 'found' ? countWords(state.found.total) : ''}
      </div>
      {state.status === 'found' ? (
        <section aria-label="Found" className="flex flex-col gap-4">
          <div className="flex flex-wrap items-center justify-between gap-3">
            <h2 className="text-xl">{countWords(state.found.total)}</h2>
            {answered ? (
              <Button variant="quiet" onClick={() => setAnswered(idleForm)}>
                Back to all notes
              </Button>
            ) : null}
          </div>
          <FoundList found={state.found} today={today} />
        </section>
      ) : (
        children
      )}
    </div>
  );
}

const countWords = (total: number) =>
  total === 0 ? 'Nothing found' : total === 1 ? 'Found in 1 text' : `Found in ${total} texts`;
