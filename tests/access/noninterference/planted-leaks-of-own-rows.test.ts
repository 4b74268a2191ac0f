// Leaks of what is about one partner alone, planted by SQL in a database of this file's own: each is found by the properties that
// the day sheets hold, on days that show it.
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { useFreshDatabase } from '@/tests/support/database';
import type { Act, ActOfA, ActOfEnding, ActOfT, Day } from './acts/every-act';
import { AGREED, changesWithinADay, differsBetweenWorlds } from './properties';
import { Story } from './story';

const planted = useFreshDatabase();
let watched: Story;
/** plan.terms_at as it is. */
let trueTerms: string;

/** portal.my_day with something beside it, as a careless change might make it; it reads what the grid keeps from the fixed functions. */
const myDay = (expression: string) =>
  `create or replace function portal.my_day() returns jsonb language plpgsql volatile security definer set search_path = pg_catalog as
   $$ declare day jsonb := portal.true_day(); begin return ${expression}; end $$`;
const beside = (key: string, query: string) => myDay(`day || jsonb_build_object('${key}', (${query}))`);
/** Another row policy beside the true ones, for whoever is one of the couple. */
const alsoRead = (table: string, rows = 'couple_id = (select auth.couple_id())') =>
  `create policy planted on public.${table} for select to hearth_actor using (${rows})`;
/** A fixed function without one of its conditions. */
const without = (
  name: string,
  condition: string,
) => `do $$ declare text text := pg_get_functiondef('${name}'::regproc); begin
    if position($c$${condition}$c$ in text) = 0 then raise exception 'nothing to take away'; end if;
    execute replace(text, $c$${condition}$c$, '');
  end $$`;
const OF_COUPLE = 'couple_id = auth.couple_id()';

const byA = (...acts: ActOfA[]): Act[] => acts.map((act) => ({ by: 'A', act, of: 0 }));
const byT = (...acts: (ActOfT | ActOfEnding)[]): Act[] => acts.map((act) => ({ by: 'T', act, of: 0 }));

const QUIET: Day = { own: [], others: [] };

type Leak = { plant: string; before?: Day; acts: Act[]; found: string };

/** Seen on the day of the act. */
const WITHIN_A_DAY: Record<string, Leak> = {
  'how many adaptations the other was given': {
    plant: beside('adapted', `select count(*) from public.own_terms where ${OF_COUPLE}`),
    acts: byT('giveOne'),
    found: 'after T: giveOne',
  },
  'another policy is asked about until one of them has answered': {
    plant: myDay(
      `case when exists (select from public.policy_answers a where a.proposal_id = (day #>> '{proposal,id}')::uuid) then day - 'proposal' else day end`,
    ),
    acts: byA('answerPolicy'),
    found: 'after A: answerPolicy',
  },
  'how many have agreed': {
    plant: beside('agreements', `select count(*) from public.agreements where ${OF_COUPLE}`),
    acts: byA('answerPolicy'),
    found: 'after A: answerPolicy',
  },
  'another policy holds before the turn': {
    plant: beside(
      'policy',
      `select policy from public.confidentiality_policies where ${OF_COUPLE} order by set_at desc limit 1`,
    ),
    before: AGREED,
    acts: byT('bringIntoForce'),
    found: 'after T: bringIntoForce',
  },
  'that one of them has something to sign': {
    plant: beside(
      'hasPapers',
      `select exists (select from public.releases l where l.${OF_COUPLE} and not exists (select from public.release_answers a where a.release_id = l.id))`,
    ),
    acts: byT('refer', 'askRelease'),
    found: 'after T: askRelease',
  },
  'that one of them has signed': {
    plant: beside('signedOn', `select max("on") from public.release_answers where ${OF_COUPLE}`),
    acts: [...byT('refer', 'askRelease'), ...byA('signRelease')],
    found: 'after A: signRelease',
  },
  'what the other is asked to sign, by its row': {
    plant: alsoRead('releases'),
    acts: byT('refer', 'askRelease'),
    found: 'after T: askRelease',
  },
  'when a referral is due': {
    plant: beside('dueOn', `select max(due_on) from public.referrals where ${OF_COUPLE}`),
    acts: byT('refer'),
    found: 'after T: refer',
  },
  'that words one shared were kept': {
    plant: beside(
      'kept',
      'select count(*) from public.kept_words k join public.shared_words w on w.id = k.words_id where w.partner_id = auth.partner_id() and k.let_go_at is null',
    ),
    acts: byA('keepWords'),
    found: 'after A: keepWords',
  },
  'that words one shared were kept, by the row': {
    plant: alsoRead(
      'kept_words',
      'words_id in (select w.id from public.shared_words w where w.partner_id = (select auth.partner_id()))',
    ),
    acts: byA('keepWords'),
    found: 'after A: keepWords',
  },
  'when the other is reminded': {
    plant: beside('nextAt', `select min(next_due_at) from public.reminders where ${OF_COUPLE}`),
    acts: byA('setReminders'),
    found: 'after A: setReminders',
  },
  'that the other was given a measure': {
    plant: beside('asks', `select count(*) from public.measures_given where ${OF_COUPLE}`),
    acts: byT('giveMeasure'),
    found: 'after T: giveMeasure',
  },
  'when the other answered it': {
    plant: beside('scored', `select max(sent_at) from public.measure_scores where ${OF_COUPLE}`),
    acts: [...byT('giveMeasure'), ...byA('sendMeasure')],
    found: 'after A: sendMeasure',
  },
  'what the other scored, by the row': {
    plant: alsoRead('measure_scores'),
    acts: byT('enterMeasure'),
    found: 'after T: enterMeasure',
  },
  'how the other is reminded, by the row': {
    plant: alsoRead('reminders'),
    acts: byA('setReminders'),
    found: 'after A: setReminders',
  },
};

/** Which steps rest is drawn anew in each database, so several days are lived. */
const QUIET_DAYS = [QUIET, QUIET, QUIET, QUIET];

const within = ({ before = QUIET, acts }: Leak) => changesWithinADay(watched, 1, { first: [[[before], acts]] });

/** Seen from a turn on, in one of two worlds that differ in what A and the therapist did on the first day. */
const BETWEEN_WORLDS: Record<string, { plant: string; history: Day[]; first: Act[] }> = {
  'the adaptation of the other in one’s own sheet': {
    plant: without('plan.terms_at', 'and o.partner_id = p_partner'),
    history: QUIET_DAYS,
    first: [0, 1, 2, 3].map((of) => ({ by: 'T', act: 'giveOne', of })),
  },
  'the second yes brings another policy into force': {
    plant: `
      create function plan.planted() returns trigger language plpgsql security definer set search_path = pg_catalog as $$ begin
        insert into public.confidentiality_policies (practice_id, couple_id, policy, proposal_id, set_by)
        select p.practice_id, p.couple_id, p.policy, p.id, p.author_id from public.policy_proposals p
         where p.id = new.proposal_id and (select count(*) from public.policy_answers a where a.proposal_id = p.id and a.is_yes) = 2;
        return null;
      end $$;
      create trigger planted after insert on public.policy_answers for each row execute function plan.planted()`,
    history: [{ own: AGREED.own, others: [] }, QUIET, QUIET],
    first: byA('answerPolicy'),
  },
  'words that were kept are in their writer’s list for longer': {
    plant: beside(
      'given',
      `select count(*) from public.shared_words w where w.partner_id = auth.partner_id() and (auth.now() < w.sent_at + interval '15 days'
         or exists (select from public.kept_words k where k.words_id = w.id))`,
    ),
    history: QUIET_DAYS,
    first: byA('keepWords'),
  },
};

const between = ({ history, first }: { history: Day[]; first: Act[] }) =>
  differsBetweenWorlds(watched, 1, { first: [[history, [first]]] });

const said = ({ errorInstance }: { errorInstance: unknown }) =>
  errorInstance instanceof Error ? errorInstance.message : '';

beforeAll(async () => {
  watched = await new Story(planted.owner).begin();
  await planted.owner.query('alter function portal.my_day() rename to true_day');
  await planted.owner.query(`${myDay('day')}; grant execute on function portal.my_day() to hearth_actor`);
  const { rows } = await planted.owner.query<{ text: string }>(
    `select pg_get_functiondef('plan.terms_at'::regproc) as text`,
  );
  trueTerms = rows[0]!.text;
});

/** Nothing stays planted. */
afterEach(async () => {
  await planted.owner.query(`${myDay('day')}; ${trueTerms}; drop trigger if exists planted on public.policy_answers`);
  for (const table of ['releases', 'kept_words', 'reminders', 'measure_scores'])
    await planted.owner.query(`drop policy if exists planted on public.${table}`);
});

describe('the same eyes find a planted leak of own rows:', () => {
  test('none while none is planted', async () => {
    for (const leak of Object.values(WITHIN_A_DAY)) expect(said(await within(leak))).toBe('');
    for (const leak of Object.values(BETWEEN_WORLDS)) expect(said(await between(leak))).toBe('');
  }, 60_000);

  test.each(Object.entries(WITHIN_A_DAY))('%s', async (_name, leak) => {
    await planted.owner.query(leak.plant);
    expect(said(await within(leak))).toContain(`B could tell, ${leak.found}:`);
  });

  test.each(Object.entries(BETWEEN_WORLDS))('%s', async (_name, leak) => {
    await planted.owner.query(leak.plant);
    expect(said(await between(leak))).toMatch(/^B could tell, on day \d of two worlds/);
  });
});
