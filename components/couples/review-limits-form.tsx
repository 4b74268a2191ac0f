import { FormFrame } from '@/components/ui/form/form-frame';
import { TextField } from '@/components/ui/form/text-field';
import { LinkButton } from '@/components/ui/link';
import type { FormAction } from '@/lib/action-state';

type ReviewLimitsFormProps = {
  action: FormAction;
  formKey: string;
  coupleId: string;
  partnerId: string;
  limits: { distressAtLeast: number; painAtLeast: number; comfortAtMost: number };
};

export function ReviewLimitsForm({ action, formKey, coupleId, partnerId, limits }: ReviewLimitsFormProps) {
  return (
    <FormFrame
      action={action}
      formKey={formKey}
      hidden={{ coupleId, partnerId }}
      label="When to review"
      beside={
        <LinkButton href={`/couples/${coupleId}/people`} variant="quiet">
          Cancel
        </LinkButton>
      }
    >
      <TextField
        name="distressAtLeast"
        type="number"
        min={1}
        max={10}
        width="short"
        label="Distress of this much or more"
        description="1 to 10; usually 7."
        defaultValue={limits.distressAtLeast}
      />
      <TextField
        name="painAtLeast"
        type="number"
        min={1}
        max={10}
        width="short"
        label="Pain of this much or more"
        description="1 to 10; usually 4."
        defaultValue={limits.painAtLeast}
      />
      <TextField
        name="comfortAtMost"
        type="number"
        min={0}
        max={9}
        width="short"
        label="Comfort of this much or less, twice running"
        description="0 to 9; usually 3."
        defaultValue={limits.comfortAtMost}
      />
    </FormFrame>
  );
}
