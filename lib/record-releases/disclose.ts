/** Lets one person's record out, once it was read as it is: under a release in force, with the password again, and into the ledger. */
import 'server-only';
import { randomUUID } from 'node:crypto';
import type { ActorTx } from '@/db/access/as-actor';
import { writeAudit } from '@/db/queries/audit';
import { insertDisclosure } from '@/db/queries/releases/record-releases';
import { giveAgain } from '@/lib/accounts/factors/step-up';
import type { Answer } from '@/lib/action';
import { Refusal } from '@/lib/errors';
import type { Standing } from '@/lib/format/records/record-release-words';
import { documentHash } from './document';
import { makeDocument } from './make-document';
import { openRelease, pageOfRelease } from './open-release';
import type { DiscloseInput } from './schema';
import { type Disclosed, disclosureRef } from './sealed-places';

/** Why nothing goes out; null where it may. */
export const obstacleTo = (standing: Standing): string | null =>
  ({
    inForce: null,
    unsigned: 'Nothing goes out yet: this person’s written authorization is not noted.',
    revoked: 'Nothing goes out: this release was revoked. Make another one if the person signs again.',
    expired: 'Nothing goes out: this release has ended. Make another one if the person signs again.',
  })[standing];

export async function disclose(tx: ActorTx, input: DiscloseInput): Promise<Answer & { disclosureId: string }> {
  const open = await openRelease(tx, input);
  const { release, keyring, today } = open;
  const obstacle = obstacleTo(open.standing);
  if (obstacle) throw new Refusal(obstacle);
  const document = await makeDocument(open);
  const hash = documentHash(document);
  if (hash !== input.readHash)
    throw new Refusal('Nothing went out: the record has changed since you opened this page. Read it again.');
  if (document.parts.length === 0)
    throw new Refusal(
      'Nothing went out: there is nothing of this scope in these days. Make a release with another scope.',
    );
  await giveAgain(tx, input, 'Nothing went out.');
  const id = randomUUID();
  const { coupleId, partnerId, practiceId } = release;
  const disclosed: Disclosed = { document, hash };
  await insertDisclosure(tx, {
    id,
    coupleId,
    partnerId,
    releaseId: release.id,
    on: today,
    document: keyring.seal(disclosureRef({ practiceId, partnerId, rowId: id }), JSON.stringify(disclosed)),
  });
  await writeAudit(tx, {
    act: 'released',
    recordKind: 'disclosure',
    recordId: id,
    coupleId,
    concernsPartnerId: partnerId,
  });
  return { redirectTo: `${pageOfRelease(release)}/document/${id}`, disclosureId: id };
}
