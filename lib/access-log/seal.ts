/** Links what was noted since the last time to the chain, and signs the newest links into the file outside the database. */
import 'server-only';
import { asSystem } from '@/db/access/as-system';
import { type AuditHead, linkAudit } from '@/db/queries/access-log/chain';
import { readEnv } from '@/lib/env';
import type { MasterKey } from '@/lib/sealed/keys';
import { appendHeads } from './heads-file';

type SealSettings = { headsFile: string; masterKeys: readonly MasterKey[] };

/** What this process wrote last; another process, or a new start, writes its own lines. */
let written: readonly AuditHead[] = [];

/** It may run twice at once, or be cut off anywhere: the next time signs whatever is the newest then. */
export async function sealAccessLog(settings: SealSettings = settingsOfInstallation()): Promise<void> {
  const heads = await asSystem('job', linkAudit);
  const moved = heads.filter(({ hash }) => !written.some((head) => head.hash === hash));
  if (moved.length === 0) return;
  await appendHeads(settings.headsFile, moved, settings.masterKeys);
  written = heads;
}

function settingsOfInstallation(): SealSettings {
  const { headsFile, keys } = readEnv();
  return { headsFile, masterKeys: keys.masterKeys };
}
