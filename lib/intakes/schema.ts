import { z } from 'zod';
import { LONGEST as OF_CONTACT } from '@/lib/couples/schema';
import { reasonWords } from '@/lib/format/couple-words';
import { choices, optionalText } from '@/lib/texts/schema';

export const LONGEST = {
  words: OF_CONTACT.words,
  emergencyContact: OF_CONTACT.emergency,
  background: 6000,
};

const guard = {
  /** The version this form was opened on; 0 when there was none. */
  version: z.coerce.number().int().min(0),
  /** A later version that was shown to whoever sends this, and that they put theirs in place of. */
  seen: z.coerce.number().int().min(1).optional(),
};

export const coupleIntakeInput = z.object({
  ...guard,
  coupleId: z.uuid(),
  reasons: choices(Object.keys(reasonWords) as (keyof typeof reasonWords)[]),
});
export type CoupleIntakeInput = z.infer<typeof coupleIntakeInput>;

export const partnerIntakeInput = z.object({
  ...guard,
  coupleId: z.uuid(),
  partnerId: z.uuid(),
  words: optionalText(LONGEST.words),
  brought: optionalText(LONGEST.background),
  history: optionalText(LONGEST.background),
  medicines: optionalText(LONGEST.background),
  earlierTherapy: optionalText(LONGEST.background),
  emergencyContact: optionalText(LONGEST.emergencyContact),
});
export type PartnerIntakeInput = z.infer<typeof partnerIntakeInput>;
export type PartnerIntakeTexts = Pick<
  PartnerIntakeInput,
  'words' | 'brought' | 'history' | 'medicines' | 'earlierTherapy' | 'emergencyContact'
>;
