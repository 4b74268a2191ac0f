import { FormFrame } from '@/components/ui/form/form-frame';
import { TextField } from '@/components/ui/form/text-field';
import type { FormAction } from '@/lib/action-state';
import { type Day, longDay } from '@/lib/format/dates';

/** Before the password: the same for everyone, whether there is anything or not. */
export function LockedPapers({ action, formKey }: { action: FormAction; formKey: string }) {
  return (
    <>
      <p>
        If something waits to be signed by you, it is in here. It opens with your password, so that a phone in other
        hands shows nothing.
      </p>
      <FormFrame action={action} formKey={formKey} submit="Open" label="Open">
        <TextField name="password" label="Your password" type="password" autoComplete="current-password" />
      </FormFrame>
    </>
  );
}

export type PaperShown = {
  id: string;
  from: { name: string; address: string };
  to: { name: string; address: string };
  about: string;
  tells: string;
  /** Its words are gone: it can be withdrawn and says nothing more. */
  isRemoved: boolean;
  untilOn: Day;
  signedOn: Day | null;
  formKeys: { yes: string; no: string };
};

type OpenPapersProps = {
  papers: PaperShown[];
  answer: FormAction;
  putAway: FormAction;
  formKey: string;
};

export function OpenPapers({ papers, answer, putAway, formKey }: OpenPapersProps) {
  return (
    <>
      {papers.length === 0 ? <p>Nothing to sign at the moment.</p> : null}
      {papers.map((paper) => (
        <Paper key={paper.id} paper={paper} answer={answer} />
      ))}
      <FormFrame action={putAway} formKey={formKey} submit="Put away" submitVariant="secondary" label="Put away">
        <p className="text-ink-muted">It closes by itself after ten minutes, and when you leave.</p>
      </FormFrame>
    </>
  );
}

/** Exactly what will be told, to whom and until when, and this person's own answer. */
function Paper({ paper, answer }: { paper: PaperShown; answer: FormAction }) {
  const { id, from, to, about, tells, isRemoved, untilOn, signedOn, formKeys } = paper;
  return (
    <section className="paper" aria-labelledby={`paper-${id}`}>
      <h2 id={`paper-${id}`}>{signedOn ? 'You have signed' : 'May this be told?'}</h2>
      {isRemoved ? (
        <p>{tells}</p>
      ) : (
        <>
          <dl>
            <dt>To</dt>
            <dd>
              {to.name}
              {to.address ? `\n${to.address}` : ''}
            </dd>
            <dt>From</dt>
            <dd>
              {from.name}
              {from.address ? `\n${from.address}` : ''}
            </dd>
            <dt>About</dt>
            <dd>{about}</dd>
            <dt>It says</dt>
            <dd className="paper__tells">{tells}</dd>
            <dt>Until</dt>
            <dd>{longDay(untilOn)}</dd>
          </dl>
          <p>
            Besides these words the letter says that you agreed, on which day and until when, and your therapist’s name
            stands under it. Nothing else.
          </p>
        </>
      )}
      {signedOn ? (
        <>
          <p>Signed on {longDay(signedOn)}. You can withdraw at any time; what was told before can’t be called back.</p>
          <Answer action={answer} formKey={formKeys.no} id={id} answer="withdrawn" words="Withdraw" isQuiet />
        </>
      ) : (
        <>
          <p>
            Only you decide. Whatever you choose, nothing else changes, and nobody but your therapist’s team learns of
            it. You can withdraw later.
          </p>
          <div className="pair">
            <Answer action={answer} formKey={formKeys.yes} id={id} answer="signed" words="Sign" />
            <Answer action={answer} formKey={formKeys.no} id={id} answer="notNow" words="Not now" isQuiet />
          </div>
        </>
      )}
    </section>
  );
}

type AnswerProps = {
  action: FormAction;
  formKey: string;
  id: string;
  answer: 'signed' | 'notNow' | 'withdrawn';
  words: string;
  isQuiet?: boolean;
};

const Answer = ({ action, formKey, id, answer, words, isQuiet }: AnswerProps) => (
  <FormFrame
    action={action}
    formKey={formKey}
    hidden={{ id, answer }}
    submit={words}
    submitVariant={isQuiet ? 'secondary' : 'primary'}
    label={words}
  >
    {null}
  </FormFrame>
);
