import { FormFrame } from '@/components/ui/form/form-frame';
import { RadioGroup } from '@/components/ui/form/choice-fields';
import { DateField, TextField, TimeField } from '@/components/ui/form/text-field';
import { LinkButton } from '@/components/ui/link';
import type { FormAction } from '@/lib/action-state';
import { LONGEST_SESSION, SHORTEST_SESSION } from '@/lib/sessions/schema';

type SessionFormProps = {
  action: FormAction;
  formKey: string;
  hidden: Record<string, string>;
  /** Who it may be with; left out when that is settled. */
  partners?: { id: string; name: string }[];
  /** What the fields hold at first. */
  at: { on: string; at: string; minutes: number; place: string };
  /** The zone its time is in. */
  timeZone: string;
  submit: string;
  cancelHref?: string;
};

/** When, where, and with whom. A day that has passed records a session, any other plans one. */
export function SessionForm({ action, formKey, hidden, partners, at, timeZone, submit, cancelHref }: SessionFormProps) {
  return (
    <FormFrame
      action={action}
      formKey={formKey}
      hidden={hidden}
      submit={submit}
      beside={
        cancelHref ? (
          <LinkButton href={cancelHref} variant="quiet">
            Back
          </LinkButton>
        ) : undefined
      }
    >
      {partners ? (
        <RadioGroup
          name="with"
          label="With"
          defaultValue={partners.length === 1 ? partners[0]!.id : undefined}
          options={[
            ...(partners.length > 1
              ? [{ value: 'joint', label: 'Both', description: 'Its note is in the record of the couple.' }]
              : []),
            ...partners.map(({ id, name }) => ({
              value: id,
              label: `${name} alone`,
              description: 'Its note is in the record of this person alone.',
            })),
          ]}
        />
      ) : null}
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
      <TextField name="place" label="Place" isOptional defaultValue={at.place} maxLength={120} autoComplete="off" />
    </FormFrame>
  );
}
