'use client';

import type { ReactNode } from 'react';
import { FIELD } from '@/components/session-notes/writing/fields-in';
import type { Who } from '@/lib/format/notes/note-words';
import { CheckboxGroup } from '@/components/ui/form/choice-fields';
import { DateField, TextArea, TextField, TimeField } from '@/components/ui/form/text-field';
import { chosenIn, INTERVENTIONS, interventionLabel, responseOf } from '@/lib/format/notes/note-fields';
import type { NoteSections } from '@/lib/format/note-sections';

type DetailsProps = { fields: NoteSections; who: readonly Who[]; children?: ReactNode };

/** Sent with every group of boxes: none of them ticked is an answer too. */
const None = ({ id }: { id: string }) => <input type="hidden" name={`${FIELD}${id}`} value="" />;

/** Who took part, when and where: known from the session, and changed where it went otherwise. */
export function NoteBasics({ fields, who }: DetailsProps) {
  return (
    <div className="note-basics">
      <None id="present" />
      <CheckboxGroup
        name={`${FIELD}present`}
        label="Who took part"
        layout="row"
        options={who.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValues={chosenIn(fields.present)}
      />
      <div className="note-basics__row">
        <TimeField name={`${FIELD}start`} label="From" defaultValue={fields.start} />
        <TimeField name={`${FIELD}stop`} label="To" defaultValue={fields.stop} />
        <TextField name={`${FIELD}place`} label="Place" defaultValue={fields.place} maxLength={200} isPrivate />
        <TextField
          name={`${FIELD}others`}
          label="Others who took part"
          defaultValue={fields.others}
          maxLength={200}
          isPrivate
        />
      </div>
    </div>
  );
}

/** What was done, how each responded, and when it goes on. */
export function NoteEnd({ fields, who }: DetailsProps) {
  const chosen = chosenIn(fields.interventions);
  const known = INTERVENTIONS.map(({ id, label }) => ({ value: id, label }));
  const others = chosen
    .filter((id) => !known.some(({ value }) => value === id))
    .map((id) => ({ value: id, label: interventionLabel(id) }));
  return (
    <>
      <div className="note-responses">
        {who
          .filter(({ isPartner }) => isPartner)
          .map(({ id, name }) => (
            <TextArea
              key={id}
              name={`${FIELD}${responseOf(id)}`}
              label={`Response of ${name}`}
              defaultValue={fields[responseOf(id)]}
              rows={3}
            />
          ))}
      </div>
      <div className="note-interventions">
        <None id="interventions" />
        <CheckboxGroup
          name={`${FIELD}interventions`}
          label="Interventions"
          layout="row"
          options={[...known, ...others]}
          defaultValues={chosen}
        />
        <TextField
          name={`${FIELD}otherinterventions`}
          label="Other interventions, in your own words"
          defaultValue={fields.otherinterventions}
          maxLength={1_000}
          isPrivate
        />
      </div>
      <DateField name={`${FIELD}nexton`} label="Next session" defaultValue={fields.nexton} />
    </>
  );
}
