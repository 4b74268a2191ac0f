import { CheckboxGroup, type Choice } from '@/components/ui/form/choice-fields';
import { FormFrame } from '@/components/ui/form/form-frame';
import { TextField } from '@/components/ui/form/text-field';
import { TextLink } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-parts';
import type { FormAction } from '@/lib/action-state';

/** Invites someone who will work here. */
export function InviteStaff({ action, formKey, roles }: { action: FormAction; formKey: string; roles: Choice[] }) {
  return (
    <>
      <PageHeader
        back={<TextLink href="/people">People</TextLink>}
        title="Invite someone"
        lead="For people who work here. They get a link that works once, for 72 hours. Partners are invited by their therapist."
      />
      <FormFrame action={action} formKey={formKey} submit="Invite" label="Invite someone">
        <TextField name="name" label="Name" maxLength={120} autoComplete="off" />
        <TextField
          name="credential"
          label="Credential"
          description="As it stands on notes, such as “LMFT”."
          isOptional
          maxLength={80}
        />
        <TextField
          name="email"
          label="E-mail address"
          type="email"
          inputMode="email"
          maxLength={254}
          autoComplete="off"
        />
        <CheckboxGroup name="roles" label="Roles" options={roles} />
      </FormFrame>
    </>
  );
}
