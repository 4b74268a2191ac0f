import { describe, expect, test } from 'vitest';
import { houseRules } from './house-rules/rules';
import { allowed, refused } from './house-rules/samples';
import type { Sample } from './house-rules/samples';
import { parse, readTree } from './house-rules/tree';

const tree = readTree(process.cwd());

function faultsIn(sample: Sample) {
  const rule = houseRules.find(({ name }) => name === sample.rule);
  if (!rule) throw new Error(`No rule is named "${sample.rule}".`);
  return rule.check({ files: Object.entries(sample.files).map(([path, text]) => parse(path, text)) });
}

describe('the repository keeps the house rules', () => {
  test.each(houseRules.map((rule) => [rule.name, rule] as const))('%s', (_, rule) => {
    const sentences = rule.check(tree).map(({ path, line, sentence }) => `${path}:${line} ${sentence}`);
    expect(sentences).toEqual([]);
  });
});

describe('each house rule still bites', () => {
  test.each(refused.map((sample) => [sample.rule, sample.what, sample] as const))(
    '%s: %s is refused',
    (_rule, _what, sample) => {
      expect(faultsIn(sample)).not.toEqual([]);
    },
  );

  test.each(allowed.map((sample) => [sample.rule, sample.what, sample] as const))(
    '%s: %s is left alone',
    (_rule, _what, sample) => {
      expect(faultsIn(sample)).toEqual([]);
    },
  );

  test('no rule is without a planted fault', () => {
    const planted = new Set(refused.map(({ rule }) => rule));
    expect(houseRules.map(({ name }) => name).filter((name) => !planted.has(name))).toEqual([]);
  });
});
