import { check, date, foreignKey, index, pgTable, smallint, text, unique, uuid } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { rowPolicies } from '../../access/row-policies';
import { at, id, madeAt, oneOf, practiceId } from '../columns';
import { partners } from '../couples';
import { staffMembers } from '../staff';

/** Measures whose wording a grant lets us show (lib/measures/instruments says which). A rating of distress is in our own words. */
export const INSTRUMENTS = ['phq9', 'gad7', 'pcl5', 'csi16', 'distress'] as const;
export type InstrumentId = (typeof INSTRUMENTS)[number];

/** A measure given to one partner, who is asked once or every few weeks. The other learns nothing of it. */
export const measuresGiven = pgTable(
  'measures_given',
  {
    id: id(),
    practiceId: practiceId(),
    coupleId: uuid('couple_id').notNull(),
    partnerId: uuid('partner_id').notNull(),
    instrument: text('instrument').$type<InstrumentId>().notNull(),
    version: smallint('version').notNull(),
    /** When the therapist would like to have it; the partner reads "when you can". */
    dueOn: date('due_on').notNull(),
    /** Asked again each time so many weeks have passed; null where it is asked once. */
    everyWeeks: smallint('every_weeks'),
    authorId: uuid('author_id').notNull(),
    givenAt: madeAt('given_at'),
    takenBackAt: at('taken_back_at'),
  },
  (t) => [
    // Scores name the measure, the person and the couple with it.
    unique('measures_given_whole').on(t.practiceId, t.coupleId, t.partnerId, t.id),
    foreignKey({
      name: 'measures_given_partner',
      columns: [t.practiceId, t.coupleId, t.partnerId],
      foreignColumns: [partners.practiceId, partners.coupleId, partners.id],
    }),
    foreignKey({
      name: 'measures_given_author',
      columns: [t.practiceId, t.authorId],
      foreignColumns: [staffMembers.practiceId, staffMembers.id],
    }),
    index('measures_given_of_couple').on(t.coupleId, t.givenAt),
    index('measures_given_standing')
      .on(t.partnerId)
      .where(sql`taken_back_at is null`),
    oneOf('measures_given_instrument', t.instrument, INSTRUMENTS),
    check('measures_given_weeks', sql`${t.everyWeeks} between 1 and 26`),
    ...rowPolicies('measuresGiven'),
  ],
).enableRLS();
