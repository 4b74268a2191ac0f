/** What a note is made of. Apart from its schema, so that the editor does not bring zod to the browser. */
export type NoteFormat = 'SOAP' | 'DAP';
/** What a note says, by section. */
export type NoteSections = Record<string, string>;

export type SectionKind = { id: string; title: string; hint: string };

const plan = { id: 'plan', title: 'Plan', hint: 'What comes next: the step, the next session, what you will look at.' };

/** The sections of each format, in the order they are written and printed. */
export const SECTIONS: Record<NoteFormat, readonly SectionKind[]> = {
  DAP: [
    { id: 'data', title: 'Data', hint: 'What was said and done, and what you saw.' },
    { id: 'assessment', title: 'Assessment', hint: 'What you make of it.' },
    plan,
  ],
  SOAP: [
    { id: 'subjective', title: 'Subjective', hint: 'What they told you, in their terms.' },
    { id: 'objective', title: 'Objective', hint: 'What you saw and measured.' },
    { id: 'assessment', title: 'Assessment', hint: 'What you make of it.' },
    plan,
  ],
};

export const LONGEST_SECTION = 50_000;
export const LONGEST_ADDENDUM = 20_000;
