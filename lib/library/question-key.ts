/** Names a question in an address, where its own id would say what it is about. */
import 'server-only';
import { createHash } from 'node:crypto';
import type { ProgramCommon } from '@/db/program/content';

export const questionKey = (id: string): string => createHash('sha256').update(id).digest('hex').slice(0, 16);

/** The id of what the program asks under this key. */
export const idOfKey = ({ questions, consent }: Pick<ProgramCommon, 'questions' | 'consent'>, key: string) =>
  [...Object.keys(questions), ...Object.values(consent).flatMap((list) => list.map(({ id }) => id))].find(
    (id) => questionKey(id) === key,
  );
