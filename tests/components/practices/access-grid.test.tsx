// Who may see what: the page and the printed grid say each cell of policy.ts, and every word in them has a meaning.
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { gridLines } from '@/bin/proof/grid.mjs';
import { AccessGrid } from '@/components/practices/access-grid';
import { ACTIONS, inWords, listsOf, ROLES } from '@/db/access/grid';
import { cellOf, RESOURCES, rulesOf } from '@/db/access/policy';
import { RESOURCE_GROUPS } from '@/db/access/resource-names';
import { MEANINGS, type Word } from '@/db/access/scopes';
import { readGrid } from '@/lib/access-grid/read-grid';
import { gridReport } from '@/tests/support/grid-report';

const DOT = '·';
const cells = RESOURCES.flatMap((resource) =>
  ACTIONS.flatMap((action) => ROLES.map((role) => ({ resource, action, role, cell: cellOf(resource, action, role) }))),
);

describe('the words of the grid', () => {
  test('each has a short form of its own and a meaning', () => {
    const words = Object.values(MEANINGS);
    for (const { short, meaning } of words) {
      expect(short).toMatch(/^\S.*\S$/);
      expect(meaning.length).toBeGreaterThan(10);
    }
    expect(new Set(words.map(({ short }) => short)).size).toBe(words.length);
    const used = new Set(cells.flatMap(({ cell }) => listsOf(cell).flat()));
    expect([...used].filter((word) => !(word in MEANINGS))).toEqual([]);
  });

  test('each resource has one plain name, and no two the same', () => {
    const named = RESOURCE_GROUPS.flatMap(({ names }) => Object.keys(names));
    expect(named.toSorted()).toEqual([...RESOURCES].toSorted());
    const names = RESOURCE_GROUPS.flatMap((group) => Object.values<string>(group.names));
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('the page', () => {
  const html = renderToStaticMarkup(<AccessGrid grid={readGrid()} />);
  const rows = new Map(
    [...html.matchAll(/<th scope="row"[^>]*>(.*?)<\/th>(.*?)<\/tr>/g)].map(([, head, rest]) => [
      unescaped(head!.replace(/<small>.*/, '')),
      { head: unescaped(head!), rest: rest! },
    ]),
  );
  const wordOf = new Map(Object.entries(MEANINGS).map(([word, { short }]) => [short as string, word as Word]));
  const verbs = { read: 'see', create: 'add', change: 'change', remove: 'remove' };

  /** What the page says of one cell, read back into the words of the grid. */
  function shown(name: string, action: keyof typeof verbs, role: string): Word[][] {
    const { label } = readGrid().roles.find((one) => one.role === role)!;
    const cell = new RegExp(`<td[^>]*data-label="${label}"[^>]*>(.*?)</td>`).exec(rows.get(name)!.rest)?.[1] ?? '';
    for (const [, may, said] of cell.matchAll(/<strong>(.*?):<\/strong> (.*?)<\/li>/g)) {
      if (!may!.toLowerCase().split(', ').includes(verbs[action])) continue;
      return unescaped(said!)
        .split(', or ')
        .map((list) => list.split(' + ').map((short) => wordOf.get(short)!));
    }
    return [['nobody']];
  }

  test('says every cell of the grid, and nothing beside it', () => {
    const names = Object.assign({}, ...RESOURCE_GROUPS.map((group) => group.names)) as Record<string, string>;
    expect(rows.size).toBe(RESOURCES.length);
    for (const { resource, action, role, cell } of cells)
      expect({ resource, action, role, says: shown(names[resource]!, action, role) }).toEqual({
        resource,
        action,
        role,
        says: listsOf(cell).map((words) => [...words]),
      });
  });

  test('names the roles for which a group holds nothing, and draws a column for every other', () => {
    for (const { heading, rows: ofGroup, nothingFor } of readGrid().groups) {
      const may = ROLES.filter((role) =>
        ofGroup.some(({ resource }) =>
          ACTIONS.some((action) => cellOf(resource as (typeof RESOURCES)[number], action, role) !== 'nobody'),
        ),
      );
      expect({ heading, nothingFor }).toEqual({ heading, nothingFor: ROLES.filter((role) => !may.includes(role)) });
    }
  });

  test('says what the fixed functions may do', () => {
    for (const { rows: ofGroup } of readGrid().groups)
      for (const { resource, name } of ofGroup) {
        const said = /Hearth by itself: (.*?)<\/small>/.exec(rows.get(name)!.head)?.[1]?.split(', ') ?? [];
        expect({ resource, said }).toEqual({ resource, said: rulesOf(resource as never).map((one) => verbs[one]) });
      }
  });
});

test('the printed grid says every cell, and below it the meaning of every word', () => {
  const answers = cells.map(({ cell, ...place }) => ({ ...place, answered: cell === 'nobody' ? DOT : inWords(cell) }));
  const [head = '', ...lines] = gridLines(gridReport(answers));
  const starts = ROLES.map((role) => head.indexOf(role));
  for (const { resource, action, role, cell } of cells) {
    const line = lines.find((one) => one.startsWith(`${resource}.${action} `))!;
    const from = starts[ROLES.indexOf(role)]!;
    const said = line.slice(from, starts[ROLES.indexOf(role) + 1]).trim();
    expect({ resource, action, role, said }).toEqual({
      resource,
      action,
      role,
      said: cell === 'nobody' ? DOT : inWords(cell),
    });
  }
  for (const [word, { meaning }] of Object.entries(MEANINGS))
    expect(lines.some((line) => line.startsWith(`${word} `) && line.endsWith(meaning))).toBe(true);
});

function unescaped(html: string): string {
  return html.replaceAll('&#x27;', "'").replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>');
}
