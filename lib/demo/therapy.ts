/** Sessions of a couple on the stage, and their notes. */
import 'server-only';
import { randomUUID } from 'node:crypto';
import { readCouple } from '@/lib/couples/read-couple';
import { addAddendum } from '@/lib/session-notes/add-addendum';
import { saveNote } from '@/lib/session-notes/save-note';
import type { NoteFormat, NoteSections } from '@/lib/format/note-sections';
import { signNote } from '@/lib/session-notes/sign-note';
import { startNote } from '@/lib/session-notes/start-note';
import { coSignersIn } from '@/lib/signing/co-signers';
import { saveSnippet } from '@/lib/snippets/own-snippets';
import { saveSnippetInput } from '@/lib/snippets/schema';
import { planSession } from '@/lib/sessions/plan-session';
import { recordAttendance } from '@/lib/sessions/record-attendance';
import { planSessionInput } from '@/lib/sessions/schema';
import type { InTreatment } from './in-treatment';
import { DEMO_PASSWORD } from './people';
import { type Moment, moment } from './stage';

/** Joint, or with one partner by place. */
type When = {
  ago: number;
  at: string;
  withOnly?: number;
  /** How each came, in the couple's order; everyone on time where nothing is said. */
  came?: readonly ('attended' | 'late' | 'absent')[];
};
export type Written = {
  format: NoteFormat;
  sections: NoteSections;
  addendum?: { ago: number; text: string };
  /** The other of the two who treat this couple is asked to co-sign, and has not yet. */
  asksCoTherapist?: boolean;
};

const PLACE = 'Room 2';

function planned(couple: InTreatment, { ago, at, withOnly }: When) {
  return planSessionInput.parse({
    coupleId: couple.coupleId,
    with: withOnly === undefined ? 'joint' : couple.partnerId(withOnly),
    on: couple.stage.calendar.day(ago),
    at,
    minutes: '50',
    place: PLACE,
  });
}

/** Plans a session, which may be still to come. */
export const plansSession = (couple: InTreatment, when: When) => () =>
  couple.stage.cast.as(couple.therapist, (tx) => planSession(tx, planned(couple, when)));

/** A session, its note and the signature, all on one day; perhaps an addendum on a later one. */
export function session(
  couple: InTreatment,
  when: When & { end: string },
  { format, sections, addendum, asksCoTherapist }: Written,
): Moment[] {
  const { cast } = couple.stage;
  let noteId = '';
  const moments = [
    moment(when.ago, when.end, async () => {
      noteId = await hold(couple, when, format);
      const saved = await cast.as(couple.therapist, (tx) =>
        saveNote(tx, { noteId, version: 1, sections, isResolving: false }),
      );
      await cast.as(couple.therapist, async (tx) => {
        const { careTeam } = await readCouple(tx, couple.coupleId);
        const beside = coSignersIn(careTeam, tx.actor.staffMemberId!)[0];
        const coSignerId = asksCoTherapist ? beside?.staffMemberId : undefined;
        return signNote(tx, { noteId, version: saved.note.version + 1, password: DEMO_PASSWORD, coSignerId });
      });
    }),
  ];
  if (addendum)
    moments.push(
      moment(addendum.ago, '08:40', () =>
        cast.as(couple.therapist, (tx) => addAddendum(tx, { noteId, text: addendum.text })),
      ),
    );
  return moments;
}

/** A session whose note was begun and waits for its signature; `first` is an earlier text of it. */
export const sessionWithDraft = (
  couple: InTreatment,
  when: When & { end: string },
  sections: NoteSections,
  first?: NoteSections,
): Moment =>
  moment(when.ago, when.end, async () => {
    const noteId = await hold(couple, when, 'DAP');
    const texts = first ? [first, sections] : [sections];
    for (const [at, text] of texts.entries())
      await couple.stage.cast.as(couple.therapist, (tx) =>
        saveNote(tx, { noteId, version: at + 1, sections: text, isResolving: false, window: randomUUID() }),
      );
  });

/** What a therapist writes often. */
export const snippetsOf =
  (cast: InTreatment['stage']['cast'], therapist: string, texts: Record<string, string>) => async () => {
    for (const [name, text] of Object.entries(texts))
      await cast.as(therapist, (tx) => saveSnippet(tx, saveSnippetInput.parse({ name, text })));
  };

/** The session took place with everyone there; returns the note that was begun. */
async function hold(couple: InTreatment, when: When, format: NoteFormat): Promise<string> {
  const { cast } = couple.stage;
  const { sessionId } = await cast.as(couple.therapist, (tx) => planSession(tx, planned(couple, when)));
  const { partners } = await cast.as(couple.therapist, (tx) => readCouple(tx, couple.coupleId));
  const attendance = Object.fromEntries(
    partners.flatMap(({ id }, place) =>
      when.withOnly === undefined || when.withOnly === place ? [[id, when.came?.[place] ?? ('attended' as const)]] : [],
    ),
  );
  await cast.as(couple.therapist, (tx) => recordAttendance(tx, { sessionId, attendance }));
  return (await cast.as(couple.therapist, (tx) => startNote(tx, { sessionId, format }))).noteId;
}
