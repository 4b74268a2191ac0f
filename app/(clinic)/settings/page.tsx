import { Clinic } from '@/app/frames/clinic';
import { SettingsForm } from '@/components/practices/settings-form';
import { WorkingHoursForm } from '@/components/practices/working-hours-form';
import { timeZones } from '@/lib/format/time-zones';
import { page } from '@/lib/page';
import { readSettings } from '@/lib/practices/read-settings';
import { saveHours, saveSettings } from './actions';

export default page({
  door: 'clinic',
  read: readSettings,
  view: ({ data: { work, workKey, ...data }, actor, formKey }) => (
    <Clinic actor={actor} formKey={formKey} current="settings" title="Settings">
      <SettingsForm action={saveSettings} formKey={formKey} zones={timeZones().zones} {...data} />
      <WorkingHoursForm action={saveHours} formKey={workKey} {...work} />
    </Clinic>
  ),
});
