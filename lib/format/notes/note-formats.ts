/** The formats of a session note, as data: a change of sections is a new version, and a note keeps the one it was begun with. */
import type { NoteFormat, NoteSections } from '../note-sections';

export type SectionKind = { id: string; title: string; hint: string };
export type FormatVersion = {
  id: NoteFormat;
  version: number;
  label: string;
  /** In the order they are written and printed. */
  sections: readonly SectionKind[];
};

const assessment = { id: 'assessment', title: 'Assessment', hint: 'What you make of it.' };
const intervention = { id: 'intervention', title: 'Intervention', hint: 'What you did, and what they practiced.' };
const response = {
  id: 'response',
  title: 'Response',
  hint: 'How they took it together. Each one’s own has a box below.',
};
const plan = { id: 'plan', title: 'Plan', hint: 'What comes next: the step, the next session, what you will look at.' };

/** Every version there ever was; the last of a format is the one new notes begin with. */
export const FORMAT_VERSIONS: readonly FormatVersion[] = [
  {
    id: 'DAP',
    version: 1,
    label: 'DAP: data, assessment, plan',
    sections: [{ id: 'data', title: 'Data', hint: 'What was said and done, and what you saw.' }, assessment, plan],
  },
  {
    id: 'SOAP',
    version: 1,
    label: 'SOAP: subjective, objective, assessment, plan',
    sections: [
      { id: 'subjective', title: 'Subjective', hint: 'What they told you, in their terms.' },
      { id: 'objective', title: 'Objective', hint: 'What you saw and measured.' },
      assessment,
      plan,
    ],
  },
  {
    id: 'BIRP',
    version: 1,
    label: 'BIRP: behavior, intervention, response, plan',
    sections: [
      { id: 'behavior', title: 'Behavior', hint: 'What they reported and how they were with each other.' },
      intervention,
      response,
      plan,
    ],
  },
  {
    id: 'GIRP',
    version: 1,
    label: 'GIRP: goal, intervention, response, plan',
    sections: [
      { id: 'goal', title: 'Goal', hint: 'The goal this session worked on, in their words.' },
      intervention,
      response,
      plan,
    ],
  },
  {
    id: 'narrative',
    version: 1,
    label: 'Narrative: in your own order',
    sections: [{ id: 'narrative', title: 'Narrative', hint: 'The session, in your own order.' }, plan],
  },
];

export const FORMATS: readonly NoteFormat[] = ['DAP', 'SOAP', 'BIRP', 'GIRP', 'narrative'];

/** The format as new notes begin with it. */
export const newestOf = (id: NoteFormat): FormatVersion => FORMAT_VERSIONS.findLast((one) => one.id === id)!;

/** The format as it was in that version. */
export const formatOf = (id: NoteFormat, version: number): FormatVersion =>
  FORMAT_VERSIONS.find((one) => one.id === id && one.version === version) ?? newestOf(id);

/** As it stands on a chip: "DAP", "Narrative". */
export const shortName = (id: NoteFormat): string => (id === 'narrative' ? 'Narrative' : id);

/** Where the words of a section go when the other format has no section of its name: the nearest that it has. */
const NEAREST: Record<string, readonly string[]> = {
  subjective: ['data', 'behavior', 'narrative'],
  objective: ['data', 'intervention', 'narrative'],
  data: ['subjective', 'behavior', 'narrative'],
  behavior: ['subjective', 'data', 'narrative'],
  goal: ['subjective', 'data', 'behavior', 'narrative'],
  intervention: ['objective', 'data', 'narrative'],
  response: ['assessment', 'narrative'],
  assessment: ['response', 'narrative'],
  narrative: ['data', 'subjective', 'behavior', 'goal'],
};

/** The same note in another format. Every word stays: what has no section of its own goes into the nearest, under its old title. */
export function inOtherFormat(fields: NoteSections, from: FormatVersion, to: FormatVersion): NoteSections {
  const has = (id: string) => to.sections.some((section) => section.id === id);
  const moved: NoteSections = { ...Object.fromEntries(to.sections.map(({ id }) => [id, ''])), ...fields };
  for (const { id, title } of from.sections) {
    if (has(id)) continue;
    const text = moved[id] ?? '';
    delete moved[id];
    if (text.trim() === '') continue;
    const into = NEAREST[id]?.find(has) ?? to.sections[0]!.id;
    const before = moved[into] ?? '';
    moved[into] = `${before}${before === '' ? '' : before.endsWith('\n') ? '\n' : '\n\n'}${title}:\n${text}`;
  }
  return moved;
}
