import { describe, expect, test } from 'vitest';
import { asActor } from '@/db/access/as-actor';
import { signIn } from '@/lib/accounts/sign-in';
import { setUpPracticeInput } from '@/lib/practices/schema';
import { isOpenSetUpLink, issueSetUpLink } from '@/lib/practices/set-up-link';
import { setUpPractice } from '@/lib/practices/set-up-practice';
import { openPracticeKey } from '@/lib/sealed/keys';
import { readEnv } from '@/lib/env';
import { useFreshDatabase } from '../../support/database';

const database = useFreshDatabase();

const typed = {
  token: '',
  name: 'Example Practice',
  timeZone: 'America/New_York',
  portalTitle: 'Today',
  senderName: 'Calendar',
  mailSubject: 'A reminder for you',
  closeUrl: 'https://weather.example',
  contacts: [
    { label: 'Emergency', detail: '555 0100' },
    { label: '', detail: '' },
  ],
  adminName: 'Alma Example',
  adminCredential: '',
  adminEmail: ' Alma@Example.test ',
  isTherapist: 'yes',
  password: 'nine copper lamps and tea',
  passwordAgain: 'nine copper lamps and tea',
};

const parse = (over = {}) => setUpPracticeInput.parse({ ...typed, ...over });
const faultsOf = (over: object) =>
  Object.fromEntries(
    (setUpPracticeInput.safeParse({ ...typed, ...over }).error?.issues ?? []).map((one) => [
      one.path.join('.'),
      one.message,
    ]),
  );

describe('the set-up form', () => {
  test.each([
    [{ name: ' ' }, 'name'],
    [{ timeZone: 'Mars/Base' }, 'timeZone'],
    [{ closeUrl: 'http://weather.example' }, 'closeUrl'],
    [{ closeUrl: 'javascript:alert(1)' }, 'closeUrl'],
    [{ closeUrl: 'https://user@weather.example' }, 'closeUrl'],
    [{ adminEmail: 'alma' }, 'adminEmail'],
    [{ password: 'too short', passwordAgain: 'too short' }, 'password'],
    [{ passwordAgain: 'something else entirely' }, 'passwordAgain'],
    [{ contacts: [{ label: '', detail: '' }] }, 'contacts.0.label'],
    [{ contacts: [{ label: 'Emergency', detail: '' }] }, 'contacts.0.detail'],
    [{ senderName: 'Line\r\nBcc: eve@example.test' }, 'senderName'],
  ])('%o gets a sentence by its field', (over, field) => {
    expect(Object.keys(faultsOf(over))).toEqual([field]);
  });
});

describe('setting up a practice', () => {
  test('an empty installation has one open link, the last that was issued', async () => {
    const earlier = new URL((await issueSetUpLink()) ?? '');
    const link = new URL((await issueSetUpLink()) ?? '');
    expect(link.origin).toBe('http://localhost:3000');
    const tokenOf = (url: URL) => url.pathname.replace('/set-up/', '');
    expect(await isOpenSetUpLink(tokenOf(earlier))).toBe(false);
    expect(await isOpenSetUpLink('x'.repeat(43))).toBe(false);
    expect(await isOpenSetUpLink(tokenOf(link))).toBe(true);

    const input = parse({ token: tokenOf(link) });
    await expect(setUpPractice(parse({ token: 'x'.repeat(43) }))).rejects.toMatchObject({ name: 'Refusal' });
    await expect(setUpPractice({ ...input, password: 'Example Practice 2026' })).rejects.toMatchObject({
      fields: { password: expect.any(String) },
    });

    const answers = await Promise.allSettled(Array.from({ length: 10 }, () => setUpPractice(input)));
    expect(answers.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    expect(await isOpenSetUpLink(tokenOf(link))).toBe(false);
    expect(await issueSetUpLink()).toBeNull();

    const answer = await signIn({
      login: 'alma@example.test',
      password: typed.password,
      address: '192.0.2.1',
      device: '',
    });
    if (answer.state !== 'signedIn') throw new Error(answer.state);
    const actor = await asActor(answer.token, async (tx) => tx.actor);
    expect(actor).toMatchObject({
      name: 'Alma Example',
      // Without a second factor a real practice lets nobody do anything.
      roles: [],
      needsFactor: true,
      practice: { name: 'Example Practice', portalTitle: 'Today', closeUrl: 'https://weather.example', isDemo: false },
    });

    const { rows: roles } = await database.owner.query('select role from staff_roles order by role');
    expect(roles).toEqual([{ role: 'practiceAdmin' }, { role: 'therapist' }]);

    const { rows: contacts } = await database.owner.query('select label, detail from support_contacts');
    expect(contacts).toEqual([{ label: 'Emergency', detail: '555 0100' }]);
    const { rows: steps } = await database.owner.query('select count(*)::int as steps from step_versions');
    expect(steps[0].steps).toBeGreaterThan(30);
    const { rows: keys } = await database.owner.query(
      `select id, practice_id as "practiceId", master_key_id as "masterKeyId", wrapped from practice_keys`,
    );
    expect(() => openPracticeKey(readEnv().keys.masterKeys, keys[0])).not.toThrow();
  });
});
