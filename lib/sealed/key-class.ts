/** The classes of data keys: each has one kind of owner, and who may read its row stands in the grid (db/access/policy.ts). */
import 'server-only';
export const KEY_CLASSES = [
  'couple.shared', // conditions and words both partners see; owner: the couple
  'couple.record', // joint notes, flags, goals; owner: the couple
  'partner.record', // individual notes, the meeting alone; owner: the partner
  'partner.private', // reflections, consent text, drafts; owner: the partner; the only class that may be shredded
  'author.process', // process notes; owner: the staff member who writes them
] as const;

export type KeyClass = (typeof KEY_CLASSES)[number];
