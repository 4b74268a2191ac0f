/** Who may stand behind an id in a note: partners of its record, the care team, and whoever else it names. */
import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { listStaffNames } from '@/db/queries/notes/note-co-authors';
import type { Couple } from '@/lib/couples/read-couple';
import { chosenIn } from '@/lib/format/notes/note-fields';
import type { NoteSections } from '@/lib/format/note-sections';
import type { Who } from '@/lib/format/notes/note-words';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

type Known = {
  partners: readonly { id: string; name: string }[];
  careTeam: Pick<Couple['careTeam'][number], 'staffMemberId' | 'name'>[];
};

/** One statement, and none where all of these notes name only who is known. */
export async function whoOf(
  tx: ActorTx,
  { partners, careTeam }: Known,
  partnerId: string | null,
  texts: readonly NoteSections[],
): Promise<Who[]> {
  const own = partners.filter(({ id }) => !partnerId || id === partnerId);
  const known = new Map<string, Who>([
    ...own.map(({ id, name }) => [id, { id, name, isPartner: true }] as const),
    ...careTeam.map(({ staffMemberId: id, name }) => [id, { id, name, isPartner: false }] as const),
  ]);
  const named = new Set(texts.flatMap(({ present }) => chosenIn(present)));
  const others = [...named].filter((id) => UUID.test(id) && !known.has(id));
  const left = others.length === 0 ? [] : await listStaffNames(tx, others);
  return [...known.values(), ...left.map((one) => ({ ...one, isPartner: false }))];
}
