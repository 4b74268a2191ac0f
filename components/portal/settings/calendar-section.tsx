import { Checkbox } from '@/components/ui/form/choice-fields';
import { FormFrame } from '@/components/ui/form/form-frame';
import type { FormAction } from '@/lib/action-state';

type CalendarSectionProps = {
  action: FormAction;
  formKey: string;
  calendar: { isAloneInFile: boolean; isAloneHidden: boolean };
};

/** Where appointments with oneself alone are seen. */
export function CalendarSection({ action, formKey, calendar }: CalendarSectionProps) {
  return (
    <section className="settings-part" aria-labelledby="calendar">
      <h2 id="calendar">Appointments with you alone</h2>
      <FormFrame action={action} formKey={formKey} submit="Save" submitVariant="secondary" label="Calendar">
        <Checkbox
          name="isAloneInFile"
          label="Put them into the file for a calendar"
          description="Whoever sees that calendar sees their times."
          isChecked={calendar.isAloneInFile}
        />
        <Checkbox
          name="isAloneHidden"
          label="Hide them under Appointments"
          description="They still take place, and are not in the file either. You have to remember them yourself."
          isChecked={calendar.isAloneHidden}
        />
      </FormFrame>
    </section>
  );
}
