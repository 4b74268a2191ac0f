import 'server-only';
import { randomUUID } from 'node:crypto';
import type { ActorTx } from '@/db/access/as-actor';
import { can } from '@/db/access/can';
import { writeAudit } from '@/db/queries/audit';
import { insertCouple, insertIntake, insertPartners, insertPolicy } from '@/db/queries/intakes/new-couples';
import { insertDataKeys } from '@/db/queries/sealed-keys';
import type { Answer } from '@/lib/action';
import { readEnv } from '@/lib/env';
import { NotFound } from '@/lib/errors';
import { coupleInitials } from '@/lib/format/names';
import { writeGoals } from '@/lib/goals/set-goal';
import { openKeyring } from '@/lib/sealed/keyring';
import { createDataKey } from '@/lib/sealed/keys';
import { practiceKeyFor } from '@/lib/sealed/practice-key-for';
import { keysOf, placed, refuseStaffEmails, rowsOf } from './new-partners';
import type { CreateCoupleInput } from './schema';

/** Makes a couple with its keys; whoever makes it is its primary therapist. Nobody is invited yet: that begins with the meeting alone. */
export async function createCouple(tx: ActorTx, input: CreateCoupleInput): Promise<Answer & { coupleId: string }> {
  const { practiceId, staffMemberId, now } = tx.actor;
  if (!can(tx.actor, 'couples', 'create') || staffMemberId === null) throw new NotFound();
  await refuseStaffEmails(
    tx,
    input.partners.map(({ email }) => email),
    (place) => `partners.${place}.email`,
  );

  const coupleId = randomUUID();
  const partners = input.partners.map((partner, place) => placed(partner, place + 1));
  const practiceKey = await practiceKeyFor(tx);
  const ofCouple = { coupleId, partnerId: null, createdAt: now };
  const dataKeys = [
    createDataKey(practiceKey.key, { ...ofCouple, keyClass: 'couple.shared' }),
    createDataKey(practiceKey.key, { ...ofCouple, keyClass: 'couple.record' }),
    ...partners.flatMap((partner) => keysOf(practiceKey.key, coupleId, partner, now)),
  ];
  const keyring = openKeyring(readEnv().keys.masterKeys, { practiceKeys: [practiceKey.row], dataKeys });

  const label = coupleInitials(partners.map(({ name }) => name));
  await insertCouple(tx, { id: coupleId, label, timeZone: input.timeZone, createdBy: staffMemberId });
  await insertDataKeys(
    tx,
    dataKeys.map((row) => ({ ...row, wrapped: Buffer.from(row.wrapped) })),
  );
  await insertPartners(
    tx,
    coupleId,
    partners.map((partner) => rowsOf(keyring, practiceId, partner)),
  );
  await insertIntake(tx, { coupleId, reasons: input.reasons });
  const goals = input.goals.split('\n').flatMap((line) => line.trim() || []);
  await writeGoals(tx, keyring, { coupleId, partnerId: null, underId: null }, goals);
  await insertPolicy(tx, { coupleId, policy: input.policy, setBy: staffMemberId });
  await writeAudit(tx, { act: 'created', recordKind: 'couple', recordId: coupleId, coupleId });
  return { redirectTo: `/couples/${coupleId}/people`, coupleId };
}
