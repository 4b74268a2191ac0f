import { KeyCaps } from '@/components/clinic/keys/help-sheet';
import { KEY_TABLE, type KeyLine } from '@/components/clinic/keys/key-table';
import { RadioGroup } from '@/components/ui/form/choice-fields';
import { FormFrame } from '@/components/ui/form/form-frame';
import { PageHeader, Section } from '@/components/ui/page-parts';
import type { FormAction } from '@/lib/action-state';

type KeySettingsProps = { action: FormAction; formKey: string; hasSingleKeys: boolean; areas: string[] };

/** One's own switch for keys that stand by themselves, and what they are. */
export function KeySettings({ action, formKey, hasSingleKeys, areas }: KeySettingsProps) {
  const lines: readonly KeyLine[] = KEY_TABLE;
  // Of the areas only those this person may open.
  const known = lines.filter(({ href }) => href === undefined || areas.includes(href.slice(1)));
  return (
    <>
      <PageHeader title="Keys" lead="For you alone, on every device you sign in on." />
      <div className="max-w-measure">
        <FormFrame action={action} formKey={formKey} submit="Save" label="Keys">
          <RadioGroup
            name="singleKeys"
            label="Single keys"
            description="Keys that do something without Ctrl or Cmd. Turn them off if you speak to your computer, or press keys by accident."
            options={[
              { value: 'on', label: 'On' },
              { value: 'off', label: 'Off' },
            ]}
            defaultValue={hasSingleKeys ? 'on' : 'off'}
          />
        </FormFrame>
        <Section heading="All keys">
          <dl className="key-list">
            {known.map(({ keys, words }) => (
              <div key={keys}>
                <dt>
                  <KeyCaps keys={keys} />
                </dt>
                <dd>{words}</dd>
              </div>
            ))}
          </dl>
          <p className="mt-3 text-sm text-ink-muted">On a Mac, Cmd stands in the place of Ctrl.</p>
        </Section>
      </div>
    </>
  );
}
