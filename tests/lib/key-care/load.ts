// Readers and writers that go on while keys are changed under them. Every text is noted when its writing was answered, and looked for at the end.
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { type ActorTx, asActor } from '@/db/access/as-actor';
import { listContactNotes } from '@/lib/contact-notes/list-contact-notes';
import { contactRef, writeContactNote } from '@/lib/contact-notes/write-contact-note';
import { createCouple } from '@/lib/couples/create-couple';
import { readContacts } from '@/lib/couples/read-contacts';
import { writeWords } from '@/lib/reflections/write-words';
import type { SealedRef } from '@/lib/sealed/format';
import { keyringFor } from '@/lib/sealed/keyring-for';
import { privateRef } from '@/lib/plan/sealed-places';
import { readSnippets, saveSnippet } from '@/lib/snippets/own-snippets';
import type { CoupleAtHome } from '../../support/partner-day';

export type Load = {
  texts: Map<string, 'words' | 'contact'>;
  couples: Map<string, string>;
  failures: unknown[];
  done: number;
  stop: () => Promise<void>;
};

export function beginLoad(at: CoupleAtHome): Load {
  const load: Load = { texts: new Map(), couples: new Map(), failures: [], done: 0, stop: async () => undefined };
  let goesOn = true;
  const { couple, therapist, first, second } = at;
  const rounds: (() => Promise<void>)[] = [
    async () => {
      const text = `Words ${randomUUID()}`;
      await asActor(first.token, (tx) => writeWords(tx, { audience: 'private', text }));
      load.texts.set(text, 'words');
    },
    async () => {
      const words = `Contact ${randomUUID()}`;
      const { coupleId } = couple;
      const on = '2026-01-05';
      await asActor(therapist.token, (tx) =>
        writeContactNote(tx, { coupleId, partnerId: second.partnerId, kind: 'call', on, outcome: null, words }),
      );
      load.texts.set(words, 'contact');
    },
    async () => {
      const words = `Called ${randomUUID()}`;
      const { coupleId } = await asActor(therapist.token, (tx) =>
        createCouple(tx, {
          partners: [
            { name: 'Cy Example', phone: '', contactInstruction: '', words, emergencyContact: '', email: undefined },
          ],
          goals: '',
          reasons: [],
          policy: 'limitedSecrets',
          timeZone: 'Europe/Berlin',
        } as unknown as Parameters<typeof createCouple>[1]),
      );
      load.couples.set(coupleId, words);
      await wait(30);
    },
    async () => {
      await asActor(therapist.token, (tx) => saveSnippet(tx, { name: randomUUID(), text: 'Kept' }).catch(refused));
      await asActor(therapist.token, readSnippets);
      await wait(50);
    },
    // Takes its keys, and reads rows only later in the same transaction: whoever writes meanwhile must not have used a key it lacks.
    () => asActor(therapist.token, (tx) => readLate(tx, at)),
    () => asActor(therapist.token, (tx) => readLate(tx, at)),
  ];
  const going = rounds.map(async (round) => {
    while (goesOn) {
      await round().then(
        () => (load.done += 1),
        (error: unknown) => load.failures.push(error),
      );
      await wait(5);
    }
  });
  load.stop = async () => {
    goesOn = false;
    await Promise.all(going);
  };
  return load;
}

/** Of snippets there is a most. */
const refused = (error: Error) => {
  if (error.name !== 'Refusal') throw error;
};

async function readLate(tx: ActorTx, at: CoupleAtHome): Promise<void> {
  const keyring = await keyringFor(tx, [at.couple.coupleId]);
  await wait(150);
  await listContactNotes(tx, at.couple.coupleId, keyring);
  await wordsIn(tx, at, keyring);
}

async function wordsIn(
  tx: ActorTx,
  at: CoupleAtHome,
  keyring: Awaited<ReturnType<typeof keyringFor>>,
): Promise<string[]> {
  const { rows } = await tx.db.execute<{ id: string; text: Buffer }>(
    sql`select id, text from reflections where partner_id = ${at.first.partnerId} order by sent_at desc limit 30`,
  );
  return rows.map(({ id, text }) =>
    keyring.open(privateRef(at.practice.practiceId, at.first.partnerId, 'reflections', id), text),
  );
}

/** Every text that was answered, as it opens now. */
export async function lostTexts(at: CoupleAtHome, { texts, couples }: Load): Promise<string[]> {
  const found = new Set(
    await asActor(at.therapist.token, async (tx) => {
      const keyring = await keyringFor(tx, [at.couple.coupleId]);
      const opened = async (table: 'reflections' | 'contact_notes', column: string, ref: (id: string) => SealedRef) => {
        const { rows } = await tx.db.execute<{ id: string; sealed: Buffer }>(
          sql`select id, ${sql.identifier(column)} as sealed from ${sql.identifier(table)} where couple_id = ${at.couple.coupleId}`,
        );
        return rows.map(({ id, sealed }) => keyring.open(ref(id), sealed));
      };
      const { practiceId } = at.practice;
      return [
        ...(await opened('contact_notes', 'words', (id) => contactRef(practiceId, at.second.partnerId, id))),
        ...(await opened('reflections', 'text', (id) => privateRef(practiceId, at.first.partnerId, 'reflections', id))),
      ];
    }),
  );
  const lost = [...texts.keys()].filter((text) => !found.has(text));
  for (const [coupleId, words] of couples) {
    const { people } = await asActor(at.therapist.token, (tx) => readContacts(tx, coupleId));
    if (people[0]?.words !== words) lost.push(words);
  }
  return lost;
}
