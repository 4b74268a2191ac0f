// Requirements of the program that were set aside: for the care team alone.
import type { StepOnPage, UnitOnPage } from '@/components/plan/plan-on-page';
import { FormFrame } from '@/components/ui/form/form-frame';
import { TextArea } from '@/components/ui/form/text-field';
import { LateDisclosure } from '@/components/ui/late-disclosure';
import type { FormAction } from '@/lib/action-state';

type WaiveFormProps = { unit: UnitOnPage; action: FormAction; hidden: Record<string, string>; title: string };

/** Where only the order of the program stands between a unit and its release. */
export function WaiveForm({ unit, action, hidden, title }: WaiveFormProps) {
  if (!unit.unmet) return null;
  return (
    <div className="waive">
      <p>{unit.unmet}</p>
      <LateDisclosure
        summary={
          <>
            Waive this requirement<span className="sr-only">{` for ${title}`}</span>
          </>
        }
      >
        {() => (
          <FormFrame
            action={action}
            formKey={unit.waiveKey}
            hidden={{ ...hidden, unit: unit.unit }}
            submit="Waive"
            submitVariant="secondary"
            label={`Waive a requirement for ${title}`}
          >
            <WaiverField />
          </FormFrame>
        )}
      </LateDisclosure>
    </div>
  );
}

export function WaiverField({ reason }: { reason?: string }) {
  return (
    <TextArea
      name="waiver"
      label="Why this requirement is waived"
      description="Kept in the record with your name. Only the care team reads it; no partner ever does."
      rows={3}
      defaultValue={reason}
    />
  );
}

export function WaiversRead({ waivers }: Pick<StepOnPage, 'waivers'>) {
  if (waivers.length === 0) return null;
  return (
    <LateDisclosure summary="Requirement waived">
      {() => (
        <dl className="waivers">
          {waivers.map(({ id, requirement, reason, by }) => (
            <div key={id}>
              <dt>{requirement}</dt>
              <dd>
                <p>{reason}</p>
                <small>{by}</small>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </LateDisclosure>
  );
}
