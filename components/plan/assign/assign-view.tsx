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
      {assigning.isReviewed ? null : (
        <div className="mb-6">
          <Banner tone="look">
            Version {assigning.version} of this step was not reviewed by a clinician yet. You may assign it all the
            same.
          </Banner>
        </div>
      )}
      {assigning.moves ? <Moves moves={assigning.moves} version={assigning.version} /> : null}
      {replaces && !assigning.moves ? (
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

/** What moving changes for both, before it is done. */
function Moves({ moves, version }: { moves: NonNullable<Assigning['moves']>; version: number }) {
  const lists = [
    { heading: `Only in version ${moves.from}`, texts: moves.noLonger },
    { heading: `Only in version ${version}`, texts: moves.now },
  ];
  return (
    <div className="mb-6">
      <Banner tone="accent">
        <p className="font-semibold">
          Version {version} takes the place of version {moves.from} at the next turn, for both.
        </p>
        <p>What each said yes to was version {moves.from}: both are asked again, and a release has to be given anew.</p>
        {lists
          .filter(({ texts }) => texts.length > 0)
          .map(({ heading, texts }) => (
            <div key={heading} className="mt-3">
              <p className="font-semibold">{heading}</p>
              <ul className="max-w-measure list-disc ps-5">
                {texts.map((text) => (
                  <li key={text}>{text}</li>
                ))}
              </ul>
            </div>
          ))}
      </Banner>
    </div>
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
