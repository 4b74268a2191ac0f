import { describe, expect, test } from 'vitest';
import { asActor } from '@/db/access/as-actor';
import { answerQuestion } from '@/lib/answers/answer-question';
import { sendAnswers } from '@/lib/answers/send-answers';
import { sendCheckIn } from '@/lib/check-ins/send-check-in';
import { withdrawConsent } from '@/lib/consents/withdraw-consent';
import { NotFound } from '@/lib/errors';
import { useDatabase } from '../../support/database';
import {
  bytesOf,
  coupleAtHome,
  dayOf,
  eventsOf,
  flagsOf,
  nextDay,
  openFor,
  openSealed,
  titles,
  WANTED,
} from '../../support/partner-day';

const database = useDatabase();
const lastCheckIn = async (partnerId: string) =>
  (
    await database.owner.query(
      `select *, "on"::text as "on" from check_ins where partner_id = $1 order by sent_at desc limit 1`,
      [partnerId],
    )
  ).rows[0];

describe('a check-in', () => {
  test('keeps numbers in their columns, choices as answers, texts sealed, and the policy it was written under', async () => {
    const at = await coupleAtHome(database.owner);
    const unit = await openFor(database.owner, at, 'S24');
    const answers = {
      done: 'We stopped',
      comfort: '7',
      distressWorst: '2',
      connected: '0',
      pain: '9',
      nextTime: 'Smaller',
      meetAgain: 'Cool linen',
    };
    await asActor(at.first.token, (tx) => sendCheckIn(tx, { ...unit, answers }));
    const row = await lastCheckIn(at.first.partnerId);
    expect(row).toMatchObject({
      comfort: 7,
      distress_worst: 2,
      connected: 0,
      pain: null,
      distress_now: null,
      policy: 'limitedSecrets',
    });
    expect(row.answers).toEqual({ done: 'We stopped', nextTime: 'Smaller' });
    expect(row.on).toBe((await dayOf(at.first)).day);
    const texts = await openSealed(at.first, at, {
      table: 'check_ins',
      column: 'texts',
      rowId: row.id,
      sealed: row.texts,
    });
    expect(JSON.parse(texts)).toEqual({ meetAgain: 'Cool linen' });
    expect(row.texts.toString('latin1')).not.toContain('Cool linen');
  });

  test('refuses an answer that is not one of the question’s own, says so at the question, and sends nothing', async () => {
    const at = await coupleAtHome(database.owner);
    const unit = await openFor(database.owner, at, 'S06');
    for (const [id, answer] of [
      ['comfort', '11'],
      ['comfort', '-1'],
      ['comfort', '1e1'],
      ['freeToStop', 'Perhaps'],
      ['contactMe', 'true'],
    ] as const) {
      const sent = asActor(at.first.token, (tx) => sendCheckIn(tx, { ...unit, answers: { [id]: answer } }));
      await expect(sent).rejects.toMatchObject({
        name: 'Refusal',
        fields: { [`answers.${id}`]: expect.stringContaining('skip this') },
      });
    }
    const { rows } = await database.owner.query('select id from check_ins where partner_id = $1', [at.first.partnerId]);
    expect(rows).toEqual([]);
  });

  test('keeps no answer to a question that was not asked', async () => {
    const at = await coupleAtHome(database.owner);
    const unit = await openFor(database.owner, at, 'S06');
    await asActor(at.first.token, (tx) =>
      sendCheckIn(tx, { ...unit, answers: { pain: '9', notAsked: 'x', __proto__: 'y' } }),
    );
    expect(await lastCheckIn(at.first.partnerId)).toMatchObject({ answers: {}, texts: null, pain: null });
  });

  test('of a step that is not open is not found, whoever’s it is', async () => {
    const at = await coupleAtHome(database.owner);
    const unit = await openFor(database.owner, at, 'S06');
    const other = await coupleAtHome(database.owner);
    await expect(asActor(other.first.token, (tx) => sendCheckIn(tx, { ...unit, answers: {} }))).rejects.toThrow(
      NotFound,
    );
  });

  test('may still be given the day after, dated the day it was open', async () => {
    const at = await coupleAtHome(database.owner);
    const unit = await openFor(database.owner, at, 'S06');
    const { day } = await dayOf(at.second);
    await asActor(at.first.token, (tx) => withdrawConsent(tx, unit));
    await nextDay(database.owner);
    const tomorrow = await dayOf(at.second);
    expect(tomorrow.units).toEqual([]);
    expect(tomorrow.recent.map(({ title }) => title)).toEqual(['One speaks, one reflects']);
    await asActor(at.second.token, (tx) => sendCheckIn(tx, { ...unit, answers: { comfort: '5' } }));
    expect((await lastCheckIn(at.second.partnerId)).on).toBe(day);
  });

  test('rule 6: words for the partner too stand among the shared words and nowhere in the check-in', async () => {
    const at = await coupleAtHome(database.owner);
    const unit = await openFor(database.owner, at, 'S24');
    await asActor(at.first.token, (tx) =>
      sendCheckIn(tx, { ...unit, answers: { reflectionFor: 'My partner too', reflection: 'The cello.' } }),
    );
    expect((await lastCheckIn(at.first.partnerId)).texts).toBeNull();
    expect((await dayOf(at.second)).words).toEqual([]);
    await nextDay(database.owner);
    expect((await dayOf(at.second)).words.map(({ text }) => text)).toEqual(['The cello.']);
  });

  test('rule 6: a reflection without a chosen reader is refused', async () => {
    const at = await coupleAtHome(database.owner);
    const unit = await openFor(database.owner, at, 'S24');
    const sent = asActor(at.first.token, (tx) => sendCheckIn(tx, { ...unit, answers: { reflection: 'The cello.' } }));
    await expect(sent).rejects.toMatchObject({
      fields: { 'answers.reflectionFor': expect.stringContaining('Choose who may read') },
    });
  });

  test('rule 11: low comfort is told the second time running, and not after a better one', async () => {
    const at = await coupleAtHome(database.owner);
    const unit = await openFor(database.owner, at, 'S06');
    const give = (comfort: string) =>
      asActor(at.first.token, (tx) => sendCheckIn(tx, { ...unit, answers: { comfort } }));
    await give('3');
    await give('6');
    await give('2');
    expect(await flagsOf(database.owner, at.first)).toEqual([]);
    await give('3');
    expect(await flagsOf(database.owner, at.first)).toEqual(['review comfort']);
  });

  test('rule 11: “free to stop: no” holds shared steps from the next turn; until then the other sees the same bytes', async () => {
    const at = await coupleAtHome(database.owner);
    const unit = await openFor(database.owner, at, 'S06');
    const before = await bytesOf(at.second);
    await asActor(at.first.token, (tx) => sendCheckIn(tx, { ...unit, answers: { freeToStop: 'No' } }));
    expect(await flagsOf(database.owner, at.first)).toEqual(['safety freeToStop']);
    expect(await eventsOf(database.owner, at.first)).toContain('safetyRaised');
    expect(await bytesOf(at.second)).toBe(before);
    await nextDay(database.owner);
    expect(titles(await dayOf(at.second))).toEqual([]);
  });

  test('rule 2: every answer ends on the same page, and two that send the same draft make one row', async () => {
    const at = await coupleAtHome(database.owner);
    const unit = await openFor(database.owner, at, 'S06', WANTED);
    const occasion = { ...unit, occasion: 'check-in' as const };
    const ends = [];
    for (const answers of [{ freeToStop: 'No', comfort: '0' }, { freeToStop: 'Yes', comfort: '10' }, {}]) {
      const next = await asActor(at.first.token, (tx) =>
        answerQuestion(tx, { ...occasion, place: 'all', answers: answers as Record<string, string> }),
      );
      expect(next.redirectTo).toBe(`/steps/${unit.assignmentId}/whole/check-in/send`);
      const both = await Promise.all([1, 2].map(() => asActor(at.first.token, (tx) => sendAnswers(tx, occasion))));
      // One that comes after the other has ended finds nothing to send and begins anew; the same form sent twice is answered by its key.
      ends.push(both.find(({ redirectTo }) => redirectTo === '/saved'));
    }
    expect(new Set(ends.map((end) => JSON.stringify(end))).size).toBe(1);
    const { rows } = await database.owner.query('select id from check_ins where partner_id = $1', [at.first.partnerId]);
    expect(rows).toHaveLength(3);
  });
});
