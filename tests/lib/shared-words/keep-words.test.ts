import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { asActor } from '@/db/access/as-actor';
import { NotFound } from '@/lib/errors';
import { openMyDay } from '@/lib/my-day/open-my-day';
import { writeWords } from '@/lib/reflections/write-words';
import { keepWords } from '@/lib/shared-words/keep-words';
import { listArrivedWords, listOwnWords } from '@/lib/shared-words/list-own';
import { useDatabase } from '../../support/database';
import { bytesOf, coupleAtHome, dayOf, nextDay } from '../../support/partner-day';

const database = useDatabase();

/** Words of the first that have reached the second. */
async function arrived() {
  const at = await coupleAtHome(database.owner);
  await asActor(at.first.token, (tx) => writeWords(tx, { audience: 'shared', text: 'Thank you' }));
  await nextDay(database.owner);
  const [words] = (await dayOf(at.second)).words;
  const keep = (isKept: 'yes' | 'no', token = at.second.token) =>
    asActor(token, (tx) => keepWords(tx, { id: words!.id, isKept }));
  const theirs = async () => (await dayOf(at.second)).words.map(({ text }) => text);
  const days = async (count: number) => {
    for (let passed = 0; passed < count; passed += 1) await nextDay(database.owner);
  };
  return { ...at, words: words!, keep, theirs, days };
}

/** All that whoever shared them can see of them. */
const seenBySharer = (token: string) =>
  asActor(token, async (tx) => {
    const { day, keyring } = await openMyDay(tx);
    return JSON.stringify([await listOwnWords(tx, keyring), await listArrivedWords(tx, day)]);
  });

describe('rule 6: shared words leave after 14 days unless kept', () => {
  test('by whoever they came to, and beyond those days', async () => {
    const { keep, theirs, days } = await arrived();
    await keep('yes');
    await keep('yes');
    await days(30);
    expect(await theirs()).toEqual(['Thank you']);
  });

  test('who shared them sees the same bytes whether or not they are kept, on every day', async () => {
    const { first, keep, days } = await arrived();
    const before = [await bytesOf(first), await seenBySharer(first.token)];
    await keep('yes');
    expect([await bytesOf(first), await seenBySharer(first.token)]).toEqual(before);
    await days(14);
    expect(await seenBySharer(first.token), 'left, as words that nobody kept').toBe('[[],[]]');
  });

  test('what is let go after that leaves at the next turn; before, on its day', async () => {
    const { keep, theirs, days, second } = await arrived();
    await keep('yes');
    await keep('no');
    await days(13);
    expect(await theirs(), 'the 14th day').toEqual(['Thank you']);
    await keep('yes');
    await days(5);
    await keep('no');
    expect(await theirs(), 'until the turn').toEqual(['Thank you']);
    const day = await dayOf(second);
    const [leaving] = await asActor(second.token, (tx) => listArrivedWords(tx, day));
    await days(1);
    expect(await theirs()).toEqual([]);
    expect((await dayOf(second)).day).toBe(leaving!.leavesOn);
  });

  test('nobody keeps what did not come to them', async () => {
    const { first, second, keep } = await arrived();
    await expect(keep('yes', first.token)).rejects.toThrow(NotFound);
    await expect(asActor(second.token, (tx) => keepWords(tx, { id: randomUUID(), isKept: 'yes' }))).rejects.toThrow(
      NotFound,
    );
    await asActor(first.token, (tx) => writeWords(tx, { audience: 'shared', text: 'Not there yet' }));
    const { rows } = await database.owner.query<{ id: string }>(
      'select id from shared_words where partner_id = $1 order by sent_at desc limit 1',
      [first.partnerId],
    );
    await expect(
      asActor(second.token, (tx) => keepWords(tx, { id: rows[0]!.id, isKept: 'yes' })),
      'words that wait for the turn',
    ).rejects.toThrow(NotFound);
  });
});
