import { AssignForm } from '@/components/plan/assign/assign-form';
import { StepChooser } from '@/components/plan/step-chooser';
import { Banner } from '@/components/ui/banner';
import { Disclosure } from '@/components/ui/disclosure';
import { LinkButton, TextLink } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-parts';
import type { FormAction } from '@/lib/action-state';
import { intensityWords, modeWords } from '@/lib/format/step-words';
import type { Assigning, AssignPage } from '@/lib/plan/read-assign';

type AssignViewProps = AssignPage & { action: FormAction; discardPrepared: FormAction; formKey: string };

/** Choosing a step for a couple, then its terms. */
export function AssignView({ couple, choosing, assigning, action, discardPrepared, formKey }: AssignViewProps) {
  const back = <TextLink href={`/couples/${couple.id}`}>{couple.label}</TextLink>;
  if (!assigning) {
    return (
      <>
        <PageHeader back={back} title="Assign a step" />
        {choosing ? <StepChooser coupleId={couple.id} choosing={choosing} discardPrepared={discardPrepared} /> : null}
      </>
    );
  }
  const { title, mode, intensity, obstacles, waiver, replaces } = assigning;
  return (
    <>
      <PageHeader
        back={back}
        title={`Assign “${title}”`}
        lead={`${modeWords[mode]} · ${intensityWords(intensity)}`}
        actions={
          assigning.isOwn ? (
            <LinkButton href={`/couples/${couple.id}/assign/own?step=${assigning.stepId}`}>Change the words</LinkButton>
          ) : null
        }
      />
      {replaces ? (
        <div className="mb-6">
          <Banner tone="accent">
            This takes the place of “{replaces.title}”, which leaves the plan when this one arrives. Both are asked
            again.
          </Banner>
        </div>
      ) : null}
      {obstacles.length > 0 && !waiver ? (
        <Banner tone="look">
          <p className="font-semibold">It can’t be assigned yet.</p>
          {obstacles.map((obstacle) => (
            <p key={obstacle}>{obstacle}</p>
          ))}
          <div className="mt-3 flex flex-wrap gap-3">
            <LinkButton href={`/couples/${couple.id}/assign`}>Choose another step</LinkButton>
            <LinkButton href={`/couples/${couple.id}/people`} variant="quiet">
              Contacts & safety
            </LinkButton>
          </div>
        </Banner>
      ) : (
        <>
          <Judgment assigning={assigning} />
          <AssignForm
            key={assigning.stepId}
            action={action}
            formKey={formKey}
            coupleId={couple.id}
            assigning={assigning}
          />
        </>
      )}
    </>
  );
}

function Judgment({ assigning }: { assigning: Assigning }) {
  if (assigning.judgment.length === 0) return null;
  return (
    <div className="mb-6">
      <Disclosure summary="For you to judge before assigning">
        <ul className="max-w-measure list-disc ps-5">
          {assigning.judgment.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </Disclosure>
    </div>
  );
}
