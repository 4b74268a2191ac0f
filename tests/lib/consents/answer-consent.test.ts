import { describe, expect, test } from 'vitest';
import { asActor } from '@/db/access/as-actor';
import { answerConsent, isOpening } from '@/lib/consents/answer-consent';
import { withdrawConsent } from '@/lib/consents/withdraw-consent';
import { NotFound } from '@/lib/errors';
import { useDatabase } from '../../support/database';
import {
  askedOf,
  bytesOf,
  coupleAtHome,
  dayOf,
  eventsOf,
  flagsOf,
  nextDay,
  openFor,
  openSealed,
  titles,
  untilOpen,
  WANTED,
} from '../../support/partner-day';

const database = useDatabase();
const answeredOpening = async (partnerId: string) =>
  (
    await database.owner.query(
      `select is_opening from plan_events where partner_id = $1 and kind = 'answered' order by at desc limit 1`,
      [partnerId],
    )
  ).rows[0].is_opening;

describe('rule 4: consent alone, before a step opens for both', () => {
  test('opens only with an opening answer to every question that names one; a skipped one does not open', async () => {
    const at = await coupleAtHome(database.owner);
    const unit = await askedOf(database.owner, at, 'S22');
    const all = { ...WANTED, ableToRedirect: 'Yes' };
    const { consent } = (await dayOf(at.first)).units[0]!;
    expect(isOpening(consent, all)).toBe(true);
    const without = (id: string) => Object.fromEntries(Object.entries(all).filter(([name]) => name !== id));
    expect(Object.keys(all).filter((id) => isOpening(consent, without(id)))).toEqual([]);
    expect(isOpening(consent, { ...all, wantThisWeek: 'Yes, with changes' })).toBe(false);
    await asActor(at.first.token, (tx) =>
      answerConsent(tx, { ...unit, answers: { ...all, wantThisWeek: 'Yes, with changes', leaveOut: 'My left hand' } }),
    );
    expect(await answeredOpening(at.first.partnerId)).toBe(false);
  });

  test('a full yes with something to leave out waits for the therapist: it does not open the step', async () => {
    const at = await coupleAtHome(database.owner);
    const unit = await askedOf(database.owner, at, 'S06');
    await asActor(at.first.token, (tx) => answerConsent(tx, { ...unit, answers: { ...WANTED, leaveOut: 'Money' } }));
    expect(await answeredOpening(at.first.partnerId)).toBe(false);
    await asActor(at.second.token, (tx) => answerConsent(tx, { ...unit, answers: WANTED }));
    expect(await answeredOpening(at.second.partnerId)).toBe(true);
  });

  test('what is to be left out is sealed, for the therapist to merge', async () => {
    const at = await coupleAtHome(database.owner);
    const unit = await askedOf(database.owner, at, 'S06');
    await asActor(at.first.token, (tx) => answerConsent(tx, { ...unit, answers: { ...WANTED, leaveOut: 'Money' } }));
    const { rows } = await database.owner.query(
      'select id, answers, texts, policy from consents where partner_id = $1',
      [at.first.partnerId],
    );
    expect(rows[0].answers).toEqual(WANTED);
    expect(rows[0].policy).toBe('limitedSecrets');
    const texts = await openSealed(at.first, at, {
      table: 'consents',
      column: 'texts',
      rowId: rows[0].id,
      sealed: rows[0].texts,
    });
    expect(JSON.parse(texts)).toEqual({ leaveOut: 'Money' });
  });

  test('one partner’s answer changes nothing for the other, before the turn and after it', async () => {
    const at = await coupleAtHome(database.owner);
    const unit = await askedOf(database.owner, at, 'S06');
    const before = await bytesOf(at.second);
    await asActor(at.first.token, (tx) =>
      answerConsent(tx, { ...unit, answers: { wantThisWeek: 'No', ownChoice: 'Not really' } }),
    );
    expect(await bytesOf(at.second)).toBe(before);
    expect(titles(await dayOf(at.first))).toEqual([]);
    await nextDay(database.owner);
    expect(titles(await dayOf(at.second))).toEqual(['One speaks, one reflects: asked']);
  });

  test('two yeses open it at a later turn, and not at once', async () => {
    const at = await coupleAtHome(database.owner);
    const unit = await askedOf(database.owner, at, 'S06');
    for (const { token } of at.couple.partners)
      await asActor(token, (tx) => answerConsent(tx, { ...unit, answers: WANTED }));
    expect(titles(await dayOf(at.second))).toEqual([]);
    await untilOpen(database.owner, at.second, unit);
  });

  test('an answer to what was not asked is not found', async () => {
    const at = await coupleAtHome(database.owner);
    const unit = await openFor(database.owner, at, 'S06');
    await expect(asActor(at.first.token, (tx) => answerConsent(tx, { ...unit, answers: WANTED }))).rejects.toThrow(
      NotFound,
    );
  });

  test('“I do not want this after all” closes one’s own view at once and the other’s at the turn', async () => {
    const at = await coupleAtHome(database.owner);
    const unit = await openFor(database.owner, at, 'S06');
    const before = await bytesOf(at.second);
    const { redirectTo } = await asActor(at.first.token, (tx) => withdrawConsent(tx, unit));
    expect(redirectTo).toBe('/saved');
    expect(titles(await dayOf(at.first))).toEqual([]);
    expect(await bytesOf(at.second)).toBe(before);
    await nextDay(database.owner);
    expect(titles(await dayOf(at.second))).toEqual([]);
  });
});

describe('rule 11: a worried answer before a step is heard', () => {
  test.each([
    [{ ownChoice: 'Not really' }, ['safety ownChoice']],
    [{ stopAllRight: 'No' }, ['safety stopAllRight']],
    [{ stopAllRight: 'Not sure', ownChoice: 'Partly' }, ['talk ownChoice', 'talk stopAllRight']],
    [WANTED, []],
  ])('%j raises %j', async (answers, raised) => {
    const at = await coupleAtHome(database.owner);
    const unit = await askedOf(database.owner, at, 'S06');
    await asActor(at.first.token, (tx) => answerConsent(tx, { ...unit, answers: answers as Record<string, string> }));
    expect(await flagsOf(database.owner, at.first)).toEqual(raised);
    const isSafety = raised.some((flag) => flag.startsWith('safety'));
    expect((await eventsOf(database.owner, at.first)).includes('safetyRaised')).toBe(isSafety);
  });
});
