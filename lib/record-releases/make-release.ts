/** Takes down what of one person's record is to go to whom; and that it was authorized in writing, or that this was revoked. */
import 'server-only';
import { randomUUID } from 'node:crypto';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { findCouple } from '@/db/queries/couples';
import { insertAuthorization, insertRecordRelease } from '@/db/queries/releases/record-releases';
import type { Answer } from '@/lib/action';
import { NotFound, Refusal } from '@/lib/errors';
import { dayAfter, dayOf } from '@/lib/format/dates';
import { keyringFor } from '@/lib/sealed/keyring-for';
import { openRelease, pageOfRelease } from './open-release';
import type { AuthorizeInput, MakeReleaseInput } from './schema';
import { recordReleaseRef, type RecordReleaseTerms } from './sealed-places';

const LONGEST_DAYS = 366;
const NOT_MADE = 'Not made yet. Everything you typed is still here.';

/** Nothing goes out by it: that takes the person's written authorization, and a therapist who read the document. */
export async function makeRelease(tx: ActorTx, input: MakeReleaseInput): Promise<Answer & { releaseId: string }> {
  const { coupleId, partnerId, kinds, askedBy, fromOn, toOn, untilOn } = input;
  const { practiceId } = tx.actor;
  const couple = await findCouple(tx, coupleId);
  if (!couple?.partners.some(({ id }) => id === partnerId)) throw new NotFound();
  const today = dayOf(tx.actor.now, tx.actor.timeZone);
  if (untilOn < today || untilOn > dayAfter(today, LONGEST_DAYS))
    throw new Refusal(NOT_MADE, { untilOn: 'Choose a day from today to a year from now.' });
  if (fromOn && toOn && toOn < fromOn)
    throw new Refusal(NOT_MADE, { toOn: 'Choose a day that is not before the first.' });
  const id = randomUUID();
  const terms: RecordReleaseTerms = {
    asker: input.asker,
    recipient: { name: input.recipientName, address: input.recipientAddress },
    purpose: input.purpose,
  };
  const keyring = await keyringFor(tx, [coupleId]);
  await insertRecordRelease(tx, {
    id,
    coupleId,
    partnerId,
    kinds,
    askedBy,
    fromOn,
    toOn,
    untilOn,
    terms: keyring.seal(recordReleaseRef({ practiceId, partnerId, rowId: id }), JSON.stringify(terms)),
  });
  await writeAudit(tx, {
    act: 'created',
    recordKind: 'recordRelease',
    recordId: id,
    coupleId,
    concernsPartnerId: partnerId,
  });
  return { redirectTo: pageOfRelease({ coupleId, partnerId, id }), releaseId: id };
}

/** Staff write down what stands on paper: who signed on which day, or took it back. */
export async function authorizeRelease(tx: ActorTx, input: AuthorizeInput): Promise<Answer> {
  const { release, couple, authorizations, today } = await openRelease(tx, input);
  if (!couple.partners.some(({ id }) => id === input.signerId)) throw new NotFound();
  const own = authorizations.filter(({ partnerId }) => partnerId === input.signerId);
  const signed = own.find(({ kind }) => kind === 'signed');
  const isRevoked = own.some(({ kind }) => kind === 'revoked');
  const notNoted = 'Not noted.';
  if (input.on > today) throw new Refusal(notNoted, { on: 'Choose today or an earlier day.' });
  if (input.kind === 'signed' && signed) throw new Refusal('This authorization is noted already. Nothing was changed.');
  if (input.kind === 'revoked' && (!signed || isRevoked))
    throw new Refusal('There is no authorization of this person to revoke. Nothing was changed.');
  if (signed && input.on < signed.on)
    throw new Refusal(notNoted, { on: 'Choose the day of the signature or a later one.' });
  await insertAuthorization(tx, {
    coupleId: couple.id,
    releaseId: release.id,
    partnerId: input.signerId,
    kind: input.kind,
    on: input.on,
  });
  await writeAudit(tx, {
    act: input.kind === 'signed' ? 'signed' : 'revoked',
    recordKind: 'recordRelease',
    recordId: release.id,
    coupleId: couple.id,
    // That the other signed is in no one's own months: it would tell each what the other did.
    concernsPartnerId: release.partnerId,
  });
  return { redirectTo: pageOfRelease(release) };
}
