import { Disclosure } from '@/components/ui/disclosure';
import { FormFrame } from '@/components/ui/form/form-frame';
import { DateField } from '@/components/ui/form/text-field';
import { Card } from '@/components/ui/page-parts';
import { PartnerMark } from '@/components/ui/partner-mark';
import type { FormAction } from '@/lib/action-state';
import { type Day, longDay } from '@/lib/format/dates';

type Signer = {
  id: string;
  place: 'first' | 'second';
  name: string;
  /** Whose record it is. */
  isOwner: boolean;
  isNeeded: boolean;
  signedOn: Day | null;
  revokedOn: Day | null;
  formKey: string;
};

type AuthorizationsProps = {
  action: FormAction;
  ids: { coupleId: string; partnerId: string; releaseId: string };
  people: Signer[];
  today: Day;
};

/** Who signed on which day, and the form that notes it, or that it was revoked. */
export function Authorizations({ action, ids, people, today }: AuthorizationsProps) {
  return (
    <ul className="flex flex-col gap-4">
      {people
        .filter(({ isNeeded }) => isNeeded)
        .map((one) => (
          <Card as="li" key={one.id}>
            <h3 className="text-lg">
              <PartnerMark place={one.place}>{one.name}</PartnerMark>
            </h3>
            <p>
              {one.signedOn ? `Signed on ${longDay(one.signedOn)}.` : 'No authorization is noted.'}
              {one.revokedOn ? ` Revoked on ${longDay(one.revokedOn)}.` : ''}
              {one.isOwner ? '' : ' Needed for joint notes alone.'}
            </p>
            {one.signedOn === null ? <Note one={one} kind="signed" action={action} ids={ids} today={today} /> : null}
            {one.signedOn && !one.revokedOn ? (
              <Disclosure summary="It was revoked">
                <Note one={one} kind="revoked" action={action} ids={ids} today={today} />
              </Disclosure>
            ) : null}
          </Card>
        ))}
    </ul>
  );
}

type NoteProps = Pick<AuthorizationsProps, 'action' | 'ids' | 'today'> & { one: Signer; kind: 'signed' | 'revoked' };

function Note({ one, kind, action, ids, today }: NoteProps) {
  const isSigned = kind === 'signed';
  return (
    <FormFrame
      action={action}
      formKey={one.formKey}
      hidden={{ ...ids, signerId: one.id, kind }}
      submit={isSigned ? 'Note the authorization' : 'Note that it was revoked'}
      submitVariant="secondary"
      label={`${isSigned ? 'Authorization' : 'Revocation'} of ${one.name}`}
    >
      <DateField
        name="on"
        label={isSigned ? 'Signed on' : 'Revoked on'}
        defaultValue={today}
        min={isSigned ? undefined : (one.signedOn ?? undefined)}
        max={today}
      />
    </FormFrame>
  );
}
