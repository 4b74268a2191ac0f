// Rule 11, what happens by itself: who is told of a worried answer, and when.
import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { asActor } from '@/db/access/as-actor';
import type { NamedMailJob } from '@/db/access/queue';
import { listFlags } from '@/lib/flags/list-flags';
import { settleFlag } from '@/lib/flags/settle-flag';
import { look } from '@/lib/jobs/look';
import { sendMail } from '@/lib/jobs/send-mail';
import { neutralText } from '@/lib/mail/neutral-mail';
import type { OutgoingMail } from '@/lib/mail/mailer';
import { hasBackup } from '@/lib/my-day/has-backup';
import { saveWorkingHours } from '@/lib/practices/change-working-hours';
import { workingHoursInput } from '@/lib/practices/schema';
import { moveClock, resetClock, setClock } from '../../support/clock';
import { useFreshDatabase } from '../../support/database';
import {
  type CoupleInTest,
  makeCouple,
  makePractice,
  makeStaff,
  type PracticeInTest,
  type StaffInTest,
} from '../../support/people';

const database = useFreshDatabase();
let practice: PracticeInTest;
let admin: StaffInTest;
let tess: StaffInTest;
let otto: StaffInTest;
let couple: CoupleInTest;

beforeAll(() =>
  database.owner.query(`insert into auth.clock (ahead, installation) values ('0', 'test') on conflict do nothing`),
);
beforeEach(async () => {
  practice = await makePractice(database.owner);
  admin = await makeStaff(database.owner, practice, ['practiceAdmin'], 'Alma Example');
  tess = await makeStaff(database.owner, practice);
  otto = await makeStaff(database.owner, practice, ['therapist'], 'Otto Example');
  couple = await makeCouple(database.owner, practice, tess);
  // A Monday, 16:00 in New York: one working hour is left of it.
  await setClock(database.owner, new Date('2026-11-23T21:00:00Z'));
});
afterEach(async () => {
  await database.owner.query(`update flags set settled_at = auth.now() where settled_at is null`);
  await resetClock(database.owner);
});

const worry = async (tier: string, partner = couple.first) => {
  const id = randomUUID();
  await database.owner.query(
    `insert into flags (id, practice_id, couple_id, partner_id, tier, source, reason) values ($1, $2, $3, $4, $5, 'checkIn', 'freeToStop')`,
    [id, practice.practiceId, couple.coupleId, partner.partnerId, tier],
  );
  return id;
};
const join = (who: StaffInTest, part: string) =>
  database.owner.query(
    `insert into care_team_members (practice_id, couple_id, staff_member_id, part, from_on) values ($1, $2, $3, $4, '2020-01-01')`,
    [practice.practiceId, couple.coupleId, who.staffMemberId, part],
  );

async function looked(): Promise<NamedMailJob[]> {
  const mails: NamedMailJob[] = [];
  await look(async (queued) => void mails.push(...queued));
  return mails;
}
/** Looks, sends, and says to whom. */
async function told(queued?: NamedMailJob[]): Promise<OutgoingMail[]> {
  const sent: OutgoingMail[] = [];
  const by = { send: async (mail: OutgoingMail) => (sent.push(mail), { isSent: true as const }) };
  for (const { id, data } of queued ?? (await looked())) await sendMail(id, data, by);
  return sent;
}
const to = (mails: OutgoingMail[]) => mails.map((mail) => mail.to).toSorted((a, b) => a.localeCompare(b));
const sorted = (...people: StaffInTest[]) => people.map(({ email }) => email).toSorted((a, b) => a.localeCompare(b));

describe('rule 11: a worried answer is heard', () => {
  test('rule 11: an urgent one is told at once to primary and co-therapist, in a mail that names nobody', async () => {
    const co = await makeStaff(database.owner, practice);
    await join(co, 'coTherapist');
    await join(otto, 'backup');
    await worry('urgent');
    const mails = await told();
    expect(to(mails)).toEqual(sorted(tess, co));
    expect(mails[0]).toMatchObject({ kind: 'look', subject: 'Something needs a look', link: '/sign-in' });
    const text = neutralText('look', 'https://calendar.example.test', '/sign-in');
    expect(text).not.toMatch(/Ada|Bo|A\.E|example practice|urgent/i);
    expect(await told()).toEqual([]);
  });

  test('rule 11: the backup is told of an urgent one after 2 working hours, and not before', async () => {
    await join(otto, 'backup');
    await worry('urgent');
    expect(to(await told())).toEqual(sorted(tess));
    // 17:00 closed the day after one hour; the second ends on Tuesday at 10:00.
    await setClock(database.owner, new Date('2026-11-24T14:59:00Z'));
    expect(await told()).toEqual([]);
    await setClock(database.owner, new Date('2026-11-24T15:00:05Z'));
    expect(to(await told())).toEqual(sorted(otto));
    expect(await told()).toEqual([]);
  });

  test('rule 11: of one about safety the backup is told after 4 working hours', async () => {
    await join(otto, 'backup');
    await worry('safety');
    expect(await told()).toEqual([]);
    await setClock(database.owner, new Date('2026-11-24T16:59:00Z'));
    expect(await told()).toEqual([]);
    await setClock(database.owner, new Date('2026-11-24T17:00:05Z'));
    expect(to(await told())).toEqual(sorted(otto));
  });

  test('rule 11: the hours are the practice’s own', async () => {
    await join(otto, 'backup');
    await worry('urgent');
    await told();
    const day = { from: '', to: '' };
    const input = workingHoursInput.parse({
      hours: [day, day, { from: '14:00', to: '18:00' }, { from: '09:00', to: '17:00' }, day, day, day],
      closedDays: '2026-11-25\n',
    });
    await asActor(admin.token, (tx) => saveWorkingHours(tx, input));
    await setClock(database.owner, new Date('2026-11-26T15:59:00Z'));
    expect(await told()).toEqual([]);
    await setClock(database.owner, new Date('2026-11-26T16:00:05Z'));
    expect(to(await told())).toEqual(sorted(otto));
    await expect(asActor(tess.token, (tx) => saveWorkingHours(tx, input))).rejects.toMatchObject({ name: 'NotFound' });
  });

  test('rule 11: repeats of a tier fold into one line and one mail; the other’s is a line of its own', async () => {
    await worry('urgent');
    await worry('urgent');
    expect(await told()).toHaveLength(1);
    await worry('urgent');
    expect(await told()).toEqual([]);
    await worry('urgent', couple.second);
    expect(await told()).toHaveLength(1);
  });

  test('rule 11: what was settled is told to nobody any more, even if the mail was queued', async () => {
    await join(otto, 'backup');
    const flagId = await worry('urgent');
    const queued = await looked();
    await asActor(tess.token, (tx) =>
      settleFlag(tx, { coupleId: couple.coupleId, flagIds: [flagId], outcome: 'talked' }),
    );
    expect(await told(queued)).toEqual([]);
    await moveClock(database.owner, '7 days');
    expect(await told()).toEqual([]);
  });

  test('rule 11: whoever left the care team is told nothing', async () => {
    await worry('urgent');
    const queued = await looked();
    await database.owner.query(`update care_team_members set to_on = '2020-02-01', from_on = '2020-01-01'`);
    expect(await told(queued)).toEqual([]);
  });

  test('rule 11: to talk and to review are told by no mail; talk is due by the next working day', async () => {
    await join(otto, 'backup');
    await worry('talk');
    await worry('review', couple.second);
    await moveClock(database.owner, '7 days');
    expect(await told()).toEqual([]);
    const lines = await asActor(tess.token, (tx) => listFlags(tx, couple.coupleId));
    expect(lines.map(({ tier, dueOn }) => [tier, dueOn])).toEqual([
      ['talk', '2026-11-24'],
      ['review', null],
    ]);
  });

  test('rule 11: partners are told that one person reads, until there is a backup', async () => {
    const both = () => Promise.all(couple.partners.map(({ token }) => asActor(token, hasBackup)));
    expect(await both()).toEqual([false, false]);
    await join(otto, 'backup');
    expect(await both()).toEqual([true, true]);
  });
});
