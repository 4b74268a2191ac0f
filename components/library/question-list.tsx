import { Lock } from 'lucide-react';
import { Chip } from '@/components/ui/chip';
import { TextLink } from '@/components/ui/link';
import { Section } from '@/components/ui/page-parts';
import type { ListedQuestion, QuestionsPage } from '@/lib/library/read-questions';

/** Everything that is asked, by when it is asked: what may be changed, and what stays as it is and why. */
export const QuestionList = ({ groups }: QuestionsPage) => (
  <>
    {groups.map(({ heading, lead, questions }) => (
      <Section key={heading} heading={heading} lead={lead}>
        <ul className="question-list">
          {questions.map((question) => (
            <QuestionLine key={question.questionKey} {...question} />
          ))}
        </ul>
      </Section>
    ))}
  </>
);

const QuestionLine = ({ questionKey, ask, answers, fixed, where }: ListedQuestion) => (
  <li className="question-list__row">
    <div>
      <p className="font-semibold">{ask}</p>
      <p className="text-ink-muted">{answers.join(' · ')}</p>
      {where.length > 0 ? <p className="text-sm text-ink-muted">{where.join(' · ')}</p> : null}
      {fixed ? <p className="text-sm text-ink-muted">{fixed}</p> : null}
    </div>
    {fixed ? (
      <Chip icon={<Lock aria-hidden="true" />}>Fixed</Chip>
    ) : (
      <TextLink href={`/library/questions/${questionKey}`} aria-label={`Change “${ask}”`}>
        Change
      </TextLink>
    )}
  </li>
);
