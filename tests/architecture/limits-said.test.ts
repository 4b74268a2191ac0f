// SECURITY.md's table of limits says what the program does: each number is read from both.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LONGEST_PASSWORD, PARTNER_PASSWORD_LENGTH, STAFF_PASSWORD_LENGTH } from '@/lib/accounts/schema';
import { SIGN_IN_HOURS } from '@/lib/accounts/sign-in';
import { LASTS } from '@/lib/invitations/issue-invitation';
import { changeSettingsInput } from '@/lib/practices/schema';

const HOUR = 3_600_000;
const page = readFileSync('SECURITY.md', 'utf8');
const said = (what: string) => new RegExp(`^\\| ${what} \\| (.*) \\|$`, 'm').exec(page)?.[1] ?? '';

/** A number where it stands in the program; fails when it stands there no more. */
function inProgram(file: string, pattern: RegExp): number {
  const found = pattern.exec(readFileSync(file, 'utf8'))?.[1];
  if (found === undefined) throw new Error(`${file} has no ${pattern}`);
  return Number(found);
}
const limit = (name: string) =>
  inProgram('lib/rate-limits.ts', new RegExp(`const ${name} = limiter\\('[^']+', (\\d+)\\)`));
const window = () => inProgram('lib/rate-limits.ts', /WINDOW_SECONDS = (\d+) \* 60/);

test('how often a sign-in and a code may be tried', () => {
  expect(said('sign-in')).toContain(
    `${limit('perAccountAndAddress')} tries in ${window()} minutes for an account from one address, ${limit('perAddress')} for an address`,
  );
  expect(said('second step')).toMatch(new RegExp(`[;.] ${limit('codesPerAccount')} wrong \\w+ for an account`));
  expect(said('second step')).toContain(
    `a code of ${inProgram('lib/accounts/factors/totp.ts', /STEP_SECONDS = (\d+)/)} seconds`,
  );
  expect(inProgram('lib/accounts/factors/recovery-codes.ts', /HOW_MANY = (\d+)/)).toBe(10);
  expect(said('second step')).toContain('one of ten recovery codes');
});

test('how long a password is', () => {
  expect(said('passwords')).toContain(
    `${STAFF_PASSWORD_LENGTH} characters for staff, ${PARTNER_PASSWORD_LENGTH} for partners`,
  );
  expect(said('passwords')).toContain(`at most ${LONGEST_PASSWORD}`);
});

test('how long a link to a new password or an invitation is good, and for how many tries', () => {
  const resets = 'db/functions/04-invitations.sql';
  expect(said('password reset by mail')).toContain(
    `${inProgram(resets, /resettable\(p_email\), auth\.now\(\) \+ interval '(\d+) minutes'/)} minutes`,
  );
  expect(said('invitations')).toContain(
    `staff ${LASTS.staff / HOUR} hours; partners ${LASTS.partner / HOUR / 24} days`,
  );
  expect(said('invitations')).toContain(
    `a code of ${['', '', '', '', '', '', 'six'][inProgram('lib/invitations/token.ts', /CODE_LENGTH = (\d+)/)]} characters`,
  );
  expect(inProgram(resets, /code_tries < (\d+)/)).toBe(5);
  expect(said('invitations')).toContain('five tries');
});

test('how long a stay lasts', () => {
  const context = 'db/functions/02-context.sql';
  expect(said('a stay in the portal')).toContain(
    `${inProgram(context, /partner_id is not null then interval '(\d+) minutes'/)} idle minutes`,
  );
  const idle = (minutes: number) => changeSettingsInput.shape.clinicIdleMinutes.safeParse(minutes).success;
  const [least, most] = [5, 60];
  expect([least - 1, least, most, most + 1].map(idle)).toEqual([false, true, true, false]);
  expect(page).toMatch(new RegExp(`\\| .*the practice sets[^|]*, ${least} to ${most}[,;]`));
  expect(said('a stay in the portal')).toContain(`at most ${SIGN_IN_HOURS} hours`);
  expect(inProgram('db/functions/03-sign-in.sql', /make_interval\(hours => least\(p_hours, (\d+)\)\)/)).toBe(
    SIGN_IN_HOURS,
  );
});

test('how long a draft of a partner is kept, and how much one request may bring', () => {
  expect(said('drafts of partners')).toContain(
    `${inProgram('db/functions/03-sign-in.sql', /p_content, auth\.now\(\) \+ interval '(\d+) hours'/)} hours`,
  );
  expect(said('one request')).toContain(`${inProgram('lib/route.ts', /LARGEST_BODY = (\d+)_000_000/)} MB`);
});

test('how long asking again is good for', () => {
  expect(said('asking again before what weighs most')).toContain(
    `${inProgram('db/functions/16-factors.sql', /greatest\(password_given_at, factor_given_at\) > auth\.now\(\) - interval '(\d+) minutes'/)} minutes`,
  );
});
