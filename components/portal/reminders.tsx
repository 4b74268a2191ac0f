import { CheckboxGroup, RadioGroup } from '@/components/ui/form/choice-fields';
import { FormFrame } from '@/components/ui/form/form-frame';
import { SubmitButton } from '@/components/ui/form/submit-button';
import { TimeField } from '@/components/ui/form/text-field';
import type { FormAction } from '@/lib/action-state';

type RemindersProps = {
  action: FormAction;
  formKey: string;
  /** False for someone who signs in with a user name. */
  hasAddress: boolean;
  level: 'none' | 'neutral' | 'practice';
  weekdays: string[];
  time: string;
};

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** A partner's own alarm. Works without script. */
export function Reminders({ action, formKey, hasAddress, level, weekdays, time }: RemindersProps) {
  if (!hasAddress)
    return (
      <p>
        Reminders come by e-mail. You sign in with a user name, so there is no address they could go to. An alarm in
        your phone does the same.
      </p>
    );
  return (
    <>
      <p>
        A mail to you alone, at the times you choose. It comes whether or not anything is open, and says only “A
        reminder for you” with a link to sign in.
      </p>
      <FormFrame
        action={action}
        formKey={formKey}
        label="Reminders"
        submit={
          <SubmitButton variant="primary" isWide>
            Save
          </SubmitButton>
        }
      >
        <RadioGroup
          name="level"
          label="What comes"
          layout="boxed"
          defaultValue={level}
          options={[
            { value: 'none', label: 'No reminders' },
            { value: 'neutral', label: 'A neutral reminder', description: 'It names nobody.' },
            {
              value: 'practice',
              label: 'A reminder that names the practice',
              description: 'Whoever reads your mail sees the name.',
            },
          ]}
        />
        <CheckboxGroup
          name="weekdays"
          label="Days"
          layout="boxed"
          defaultValues={weekdays}
          options={WEEKDAYS.map((label, at) => ({ value: String(at + 1), label }))}
        />
        <TimeField name="time" label="Time" defaultValue={time} />
      </FormFrame>
    </>
  );
}
