import { ItemField } from '@/components/measures/item-field';
import { FormFrame } from '@/components/ui/form/form-frame';
import { SubmitButton } from '@/components/ui/form/submit-button';
import type { FormAction } from '@/lib/action-state';
import type { ItemShown } from '@/lib/measures/mine/read-item-page';

type ItemFormProps = {
  action: FormAction;
  formKey: string;
  givenId: string;
  place: string;
  stem: string | null;
  items: ItemShown[];
};

/** One question of a measure, or all of them. Each may be skipped, and Skip looks like Continue. */
export function ItemForm({ action, formKey, givenId, place, stem, items }: ItemFormProps) {
  const isAll = place === 'all';
  return (
    <FormFrame
      action={action}
      formKey={formKey}
      hidden={{ givenId, place }}
      className={isAll ? 'questions' : 'questions questions--one'}
      submit={
        <div className="pair">
          <SubmitButton variant="secondary">Continue</SubmitButton>
          {isAll ? null : (
            <SubmitButton variant="secondary" name="skip" value="yes">
              Skip
            </SubmitButton>
          )}
        </div>
      }
    >
      {stem ? <p>{stem}</p> : null}
      {items.map((item, at) => (
        <div key={item.id} data-question={item.id} className="flex flex-col gap-3">
          {item.lead && item.lead !== items[at - 1]?.lead ? <p>{item.lead}</p> : null}
          <ItemField item={item} />
        </div>
      ))}
    </FormFrame>
  );
}
