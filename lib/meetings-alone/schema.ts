import { z } from 'zod';
import { optionalLine, optionalText } from '@/lib/texts/schema';

export const LONGEST = { plan: 4000, instruction: 300 };

export const recordMeetingInput = z.object({
  coupleId: z.uuid(),
  partnerId: z.uuid(),
  metOn: z.iso.date('Choose the day of the meeting.'),
  isBeforeHearth: z.literal('yes', 'Tick this or leave it.').optional(),
  wasAlone: z.enum(['yes', 'notSure'], 'Say whether you were alone with them.'),
  outcome: z.enum(['jointWork', 'individualFirst'], 'Choose how it goes on.'),
  plan: optionalText(LONGEST.plan),
  contactInstruction: optionalLine(LONGEST.instruction),
  isInvited: z.literal('yes', 'Tick this or leave it.').optional(),
});
export type RecordMeetingInput = z.infer<typeof recordMeetingInput>;

export const makeCardInput = z.object({ coupleId: z.uuid(), partnerId: z.uuid() });
export type MakeCardInput = z.infer<typeof makeCardInput>;

export const changeInvitationInput = z.object({ coupleId: z.uuid(), invitationId: z.uuid() });
export type ChangeInvitationInput = z.infer<typeof changeInvitationInput>;
