import { WhenFields, WhereFields } from '@/components/schedule/when-fields';
import { FormFrame } from '@/components/ui/form/form-frame';
import type { FormAction } from '@/lib/action-state';

type MoveAppointmentFormProps = {
  action: FormAction;
  formKey: string;
  sessionId: string;
  at: { on: string; at: string; minutes: number; place: string; videoLink: string };
  /** Others of its series come after it. */
  isOfSeries: boolean;
  timeZone: string;
};

/** Another day, time or place. */
export function MoveAppointmentForm({
  action,
  formKey,
  sessionId,
  at,
  isOfSeries,
  timeZone,
}: MoveAppointmentFormProps) {
  return (
    <FormFrame
      action={action}
      formKey={formKey}
      hidden={{ sessionId }}
      submit="Move the appointment"
      label="Move this appointment"
    >
      <p className="max-w-measure">
        {isOfSeries ? 'The others of its series stay where they are. ' : ''}
        Hearth tells nobody: let them know by the way each of them said is safe.
      </p>
      <WhenFields at={at} timeZone={timeZone} />
      <WhereFields place={at.place} videoLink={at.videoLink} />
    </FormFrame>
  );
}
