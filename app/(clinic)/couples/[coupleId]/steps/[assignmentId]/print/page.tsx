import { Clinic } from '@/app/frames/clinic';
import { StepCardView } from '@/components/plan/step-card';
import { page } from '@/lib/page';
import { readAssignedCard } from '@/lib/plan/read-step-card';

export default page({
  door: 'clinic',
  read: async (tx, { params, search }) => ({
    ...(await readAssignedCard(tx, params)),
    hasTitle: search.title !== 'off',
  }),
  view: ({ data: { couple, assignmentId, card, hasTitle }, actor, formKey }) => (
    // The title stands in a print's margin and in the list of printed pages.
    <Clinic actor={actor} formKey={formKey} current="caseload" title="Card">
      <StepCardView
        card={card}
        back={{ href: `/couples/${couple.id}#step-${assignmentId}`, label: couple.label }}
        href={`/couples/${couple.id}/steps/${assignmentId}/print`}
        hasTitle={hasTitle}
      />
    </Clinic>
  ),
});
