import { CheckboxGroup, RadioGroup } from '@/components/ui/form/choice-fields';
import { FormFrame } from '@/components/ui/form/form-frame';
import { TextArea } from '@/components/ui/form/text-field';
import { LinkButton } from '@/components/ui/link';
import type { FormAction } from '@/lib/action-state';

type DecisionFormProps = {
  action: FormAction;
  formKey: string;
  hidden: Record<string, string>;
  passages: { title: string; passages: string[] }[];
  backHref: string;
};

/** Leave a joint note out, or mark what goes from it, and why. */
export function DecisionForm({ action, formKey, hidden, passages, backHref }: DecisionFormProps) {
  return (
    <FormFrame
      action={action}
      formKey={formKey}
      hidden={hidden}
      submit="Record the decision"
      beside={
        <LinkButton href={backHref} variant="quiet">
          Cancel
        </LinkButton>
      }
    >
      <RadioGroup
        name="decision"
        label="What happens to this note"
        options={[
          { value: 'leftOut', label: 'It is left out' },
          { value: 'passagesRemoved', label: 'It goes without the passages marked below' },
        ]}
      />
      {passages.map(({ title, passages: all }, at) => (
        <CheckboxGroup
          key={at}
          name="removed"
          label={`${title}: mark what is taken out`}
          options={all.map((passage, nth) => ({ value: `${at}.${nth}`, label: passage.trim() || '(empty line)' }))}
        />
      ))}
      <TextArea
        name="reason"
        label="Why"
        description="Kept with the decision, in the couple’s record; it is in no document."
        rows={3}
        maxLength={2000}
      />
    </FormFrame>
  );
}
