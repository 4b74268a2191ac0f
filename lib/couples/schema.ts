import { z } from 'zod';
import { email } from '@/lib/accounts/schema';
import { policyWords, reasonWords } from '@/lib/format/couple-words';
import { isTimeZone } from '@/lib/format/dates';
import { canBeKept, choices, line, optionalLine, optionalText } from '@/lib/texts/schema';

type Reason = keyof typeof reasonWords;
type Confidentiality = keyof typeof policyWords;

export const LONGEST = { name: 120, phone: 60, instruction: 300, emergency: 500, words: 500, goals: 4000 };

const contact = {
  name: line('a name', LONGEST.name),
  phone: optionalLine(LONGEST.phone),
  contactInstruction: optionalLine(LONGEST.instruction),
};

const record = {
  emergencyContact: optionalText(LONGEST.emergency),
  words: optionalText(LONGEST.words),
};

const blankIsNone = (typed: unknown) => (typeof typed === 'string' && typed.trim() === '' ? undefined : typed);

/** An e-mail address, or the word that there is none of their own: then a user name is drawn. */
const login = {
  email: z.preprocess(blankIsNone, email.optional()).optional(),
  hasNoEmail: z.literal('yes', 'Tick this or leave it.').optional(),
};
type Login = { email?: string | undefined; hasNoEmail?: 'yes' | undefined };

/** Told together with whatever else is wrong in the form. */
const oneOfBoth = {
  path: ['email'],
  when: ({ value }: { value: unknown }) => typeof value === 'object' && value !== null,
};
const isGiven = (typed: Login) => blankIsNone(typed.email) !== undefined || typed.hasNoEmail === 'yes';
const isOne = (typed: Login) => blankIsNone(typed.email) === undefined || typed.hasNoEmail !== 'yes';
const NO_EMAIL_GIVEN = 'Write an e-mail address like name@example.com, or tick that they have none of their own.';
const BOTH_GIVEN = 'Leave the e-mail empty, or take back that they have none of their own.';

const newPartner = z
  .object({ ...contact, ...record, ...login })
  .refine(isGiven, { ...oneOfBoth, error: NO_EMAIL_GIVEN })
  .refine(isOne, { ...oneOfBoth, error: BOTH_GIVEN });
export type NewPartnerInput = z.infer<typeof newPartner>;

const isBlank = (typed: unknown) =>
  typeof typed !== 'object' ||
  typed === null ||
  Object.values(typed).every((text) => typeof text !== 'string' || text.trim() === '');

export const SAME_EMAIL =
  'Each partner needs a sign-in of their own, so that neither can open the other’s. If they share this address, leave it to one of them and tick for the other that they have no e-mail of their own: they get a user name.';

/** The second partner's fields may stay empty: one partner is enough to begin. */
const partners = z
  .preprocess(
    (sent) => (Array.isArray(sent) ? sent.filter((typed, place) => place === 0 || !isBlank(typed)) : sent),
    z.array(newPartner).min(1).max(2),
  )
  .superRefine((given, context) => {
    if (given[1]?.email && given[0]?.email === given[1].email) {
      context.addIssue({ code: 'custom', path: [1, 'email'], message: SAME_EMAIL });
    }
  });

export const createCoupleInput = z.object({
  partners,
  reasons: choices(Object.keys(reasonWords) as Reason[]),
  goals: optionalText(LONGEST.goals),
  policy: z.enum(
    Object.keys(policyWords) as [Confidentiality, ...Confidentiality[]],
    'Choose a confidentiality policy.',
  ),
  timeZone: z.string('Choose a time zone.').refine(isTimeZone, 'Choose a time zone from the list.'),
});
export type CreateCoupleInput = z.infer<typeof createCoupleInput>;

const ids = { coupleId: z.uuid(), partnerId: z.uuid() };

export const addPartnerInput = z.object({ coupleId: z.uuid(), partner: newPartner });
export type AddPartnerInput = z.infer<typeof addPartnerInput>;

export const changeLoginInput = z
  .object({ ...ids, ...login })
  .refine(isGiven, { ...oneOfBoth, error: NO_EMAIL_GIVEN })
  .refine(isOne, { ...oneOfBoth, error: BOTH_GIVEN });
export type ChangeLoginInput = z.infer<typeof changeLoginInput>;

export const changeContactInput = z.object({ ...ids, ...contact });
export type ChangeContactInput = z.infer<typeof changeContactInput>;

/** What the palette looks couples up by. */
export const findLabelsInput = z.object({ words: z.string().trim().max(40).refine(canBeKept) });
