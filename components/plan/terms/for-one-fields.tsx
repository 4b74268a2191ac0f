// What one partner alone will read of a step, chosen by its therapist.
import { CheckboxGroup } from '@/components/ui/form/choice-fields';
import { TextArea } from '@/components/ui/form/text-field';
import { REMOVED } from '@/lib/format/records/removed';
import type { ForOne } from '@/lib/plan/terms/own-terms';

/** `under` stands before the fields' names, where a form has them for several people. */
export function ForOneFields({ forOne, under = '' }: { forOne: ForOne; under?: string }) {
  const { partner, adaptations, own, isRemoved } = forOne;
  return (
    <>
      {isRemoved ? <p className="max-w-measure text-ink-muted">{REMOVED}</p> : null}
      {adaptations.length > 0 ? (
        <CheckboxGroup
          name={`${under}adaptations`}
          label={`Adaptations for ${partner.name} alone`}
          isOptional
          options={adaptations.map(({ place, text, when }) => ({
            value: String(place),
            label: text,
            description: when,
          }))}
          defaultValues={adaptations.filter(({ isChosen }) => isChosen).map(({ place }) => String(place))}
        />
      ) : null}
      <TextArea
        name={`${under}own`}
        label={`In your words, for ${partner.name} alone`}
        description="One on each line. Light, position, clothing, time and exits are for both: write those above."
        rows={2}
        defaultValue={own}
        isOptional
      />
    </>
  );
}
