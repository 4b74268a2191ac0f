/** The pages of releases: one person's releases with the ledger, one release, its document to read, and what went out. */
import 'server-only';
import { randomUUID } from 'node:crypto';
import type { ActorTx } from '@/db/access/as-actor';
import { noteOpening, writeAudit } from '@/db/queries/audit';
import { listDisclosures, listRecordReleases } from '@/db/queries/releases/record-releases';
import type { AskedBy, ReleasedKind } from '@/db/schema/record-releases';
import { type Couple, type CouplePartner, partnerOf, readCouple } from '@/lib/couples/read-couple';
import { NotFound } from '@/lib/errors';
import { dayOf } from '@/lib/format/dates';
import { type Standing, standingOf } from '@/lib/format/records/record-release-words';
import type { Keyring } from '@/lib/sealed/keyring';
import { keyringFor } from '@/lib/sealed/keyring-for';
import { recordId } from '@/lib/record-id';
import { obstacleTo } from './disclose';
import { documentHash, type ReleasedDocument } from './document';
import { decisionOn, listJointNotes } from './gather-parts';
import { makeDocument } from './make-document';
import { type OfRelease, type OpenRelease, openRelease } from './open-release';
import { type Disclosed, disclosureRef, recordReleaseRef, type RecordReleaseTerms } from './sealed-places';

export type ReleaseLine = {
  id: string;
  recipient: string;
  kinds: ReleasedKind[];
  madeOn: string;
  untilOn: string;
  standing: Standing;
};
export type LedgerLine = {
  id: string;
  releaseId: string;
  on: string;
  recipient: { name: string; address: string };
  what: string[];
  purpose: string;
  by: string;
};
export type ReleasesOfPerson = {
  couple: Couple;
  partner: CouplePartner;
  releases: ReleaseLine[];
  ledger: LedgerLine[];
};

/** Six statements. */
export async function readReleases(tx: ActorTx, ids: Omit<OfRelease, 'releaseId'>): Promise<ReleasesOfPerson> {
  const couple = await readCouple(tx, ids.coupleId);
  const partner = partnerOf(couple, ids.partnerId);
  const keyring = await keyringFor(tx, [couple.id]);
  const found = await listRecordReleases(tx, couple.id, partner.id);
  const ledger = await readLedger(tx, keyring, couple.id, partner.id);
  await noteOpening(tx, 'releases', partner.id, couple.id, partner.id);
  const { practiceId, timeZone, now } = tx.actor;
  const today = dayOf(now, timeZone);
  return {
    couple,
    partner,
    ledger,
    releases: found.map(({ release, authorizations }) => {
      const ref = recordReleaseRef({ practiceId, partnerId: partner.id, rowId: release.id });
      const terms = JSON.parse(keyring.open(ref, release.terms)) as RecordReleaseTerms;
      return {
        id: release.id,
        recipient: terms.recipient.name,
        kinds: release.kinds as ReleasedKind[],
        madeOn: dayOf(release.madeAt, timeZone),
        untilOn: release.untilOn,
        standing: standingOf(release, authorizations, today),
      };
    }),
  };
}

async function readLedger(tx: ActorTx, keyring: Keyring, coupleId: string, partnerId: string, releaseId?: string) {
  const rows = await listDisclosures(tx, coupleId, partnerId, releaseId);
  return rows.map(({ disclosure, authorName }): LedgerLine => {
    const { document } = openDisclosed(tx, keyring, partnerId, disclosure);
    return {
      id: disclosure.id,
      releaseId: disclosure.releaseId,
      on: disclosure.on,
      by: authorName,
      recipient: document.recipient,
      what: document.contents,
      purpose: document.cover.find(({ name }) => name === 'Purpose')?.value ?? '',
    };
  });
}

function openDisclosed(tx: ActorTx, keyring: Keyring, partnerId: string, row: { id: string; document: Buffer }) {
  const ref = disclosureRef({ practiceId: tx.actor.practiceId, partnerId, rowId: row.id });
  return JSON.parse(keyring.open(ref, row.document)) as Disclosed;
}

export type JointNoteLine = { id: string; startsAt: Date; decision: 'included' | 'leftOut' | 'passagesRemoved' | null };
export type ReleasePage = {
  open: OpenRelease;
  askedBy: AskedBy;
  jointNotes: JointNoteLine[];
  ledger: LedgerLine[];
  /** Why nothing may go out under it now. */
  obstacle: string | null;
  /** One for each form of each partner. */
  formKeys: Record<string, string>;
};

export async function readRelease(tx: ActorTx, ids: OfRelease): Promise<ReleasePage> {
  const open = await openRelease(tx, ids);
  const { release, couple, decisions, isJointAuthorized } = open;
  await noteOpening(tx, 'recordRelease', release.id, couple.id, release.partnerId);
  const joint = release.kinds.includes('jointNotes') ? await listJointNotes(open) : [];
  return {
    open,
    askedBy: release.askedBy,
    jointNotes: joint.map((note) => ({
      id: note.id,
      startsAt: note.session.startsAt,
      decision: isJointAuthorized ? 'included' : (decisionOn(decisions, note)?.decision ?? null),
    })),
    ledger: await readLedger(tx, open.keyring, couple.id, release.partnerId, release.id),
    obstacle: obstacleTo(open.standing),
    formKeys: Object.fromEntries(couple.partners.map(({ id }) => [id, randomUUID()])),
  };
}

export type DocumentToRead = {
  open: OpenRelease;
  document: ReleasedDocument;
  hash: string;
  obstacle: string | null;
};

/** The document as it would go out now, for whoever is to let it out. */
export async function readDocumentToRead(tx: ActorTx, ids: OfRelease): Promise<DocumentToRead> {
  const open = await openRelease(tx, ids);
  await noteOpening(tx, 'recordToRelease', open.release.id, open.couple.id, open.release.partnerId);
  const document = await makeDocument(open);
  return { open, document, hash: documentHash(document), obstacle: obstacleTo(open.standing) };
}

export type DisclosedDocument = {
  open: OpenRelease;
  /** Null where the release is no longer in force: what went out is in the ledger, and does not go out again. */
  document: ReleasedDocument | null;
  hash: string;
  on: string;
  obstacle: string | null;
};

export async function readDisclosed(
  tx: ActorTx,
  ids: OfRelease & { disclosureId?: string },
): Promise<DisclosedDocument> {
  const open = await openRelease(tx, ids);
  const { release, couple, keyring } = open;
  const wanted = recordId(ids.disclosureId);
  const rows = await listDisclosures(tx, couple.id, release.partnerId, release.id);
  const row = rows.find(({ disclosure }) => disclosure.id === wanted)?.disclosure;
  if (!row) throw new NotFound();
  const obstacle = obstacleTo(open.standing);
  const { document, hash } = openDisclosed(tx, keyring, release.partnerId, row);
  if (!obstacle)
    await writeAudit(tx, {
      act: 'printed',
      recordKind: 'disclosure',
      recordId: row.id,
      coupleId: couple.id,
      concernsPartnerId: release.partnerId,
    });
  return { open, document: obstacle ? null : document, hash, on: row.on, obstacle };
}
