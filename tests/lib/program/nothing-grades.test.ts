import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import type { Program } from '@/db/program/content';
import { asActor } from '@/db/access/as-actor';
import { sendCheckIn } from '@/lib/check-ins/send-check-in';
import { useDatabase } from '@/tests/support/database';
import { bytesOf, coupleAtHome, openFor } from '@/tests/support/partner-day';

const database = useDatabase();
const program = JSON.parse(await readFile('db/program/program.json', 'utf8')) as Program;

const GRADES =
  /\b(streaks?|(?<!without )scor(e|es|ed|ing)|badges?|ranks?|percent|per cent|congratulations|well done|(great|good) job|missed|fail(ed|ure|s)?|overdue|succe\w+|achieve\w*|progress|prize|reward)\b|%|!|\p{Extended_Pictographic}/iu;

describe('rule 10: comfort informs, nothing grades', () => {
  test('no text of the program that a partner reads grades, ranks or cheers', () => {
    const steps = program.steps.flatMap(({ title, forPartners, parts }) => [
      title,
      forPartners.why,
      ...(forPartners.instructions ?? []),
      ...(parts ?? []).flatMap(({ instructions }) => instructions),
    ]);
    const asked = [...Object.values(program.questions), ...Object.values(program.consent).flat()].flatMap(
      ({ ask, answers, low, high }) => [ask, ...(answers ?? []), low ?? '', high ?? ''],
    );
    expect(steps.length + asked.length).toBeGreaterThan(200);
    expect([...steps, ...asked].filter((text) => GRADES.test(text))).toEqual([]);
  });

  test('“We stopped” is an answer like the others: it alone raises nothing', () => {
    const { answers, raises } = program.questions.done!;
    expect(answers).toContain('We stopped');
    expect(raises ?? []).toEqual([]);
  });

  test('after a check-in one’s own day is the same whether it went well or badly', async () => {
    const at = await coupleAtHome(database.owner);
    const unit = await openFor(database.owner, at, 'S24');
    const send = (answers: Record<string, string>) =>
      asActor(at.first.token, (tx) => sendCheckIn(tx, { ...unit, answers }));
    const before = await bytesOf(at.first);
    await send({ done: 'All of it', comfort: '10', freeToStop: 'Yes', connected: '10' });
    expect(await bytesOf(at.first)).toBe(before);
    await send({ done: 'We stopped', comfort: '4', connected: '0', distressNow: '6', nextTime: 'Smaller' });
    expect(await bytesOf(at.first)).toBe(before);
  });
});
