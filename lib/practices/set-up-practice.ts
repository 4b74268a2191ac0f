import 'server-only';
import { randomUUID } from 'node:crypto';
import { asSystem } from '@/db/access/as-system';
import program from '@/db/program/program.json';
import { insertPractice } from '@/db/queries/accounts/set-up';
import { hashPassword } from '@/lib/accounts/password-hash';
import { whyNotPassword } from '@/lib/accounts/password-rules';
import { readEnv } from '@/lib/env';
import { Refusal } from '@/lib/errors';
import { createPracticeKey } from '@/lib/sealed/keys';
import type { SetUpPracticeInput } from './schema';
import { hashOfSetUpToken } from './set-up-link';

/** Creates the practice, its key, its library and its first admin in one act. */
export async function setUpPractice(
  input: SetUpPracticeInput,
  made = { isDemo: false },
): Promise<{ practiceId: string }> {
  const reason = whyNotPassword(input.password, 'staff', [input.adminName, input.adminEmail, input.name]);
  if (reason) throw new Refusal('The practice was not set up yet: the password can’t be used.', { password: reason });

  const practiceId = randomUUID();
  const key = createPracticeKey(readEnv().keys.masterKeys, practiceId);
  const { name, timeZone, portalTitle, senderName, mailSubject, closeUrl } = input;
  const passwordHash = await hashPassword(input.password);
  const account = await asSystem('setUp', (tx) =>
    insertPractice(tx, hashOfSetUpToken(input.token), {
      practice: { id: practiceId, name, timeZone, portalTitle, senderName, mailSubject, closeUrl, isDemo: made.isDemo },
      contacts: input.contacts,
      admin: {
        name: input.adminName,
        credential: input.adminCredential,
        email: input.adminEmail,
        passwordHash,
        roles: input.isTherapist ? ['practiceAdmin', 'therapist'] : ['practiceAdmin'],
      },
      key: { id: key.id, masterKeyId: key.masterKeyId, wrapped: Buffer.from(key.wrapped).toString('hex') },
      program,
    }),
  );
  if (account === null) {
    throw new Refusal(
      'This link can no longer be used, so nothing was set up. Start Hearth again: it prints a new link while there is no practice.',
    );
  }
  return { practiceId };
}
