'use client';

import { AskedChanges } from '@/components/plan/terms/asked-changes';
import { RhythmFields } from '@/components/plan/assign/rhythm-fields';
import { ForOneFields } from '@/components/plan/terms/for-one-fields';
import { Checkbox, CheckboxGroup } from '@/components/ui/form/choice-fields';
import { DateField, TextArea, TextField } from '@/components/ui/form/text-field';
import { fieldLabels } from '@/lib/format/assigned-terms';
import type { Assigning } from '@/lib/plan/read-assign';

/** How often, how long, on which conditions, and when it opens. */
export function AssignFields({ assigning, kind }: { assigning: Assigning; kind: Assigning['rhythm']['kind'] }) {
  const { rhythm, minutes, adaptations, fields } = assigning;
  return (
    <>
      <Group heading="Rhythm">
        <RhythmFields rhythm={rhythm} minutes={minutes} kind={kind} />
      </Group>

      <Group heading="Conditions both see">
        <AskedChanges changes={assigning.changes} />
        {fields.map(({ name, isRequired }) =>
          name === 'until' ? (
            <DateField
              key={name}
              name="fields.until"
              label={fieldLabels.until.label}
              description={fieldLabels.until.description}
              isOptional
            />
          ) : (
            <TextArea
              key={name}
              name={`fields.${name}`}
              label={fieldLabels[name].label}
              description={fieldLabels[name].description}
              rows={2}
              isOptional={!isRequired}
            />
          ),
        )}
        {adaptations.length > 0 ? (
          <CheckboxGroup
            name="adaptations"
            label="Adaptations for both"
            description="What is ticked is shown to both, without saying for whom."
            isOptional
            options={adaptations.map(({ place, text, when, isForReasons }) => ({
              value: String(place),
              label: text,
              description: isForReasons ? `${when} · what brought them here` : when,
            }))}
            defaultValues={adaptations.filter(({ isChosen }) => isChosen).map(({ place }) => String(place))}
          />
        ) : null}
        <TextArea
          name="own"
          label="More conditions"
          description="One on each line, for example: lights on, sitting."
          rows={3}
          defaultValue={assigning.own}
          isOptional
        />
        <TextField
          name="line"
          label="A line to both"
          description="In your own words, above the instructions."
          isPrivate
          defaultValue={assigning.line}
          isOptional
          maxLength={300}
        />
      </Group>

      <Group heading="For one of them alone">
        <p className="max-w-measure text-ink-muted">
          How one person settles, how they answer, where their attention goes. It stands on that person’s page alone;
          the other has no sign of it.
        </p>
        {assigning.forOne.map((one) => (
          <ForOneFields key={one.partner.id} forOne={one} under={`forOne.${one.partner.id}.`} />
        ))}
      </Group>

      <Group heading="Opening">
        <p className="max-w-measure text-ink-muted">{openingWords(assigning)}</p>
        {assigning.mayOpenByItself ? (
          <Checkbox
            name="opensWhenBothYes"
            label="Open when both have said yes"
            description="At the turn after the second yes. Without it, you release it. What a pause or a no closed, only you reopen."
            isChecked={assigning.opensWhenBothYes}
          />
        ) : null}
        <Checkbox
          name="isImmediate"
          label={
            assigning.mode === 'alone'
              ? 'We are in a joint session: show it to both at once'
              : 'We are in a joint session: ask both at once'
          }
          description="Otherwise both find it after the next turn, at 04:00 their time."
        />
      </Group>
    </>
  );
}

function openingWords({ mode, needsRelease, mayOpenByItself, consentEvery }: Assigning): string {
  const asks = consentEvery === 'week' ? 'Each is asked alone, every week.' : 'Each is asked alone.';
  if (mode === 'alone')
    return needsRelease
      ? 'Each is asked alone. It opens for each person after their own yes and your release.'
      : 'Each is asked alone. It opens for each person with their own yes.';
  const alone =
    mode === 'parts'
      ? 'The part done alone opens for each person with their own yes. For the part done together: '
      : '';
  if (needsRelease)
    return `${alone}${asks} It opens when both want it and you have released it; a release holds for a week.`;
  return `${alone}${asks} ${mayOpenByItself ? 'It opens when both want it.' : 'It opens when both want it and you have released it.'}`;
}

function Group({ heading, children }: { heading: string; children: React.ReactNode }) {
  return (
    <section className="flex flex-col gap-4">
      <h2 className="text-lg">{heading}</h2>
      {children}
    </section>
  );
}
