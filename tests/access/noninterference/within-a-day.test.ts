// Until the turn one partner's page is the same to the byte, whatever the other and the therapist do.
import { beforeAll, describe, expect, test } from 'vitest';
import { useFreshDatabase } from '@/tests/support/database';
import { timeLimit, volume } from '@/tests/support/volume';
import { changesWithinADay, DIRECTED } from './properties';
import { Story } from './story';

const PAIRS_TRIED = { everyday: 200, deep: 20_000 };
const PAIRS = volume(PAIRS_TRIED);
const database = useFreshDatabase();
let story: Story;
beforeAll(async () => {
  story = await new Story(database.owner).begin();
});

describe('noninterference within a day', () => {
  test(
    'rule 3: within one day no act of one partner, and nothing the therapist does, changes a byte of what the other gets',
    async () => {
      const found = await changesWithinADay(story, PAIRS / 2, { first: DIRECTED });
      expect(found.failed, found.errorInstance instanceof Error ? found.errorInstance.message : '').toBe(false);
    },
    timeLimit(120_000, PAIRS_TRIED),
  );
});
