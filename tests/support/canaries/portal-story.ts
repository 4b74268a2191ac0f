// What partners write: a canary in each field of the portal that takes words.
import { asActor } from '@/db/access/as-actor';
import { sendCheckIn } from '@/lib/check-ins/send-check-in';
import { answerConsent } from '@/lib/consents/answer-consent';
import { keepDraftPart } from '@/lib/drafts/keep-draft';
import { giveMeasure } from '@/lib/measures/give-measure';
import { answerItem } from '@/lib/measures/mine/answer-item';
import { sendMeasure } from '@/lib/measures/mine/send-measure';
import { answerItemInput, giveMeasureInput } from '@/lib/measures/schema';
import { openMyDay } from '@/lib/my-day/open-my-day';
import { sayContact } from '@/lib/my-settings/ask-care-team';
import { answerPaper } from '@/lib/papers/answer-paper';
import { openPapers } from '@/lib/papers/open-papers';
import { readPapers } from '@/lib/papers/read-papers';
import { writeWords } from '@/lib/reflections/write-words';
import { askedOf, openFor, WANTED } from '../partner-day';
import { doAs, PASSWORD, type Scene } from './scene';

export async function writeInPortal(at: Scene): Promise<void> {
  const { canaries: c, owner, couple } = at;
  // Papers first: the days that pass until a step is open would end them.
  for (const { token } of couple.partners) {
    await asActor(token, (tx) => openPapers(tx, { password: PASSWORD }));
    const papers = await asActor(token, async (tx) => readPapers(tx, (await openMyDay(tx)).keyring));
    for (const { id } of papers ?? []) await doAs(at, token, answerPaper, { id, answer: 'signed' });
  }
  const together = await openFor(owner, at, 'S24');
  const another = await askedOf(owner, at, 'S25');
  for (const partner of couple.partners) {
    const answers = { ...WANTED, wantThisWeek: 'Yes, with changes', leaveOut: c.say(2) };
    await doAs(at, partner.token, answerConsent, { ...another, answers });
  }
  const { rows } = await owner.query<{ today: string }>(
    `select plan.day_of(auth.now(), 'America/New_York')::text as today`,
  );
  for (const partner of couple.partners) {
    const { token, partnerId } = partner;
    const words = [c.say(4), c.say(2), c.say(2), c.say()] as const;
    await doAs(at, token, writeWords, { audience: 'private', text: words[0] });
    await doAs(at, token, writeWords, { audience: 'shared', text: words[1] });
    const about = { kind: 'words' as const, audience: 'private' as const };
    await doAs(at, token, keepDraftPart, { about, name: 'text', text: words[2] });
    await doAs(at, token, sayContact, { words: words[3] });
    const texts = { meetAgain: c.say(2), reflection: c.say(3), reflectionFor: 'My therapist and me' };
    const answers = { done: 'We stopped', comfort: '6', nextTime: 'Smaller', ...texts };
    await doAs(at, token, sendCheckIn, { ...together, answers });
    const given = { coupleId: couple.coupleId, partnerId, form: 'nine', everyWeeks: '', dueOn: rows[0]!.today };
    await asActor(at.therapist.token, (tx) => giveMeasure(tx, giveMeasureInput.parse(given)));
    const { rows: made } = await owner.query<{ id: string }>('select id from measures_given where partner_id = $1', [
      partnerId,
    ]);
    const givenId = made[0]!.id;
    const places = Object.fromEntries(Array.from({ length: 9 }, (_, q) => [`q${q + 1}`, q < 8 ? '1' : '0']));
    await doAs(at, token, answerItem, answerItemInput.parse({ givenId, place: 'all', answers: places }));
    await doAs(at, token, sendMeasure, { givenId });
  }
}
