/** The fields a note has beside its sections, whatever its format: who took part, when, where, what was done, how each responded. */
import type { FormatVersion } from './note-formats';
import type { NoteSections } from '../note-sections';

/** Where a field holds several choices, one stands on each line. */
export const chosenIn = (text: string | undefined): string[] => (text ?? '').split('\n').filter(Boolean);

/** As such a field is kept: an order that no screen decides. */
export const asChosen = (chosen: readonly string[]): string => [...new Set(chosen)].sort().join('\n');

/** What one partner showed or said: a field for each partner. */
export const responseOf = (partnerId: string): string => `response-${partnerId}`;
const RESPONSE = /^response-(.+)$/;
export const whoseResponse = (fieldId: string): string | null => RESPONSE.exec(fieldId)?.[1] ?? null;

/** In the order they are shown and signed. `present` holds ids of partners and staff. */
export const DETAILS = [
  { id: 'present', title: 'Who took part' },
  { id: 'others', title: 'Others who took part' },
  { id: 'start', title: 'From' },
  { id: 'stop', title: 'To' },
  { id: 'place', title: 'Place' },
  { id: 'interventions', title: 'Interventions' },
  { id: 'otherinterventions', title: 'Other interventions' },
  { id: 'nexton', title: 'Next session' },
] as const;

/** What is often done in a session, to be ticked; a word stays in the list for as long as a note may hold it. */
export const INTERVENTIONS: readonly { id: string; label: string }[] = [
  { id: 'listening', label: 'Listening and reflecting' },
  { id: 'education', label: 'Education' },
  { id: 'communication', label: 'Communication practice' },
  { id: 'emotion', label: 'Work with emotions' },
  { id: 'thoughts', label: 'Work with thoughts and beliefs' },
  { id: 'grounding', label: 'Grounding and mindfulness' },
  { id: 'review', label: 'Review of steps at home' },
  { id: 'step', label: 'A step explained or chosen' },
  { id: 'conditions', label: 'Conditions and limits agreed' },
  { id: 'repair', label: 'Repair after a conflict' },
  { id: 'values', label: 'Values and goals' },
  { id: 'body', label: 'Body, illness or medication' },
  { id: 'trauma', label: 'Pacing after trauma' },
  { id: 'safety', label: 'Safety planning' },
  { id: 'referral', label: 'Referral or coordination' },
];

export const interventionLabel = (id: string): string => INTERVENTIONS.find((one) => one.id === id)?.label ?? id;

/** Fields that hold something, beside the sections, in the order they are signed. */
export function detailsOf(fields: NoteSections): [id: string, text: string][] {
  const named = DETAILS.map(({ id }) => id as string);
  const responses = Object.keys(fields)
    .filter((id) => whoseResponse(id) !== null)
    .sort();
  return [...named, ...responses].flatMap((id): [string, string][] => (fields[id] ? [[id, fields[id]]] : []));
}

/** The sections of the format in its order, empty ones too, then the other fields that hold something. What is unknown is left out. */
export const inFormat = (format: FormatVersion, fields: NoteSections): NoteSections =>
  Object.fromEntries([...format.sections.map(({ id }) => [id, fields[id] ?? '']), ...detailsOf(fields)]);

/** Whether nobody has written anything yet: who, when and where stand there from the start. */
export const isUnwritten = (format: FormatVersion, fields: NoteSections): boolean =>
  [
    ...format.sections.map(({ id }) => id),
    'interventions',
    'otherinterventions',
    ...Object.keys(fields).filter(whoseResponse),
  ].every((id) => (fields[id] ?? '').trim() === '');
