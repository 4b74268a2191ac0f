'use client';

// Everything one can do here, by typing: a combobox over the page's own acts, the areas, and couples by their initials.
import { useRouter } from 'next/navigation';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { cover } from '@/components/clinic/curtain/curtain-state';
import { KeyCaps } from '@/components/clinic/keys/help-sheet';
import { coupleIn, isSingle, KEY_TABLE, type KeyLine, written } from '@/components/clinic/keys/key-table';
import { chooseAct, focusSearch, pageActs } from '@/components/clinic/keys/on-page';
import { Sheet } from '@/components/clinic/keys/sheet';
import { toggleShield } from '@/components/clinic/keys/shield';

type Line = { id: string; group: string; words: string; keys: string; choose: () => void };
type FoundCouple = { id: string; label: string };

type PaletteProps = {
  hasSingleKeys: boolean;
  areNamesShielded: boolean;
  onClose: () => void;
  onHelp: () => void;
};

/** The server is asked once typing rests. */
const QUIET_MS = 150;

export function Palette({ hasSingleKeys, areNamesShielded, onClose, onHelp }: PaletteProps) {
  const router = useRouter();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const [couples, setCouples] = useState<FoundCouple[]>([]);
  const [isLost, setIsLost] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const isMac = navigator.platform.startsWith('Mac');
  const go = (href: string) => router.push(href as never);
  const [fixed] = useState(() => linesOfPage(go));
  const words = typed.trim().toLowerCase();

  useEffect(() => {
    const asked = new AbortController();
    const wait = setTimeout(() => {
      if (!words) return setCouples([]);
      void findCouples(words, asked.signal).then((found) => {
        if (asked.signal.aborted) return;
        setIsLost(found === null);
        setCouples(found ?? []);
      });
    }, QUIET_MS);
    return () => {
      clearTimeout(wait);
      asked.abort();
    };
  }, [words]);

  const lines: Line[] = [
    ...fixed,
    {
      id: 'shield',
      group: 'Anywhere',
      words: areNamesShielded ? 'Show names' : 'Shield names',
      keys: 'Ctrl Shift H',
      choose: () => toggleShield(areNamesShielded, () => router.refresh()),
    },
    { id: 'cover', group: 'Anywhere', words: 'Cover the screen', keys: 'Ctrl Shift L', choose: cover },
    { id: 'help', group: 'Anywhere', words: 'All keys', keys: '?', choose: onHelp },
    {
      id: 'access',
      group: 'Anywhere',
      words: 'Who may see what',
      keys: '',
      choose: () => go('/settings/access'),
    },
    {
      id: 'keys',
      group: 'Anywhere',
      words: 'Turn single keys on or off',
      keys: '',
      choose: () => go('/settings/keys'),
    },
  ].filter((line) => words.split(' ').every((word) => line.words.toLowerCase().includes(word)));
  const shown = [
    ...lines,
    ...couples.map(({ id, label }) => ({
      id: `couple-${id}`,
      group: 'Couples',
      words: label,
      keys: '',
      choose: () => go(`/couples/${id}`),
    })),
  ];
  const active = shown[Math.min(at, shown.length - 1)];

  function choose(line: Line | undefined) {
    if (!line) return;
    onClose();
    // After the sheet has given the focus back, so that an act may take it.
    setTimeout(line.choose);
  }

  function keys(event: KeyboardEvent<HTMLInputElement>) {
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (event.key === 'Enter') {
      event.preventDefault();
      choose(active);
    } else if (step && shown.length > 0) {
      event.preventDefault();
      const next = (Math.min(at, shown.length - 1) + step + shown.length) % shown.length;
      setAt(next);
      list.current?.querySelector(`[id="line-${shown[next]?.id}"]`)?.scrollIntoView({ block: 'nearest' });
    }
  }

  return (
    <Sheet label="Command palette" className="sheet--palette" onClose={onClose}>
      <input
        className="input"
        type="text"
        role="combobox"
        aria-label="What to do, or a couple’s initials"
        aria-expanded="true"
        aria-controls="palette-list"
        aria-autocomplete="list"
        aria-activedescendant={active ? `line-${active.id}` : undefined}
        placeholder="What to do, or a couple’s initials"
        autoComplete="off"
        spellCheck={false}
        autoFocus
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={keys}
      />
      <div ref={list} id="palette-list" role="listbox" aria-label="Found" className="palette__list">
        {[...new Set(shown.map(({ group }) => group))].map((group) => (
          <div key={group} role="group" aria-label={group}>
            <p className="palette__group" aria-hidden="true">
              {group}
            </p>
            {shown
              .filter((line) => line.group === group)
              .map((line) => (
                <div
                  key={line.id}
                  id={`line-${line.id}`}
                  role="option"
                  aria-selected={line === active}
                  className="palette__line"
                  onClick={() => choose(line)}
                >
                  <span>{line.words}</span>
                  {line.keys && (hasSingleKeys || !isSingle(line)) ? (
                    <KeyCaps keys={written(line.keys, isMac)} />
                  ) : null}
                </div>
              ))}
          </div>
        ))}
      </div>
      <p role="status" className="palette__group">
        {isLost
          ? 'Couples could not be looked up just now.'
          : shown.length === 0
            ? 'Nothing has these words.'
            : `${shown.length} found. Arrows choose, Enter does it, Esc closes.`}
      </p>
    </Sheet>
  );
}

/** What the page that lies under the sheet offers, gathered as it opens. */
function linesOfPage(go: (href: string) => void): Line[] {
  const acts = pageActs().map((act, at): Line => ({
    id: `act-${at}`,
    group: 'On this page',
    words: act.words,
    keys: act.keys,
    choose: () => chooseAct(act),
  }));
  const couple = coupleIn(window.location.pathname);
  const table: readonly KeyLine[] = KEY_TABLE;
  const ofCouple = table.flatMap(({ keys, words, ofCouple: end }, at): Line[] =>
    couple && end && !acts.some((act) => act.keys === keys)
      ? [{ id: `couple-act-${at}`, group: 'On this page', words, keys, choose: () => go(`/couples/${couple}${end}`) }]
      : [],
  );
  const search: Line[] = document.querySelector('main input[type="search"]')
    ? [{ id: 'search', group: 'On this page', words: 'Search on this page', keys: '/', choose: focusSearch }]
    : [];
  const areas = [...document.querySelectorAll<HTMLAnchorElement>('.clinic__nav a')].map((link): Line => {
    const href = link.getAttribute('href') ?? '/';
    const keys = table.find((line) => line.href === href)?.keys ?? '';
    return { id: `area-${href.slice(1)}`, group: 'Go to', words: link.title, keys, choose: () => go(href) };
  });
  return [...acts, ...ofCouple, ...search, ...areas];
}

/** Couples of one's own care teams with these letters in their label; null when the server could not be asked. */
async function findCouples(words: string, signal: AbortSignal): Promise<FoundCouple[] | null> {
  try {
    const answer = await fetch('/api/couple-labels', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ words }),
      signal,
    });
    return answer.ok ? ((await answer.json()) as { couples: FoundCouple[] }).couples : null;
  } catch {
    return null;
  }
}
