'use client';

// The forms of the program's stages and of its paths.
import { ChoiceRows, Elsewhere, Follows } from '@/components/library/edit-fields';
import { FormFrame } from '@/components/ui/form/form-frame';
import { Rows } from '@/components/ui/form/rows';
import { TextField } from '@/components/ui/form/text-field';
import { LinkButton } from '@/components/ui/link';
import type { FormAction } from '@/lib/action-state';
import { reasonWords } from '@/lib/format/couple-words';
import { LONGEST } from '@/lib/library/schema';
import type { OutlinePage } from '@/lib/library/read-step-form';

type OutlineFormProps = { outline: OutlinePage; action: FormAction; formKey: string };

const frame = ({ outline, action, formKey }: OutlineFormProps) => ({
  action,
  formKey,
  className: 'form--wide',
  hidden: { basedOn: String(outline.version) },
  pendingLabel: 'Saving',
  beside: (
    <LinkButton href="/library" variant="quiet">
      Cancel
    </LinkButton>
  ),
});

export const StagesForm = (props: OutlineFormProps) => (
  <FormFrame {...frame(props)} submit="Save the stages" label="Stages">
    <Follows href={() => '/library'} />
    <Elsewhere />
    <Rows
      name="stages"
      label="Stages"
      noun="stage"
      isLabelHidden
      description="A stage keeps its place, because rules go by it: touch from the fourth on, weekly release in the fifth."
      start={props.outline.stages}
      empty={{ title: '', about: '' }}
      most={10}
      isFixed
    >
      {({ name, label, value }) => (
        <div className="rows__pair">
          <TextField
            name={`${name}.title`}
            label={`${label}: title`}
            defaultValue={value.title}
            maxLength={LONGEST.title}
            autoComplete="off"
          />
          <TextField
            name={`${name}.about`}
            label={`${label}: about`}
            defaultValue={value.about}
            maxLength={LONGEST.about}
            autoComplete="off"
          />
        </div>
      )}
    </Rows>
  </FormFrame>
);

export const PathsForm = (props: OutlineFormProps) => (
  <FormFrame {...frame(props)} submit="Save the paths" label="Paths">
    <Follows href={() => '/library'} />
    <Elsewhere />
    {props.outline.paths.map(({ name, steps }) => (
      <ChoiceRows
        key={name}
        name={`paths.${name}`}
        label={reasonWords[name as keyof typeof reasonWords] ?? name}
        noun="step"
        start={steps}
        options={props.outline.steps}
        placeholder="Choose a step"
        most={99}
      />
    ))}
  </FormFrame>
);
