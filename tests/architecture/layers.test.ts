import { createRequire } from 'node:module';
import path from 'node:path';
import { cruise } from 'dependency-cruiser';
import type { ICruiseResult, IForbiddenRuleType } from 'dependency-cruiser';
import extractTsConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { beforeAll, expect, test } from 'vitest';

const PLANTED = path.resolve('tests/architecture/planted/layers');
const PLANTED_TSCONFIG = path.join(PLANTED, 'tsconfig.json');
const require = createRequire(import.meta.url);
const { forbidden, options } = require(path.resolve('.dependency-cruiser.cjs')) as {
  forbidden: (IForbiddenRuleType & { name: string })[];
  options: object;
};

/** Files the rule spoke about, when it looked at the planted tree as if that were the repository. */
const caught = new Map<string, Set<string>>();

beforeAll(async () => {
  const { output } = await cruise(
    ['app', 'components', 'db', 'lib', 'tests', 'proxy.ts'],
    {
      ...options,
      exclude: undefined,
      tsConfig: { fileName: PLANTED_TSCONFIG },
      baseDir: PLANTED,
      validate: true,
      ruleSet: { forbidden },
    },
    undefined,
    { tsConfig: extractTsConfig(PLANTED_TSCONFIG) },
  );
  for (const { rule, from, to } of (output as ICruiseResult).summary.violations) {
    const about = rule.name === 'nothing-unreached' ? to : from;
    caught.set(rule.name, (caught.get(rule.name) ?? new Set()).add(about));
  }
});

test.each(forbidden.map(({ name }) => name))('the layer rule %s still bites', (name) => {
  const planted = [...(caught.get(name) ?? [])].filter((file) => path.basename(file).startsWith(name));
  expect(planted).not.toEqual([]);
});

test('a page that reaches for a connection is caught in the proxy too', () => {
  expect([...(caught.get('app-asks-lib') ?? [])]).toContain('proxy.ts');
});

test('a new component area, the shared look and a query are held without being named', () => {
  const areas = caught.get('component-areas-stay-apart');
  expect([...(areas ?? [])].sort()).toEqual([
    'components/a-new-area/component-areas-stay-apart.tsx',
    'components/ui/component-areas-stay-apart.tsx',
  ]);
  expect([...(caught.get('one-door-to-rows') ?? [])].sort()).toEqual([
    'db/queries/one-door-to-rows.ts',
    'lib/people/one-door-to-rows.ts',
  ]);
  expect([...(caught.get('only-db-speaks-sql') ?? [])].sort()).toEqual([
    'components/people/only-db-speaks-sql.ts',
    'lib/people/only-db-speaks-sql.ts',
  ]);
});

test('what follows the layers is left alone', () => {
  const good = [
    'app/people/page.tsx',
    'components/people/person-row.tsx',
    'components/ui/button.tsx',
    'db/access/as-actor.ts',
    'db/queries/people.ts',
    'lib/people/list-people.ts',
    'lib/people/schema.ts',
  ];
  const spokenAbout = new Set([...caught.values()].flatMap((files) => [...files]));
  expect(good.filter((file) => spokenAbout.has(file))).toEqual([]);
});
