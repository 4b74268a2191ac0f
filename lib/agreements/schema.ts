import { z } from 'zod';

const policy = z.enum(['noSecrets', 'limitedSecrets', 'strictPrivate'], 'Choose a confidentiality policy.');

/** Another policy, and the session in which it was talked about. */
export const proposePolicyInput = z.object({
  coupleId: z.uuid(),
  policy,
  sessionId: z.uuid('Choose the session in which you talked about it.'),
});
export type ProposePolicyInput = z.output<typeof proposePolicyInput>;

export const onProposalInput = z.object({ coupleId: z.uuid(), proposalId: z.uuid() });
export type OnProposalInput = z.output<typeof onProposalInput>;

/** One partner's own answer. Left alone, what was written before keeps what it was written under. */
export const answerProposalInput = z.object({
  proposalId: z.uuid(),
  answer: z.enum(['yes', 'no'], 'Choose one of the two, or leave this page.'),
  earlier: z
    .string()
    .optional()
    .transform((sent) => sent === 'yes'),
});
export type AnswerProposalInput = z.output<typeof answerProposalInput>;

export const agreeInput = z.object({ policy: z.enum(['noSecrets', 'limitedSecrets', 'strictPrivate']) });
export type AgreeInput = z.output<typeof agreeInput>;
