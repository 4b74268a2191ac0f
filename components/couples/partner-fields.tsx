import { Checkbox } from '@/components/ui/form/choice-fields';
import { TextArea, TextField } from '@/components/ui/form/text-field';
import { LONGEST } from '@/lib/couples/schema';

export type PartnerValues = {
  name: string;
  phone: string;
  contactInstruction: string;
};

type PartnerFieldsProps = {
  /** What stands before each field's name: "partners.0.". */
  prefix?: string;
  values?: PartnerValues;
  /** Someone new: with an address, and what the record begins with. Both change elsewhere later. */
  isNew?: boolean;
};

/** Who a partner is and how they are reached. */
export function PartnerFields({ prefix = '', values, isNew = true }: PartnerFieldsProps) {
  return (
    <>
      <TextField name={`${prefix}name`} label="Name" defaultValue={values?.name} maxLength={LONGEST.name} isPrivate />
      {isNew ? <LoginFields prefix={prefix} /> : null}
      <TextField
        name={`${prefix}phone`}
        type="tel"
        label="Phone"
        isOptional
        defaultValue={values?.phone}
        maxLength={LONGEST.phone}
        isPrivate
      />
      <TextField
        name={`${prefix}contactInstruction`}
        label="Contact instruction"
        isOptional
        description="How they may be reached safely. The front desk sees this, so no reasons: “Text, weekdays 9-12, no voicemail, don’t mention the practice”."
        defaultValue={values?.contactInstruction}
        maxLength={LONGEST.instruction}
        isPrivate
      />
      {isNew ? (
        <>
          {' '}
          <TextArea
            name={`${prefix}emergencyContact`}
            label="Emergency contact"
            isOptional
            description="Whom to call, and whether that person knows. Only the care team reads this."
            rows={2}
            maxLength={LONGEST.emergency}
          />
          <TextArea
            name={`${prefix}words`}
            label="The words they use"
            isOptional
            description="Pronouns, and what they call themselves, their body, each other. Only the care team reads this."
            rows={2}
            maxLength={LONGEST.words}
          />
        </>
      ) : null}
    </>
  );
}

type LoginFieldsProps = { prefix?: string; email?: string | null; hasUserName?: boolean };

/** What a partner will sign in with: an address of their own, or a user name. */
export function LoginFields({ prefix = '', email, hasUserName }: LoginFieldsProps) {
  return (
    <>
      <TextField
        name={`${prefix}email`}
        type="email"
        label="E-mail"
        description="Their own, not a shared one: it becomes their sign-in."
        defaultValue={email ?? undefined}
        isPrivate
      />
      <Checkbox
        name={`${prefix}hasNoEmail`}
        label="No e-mail of their own"
        description="They share an address or have none. They sign in with a user name, which you hand over on a card; no mail goes to them."
        isChecked={hasUserName}
      />
    </>
  );
}
