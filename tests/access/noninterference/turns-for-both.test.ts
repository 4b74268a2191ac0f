// What changes both pages at a turn by its nature tells neither partner how it came about.
import { beforeAll, describe, expect, test } from 'vitest';
import { useFreshDatabase } from '@/tests/support/database';
import { timeLimit, volume } from '@/tests/support/volume';
import { tellsHowPolicyCame, tellsWhoEndedIt } from './properties';
import { Story } from './story';

const PAIRS_TRIED = { everyday: 200, deep: 20_000 };
const PAIRS = volume(PAIRS_TRIED);
const database = useFreshDatabase();
let story: Story;
beforeAll(async () => {
  story = await new Story(database.owner).begin();
});

describe('noninterference of a turn for both', () => {
  test(
    'rule 13: what one partner gets does not tell with whom the end of shared work was agreed, when it was planned, or who closed it',
    async () => {
      const found = await tellsWhoEndedIt(story, PAIRS / 4);
      expect(found.failed, found.errorInstance instanceof Error ? found.errorInstance.message : '').toBe(false);
    },
    timeLimit(120_000, PAIRS_TRIED),
  );

  test(
    'rule 8: what one partner gets does not tell when the other said yes to another policy, nor that anyone did before it is in force',
    async () => {
      const found = await tellsHowPolicyCame(story, PAIRS / 20);
      expect(found.failed, found.errorInstance instanceof Error ? found.errorInstance.message : '').toBe(false);
    },
    timeLimit(120_000, PAIRS_TRIED),
  );
});
