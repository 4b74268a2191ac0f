import 'server-only';
import type { Couple } from '@/lib/couples/read-couple';

const WHO_TREAT = new Set(['primary', 'coTherapist']);

/** Those of a care team who may be asked to co-sign a note: who treats the couple beside its author. */
export const coSignersIn = (careTeam: Couple['careTeam'], authorId: string) =>
  careTeam.filter(({ staffMemberId, part }) => staffMemberId !== authorId && WHO_TREAT.has(part));
