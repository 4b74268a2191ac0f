import { describe, expect, test } from 'vitest';
import { asActor } from '@/db/access/as-actor';
import { drawUserName, plainUserName } from '@/lib/accounts/user-name';
import { addPartner } from '@/lib/couples/add-partner';
import { addPartnerInput, changeLoginInput, createCoupleInput } from '@/lib/couples/schema';
import { changeLogin } from '@/lib/couples/change-login';
import { useDatabase } from '../../support/database';
import { makePractice, makeStaff, makeCouple } from '../../support/people';
import { withoutAccount, invitedByCard, loginOf, redeem, refusalOf } from '../invitations/invited-by-card';

const database = useDatabase();
const USER_NAME = /^([dfhkmnprtv][aeiou][2-9])(-[dfhkmnprtv][aeiou][2-9]){2}$/;

describe('a user name', () => {
  test('is drawn by lot, comes from no name, and is known however it is typed', () => {
    const drawn = Array.from({ length: 500 }, drawUserName);
    expect(drawn.filter((one) => !USER_NAME.test(one))).toEqual([]);
    expect(new Set(drawn).size).toBeGreaterThan(490);
    for (const typed of [
      drawn[0]!,
      ` ${drawn[0]!.toUpperCase()} `,
      drawn[0]!.replaceAll('-', ''),
      drawn[0]!.replaceAll('-', ' '),
    ])
      expect(plainUserName(typed)).toBe(drawn[0]);
    for (const typed of ['', 'ada', 'ada@home.example', `${drawn[0]}7`, 'mo1-ra7-lu9'])
      expect(plainUserName(typed)).toBeNull();
  });

  test('is given where staff say that there is no e-mail, and the address is gone', async () => {
    const { at, change } = await withoutAccount(database.owner);
    await change({ email: '', hasNoEmail: 'yes' });
    const given = await loginOf(database.owner, at.partnerId);
    expect(given.email).toBeNull();
    expect(given.user_name).toMatch(USER_NAME);
    await change({ hasNoEmail: 'yes' });
    expect(await loginOf(database.owner, at.partnerId), 'said again').toEqual(given);
    await change({ email: 'Someone@Home.Example' });
    expect(await loginOf(database.owner, at.partnerId)).toEqual({ email: 'someone@home.example', user_name: null });
  });

  test('comes with a new partner too, and the form asks for one of both', async () => {
    const practice = await makePractice(database.owner);
    const therapist = await makeStaff(database.owner, practice, ['therapist']);
    const { coupleId } = await makeCouple(database.owner, practice, therapist, { partners: 1 });
    const typed = { coupleId, partner: { name: 'Bo Sample', email: ' ', hasNoEmail: 'yes' } };
    const { partnerId } = await asActor(therapist.token, (tx) => addPartner(tx, addPartnerInput.parse(typed)));
    expect((await loginOf(database.owner, partnerId)).user_name).toMatch(USER_NAME);

    const wordsOf = (partner: object) =>
      addPartnerInput
        .safeParse({ coupleId, partner })
        .error?.issues.map(({ path, message }) => [path.join('.'), message]);
    expect(wordsOf({ email: '' })).toEqual([
      ['partner.name', expect.any(String)],
      ['partner.email', expect.stringContaining('or tick that they have none')],
    ]);
    expect(wordsOf({ name: 'Bo Sample', email: 'bo@home.example', hasNoEmail: 'yes' })).toEqual([
      ['partner.email', expect.stringContaining('Leave the e-mail empty')],
    ]);
    expect(wordsOf({ name: 'Bo Sample', email: 'bo at home' })?.[0]).toEqual([
      'partner.email',
      'Write an e-mail address like name@example.com.',
    ]);
  });

  test('is the way out that two with one address are told of', async () => {
    const { couple, at, change, therapist } = await withoutAccount(database.owner);
    const [first] = (
      await database.owner.query<{ email: string }>('select email from partners where id = $1', [
        couple.first.partnerId,
      ])
    ).rows;
    const refused = await change({ email: first!.email }).catch((error: unknown) => error);
    expect(refused).toMatchObject({ fields: { email: expect.stringContaining('they get a user name') } });
    const two = createCoupleInput.safeParse({
      partners: [
        { name: 'Ada Example', email: 'both@home.example' },
        { name: 'Bo Sample', email: 'both@home.example' },
      ],
      policy: 'noSecrets',
      timeZone: 'UTC',
    });
    expect(two.error?.issues.map(({ message }) => message)).toEqual([expect.stringContaining('they get a user name')]);
    expect(await refusalOf(change({ email: therapist.email }))).toContain('Refusal');
    expect((await loginOf(database.owner, at.partnerId)).user_name).toBeNull();
  });

  test('changes only for one’s own couple, only until there is an account, and is written down', async () => {
    const { at, practice, change, issued } = await invitedByCard(database.owner);
    const stranger = await makeStaff(database.owner, practice, ['therapist']);
    const input = changeLoginInput.parse({ ...at, email: 'else@home.example' });
    expect(await refusalOf(asActor(stranger.token, (tx) => changeLogin(tx, input)))).toContain('NotFound');
    const { rows } = await database.owner.query(
      `select act, record_kind from audit_events where record_id = any ($1) order by act`,
      [[at.partnerId, issued.id]],
    );
    expect(rows).toEqual([
      { act: 'changed', record_kind: 'partner' },
      { act: 'invited', record_kind: 'invitation' },
    ]);
    await redeem(issued);
    const before = await loginOf(database.owner, at.partnerId);
    expect(await refusalOf(change({ email: 'else@home.example' }))).toContain('has an account by now');
    expect(await loginOf(database.owner, at.partnerId)).toEqual(before);
  });
});
