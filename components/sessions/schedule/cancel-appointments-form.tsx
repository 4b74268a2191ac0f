import { RadioGroup } from '@/components/ui/form/choice-fields';
import { FormFrame } from '@/components/ui/form/form-frame';
import type { FormAction } from '@/lib/action-state';

type CancelAppointmentsFormProps = {
  action: FormAction;
  formKey: string;
  sessionId: string;
  /** How many of its series come after it. */
  later: number;
};

/** This one, or with all that come after it in its series. */
export function CancelAppointmentsForm({ action, formKey, sessionId, later }: CancelAppointmentsFormProps) {
  const isOne = later === 0;
  return (
    <FormFrame
      action={action}
      formKey={formKey}
      hidden={isOne ? { sessionId, which: 'this' } : { sessionId }}
      submit={isOne ? 'Cancel the appointment' : 'Cancel'}
      submitVariant="danger"
      label="Cancel this appointment"
    >
      {isOne ? null : (
        <RadioGroup
          name="which"
          label="Which"
          options={[
            { value: 'this', label: 'This one alone' },
            {
              value: 'later',
              label: later === 1 ? 'This one and the one after it' : `This one and the ${later} after it`,
            },
          ]}
        />
      )}
      <p className="max-w-measure">
        It stays in the schedule, struck through, and says to whoever would have come that it is not taking place. No
        message goes out: let them know by the way each of them said is safe.
      </p>
    </FormFrame>
  );
}
