/** What a session note can be written in; their sections, by version, stand in lib/format/notes/note-formats.ts. */
export const NOTE_FORMATS = ['SOAP', 'DAP', 'BIRP', 'GIRP', 'narrative'] as const;
export type NoteFormat = (typeof NOTE_FORMATS)[number];
