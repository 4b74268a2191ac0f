import { SessionWithField } from '@/components/sessions/session-with-field';
import { WhenFields, WhereFields } from '@/components/sessions/when-fields';
import { FormFrame } from '@/components/ui/form/form-frame';
import { LinkButton } from '@/components/ui/link';
import type { FormAction } from '@/lib/action-state';

export type SessionAt = { on: string; at: string; minutes: number; place: string; videoLink: string };

type SessionFormProps = {
  action: FormAction;
  formKey: string;
  hidden: Record<string, string>;
  /** Who it may be with; left out when that is settled. */
  partners?: { id: string; name: string }[];
  /** What the fields hold at first. */
  at: SessionAt;
  /** The zone its time is in. */
  timeZone: string;
  /** One sentence before the fields. */
  lead?: string;
  label?: string;
  submit: string;
  cancelHref?: string;
};

/** When, where, and with whom. A day that has passed records a session, any other plans one. */
export function SessionForm({
  action,
  formKey,
  hidden,
  partners,
  at,
  timeZone,
  lead,
  label,
  submit,
  cancelHref,
}: SessionFormProps) {
  return (
    <FormFrame
      action={action}
      formKey={formKey}
      hidden={hidden}
      submit={submit}
      label={label}
      beside={
        cancelHref ? (
          <LinkButton href={cancelHref} variant="quiet">
            Back
          </LinkButton>
        ) : undefined
      }
    >
      {lead ? <p className="max-w-measure">{lead}</p> : null}
      {partners ? (
        <SessionWithField
          partners={partners}
          ofBoth="Its note is in the record of the couple."
          ofOne="Its note is in the record of this person alone. Don’t mention it to the other."
        />
      ) : null}
      <WhenFields at={at} timeZone={timeZone} />
      <WhereFields place={at.place} videoLink={at.videoLink} />
    </FormFrame>
  );
}
