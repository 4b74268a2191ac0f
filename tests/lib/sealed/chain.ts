/** A practice with one couple of two partners, and its whole chain of keys, made of fixed ids. */
import { createDataKey, createPracticeKey, openPracticeKey, type DataKeyRow, type MasterKey } from '@/lib/sealed/keys';
import type { KeyClass } from '@/db/schema/sealed-keys';

export const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
export const PRACTICE = id(1);
export const OTHER_PRACTICE = id(2);
export const COUPLE = id(10);
export const PARTNER = id(11);
export const OTHER_PARTNER = id(12);

export const masterKeys: MasterKey[] = [{ id: 'm1', key: Buffer.alloc(32, 7) }];

export const OWNERS: [KeyClass, string][] = [
  ['couple.shared', COUPLE],
  ['couple.record', COUPLE],
  ['partner.record', PARTNER],
  ['partner.record', OTHER_PARTNER],
  ['partner.private', PARTNER],
  ['partner.private', OTHER_PARTNER],
];

export function chain(practiceId = PRACTICE) {
  const practiceKey = createPracticeKey(masterKeys, practiceId);
  const opened = openPracticeKey(masterKeys, practiceKey);
  const createdAt = new Date('2026-11-24T10:00:00Z');
  const dataKeys: DataKeyRow[] = OWNERS.map(([keyClass, ownerId]) =>
    createDataKey(opened, {
      keyClass,
      coupleId: COUPLE,
      partnerId: keyClass.startsWith('partner') ? ownerId : null,
      createdAt,
    }),
  );
  return { practiceKey, opened, dataKeys };
}
