// What B is told when B tries something: the pages of questions, and the answers and refusals of B's own acts, undone again.
import { type ActorTx, asActor } from '@/db/access/as-actor';
import { readAskingPage } from '@/lib/answers/read-question-page';
import { withdrawConsent } from '@/lib/consents/withdraw-consent';
import { unitInput } from '@/lib/my-day/schema';
import { takeBackPause } from '@/lib/pauses/take-back-pause';
import { takeBackWords } from '@/lib/shared-words/take-back-words';

const NOBODYS = '00000000-0000-4000-8000-000000000000';

export async function whatBIsTold(token: string, units: { assignmentId: string; unit: string }[]): Promise<string[]> {
  const tries: ((tx: ActorTx) => Promise<unknown>)[] = [
    ...units.flatMap((unit) =>
      ['begin', 'check-in'].map((occasion) => (tx: ActorTx) => readAskingPage(tx, { ...unit, occasion, place: 'all' })),
    ),
    (tx) => withdrawConsent(tx, unitInput.parse(units[0])),
    (tx) => takeBackPause(tx),
    (tx) => takeBackWords(tx, { id: NOBODYS }),
  ];
  const told: string[] = [];
  for (const attempt of tries) told.push(await outcomeOf(token, attempt));
  return told;
}

async function outcomeOf(token: string, attempt: (tx: ActorTx) => Promise<unknown>): Promise<string> {
  let answer: string | undefined;
  const undo = new Error('undone');
  try {
    await asActor(token, async (tx) => {
      answer = JSON.stringify(await attempt(tx)) ?? '';
      throw undo;
    });
  } catch (error) {
    if (answer === undefined) return error instanceof Error ? `${error.name}: ${error.message}` : 'a fault';
  }
  return answer ?? '';
}
