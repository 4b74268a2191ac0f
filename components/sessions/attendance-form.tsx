import { FormFrame } from '@/components/ui/form/form-frame';
import { RadioGroup } from '@/components/ui/form/choice-fields';
import type { FormAction } from '@/lib/action-state';

type AttendanceFormProps = {
  action: FormAction;
  formKey: string;
  sessionId: string;
  /** Those the session was with, and what is recorded of each. */
  expected: { id: string; name: string; attendance?: 'attended' | 'late' | 'absent' }[];
};

/** Who came. */
export function AttendanceForm({ action, formKey, sessionId, expected }: AttendanceFormProps) {
  return (
    <FormFrame
      action={action}
      formKey={formKey}
      hidden={{ sessionId }}
      submit="Record who came"
      submitVariant="secondary"
      label="Who came"
    >
      <div className="flex flex-wrap gap-x-12 gap-y-4">
        {expected.map(({ id, name, attendance }) => (
          <RadioGroup
            key={id}
            name={`attendance.${id}`}
            label={name}
            layout="row"
            defaultValue={attendance}
            options={[
              { value: 'attended', label: 'Attended' },
              { value: 'late', label: 'Late' },
              { value: 'absent', label: 'Absent' },
            ]}
          />
        ))}
      </div>
    </FormFrame>
  );
}
