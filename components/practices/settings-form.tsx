import { PracticeFields } from '@/components/practices/practice-fields';
import { FormFrame } from '@/components/ui/form/form-frame';
import { LinkButton } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-parts';
import type { FormAction } from '@/lib/action-state';

type SettingsFormProps = {
  action: FormAction;
  formKey: string;
  zones: string[];
  settings: {
    name: string;
    timeZone: string;
    portalTitle: string;
    senderName: string;
    mailSubject: string;
    closeUrl: string;
    letterName: string;
    letterAddress: string;
    clinicIdleMinutes: number;
    requiresFactor: boolean;
    pclChange: number;
  };
  contacts: { label: string; detail: string }[];
};

export function SettingsForm({ action, formKey, zones, settings, contacts }: SettingsFormProps) {
  const offered = zones.includes(settings.timeZone) ? zones : [settings.timeZone, ...zones];
  return (
    <>
      <PageHeader
        title="Settings"
        lead="What holds for the whole practice."
        actions={
          <>
            <LinkButton href="/settings/access">Who may see what</LinkButton>
            <LinkButton href="/settings/keys">Keys, for yourself</LinkButton>
          </>
        }
      />
      <div className="max-w-measure">
        <FormFrame action={action} formKey={formKey} submit="Save settings" label="Settings">
          <PracticeFields zones={offered} settings={settings} contacts={contacts} />
        </FormFrame>
      </div>
    </>
  );
}
