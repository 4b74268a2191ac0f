import { describe, expect, test } from 'vitest';
import { asActor, NotSignedIn } from '@/db/access/as-actor';
import { answerQuestion } from '@/lib/answers/answer-question';
import { readAskingPage, readSendPage } from '@/lib/answers/read-question-page';
import { sendAnswers } from '@/lib/answers/send-answers';
import { takeUpDraft } from '@/lib/answers/take-up-draft';
import { keepDraftPart, keepDraftPartWhenIdle } from '@/lib/drafts/keep-draft';
import { readWritePage } from '@/lib/reflections/read-write-page';
import { NotFound } from '@/lib/errors';
import { makeSignIn } from '../../support/people';
import { moveClock } from '../../support/clock';
import { useDatabase } from '../../support/database';
import { askedOf, coupleAtHome, type CoupleAtHome } from '../../support/partner-day';

const database = useDatabase();
const words = { kind: 'words', audience: 'private' } as const;
const typed = (text: string) => ({ about: words, name: 'text', text });
const written = (token: string) => asActor(token, (tx) => readWritePage(tx, 'private'));
const signInAgain = (at: CoupleAtHome) =>
  makeSignIn(database.owner, at.first.accountId, at.practice, { partnerId: at.first.partnerId });

describe('rule 7: drafts come back only after the password, and expire', () => {
  test('in the same stay a draft goes on by itself', async () => {
    const at = await coupleAtHome(database.owner);
    await asActor(at.first.token, (tx) => keepDraftPart(tx, typed('Half a thought')));
    await asActor(at.first.token, (tx) => keepDraftPart(tx, typed('Half a thought, and more')));
    expect(await written(at.first.token)).toMatchObject({ text: 'Half a thought, and more', isOffered: false });
  });

  test('after a new sign-in it is only offered: the page holds nothing of it', async () => {
    const at = await coupleAtHome(database.owner);
    await asActor(at.first.token, (tx) => keepDraftPart(tx, typed('Half a thought')));
    await moveClock(database.owner, '5 minutes');
    const page = await written(await signInAgain(at));
    expect(page.isOffered).toBe(true);
    expect(JSON.stringify(page)).not.toContain('Half');
  });

  test('is gone after 24 hours, from the page and from the database', async () => {
    const at = await coupleAtHome(database.owner);
    await asActor(at.first.token, (tx) => keepDraftPart(tx, typed('Half a thought')));
    await moveClock(database.owner, '24 hours 1 minute');
    expect(await written(at.first.token)).toMatchObject({ text: '', isOffered: false });
    const { rows } = await database.owner.query('select id from drafts where partner_id = $1', [at.first.partnerId]);
    expect(rows).toEqual([]);
  });

  test('is sealed, and no one else’s', async () => {
    const at = await coupleAtHome(database.owner);
    await asActor(at.first.token, (tx) => keepDraftPart(tx, typed('Half a thought')));
    const { rows } = await database.owner.query<{ content: Buffer }>(
      'select content from drafts where partner_id = $1',
      [at.first.partnerId],
    );
    expect(rows[0]!.content.toString('latin1')).not.toContain('Half');
    expect((await written(at.second.token)).text).toBe('');
  });

  test('a stay that is only idle keeps what was typed and reads nothing; one that ended keeps nothing', async () => {
    const at = await coupleAtHome(database.owner);
    await database.owner.query(
      `update sign_ins set last_seen_at = auth.now() - interval '20 minutes' where partner_id = $1`,
      [at.first.partnerId],
    );
    await expect(written(at.first.token)).rejects.toThrow(NotSignedIn);
    expect(await keepDraftPartWhenIdle(at.first.token, typed('Typed while idle'))).toBe(true);
    await moveClock(database.owner, '1 minute');
    const again = await signInAgain(at);
    expect((await written(again)).isOffered).toBe(true);
    await database.owner.query('update sign_ins set ended_at = auth.now() where partner_id = $1', [at.first.partnerId]);
    expect(await keepDraftPartWhenIdle(at.first.token, typed('Typed after leaving'))).toBe(false);
  });

  test('what is typed on a page that stood open while the browser went elsewhere is a draft of neither', async () => {
    const at = await coupleAtHome(database.owner);
    const theirs = { ...typed('For another place'), whose: at.second.partnerId };
    await expect(asActor(at.first.token, (tx) => keepDraftPart(tx, theirs))).rejects.toThrow(NotFound);
    expect(await keepDraftPartWhenIdle(at.first.token, theirs)).toBe(false);
    const { rows } = await database.owner.query('select id from drafts where partner_id = any ($1)', [
      [at.first.partnerId, at.second.partnerId],
    ]);
    expect(rows).toEqual([]);
    await asActor(at.first.token, (tx) => keepDraftPart(tx, { ...typed('Here'), whose: at.first.partnerId }));
    expect((await written(at.first.token)).text).toBe('Here');
  });

  test('answers wait between pages, are offered after a new sign-in, and are gone once sent', async () => {
    const at = await coupleAtHome(database.owner);
    const unit = await askedOf(database.owner, at, 'S06');
    const occasion = { ...unit, occasion: 'begin' as const };
    const params = { ...occasion };
    const answer = (token: string, place: string, answers: Record<string, string>, skip?: string) =>
      asActor(token, (tx) => answerQuestion(tx, { ...occasion, place, answers, skip }));
    const path = `/steps/${unit.assignmentId}/whole/begin`;
    expect(await answer(at.first.token, '1', { wantThisWeek: 'Yes' })).toEqual({ redirectTo: `${path}/2` });
    expect(await answer(at.first.token, '2', { ownChoice: 'Fully' }, 'yes')).toEqual({ redirectTo: `${path}/3` });

    await moveClock(database.owner, '5 minutes');
    const again = await signInAgain(at);
    const offered = await asActor(again, (tx) => readAskingPage(tx, params));
    expect(offered).toMatchObject({ isOffered: true, given: {} });
    expect(await asActor(again, (tx) => sendAnswers(tx, occasion))).toEqual({ redirectTo: path });
    await asActor(again, (tx) => takeUpDraft(tx, { ...occasion, choice: 'continue' }));
    expect((await asActor(again, (tx) => readAskingPage(tx, params))).given).toEqual({ wantThisWeek: 'Yes' });

    expect(await asActor(again, (tx) => sendAnswers(tx, occasion))).toEqual({ redirectTo: '/saved' });
    const { rows } = await database.owner.query('select id from drafts where partner_id = $1', [at.first.partnerId]);
    expect(rows).toEqual([]);
    await expect(asActor(again, (tx) => readSendPage(tx, params))).rejects.toThrow(NotFound);
  });
});
