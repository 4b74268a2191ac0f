// A draft with what stands beside it, as its page shows it: what crosses to the browser, and no more.
import type { HeadOnPage } from '@/components/session-notes/note-head';
import type { PartnerPlace } from '@/components/ui/partner-mark';
import type { NoteFormat, NoteSections } from '@/lib/format/note-sections';
import type { Who } from '@/lib/format/notes/note-words';

/** A place in `partners`: who gave it. */
type Whose = number;

export type ContextOnPage = {
  isJoint: boolean;
  partners: { name: string; initials: string; place: PartnerPlace }[];
  /** The day of the last session of this record; null: there was none, and everything so far is shown. */
  since: string | null;
  lastPlan: { on: string; text: string } | null;
  goals: { words: string; objectives: string[] }[];
  tiers: { whose: Whose; tier: 'urgent' | 'safety' | 'talk' | 'review'; times: number }[];
  assigned: { title: string; on: string }[];
  comfort: { whose: Whose; from: number; to: number }[];
  checkIns: {
    whose: Whose;
    title: string;
    on: string;
    numbers: [name: string, value: number][];
    answers: [ask: string, answer: string][];
  }[];
  /** Written to the therapist alone. */
  reflections: { on: string; at: string; text: string }[];
  words: { whose: Whose; on: string; text: string }[];
};

export type DraftOnPage = {
  head: HeadOnPage;
  note: {
    id: string;
    format: { id: NoteFormat; version: number };
    version: number;
    sections: NoteSections;
    savedAt: string;
  };
  /** The note's own address. */
  href: string;
  /** Null: whoever reads it. */
  author: string | null;
  isReturned: boolean;
  /** An earlier text, to compare with the note as it stands. */
  kept: { id: string; sections: NoteSections; label: string } | null;
  who: Who[];
  snippets: { name: string; text: string }[];
  hasSingleKeys: boolean;
  timeZone: string;
  context: ContextOnPage | null;
  /** Who writes beside the author, and who else of the care team could. */
  coAuthors: Person[];
  others: Person[];
  /** One for each form: naming, then each one's removal in the order of the list. */
  coAuthorKeys: string[];
};

type Person = { staffMemberId: string; name: string };
