import { changeQuestion } from '@/app/(clinic)/library/actions';
import { Clinic } from '@/app/frames/clinic';
import { QuestionFormView } from '@/components/library/question-form';
import { TextLink } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-parts';
import { readQuestionForm } from '@/lib/library/read-questions';
import { page } from '@/lib/page';

export default page({
  door: 'clinic',
  read: (tx) => readQuestionForm(tx, null),
  view: ({ data, actor, formKey }) => (
    <Clinic actor={actor} formKey={formKey} current="library" title="Write a question">
      <PageHeader
        back={<TextLink href="/library/questions">Questions</TextLink>}
        title="Write a question"
        lead="Partners read it alone. Ask calmly, in one sentence, of nobody’s gender or body."
      />
      <QuestionFormView {...data} action={changeQuestion} formKey={formKey} />
    </Clinic>
  ),
});
