import { FormFrame } from '@/components/ui/form/form-frame';
import { TextArea, TimeField } from '@/components/ui/form/text-field';
import { Section } from '@/components/ui/page-parts';
import type { FormAction } from '@/lib/action-state';

type WorkingHoursFormProps = {
  action: FormAction;
  formKey: string;
  /** By ISO weekday, Monday is "1". */
  workingHours: Record<string, { from: string; to: string } | undefined>;
  closedDays: string[];
};

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** When the practice works: what alerts are counted by. */
export function WorkingHoursForm({ action, formKey, workingHours, closedDays }: WorkingHoursFormProps) {
  return (
    <div className="max-w-measure">
      <Section
        heading="Working hours"
        lead="A backup is told of what can’t wait after 2 of these hours, and of what is to be looked at the same day after 4. A request to talk is due by the next working day. A day without times is not worked."
      >
        <FormFrame action={action} formKey={formKey} submit="Save working hours" label="Working hours">
          {WEEKDAYS.map((weekday, at) => {
            const hours = workingHours[String(at + 1)];
            return (
              <fieldset key={weekday} className="grid grid-cols-2 gap-x-4 gap-y-1">
                <legend className="font-semibold">{weekday}</legend>
                <TimeField name={`hours.${at}.from`} label="From" defaultValue={hours?.from} />
                <TimeField name={`hours.${at}.to`} label="To" defaultValue={hours?.to} />
              </fieldset>
            );
          })}
          <TextArea
            name="closedDays"
            label="Closed days"
            description="One in a line, as 2026-12-25."
            isOptional
            rows={3}
            maxLength={3000}
            defaultValue={closedDays.join('\n')}
          />
        </FormFrame>
      </Section>
    </div>
  );
}
