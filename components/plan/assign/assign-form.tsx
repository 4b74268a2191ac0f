'use client';

// The form that assigns a step. What both will read stands beside it and follows every letter.
import { AssignFields } from '@/components/plan/assign/assign-fields';
import { PartnerPreview } from '@/components/plan/partner-preview';
import { rhythmTyped, type Typed, useTyped } from '@/components/plan/assign/use-typed';
import { WaiverField } from '@/components/plan/waivers';
import { Banner } from '@/components/ui/banner';
import { Chip } from '@/components/ui/chip';
import { FormFrame } from '@/components/ui/form/form-frame';
import { SubmitButton } from '@/components/ui/form/submit-button';
import { LinkButton } from '@/components/ui/link';
import type { FormAction } from '@/lib/action-state';
import { FIELDS, termsOf } from '@/lib/format/assigned-terms';
import type { Assigning } from '@/lib/plan/read-assign';

type AssignFormProps = { action: FormAction; formKey: string; coupleId: string; assigning: Assigning };

export function AssignForm({ action, formKey, coupleId, assigning }: AssignFormProps) {
  const { typed, follow } = useTyped();
  const shown = previewOf(assigning, typed);
  const { replaces } = assigning;
  return (
    <FormFrame
      action={action}
      formKey={formKey}
      submit={null}
      hidden={{
        coupleId,
        stepId: assigning.stepId,
        versionId: assigning.versionId,
        ...(replaces ? { replaces: replaces.id } : {}),
      }}
      className="form--wide"
    >
      <div className="assign" onInput={follow} onChange={follow}>
        <div className="flex min-w-0 flex-col gap-6">
          <Waiver assigning={assigning} />
          <AssignFields assigning={assigning} kind={shown.rhythm.kind} />
        </div>
        <aside className="assign__preview" aria-labelledby="preview-heading">
          <div className="card">
            <div className="flex flex-wrap items-center justify-between gap-2">
              <h2 id="preview-heading" className="text-lg">
                Both will read this
              </h2>
              <Chip tone="shared">Shown to both</Chip>
            </div>
            <PartnerPreview step={assigning} {...shown} />
          </div>
          <div className="form__actions assign__send">
            <SubmitButton pendingLabel={assigning.moves ? 'Moving' : 'Assigning'}>
              {assigning.moves ? `Move to version ${assigning.version}` : replaces ? `Assign in its place` : 'Assign'}
            </SubmitButton>
            <LinkButton href={`/couples/${coupleId}/assign`} variant="quiet">
              Another step
            </LinkButton>
          </div>
        </aside>
      </div>
    </FormFrame>
  );
}

/** What the program wants done first can be set aside with a reason; it stands first, because nothing is assigned without it. */
function Waiver({ assigning: { waiver, obstacles } }: { assigning: Assigning }) {
  if (!waiver) return null;
  return (
    <Banner tone="look">
      <p className="font-semibold">The program wants something else done first.</p>
      {obstacles.map((obstacle) => (
        <p key={obstacle}>{obstacle}</p>
      ))}
      <p className="mb-3">You may assign it all the same, with a written reason.</p>
      <WaiverField reason={waiver.reason} />
    </Banner>
  );
}

/** What the form holds now; before anything was typed, what it starts with. */
function previewOf(assigning: Assigning, typed: Typed | null) {
  const { adaptations, own, line } = assigning;
  if (!typed) {
    const chosen = adaptations.filter(({ isChosen }) => isChosen).map(({ text }) => text);
    return { terms: termsOf({ fields: {}, chosen, own, line }), ...rhythmTyped(typed, assigning) };
  }
  const { text } = typed;
  const places = new Set(typed.ticked('adaptations'));
  return {
    terms: termsOf({
      fields: Object.fromEntries(FIELDS.map((field) => [field, text(`fields.${field}`)])),
      // The order of the step, as it will be stored.
      chosen: adaptations
        .toSorted((a, b) => a.place - b.place)
        .filter(({ place }) => places.has(place))
        .map((adaptation) => adaptation.text),
      own: text('own'),
      line: text('line'),
    }),
    ...rhythmTyped(typed, assigning),
  };
}
