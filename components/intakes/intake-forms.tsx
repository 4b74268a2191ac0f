import type { ReactNode } from 'react';
import { CheckboxGroup } from '@/components/ui/form/choice-fields';
import { FormFrame } from '@/components/ui/form/form-frame';
import { ReplacesSaved } from '@/components/ui/form/replaces-saved';
import { TextArea } from '@/components/ui/form/text-field';
import { LinkButton } from '@/components/ui/link';
import type { FormAction } from '@/lib/action-state';
import { backgroundWords, reasonWords } from '@/lib/format/couple-words';
import { LONGEST, type PartnerIntakeTexts } from '@/lib/intakes/schema';

type Given = { action: FormAction; formKey: string; coupleId: string };

type CoupleIntakeFormProps = Given & { intake: { version: number; reasons: string[] } };

export function CoupleIntakeForm({ intake, ...given }: CoupleIntakeFormProps) {
  return (
    <Guarded {...given} hidden={{ version: String(intake.version) }}>
      <CheckboxGroup
        name="reasons"
        label="What brought them here"
        isOptional
        description="Several may hold. It suggests next steps to you, and neither partner sees it."
        options={Object.entries(reasonWords).map(([value, label]) => ({ value, label }))}
        defaultValues={intake.reasons}
      />
    </Guarded>
  );
}

type PartnerIntakeFormProps = Given & { partnerId: string; intake: PartnerIntakeTexts & { version: number } };

export function PartnerIntakeForm({ partnerId, intake, ...given }: PartnerIntakeFormProps) {
  return (
    <Guarded {...given} hidden={{ partnerId, version: String(intake.version) }}>
      <TextArea
        name="words"
        label="The words they use"
        isOptional
        description="Pronouns, and what they call themselves, their body, each other."
        rows={2}
        defaultValue={intake.words}
        maxLength={LONGEST.words}
      />
      {(Object.keys(backgroundWords) as (keyof typeof backgroundWords)[]).map((name) => (
        <TextArea
          key={name}
          name={name}
          label={backgroundWords[name].label}
          isOptional
          description={backgroundWords[name].help}
          defaultValue={intake[name]}
          maxLength={LONGEST.background}
        />
      ))}
      <TextArea
        name="emergencyContact"
        label="Emergency contact"
        isOptional
        description="Whom to call, and whether that person knows."
        rows={2}
        defaultValue={intake.emergencyContact}
        maxLength={LONGEST.emergencyContact}
      />
    </Guarded>
  );
}

/** A form that saves only on the version it was opened on. */
function Guarded({
  action,
  formKey,
  coupleId,
  hidden,
  children,
}: Given & { hidden: Record<string, string>; children: ReactNode }) {
  return (
    <FormFrame
      action={action}
      formKey={formKey}
      hidden={{ ...hidden, coupleId }}
      pendingLabel="Saving"
      beside={
        <LinkButton href={`/couples/${coupleId}/intake`} variant="quiet">
          Cancel
        </LinkButton>
      }
    >
      {children}
      <ReplacesSaved />
    </FormFrame>
  );
}
