import { Clinic } from '@/app/frames/clinic';
import { QuestionList } from '@/components/library/question-list';
import { LinkButton, TextLink } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-parts';
import { readQuestions } from '@/lib/library/read-questions';
import { page } from '@/lib/page';

export default page({
  door: 'clinic',
  read: (tx) => readQuestions(tx),
  view: ({ data, actor, formKey }) => (
    <Clinic actor={actor} formKey={formKey} current="library" title="Questions">
      <PageHeader
        back={<TextLink href="/library">Library</TextLink>}
        title="Questions"
        lead="What each partner is asked, alone, before a step opens and afterwards. Couples keep the questions they were given."
        actions={<LinkButton href="/library/questions/new">Write a question</LinkButton>}
      />
      <QuestionList {...data} />
    </Clinic>
  ),
});
