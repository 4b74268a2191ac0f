// A practice and the people in it, made directly as the database's owner: what a test needs before it begins. Everyone is invented.
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type pg from 'pg';
import type { StaffRole } from '@/db/schema/staff';
import { readEnv } from '@/lib/env';
import { createDataKey, createPracticeKey, openPracticeKey, type PracticeKeyRow } from '@/lib/sealed/keys';

export type PracticeInTest = { practiceId: string; practiceKey: PracticeKeyRow };
export type StaffInTest = { staffMemberId: string; accountId: string; token: string; email: string };
export type PartnerInTest = { partnerId: string; accountId: string; token: string; email: string };
export type CoupleInTest = { coupleId: string; partners: PartnerInTest[]; first: PartnerInTest; second: PartnerInTest };

const program = readFileSync('db/program/program.json', 'utf8');

/** No hash of anything: nobody signs in by password here. */
const NO_PASSWORD = 'none';

export async function makePractice(owner: pg.Pool, timeZone = 'America/New_York'): Promise<PracticeInTest> {
  const practiceId = randomUUID();
  const practiceKey = createPracticeKey(readEnv().keys.masterKeys, practiceId);
  await owner.query(
    `insert into practices (id, name, time_zone, sender_name, close_url)
     values ($1, 'Example Practice', $2, 'The Office', 'https://weather.example')`,
    [practiceId, timeZone],
  );
  await owner.query(
    `insert into support_contacts (practice_id, position, label, detail) values ($1, 1, 'Example Line', '555 0100')`,
    [practiceId],
  );
  await owner.query('insert into practice_keys (id, practice_id, master_key_id, wrapped) values ($1, $2, $3, $4)', [
    practiceKey.id,
    practiceId,
    practiceKey.masterKeyId,
    practiceKey.wrapped,
  ]);
  await owner.query('select auth.load_program($1, $2::jsonb)', [practiceId, program]);
  return { practiceId, practiceKey };
}

export async function makeStaff(
  owner: pg.Pool,
  practice: PracticeInTest,
  roles: StaffRole[] = ['therapist'],
  name = 'Tess Example',
): Promise<StaffInTest> {
  const staffMemberId = randomUUID();
  const email = `${staffMemberId}@staff.example`;
  const accountId = await makeAccount(owner, email);
  await owner.query(
    `insert into staff_members (id, practice_id, account_id, name, credential, email, status)
     values ($1, $2, $3, $4, 'LMFT', $5, 'active')`,
    [staffMemberId, practice.practiceId, accountId, name, email],
  );
  for (const role of roles)
    await owner.query('insert into staff_roles (practice_id, staff_member_id, role) values ($1, $2, $3)', [
      practice.practiceId,
      staffMemberId,
      role,
    ]);
  return { staffMemberId, accountId, email, token: await makeSignIn(owner, accountId, practice, { staffMemberId }) };
}

/** A couple with its keys, a policy both agreed to, and, unless said otherwise, both met alone with the outcome joint work. */
export async function makeCouple(
  owner: pg.Pool,
  practice: PracticeInTest,
  therapist: StaffInTest,
  made: { partners?: 1 | 2; isMet?: boolean; timeZone?: string } = {},
): Promise<CoupleInTest> {
  const { practiceId } = practice;
  const coupleId = randomUUID();
  await owner.query(
    `insert into couples (id, practice_id, label, time_zone, status, created_by) values ($1, $2, 'A.E. & B.S.', $3, 'active', $4)`,
    [coupleId, practiceId, made.timeZone ?? 'America/New_York', therapist.staffMemberId],
  );
  await owner.query(
    `insert into confidentiality_policies (practice_id, couple_id, policy, set_by) values ($1, $2, 'limitedSecrets', $3)`,
    [practiceId, coupleId, therapist.staffMemberId],
  );
  await owner.query(`insert into intakes (couple_id, practice_id, reasons) values ($1, $2, '{medical,timePoor}')`, [
    coupleId,
    practiceId,
  ]);
  const partners: PartnerInTest[] = [];
  for (const position of made.partners === 1 ? [1] : [1, 2]) {
    const partnerId = randomUUID();
    const email = `${partnerId}@partner.example`;
    const accountId = await makeAccount(owner, email);
    await owner.query(
      `insert into partners (id, practice_id, couple_id, position, account_id, name, email, status)
       values ($1, $2, $3, $4, $5, $6, $7, 'active')`,
      [partnerId, practiceId, coupleId, position, accountId, position === 1 ? 'Ada Example' : 'Bo Sample', email],
    );
    await owner.query(
      `insert into agreements (practice_id, couple_id, partner_id, policy) values ($1, $2, $3, 'limitedSecrets')`,
      [practiceId, coupleId, partnerId],
    );
    if (made.isMet !== false)
      await owner.query(
        `insert into plan_events (practice_id, couple_id, kind, partner_id, is_opening, staff_member_id) values ($1, $2, 'metAlone', $3, true, $4)`,
        [practiceId, coupleId, partnerId, therapist.staffMemberId],
      );
    partners.push({ partnerId, accountId, email, token: await makeSignIn(owner, accountId, practice, { partnerId }) });
  }
  await makeKeys(
    owner,
    practice,
    coupleId,
    partners.map((p) => p.partnerId),
  );
  return { coupleId, partners, first: partners[0]!, second: partners[1] ?? partners[0]! };
}

async function makeKeys(owner: pg.Pool, practice: PracticeInTest, coupleId: string, partnerIds: string[]) {
  const opened = openPracticeKey(readEnv().keys.masterKeys, practice.practiceKey);
  const owners = [
    { keyClass: 'couple.shared' as const, partnerId: null },
    { keyClass: 'couple.record' as const, partnerId: null },
    ...partnerIds.flatMap((partnerId) => [
      { keyClass: 'partner.record' as const, partnerId },
      { keyClass: 'partner.private' as const, partnerId },
    ]),
  ];
  for (const { keyClass, partnerId } of owners) {
    const key = createDataKey(opened, { keyClass, coupleId, partnerId, createdAt: new Date() });
    await owner.query(
      `insert into data_keys (id, practice_id, practice_key_id, key_class, couple_id, partner_id, wrapped, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [key.id, key.practiceId, key.practiceKeyId, keyClass, coupleId, partnerId, key.wrapped, key.createdAt],
    );
  }
}

async function makeAccount(owner: pg.Pool, email: string): Promise<string> {
  const made = await owner.query<{ id: string }>(
    'insert into accounts (email, password_hash) values ($1, $2) returning id',
    [email, NO_PASSWORD],
  );
  return made.rows[0]!.id;
}

/** A sign-in of twelve hours; its token is what a cookie would hold. */
export async function makeSignIn(
  owner: pg.Pool,
  accountId: string,
  practice: Pick<PracticeInTest, 'practiceId'>,
  membership: { staffMemberId?: string; partnerId?: string },
  device = 'A browser',
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await owner.query(
    `insert into sign_ins (token_hash, account_id, practice_id, staff_member_id, partner_id, device, expires_at)
     values ($1, $2, $3, $4, $5, $6, auth.now() + interval '12 hours')`,
    [
      createHash('sha256').update(token).digest(),
      accountId,
      practice.practiceId,
      membership.staffMemberId ?? null,
      membership.partnerId ?? null,
      device,
    ],
  );
  return token;
}

/** An assignment of the step with this code, put on the plan now; seen at the next turn, or at once when immediate. */
export async function makeAssignment(
  owner: pg.Pool,
  practice: PracticeInTest,
  couple: CoupleInTest,
  therapist: StaffInTest,
  code: string,
  made: { isImmediate?: boolean; opensWhenBothYes?: boolean } = {},
): Promise<string> {
  const id = randomUUID();
  await owner.query(
    `insert into assignments (id, practice_id, couple_id, step_version_id, mode, intensity, consent_every, needs_release,
       opens_when_both_yes, rhythm_kind, rhythm_times, rhythm_days, minutes_min, minutes_max, assigned_by)
     select $1, $2, $3, v.id, v.content ->> 'mode', (v.content ->> 'intensity')::int, v.content ->> 'consentEvery',
            (coalesce(v.content #> '{requires,toOpen}', v.content #> '{parts,1,requires,toOpen}')) ? 'therapistRelease',
            $6, v.content #>> '{rhythm,kind}', (v.content #>> '{rhythm,times}')::int, '{}', 10, 20, $4
       from step_versions v join steps s on s.id = v.step_id where s.practice_id = $2 and s.code = $5`,
    [id, practice.practiceId, couple.coupleId, therapist.staffMemberId, code, made.opensWhenBothYes ?? true],
  );
  await owner.query(
    `insert into plan_events (practice_id, couple_id, kind, assignment_id, is_immediate, staff_member_id) values ($1, $2, 'assigned', $3, $4, $5)`,
    [practice.practiceId, couple.coupleId, id, made.isImmediate ?? false, therapist.staffMemberId],
  );
  return id;
}
