import { DateField, TextField, TimeField } from '@/components/ui/form/text-field';
import { LONGEST_SESSION, SHORTEST_SESSION } from '@/lib/sessions/schema';

type WhenFieldsProps = {
  at: { on: string; at?: string; minutes: number };
  /** The zone its time is in. */
  timeZone: string;
};

/** Day, time and length. */
export function WhenFields({ at, timeZone }: WhenFieldsProps) {
  return (
    <>
      <div className="flex flex-wrap gap-x-6 gap-y-4">
        <DateField name="on" label="Day" defaultValue={at.on} />
        <TimeField name="at" label="Begins at" defaultValue={at.at} />
        <TextField
          name="minutes"
          label="Minutes"
          type="number"
          inputMode="numeric"
          width="short"
          min={SHORTEST_SESSION}
          max={LONGEST_SESSION}
          defaultValue={at.minutes}
        />
      </div>
      <p className="-mt-4 text-sm text-ink-muted">Times are in {timeZone.replaceAll('_', ' ')}.</p>
    </>
  );
}

type WhereFieldsProps = {
  place: string;
  videoLink: string;
  /** It may be the first of several. */
  mayRepeat?: boolean;
};

/** A room, or an address to meet at. */
export function WhereFields({ place, videoLink, mayRepeat }: WhereFieldsProps) {
  const ofSeries = mayRepeat ? '; of a series this is the first one’s, the others get theirs later' : '';
  return (
    <>
      <TextField name="place" label="Place" isOptional defaultValue={place} maxLength={120} autoComplete="off" />
      <TextField
        name="videoLink"
        label="Video link"
        isOptional
        type="url"
        description={`Begins with https://. Shown to whoever comes. Each appointment has a link of its own${ofSeries}.`}
        defaultValue={videoLink}
        maxLength={500}
        autoComplete="off"
      />
    </>
  );
}
