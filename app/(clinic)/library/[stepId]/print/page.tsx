import { Clinic } from '@/app/frames/clinic';
import { StepCardView } from '@/components/plan/step-card';
import { page } from '@/lib/page';
import { readLibraryCard } from '@/lib/plan/read-step-card';

export default page({
  door: 'clinic',
  read: async (tx, { params, search }) => ({
    ...(await readLibraryCard(tx, params.stepId)),
    hasTitle: search.title !== 'off',
  }),
  view: ({ data: { stepId, card, hasTitle }, actor, formKey }) => (
    // The title stands in a print's margin and in the list of printed pages.
    <Clinic actor={actor} formKey={formKey} current="library" title="Card">
      <StepCardView
        card={card}
        back={{ href: `/library/${stepId}`, label: 'Back to the step' }}
        href={`/library/${stepId}/print`}
        hasTitle={hasTitle}
      />
    </Clinic>
  ),
});
