/** One release as the document that would go out under it now. */
import 'server-only';
import { dayOf, longDay } from '@/lib/format/dates';
import { signatureOf } from '@/lib/format/names';
import { askedByWords, hasAuthorized, rangeWords, releasedKindWords } from '@/lib/format/records/record-release-words';
import type { AuthorizationOfRelease } from '@/db/queries/releases/record-releases';
import type { ReleasedDocument } from './document';
import { type Gathering, gatherParts } from './gather-parts';
import type { RecordReleaseTerms } from './sealed-places';

export async function makeDocument(
  at: Gathering & { terms: RecordReleaseTerms; authorizations: AuthorizationOfRelease[] },
): Promise<ReleasedDocument> {
  const { tx, couple, release, terms, authorizations, isJointAuthorized } = at;
  const { actor } = tx;
  const own = couple.partners.find(({ id }) => id === release.partnerId)!;
  const signedOn = (partnerId: string) =>
    authorizations.find((one) => one.partnerId === partnerId && one.kind === 'signed')?.on;
  const ownSigned = signedOn(own.id);
  const otherSigned = couple.partners
    .filter(({ id }) => id !== own.id && hasAuthorized(authorizations, id))
    .flatMap(({ id }) => signedOn(id) ?? []);
  const hasJoint = release.kinds.includes('jointNotes');
  return {
    form: 1,
    practice: actor.practice.name,
    about: own.name,
    recipient: terms.recipient,
    cover: [
      { name: 'Asked by', value: [askedByWords[release.askedBy], terms.asker].filter(Boolean).join(': ') },
      { name: 'Purpose', value: terms.purpose },
      { name: 'Days', value: rangeWords(release) },
      { name: 'Authorized in writing by this person', value: ownSigned ? longDay(ownSigned) : 'Not noted yet' },
      // Unnamed: who it was is in the joint notes alone.
      ...(hasJoint && isJointAuthorized && otherSigned.length > 0
        ? [{ name: 'Joint notes authorized in writing by the other partner', value: longDay(otherSigned[0]!) }]
        : []),
      { name: 'Release ends', value: longDay(release.untilOn) },
      { name: 'Prepared by', value: signatureOf(actor) },
      { name: 'Prepared on', value: longDay(dayOf(actor.now, actor.timeZone)) },
    ],
    contents: release.kinds.map((kind) => releasedKindWords[kind]),
    leftOut: [
      'Process notes, which are kept apart from the record and are never part of a release.',
      'Whatever another person gave or was told alone, and where that person is reached. Outside joint notes that each partner authorized, the other partner is not named.',
      ...(hasJoint && !isJointAuthorized
        ? [
            'Joint notes that not every partner authorized, or passages of them; where a passage is left out, that is said.',
          ]
        : []),
      'Drafts, and every kind of record that is not named above.',
    ],
    parts: await gatherParts(at),
  };
}
