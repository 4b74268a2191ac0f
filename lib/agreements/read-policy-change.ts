/** The page on which the care team changes the confidentiality policy: what holds, what was proposed, and what each has said. */
import 'server-only';
import { randomUUID } from 'node:crypto';
import type { ActorTx } from '@/db/access/as-actor';
import { findOpenProposal, listJointSessionsBegun } from '@/db/queries/intakes/policy-changes';
import type { Confidentiality } from '@/db/schema/intakes';
import { type Couple, type CouplePartner, readCouple } from '@/lib/couples/read-couple';
import { dayAndTime, shortDay } from '@/lib/format/dates';
import { everyoneSaidYes, RECENT_SESSIONS } from './change-policy';

export type PolicyChange = {
  couple: Couple;
  sessions: { id: string; words: string }[];
  proposal: {
    id: string;
    policy: Confidentiality;
    talkedOn: string;
    people: (Pick<CouplePartner, 'id' | 'name' | 'place'> & { said: string })[];
    mayBegin: boolean;
    keys: { begin: string; takeBack: string };
  } | null;
};

/** Three statements. */
export async function readPolicyChange(tx: ActorTx, coupleId: string | undefined): Promise<PolicyChange> {
  const couple = await readCouple(tx, coupleId);
  const proposal = await findOpenProposal(tx, couple.id);
  const sessions = proposal ? [] : await listJointSessionsBegun(tx, couple.id, RECENT_SESSIONS);
  const day = (on: string) => shortDay(on, couple.today);
  const saidBy = (partner: CouplePartner): string => {
    if (partner.status === 'deactivated') return 'Is not asked: this account is closed.';
    if (partner.status !== 'active') return 'Has no account yet, and agrees at sign-up to what is in force then.';
    const answer = proposal?.answers.find(({ partnerId }) => partnerId === partner.id);
    if (!answer) return proposal?.isOut ? 'Has not answered.' : 'Is asked from the next turn on.';
    if (!answer.isYes) return `No, on ${day(answer.on)}: keep it as it is.`;
    return `Yes, on ${day(answer.on)}${answer.includesEarlier ? ', also for what was written before' : ', not for what was written before'}.`;
  };
  return {
    couple,
    sessions: sessions.map(({ id, startsAt }) => ({
      id,
      words: dayAndTime(startsAt, couple.timeZone, couple.today),
    })),
    proposal: proposal && {
      id: proposal.id,
      policy: proposal.policy,
      talkedOn: day(proposal.talkedOn),
      people: couple.partners.map((partner) => ({
        id: partner.id,
        name: partner.name,
        place: partner.place,
        said: saidBy(partner),
      })),
      mayBegin: everyoneSaidYes(couple, proposal),
      keys: { begin: randomUUID(), takeBack: randomUUID() },
    },
  };
}
