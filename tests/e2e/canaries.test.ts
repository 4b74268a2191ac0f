// Canaries through the built app itself: what is typed into its forms stands in no address, no header, no line of its log, no mail and not in its build.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { Canaries, leaksIn } from '@/tests/support/canaries/canary';
import { expect, test } from '@/tests/support/browser';
import { formsIn, type Sent } from '@/tests/support/page-bytes';
import { coupleAtHome } from '@/tests/support/partner-day';

/** Names of people, and what is theirs to be reached by, are no clinical words and stand clear where they must. */
const NOT_CLINICAL = /name|phone|contactInstruction|email|place|videoLink|password|code|^q$|userName|address/i;

test.use({ appSettings: { HEARTH_LOG_LEVEL: 'info' } });

test('nothing typed into a form is in an address, a header, the log, a mail, or the build', async ({ app, device }) => {
  const printed: string[] = [];
  const streams = [process.stdout, process.stderr].map((stream) => ({
    stream,
    write: stream.write.bind(stream) as (chunk: string | Uint8Array, ...rest: never[]) => boolean,
  }));
  for (const { stream, write } of streams)
    stream.write = ((chunk: string | Uint8Array, ...rest: never[]) => {
      printed.push(String(chunk));
      return write(chunk, ...rest);
    }) as typeof stream.write;
  const canaries = new Canaries();
  const answers: (Sent & { path: string })[] = [];
  const at = await coupleAtHome(app.owner);
  const { coupleId, first } = at.couple;
  const of = `/couples/${coupleId}`;
  const own = `${of}/people/${first.partnerId}`;
  const places = [
    [
      at.therapist,
      `${of}/people`,
      `${of}/goals`,
      `${of}/intake/${first.partnerId}`,
      `${own}/meeting`,
      `${own}/referrals/new`,
    ],
    [
      at.therapist,
      `${own}/releases/new`,
      `${of}/measures/elsewhere`,
      `${of}/process-notes/new`,
      `${of}/end`,
      `${of}/notes`,
      '/settings/notes',
    ],
    [at.first, '/write/private', '/write/shared', '/me'],
  ] as const;
  try {
    for (const refuses of [true, false]) {
      // First with a database that keeps nothing, so that every form ends in an error.
      if (refuses)
        await app.owner.query(`
          create function public.refuse() returns trigger language plpgsql as $$ begin raise exception 'Refused: %', new using detail = new::text; end $$;
          do $$ declare t text; begin
            for t in select distinct table_name from information_schema.columns where table_schema = 'public' and data_type = 'bytea' and table_name <> 'audit_links' loop
              execute format('create trigger refuse before insert or update on public.%I for each row execute function public.refuse()', t);
            end loop; end $$`);
      else await app.owner.query('drop function public.refuse() cascade');
      for (const [who, ...paths] of places) {
        const browser = await device(who);
        for (const page of paths) {
          const { html } = await browser.get(page);
          for (const form of formsIn(html)) {
            const texts = [...form.controls].filter(([name, kind]) => kind === 'text' && !NOT_CLINICAL.test(name));
            const typed = Object.fromEntries(texts.map(([name]) => [name, canaries.say()]));
            if (texts.length > 0) answers.push({ path: page, ...(await browser.send(page, form, typed)) });
          }
        }
      }
    }
  } finally {
    for (const { stream, write } of streams) stream.write = write;
  }

  expect(answers.length).toBeGreaterThan(12);
  expect(answers.some(({ status }) => status === 303)).toBe(true);
  for (const { path: page, location, head } of answers) {
    expect([page, leaksIn(location ?? '')]).toEqual([page, []]);
    expect([page, leaksIn(decodeURIComponent(location ?? ''))]).toEqual([page, []]);
    expect([page, leaksIn(head)]).toEqual([page, []]);
  }
  expect(printed.join('').match(/"event":"action failed"/g)?.length).toBeGreaterThan(3);
  expect(leaksIn(printed.join(''))).toEqual([]);
  expect(leaksIn(JSON.stringify(app.mail.messages))).toEqual([]);
  for (const file of filesOf('.next')) expect([file, leaksIn(readFileSync(file, 'latin1'))]).toEqual([file, []]);
});

/** What the build made, and what the app keeps beside it while it runs. */
function filesOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const whole = path.join(folder, entry.name);
    // What only the compiler reads again is in nobody's reach who reads the app, and is large.
    if (entry.isDirectory())
      return whole === '.next/cache' ? filesOf(whole).filter((file) => file.includes('fetch-cache')) : filesOf(whole);
    const found = statSync(whole);
    return found.isFile() && found.size < 5_000_000 ? [whole] : [];
  });
}
