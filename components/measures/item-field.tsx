import { RadioGroup } from '@/components/ui/form/choice-fields';
import { ScaleField } from '@/components/ui/form/scale-field';
import { fieldOf } from '@/lib/answers/schema';
import type { ItemShown } from '@/lib/measures/mine/read-item-page';

/** One question in its published words; what is sent is which of the answers was chosen, from the left. Nothing is chosen at first. */
export function ItemField({ item, isDense }: { item: ItemShown; isDense?: boolean }) {
  const { id, ask, answers, scale, given } = item;
  const words = { name: fieldOf(id), label: ask };
  if (scale)
    return (
      <ScaleField
        {...words}
        lowWords={scale[0]}
        highWords={scale[1]}
        defaultValue={given === undefined ? undefined : Number(given)}
      />
    );
  return (
    <RadioGroup
      {...words}
      layout={isDense ? 'row' : 'boxed'}
      defaultValue={given}
      options={answers.map((label, place) => ({ value: String(place), label }))}
    />
  );
}
