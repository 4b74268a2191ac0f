import { changeQuestion } from '@/app/(clinic)/library/actions';
import { Clinic } from '@/app/frames/clinic';
import { QuestionFormView } from '@/components/library/question-form';
import { TextLink } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-parts';
import { readQuestionForm } from '@/lib/library/read-questions';
import { page } from '@/lib/page';

export default page({
  door: 'clinic',
  read: (tx, { params }) => readQuestionForm(tx, params.question ?? ''),
  view: ({ data, actor, formKey }) => (
    <Clinic actor={actor} formKey={formKey} current="library" title="Change a question">
      <PageHeader
        back={<TextLink href="/library/questions">Questions</TextLink>}
        title="Change a question"
        lead="With other words it is another question: answers given before stay beside the words they were given to."
      />
      <QuestionFormView {...data} action={changeQuestion} formKey={formKey} />
    </Clinic>
  ),
});
