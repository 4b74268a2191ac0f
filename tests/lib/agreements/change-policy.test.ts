// Rule 8: the confidentiality policy is data, with each partner's dated agreement, and a change widens nothing by itself.
import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { asActor } from '@/db/access/as-actor';
import { CONFIDENTIALITY, type Confidentiality } from '@/db/schema/intakes';
import { answerProposal } from '@/lib/agreements/answer-proposal';
import { bringPolicyIntoForce, proposePolicy, takeBackProposal } from '@/lib/agreements/change-policy';
import { readPolicyChange } from '@/lib/agreements/read-policy-change';
import { answerProposalInput, proposePolicyInput } from '@/lib/agreements/schema';
import { readTimeline } from '@/lib/check-ins/read-timeline';
import { NotFound } from '@/lib/errors';
import { readIntake } from '@/lib/intakes/read-intake';
import { readMyDay } from '@/lib/my-day/open-my-day';
import { writeWords } from '@/lib/reflections/write-words';
import { useFreshDatabase } from '../../support/database';
import { makeStaff, type PartnerInTest } from '../../support/people';
import { type AtWork, beginWork, nextDay } from '../plan/plan-in-test';

const database = useFreshDatabase();

/** A couple that agreed to limited secrets, with a joint session of yesterday. */
async function begin(made?: Parameters<typeof beginWork>[1]): Promise<AtWork & { sessionId: string }> {
  const work = await beginWork(database.owner, made);
  const { rows } = await work.owner.query<{ id: string }>(
    `insert into sessions (practice_id, couple_id, kind, therapist_id, starts_at, minutes)
     values ($1, $2, 'joint', $3, auth.now() - interval '1 day', 50) returning id`,
    [work.practice.practiceId, work.couple.coupleId, work.therapist.staffMemberId],
  );
  return { ...work, sessionId: rows[0]!.id };
}
type Begun = Awaited<ReturnType<typeof begin>>;

const propose = (work: Begun, policy: Confidentiality = 'noSecrets', by = work.therapist.token) =>
  asActor(by, (tx) => proposePolicy(tx, proposePolicyInput.parse({ ...of(work), policy, sessionId: work.sessionId })));
const of = (work: Begun) => ({ coupleId: work.couple.coupleId });
const proposalOf = (work: Begun) =>
  asActor(work.therapist.token, async (tx) => (await readPolicyChange(tx, work.couple.coupleId)).proposal);
const say = async (partner: PartnerInTest, answer: 'yes' | 'no', earlier?: 'yes') => {
  const day = await dayOf(partner);
  return asActor(partner.token, (tx) =>
    answerProposal(tx, answerProposalInput.parse({ proposalId: day.proposal!.id, answer, earlier })),
  );
};
const bring = async (work: Begun, proposalId: string, by = work.therapist.token) =>
  asActor(by, (tx) => bringPolicyIntoForce(tx, { ...of(work), proposalId }));
const dayOf = (partner: PartnerInTest) => asActor(partner.token, readMyDay);
const bytesOf = async (partner: PartnerInTest) => JSON.stringify(await dayOf(partner));
const write = (partner: PartnerInTest, text: string) =>
  asActor(partner.token, (tx) => writeWords(tx, { audience: 'private', text }));
const keptPolicies = async (partner: PartnerInTest) => {
  const { rows } = await database.owner.query<{ policy: string }>(
    'select policy from reflections where partner_id = $1 order by sent_at, id',
    [partner.partnerId],
  );
  return rows.map(({ policy }) => policy);
};
const audiences = async (work: Begun) => {
  const { occasions } = await asActor(work.therapist.token, (tx) => readTimeline(tx, work.couple.coupleId));
  return occasions.map(({ lanes, text }) => [text, lanes[0]!.audience] as const);
};

describe('rule 8: the policy changes in a session, with each partner’s own yes', () => {
  test('rule 8: until both have said yes and the therapist begins it, everything is written under what each agreed to', async () => {
    const work = await begin();
    const { first, second } = work.couple;
    await propose(work);
    expect((await dayOf(first)).proposal, 'until the turn').toBeNull();
    await nextDay(work);
    expect((await dayOf(first)).proposal).toMatchObject({ policy: 'noSecrets' });
    await write(first, 'before');
    await say(first, 'yes');
    await write(first, 'after my own yes');
    const { id } = (await proposalOf(work))!;
    await expect(bring(work, id)).rejects.toThrow('only after a yes of each of them');
    await nextDay(work);
    expect(await dayOf(first)).toMatchObject({ agreed: 'limitedSecrets', policy: 'limitedSecrets', proposal: null });
    await say(second, 'yes');
    await bring(work, id);
    await write(first, 'on the day it was begun');
    expect(await dayOf(first), 'until the turn').toMatchObject({ agreed: 'limitedSecrets', policy: 'limitedSecrets' });
    await nextDay(work);
    for (const partner of [first, second])
      expect(await dayOf(partner)).toMatchObject({ agreed: 'noSecrets', policy: 'noSecrets', proposal: null });
    await write(first, 'after');
    expect(await keptPolicies(first)).toEqual([...Array<string>(3).fill('limitedSecrets'), 'noSecrets']);
    const { people } = await asActor(work.therapist.token, (tx) => readIntake(tx, work.couple.coupleId));
    for (const { agreements } of people)
      expect(agreements.map(({ policy }) => policy)).toEqual(['noSecrets', 'limitedSecrets']);
  });

  test('rule 8: a no keeps what holds, and looks to that person like a yes', async () => {
    const [yes, no] = [await begin(), await begin()];
    for (const work of [yes, no]) await propose(work);
    await nextDay(yes);
    await say(yes.couple.first, 'yes', 'yes');
    await say(no.couple.first, 'no', 'yes');
    const shown = async (work: Begun) => ({ ...(await dayOf(work.couple.first)), day: '' });
    expect(await shown(yes)).toEqual(await shown(no));
    const { id, people } = (await proposalOf(no))!;
    expect(people.map(({ said }) => said)).toEqual([expect.stringMatching(/^No, on /), 'Has not answered.']);
    await say(no.couple.second, 'yes');
    await expect(bring(no, id)).rejects.toThrow('only after a yes of each of them');
  });

  test('rule 8: neither learns whether or when the other answered: no byte differs', async () => {
    const works = [await begin(), await begin(), await begin()];
    for (const work of works) await propose(work);
    await nextDay(works[0]!);
    const [yes, no] = works as [Begun, Begun, Begun];
    await say(yes.couple.first, 'yes', 'yes');
    await say(no.couple.first, 'no');
    const seen = async () =>
      Promise.all(
        works.map(async ({ couple }) => {
          const { proposal, ...rest } = await dayOf(couple.second);
          return JSON.stringify({ ...rest, proposal: { ...proposal, id: '' } });
        }),
      );
    expect(new Set(await seen()).size).toBe(1);
    await nextDay(yes);
    expect(new Set(await seen()).size, 'after the turn as well').toBe(1);
    const before = await bytesOf(yes.couple.first);
    await say(yes.couple.second, 'yes');
    expect(await bytesOf(yes.couple.first), 'nor does the second yes reach the first').toBe(before);
  });

  test('rule 8: what was written before keeps its policy, unless its author said that the yes is also for it', async () => {
    const work = await begin();
    const { first, second } = work.couple;
    await write(first, 'of Ada');
    await write(second, 'of Bo');
    await propose(work);
    await nextDay(work);
    await say(first, 'yes', 'yes');
    await say(second, 'yes');
    expect((await audiences(work)).map(([, audience]) => audience)).toEqual(
      Array(2).fill('For you alone · limited secrets'),
    );
    await bring(work, (await proposalOf(work))!.id);
    const words = Object.fromEntries(await audiences(work));
    expect(words).toEqual({
      'of Ada': 'For you alone · limited secrets, by their own yes now no secrets',
      'of Bo': 'For you alone · limited secrets',
    });
    expect(await keptPolicies(first)).toEqual(['limitedSecrets']);
  });

  test('rule 8: it needs a joint session that has begun, another policy, and no proposal that still waits', async () => {
    const work = await begin();
    const none = await beginWork(database.owner);
    await expect(propose({ ...none, sessionId: work.sessionId })).rejects.toThrow('in a session with both first');
    await expect(propose(work, 'limitedSecrets')).rejects.toThrow('in force already');
    await propose(work);
    await expect(propose(work, 'strictPrivate')).rejects.toThrow('Take that one back first');
    const outside = await makeStaff(work.owner, work.practice);
    for (const { token } of [outside, work.couple.first])
      await expect(propose(work, 'strictPrivate', token)).rejects.toThrow(NotFound);
    const { id } = (await proposalOf(work))!;
    await nextDay(work);
    await asActor(work.therapist.token, (tx) => takeBackProposal(tx, { ...of(work), proposalId: id }));
    await nextDay(work);
    expect((await dayOf(work.couple.first)).proposal).toBeNull();
    await expect(bring(work, id)).rejects.toThrow(NotFound);
  });

  test('rule 8: an answer is given once, by each for themselves, and only while it is asked', async () => {
    const work = await begin();
    await propose(work);
    const { id } = (await proposalOf(work))!;
    const early = answerProposalInput.parse({ proposalId: id, answer: 'yes' });
    await expect(asActor(work.couple.first.token, (tx) => answerProposal(tx, early))).rejects.toThrow('not asked');
    await nextDay(work);
    await say(work.couple.first, 'no');
    await expect(asActor(work.couple.first.token, (tx) => answerProposal(tx, early))).rejects.toThrow('not asked');
  });

  test('rule 8: Postgres itself takes no other policy without a yes of each', async () => {
    const work = await begin();
    const { practiceId } = work.practice;
    const insert = (proposalId: string | null, policy = 'noSecrets') =>
      asActor(work.therapist.token, ({ db }) =>
        db.execute(
          sql`insert into confidentiality_policies (practice_id, couple_id, policy, set_by, proposal_id)
              values (${practiceId}, ${work.couple.coupleId}, ${policy}, ${work.therapist.staffMemberId}, ${proposalId})`,
        ),
      );
    await propose(work);
    const { id } = (await proposalOf(work))!;
    await nextDay(work);
    await say(work.couple.first, 'yes');
    for (const proposalId of [null, id]) await expect(insert(proposalId)).rejects.toThrow('23514');
    await say(work.couple.second, 'yes');
    await expect(insert(id, 'strictPrivate')).rejects.toThrow('23514');
    await insert(id);
    await expect(insert(id), 'once').rejects.toThrow('23514');
  });

  test.each(CONFIDENTIALITY)(
    'rule 8: under %s the label at each field words what that person agreed to',
    async (policy) => {
      const work = await begin();
      if (policy !== 'limitedSecrets') {
        await propose(work, policy);
        await nextDay(work);
        for (const partner of work.couple.partners) await say(partner, 'yes');
        await bring(work, (await proposalOf(work))!.id);
        await nextDay(work);
      }
      expect((await dayOf(work.couple.second)).agreed).toBe(policy);
    },
  );
});
