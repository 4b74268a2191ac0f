import { RadioGroup } from '@/components/ui/form/choice-fields';
import { ScaleField } from '@/components/ui/form/scale-field';
import { TextArea } from '@/components/ui/form/text-field';
import { fieldOf } from '@/lib/answers/schema';
import type { NamedQuestion } from '@/lib/my-day/schema';

type QuestionFieldProps = {
  question: NamedQuestion;
  /** What was answered before, in the draft. */
  given?: string;
  /** Who may read a text, said at its field. */
  label: string;
};

/** The data names this audience from the care team's side; a partner reads it from their own. */
const SHOWN: Record<string, string> = { 'My therapist and me': 'My therapist' };

/** One question, with the control its kind asks for. Nothing is chosen at first. */
export function QuestionField({ question, given, label }: QuestionFieldProps) {
  const words = { name: fieldOf(question.id), label: question.ask };
  switch (question.kind) {
    case 'scale': {
      const number = given === undefined ? undefined : Number(given);
      return (
        <ScaleField {...words} lowWords={question.low ?? ''} highWords={question.high ?? ''} defaultValue={number} />
      );
    }
    case 'choice':
      return (
        <RadioGroup
          {...words}
          layout="boxed"
          defaultValue={given}
          options={(question.answers ?? []).map((answer) => ({ value: answer, label: SHOWN[answer] ?? answer }))}
        />
      );
    case 'yesno':
      return (
        <RadioGroup
          {...words}
          layout="boxed"
          defaultValue={given}
          options={['Yes', 'No'].map((value) => ({ value, label: value }))}
        />
      );
    case 'text':
      return <TextArea {...words} isOptional description={label} defaultValue={given} rows={5} />;
  }
}
