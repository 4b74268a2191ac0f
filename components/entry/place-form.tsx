import { Disclosure } from '@/components/ui/disclosure';
import { FormFrame } from '@/components/ui/form/form-frame';
import { SelectField } from '@/components/ui/form/choice-fields';
import type { FormAction } from '@/lib/action-state';
import { type Place, PLACE_WORDS, placeMarks } from '@/lib/format/places/place-words';

/** A button for each place, by what tells it from the others first, posted to the sign-in door like the forms before it. */
export function PlaceForm({ csrfToken, places }: { csrfToken: string; places: Place[] }) {
  const marks = placeMarks(places);
  return (
    <form method="post" action="/api/auth/callback/credentials" aria-label="Where to go">
      <input type="hidden" name="csrfToken" value={csrfToken} />
      <ul className="places">
        {places.map(({ id, title }) => (
          <li key={id}>
            <button type="submit" name="place" value={id} className="place">
              <span className="place__name">{marks.get(id) ?? title}</span>
              {marks.get(id) ? <span className="place__title">{title}</span> : null}
            </button>
          </li>
        ))}
      </ul>
    </form>
  );
}

type PlaceWordsProps = { action: FormAction; formKey: string; places: Place[] };

/** For places that look alike: a word each, from a list, so that no name can come to stand here. */
export function PlaceWords({ action, formKey, places }: PlaceWordsProps) {
  const marks = placeMarks(places);
  const alike = places.filter(({ id, isWork }) => !isWork && marks.get(id));
  if (alike.length === 0) return null;
  return (
    <Disclosure summary="Tell them apart by a word">
      <p className="mb-4 text-sm text-ink-muted">Only you see the words, and only here.</p>
      <FormFrame action={action} formKey={formKey} submit="Save" submitVariant="secondary" label="Words">
        {alike.map(({ id, word }) => (
          <SelectField
            key={id}
            name={`words.${id}`}
            label={`For ${marks.get(id)}`}
            isOptional
            placeholder="None"
            defaultValue={word ?? ''}
            options={PLACE_WORDS.map((one) => ({ value: one, label: one }))}
          />
        ))}
      </FormFrame>
    </Disclosure>
  );
}
