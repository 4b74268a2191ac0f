/** The verification of the whole access log against its chain and the signed heads, in sentences for whoever runs the installation. */
import 'server-only';
import { readAuditChain } from '@/db/access/read-audit-chain';
import type { MasterKey } from '@/lib/sealed/keys';
import { type Finding, verifyChain } from './chain';
import { readHeads } from './heads-file';

export type Verified = { isWhole: boolean; lines: string[] };

/** Reads every event once. Says places in the chain and nothing of what an event is about. */
export async function verifyAccessLog(settings: {
  ownerUrl: string;
  headsFile: string;
  masterKeys: readonly MasterKey[];
}): Promise<Verified> {
  const { heads, unsigned } = await readHeads(settings.headsFile, settings.masterKeys);
  return readAuditChain(settings.ownerUrl, async ({ practiceIds, rowsOf, countUnlinked }) => {
    const lines: string[] = [];
    let isWhole = true;
    if (unsigned > 0) {
      isWhole = false;
      lines.push(`${unsigned} lines of ${settings.headsFile} are not signed by a key of this installation.`);
    }
    const ids = [...new Set([...practiceIds, ...heads.map(({ practiceId }) => practiceId)])];
    for (const practiceId of ids) {
      const own = heads.filter((head) => head.practiceId === practiceId);
      const { length, findings } = await verifyChain(practiceId, rowsOf(practiceId), own);
      const unlinked = await countUnlinked(practiceId);
      if (unlinked > 0) findings.push({ what: 'unlinked', count: unlinked });
      const last = own.at(-1);
      if (findings.length === 0) {
        lines.push(
          `Practice ${practiceId}: ${length} events, each as it was written${last ? `; the last signed head is ${last.place}, of ${last.at}` : '; no head was ever signed'}.`,
        );
      } else {
        isWhole = false;
        lines.push(`Practice ${practiceId}: ${length} events, and this is wrong:`);
        lines.push(...findings.map((finding) => `  ${sentenceOf(finding)}`));
      }
    }
    return { isWhole, lines };
  });
}

function sentenceOf(finding: Finding): string {
  switch (finding.what) {
    case 'edited':
      return `Event ${finding.place} is not what was written, or stands in another's place.`;
    case 'missing':
      return finding.place === finding.until
        ? `Event ${finding.place} was taken out.`
        : `Events ${finding.place} to ${finding.until} were taken out.`;
    case 'rewritten':
      return `The chain was computed anew: at ${finding.place} it is not what was signed.`;
    case 'cut':
      return `The end was cut off: ${finding.place} to ${finding.until} were signed and are gone.`;
    case 'unlinked':
      return `${finding.count} events stand outside the chain.`;
  }
}
