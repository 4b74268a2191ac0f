'use client';

import { isSingle, KEY_TABLE, type KeyLine, written } from '@/components/clinic/keys/key-table';
import { Sheet } from '@/components/clinic/keys/sheet';
import { TextLink } from '@/components/ui/link';

const GROUPS = ['Go to', 'On any page', 'On a couple’s pages', 'In a form', 'In a note'] as const;

type HelpSheetProps = { hasSingleKeys: boolean; onClose: () => void };

/** Every key there is for whoever is looking. */
export function HelpSheet({ hasSingleKeys, onClose }: HelpSheetProps) {
  const isMac = navigator.platform.startsWith('Mac');
  const lines: readonly KeyLine[] = KEY_TABLE;
  const known = lines.filter(
    ({ href }) => href === undefined || document.querySelector(`.clinic__nav a[href="${href}"]`) !== null,
  );
  return (
    <Sheet label="Keys" className="sheet--help" onClose={onClose}>
      <div className="sheet__head">
        <h2>Keys</h2>
        <form method="dialog">
          <button className="button button--outline button--sm">Close</button>
        </form>
      </div>
      <div className="key-groups">
        {GROUPS.map((group) => (
          <section key={group} aria-label={group}>
            <h3>{group}</h3>
            <dl className="key-list">
              {known
                .filter((line) => line.group === group)
                .map((line) => (
                  <div key={line.keys} data-off={!hasSingleKeys && isSingle(line) ? '' : undefined}>
                    <dt>
                      <KeyCaps keys={written(line.keys, isMac)} />
                    </dt>
                    <dd>{line.words}</dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
      <p className="sheet__foot">
        {hasSingleKeys
          ? 'Keys pressed by themselves do nothing while you type. '
          : 'Keys pressed by themselves are turned off for you; those with Ctrl or Cmd work. '}
        <TextLink href="/settings/keys" onClick={onClose}>
          {hasSingleKeys ? 'Turn single keys off' : 'Turn single keys on'}
        </TextLink>
      </p>
    </Sheet>
  );
}

export function KeyCaps({ keys }: { keys: string }) {
  return (
    <span className="key-caps">
      {keys.split(' ').map((key, at) => (
        <kbd key={`${at}${key}`}>{key}</kbd>
      ))}
    </span>
  );
}
