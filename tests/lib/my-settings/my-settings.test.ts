import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { asActor, NotSignedIn } from '@/db/access/as-actor';
import { noteOpening } from '@/db/queries/audit';
import { hasNewDevice } from '@/db/queries/my-settings/my-devices';
import { hashPassword } from '@/lib/accounts/password-hash';
import { signIn } from '@/lib/accounts/sign-in';
import { readTimeline } from '@/lib/check-ins/read-timeline';
import { readMyAppointments } from '@/lib/my-appointments/read-my-appointments';
import { readRemindersFile } from '@/lib/my-appointments/reminders-file';
import { changeCalendar } from '@/lib/my-settings/change-calendar';
import { changePassword } from '@/lib/accounts/own/change-password';
import { endDevices } from '@/lib/accounts/own/end-devices';
import { readNewDevices } from '@/lib/my-settings/hear-new-devices';
import { readSettings } from '@/lib/my-settings/read-settings';
import { changePasswordInput } from '@/lib/accounts/schema';
import { useDatabase } from '../../support/database';
import { makeCouple, makePractice, makeSignIn, makeStaff } from '../../support/people';
import { address, PASSWORD, refusalOf } from '../invitations/invited-by-card';

const database = useDatabase();
const PHONE = 'Mozilla/5.0 (Android 16) Firefox/150.0';
const LIBRARY = 'Mozilla/5.0 (Windows NT 10.0) Chrome/150.0';

async function someone() {
  const practice = await makePractice(database.owner);
  const therapist = await makeStaff(database.owner, practice);
  const couple = await makeCouple(database.owner, practice, therapist);
  const { first, second } = couple;
  const membership = { partnerId: first.partnerId };
  const anotherSignIn = () => makeSignIn(database.owner, first.accountId, practice, membership);
  return { practice, therapist, couple, first, second, anotherSignIn };
}

async function withPassword() {
  const made = await someone();
  await database.owner.query('delete from sign_ins where account_id = $1', [made.first.accountId]);
  await database.owner.query('update accounts set password_hash = $1 where id = $2', [
    await hashPassword(PASSWORD),
    made.first.accountId,
  ]);
  const enter = async (device: string, password = PASSWORD) => {
    const answer = await signIn({ login: made.first.email, password, address: address(), device });
    return answer.state === 'signedIn' ? answer.token : answer.state;
  };
  return { ...made, enter };
}

const settingsOf = (token: string) => asActor(token, readSettings);
const isIn = (token: string) =>
  asActor(token, async () => true).catch((error: unknown) =>
    error instanceof NotSignedIn ? false : Promise.reject(error),
  );

describe('one’s own devices', () => {
  test('are listed by kind with their days, the one in hand first, and nothing else of them', async () => {
    const { enter } = await withPassword();
    await enter(LIBRARY);
    const phone = await enter(PHONE);
    const { devices } = await settingsOf(phone);
    expect(devices).toEqual([
      {
        device: 'Firefox on Android',
        isThis: true,
        isElsewhere: false,
        days: expect.any(String),
        formKey: expect.any(String),
      },
      {
        device: 'Chrome on Windows',
        isThis: false,
        isElsewhere: true,
        days: expect.any(String),
        formKey: expect.any(String),
      },
    ]);
    for (const { days } of devices) expect(days).toMatch(/^[A-Z][a-z]{2} \d{1,2} [A-Z][a-z]{2}$/);
  });

  test('are signed out one kind at a time or all at once, and the one in hand stays in', async () => {
    const { enter, second } = await withPassword();
    const [library, first, phone] = [await enter(LIBRARY), await enter(PHONE), await enter(PHONE)];
    await asActor(phone, (tx) => endDevices(tx, { device: 'Chrome on Windows' }));
    expect([await isIn(library), await isIn(first), await isIn(phone)]).toEqual([false, true, true]);
    await asActor(phone, (tx) => endDevices(tx, {}));
    expect([await isIn(first), await isIn(phone), await isIn(second.token)]).toEqual([false, true, true]);
  });

  test('a new one is said once, at the next sign-in on another, and never to itself', async () => {
    const { enter, second } = await withPassword();
    const isNew = (token: string) => asActor(token, hasNewDevice);
    expect(await isNew(await enter(PHONE)), 'the very first').toBe(false);
    expect(await isNew(await enter(LIBRARY)), 'the new one itself').toBe(false);
    expect(await isNew(await enter(LIBRARY)), 'nor a second time').toBe(false);
    const phone = await enter(PHONE);
    expect(await isNew(phone)).toBe(true);
    expect(await isNew(second.token), 'nobody else').toBe(false);
    const heard = await asActor(phone, readNewDevices);
    expect(heard.devices.map(({ device }) => device)).toEqual(['Chrome on Windows']);
    expect(await isNew(await enter(PHONE))).toBe(false);
    expect((await asActor(phone, readNewDevices)).devices).toEqual([]);
  });
});

describe('one’s own password', () => {
  const input = (typed: object) =>
    changePasswordInput.parse({ newPasswordAgain: 'eleven quiet boats go by', ...typed });

  test('changes after the present one, signs out every other device, and sends no mail', async () => {
    const { enter } = await withPassword();
    const [other, phone] = [await enter(LIBRARY), await enter(PHONE)];
    const typed = { password: PASSWORD, newPassword: 'eleven quiet boats go by' };
    expect(
      await refusalOf(asActor(phone, (tx) => changePassword(tx, input({ ...typed, password: 'not my password' })))),
    ).toContain('Your password was not changed.');
    expect([await isIn(other), await isIn(phone)]).toEqual([true, true]);
    expect((await asActor(phone, (tx) => changePassword(tx, input(typed)))).after, 'a mail').toBeUndefined();
    expect([await isIn(other), await isIn(phone)]).toEqual([false, true]);
    expect(await enter(PHONE)).toBe('wrong');
    expect(await enter(PHONE, typed.newPassword)).toMatch(/^[\w-]{43}$/);
  });

  test('is not the one before, nor one that others guess', async () => {
    const { enter, first } = await withPassword();
    const phone = await enter(PHONE);
    for (const newPassword of [PASSWORD, first.email, 'aaaaaaaaaaaaaaaa'])
      expect(
        await refusalOf(
          asActor(phone, (tx) =>
            changePassword(tx, input({ password: PASSWORD, newPassword, newPasswordAgain: newPassword })),
          ),
        ),
      ).toContain('not changed');
  });
});

describe('appointments alone', () => {
  async function withAppointments() {
    const made = await someone();
    await database.owner.query(
      `insert into sessions (practice_id, couple_id, kind, partner_id, therapist_id, starts_at, minutes)
       values ($1, $2, 'joint', null, $3, auth.now() + interval '1 day', 50),
              ($1, $2, 'individual', $4, $3, auth.now() + interval '2 days', 50),
              ($1, $2, 'individual', $5, $3, auth.now() + interval '3 days', 50)`,
      [
        made.practice.practiceId,
        made.couple.coupleId,
        made.therapist.staffMemberId,
        made.first.partnerId,
        made.second.partnerId,
      ],
    );
    const seen = async (token: string) => {
      const file = await asActor(token, readRemindersFile);
      const { lines } = await asActor(token, readMyAppointments);
      return { inFile: file.match(/BEGIN:VEVENT/g)?.length ?? 0, onPage: lines.length };
    };
    return { ...made, seen };
  }

  test('go into the file only when switched on, and leave the page and the file when hidden', async () => {
    const { first, second, seen } = await withAppointments();
    expect(await seen(first.token)).toEqual({ inFile: 1, onPage: 2 });
    await asActor(first.token, (tx) => changeCalendar(tx, { isAloneInFile: 'yes' }));
    expect(await seen(first.token)).toEqual({ inFile: 2, onPage: 2 });
    await asActor(first.token, (tx) => changeCalendar(tx, { isAloneInFile: 'yes', isAloneHidden: 'yes' }));
    expect(await seen(first.token)).toEqual({ inFile: 1, onPage: 1 });
    expect(await seen(second.token), 'nobody else’s').toEqual({ inFile: 1, onPage: 2 });
  });

  test('hidden, the page is that of someone who has none', async () => {
    const { first, couple } = await withAppointments();
    await asActor(first.token, (tx) => changeCalendar(tx, { isAloneInFile: 'yes', isAloneHidden: 'yes' }));
    const hidden = await asActor(first.token, readMyAppointments);
    await database.owner.query(`delete from sessions where couple_id = $1 and kind = 'individual'`, [couple.coupleId]);
    await asActor(first.token, (tx) => changeCalendar(tx, {}));
    expect(await asActor(first.token, readMyAppointments)).toEqual(hidden);
  });
});

describe('who opened my record', () => {
  test('says month and kind of person alone, of what concerns oneself alone', async () => {
    const { practice, therapist, couple, first, second } = await someone();
    const scheduler = await makeStaff(database.owner, practice, ['scheduler'], 'Sky Example');
    const opened = (token: string, kind: string, concerns: string | null) =>
      asActor(token, (tx) => noteOpening(tx, kind, randomUUID(), couple.coupleId, concerns));
    await opened(therapist.token, 'couple', null);
    await opened(therapist.token, 'sessionNote', second.partnerId);
    const before = (await settingsOf(first.token)).openings;
    expect(before).toEqual([]);
    await opened(therapist.token, 'sessionNote', first.partnerId);
    await opened(therapist.token, 'checkIns', first.partnerId);
    await opened(scheduler.token, 'session', first.partnerId);
    const { openings } = await settingsOf(first.token);
    expect(openings).toEqual([
      { month: expect.stringMatching(/^[A-Z][a-z]+ \d{4}$/), who: 'your care team, someone else at the practice' },
    ]);
    expect(JSON.stringify(openings)).not.toMatch(/Tess|Sky|note|:\d\d/);
  });

  test('is equal whether or not the other has given anything', async () => {
    const { therapist, couple, first, second } = await someone();
    await asActor(therapist.token, (tx) => readTimeline(tx, couple.coupleId, undefined));
    const [mine, theirs] = [await settingsOf(first.token), await settingsOf(second.token)];
    expect(mine.openings).toEqual(theirs.openings);
    expect(mine.openings).toHaveLength(1);
  });
});
