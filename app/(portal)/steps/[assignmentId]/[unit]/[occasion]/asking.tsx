/** The pages that ask: one question, or all of them. */
import { answerOne, takeUpMyDraft } from '@/app/(portal)/actions';
import { onceAgreed, Portal } from '@/app/frames/portal';
import { QuestionForm } from '@/components/check-ins/question-form';
import { HEARD } from '@/components/portal/quiet/stay';
import { OfferedDraft } from '@/components/portal/offered-draft';
import { PlainLink } from '@/components/ui/plain-link';
import type { Actor } from '@/lib/actor';
import type { AskingPage } from '@/lib/answers/read-question-page';
import { NOT_LIVE } from '@/lib/format/partner-words';

export const askingView = (seen: { data: AskingPage; actor: Actor; formKey: string }) =>
  onceAgreed(seen, ({ data, actor, formKey }) => {
    const { day, unit, occasion } = data;
    const which = { assignmentId: unit.assignmentId, unit: unit.unit };
    return (
      <Portal actor={actor} back={{ href: data.back }}>
        <header className="asking-head">
          <h1>{occasion === 'begin' ? 'Before you begin' : 'Check-in'}</h1>
          <p>
            {unit.title}
            {data.count && !data.isOffered ? <span className="tabular"> · {data.count}</span> : null}
          </p>
        </header>
        {data.isOffered ? (
          <OfferedDraft action={takeUpMyDraft} formKey={formKey} hidden={{ ...which, occasion }} />
        ) : (
          <>
            <QuestionForm
              action={answerOne}
              formKey={formKey}
              unit={which}
              occasion={occasion}
              place={data.place}
              questions={data.questions}
              given={data.given}
              policy={day.agreed ?? day.policy}
              heardEvent={HEARD}
            />
            <div className="flex flex-col gap-1 text-sm text-ink-muted">
              <PlainLink href={data.otherWay.href} isAlone>
                {data.otherWay.label}
              </PlainLink>
              <p>{NOT_LIVE}</p>
            </div>
          </>
        )}
      </Portal>
    );
  });
