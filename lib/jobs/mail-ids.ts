import 'server-only';
import { createHash } from 'node:crypto';

/** The id of one mail, the same whenever it is computed: queued twice it is one job, sent twice it has one Message-ID. Shaped as a random id is. */
export function mailId(...about: string[]): string {
  const hex = createHash('sha256').update(about.join(' ')).digest('hex');
  const variant = '89ab'[Number.parseInt(hex[16]!, 16) % 4]!;
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
