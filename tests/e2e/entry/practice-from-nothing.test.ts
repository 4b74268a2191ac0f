// The whole job, from an empty database, with real mail: what one practice, one therapist and one couple do in their first days.
import { devices } from '@playwright/test';
import type { Page } from '@playwright/test';
import { deactivate, inviteTherapist, PRACTICE, setUpPractice, signIn } from '@/tests/support/acts/admin';
import { field, follow, press, words } from '@/tests/support/acts/forms';
import {
  acceptInvitation,
  agree,
  answerAllOnOnePage,
  answerOneByOne,
  openStep,
  shareWithPartner,
  signInAsPartner,
  writeToTherapist,
  YES,
} from '@/tests/support/acts/partner';
import {
  actOnStep,
  assignByName,
  assignSuggested,
  beginNote,
  laneOf,
  makeCouple,
  meetAlone,
  sign,
  stepOf,
  writeSection,
} from '@/tests/support/acts/therapist';
import type { TestApp } from '@/tests/support/app';
import { expect, test as base } from '@/tests/support/browser';
import { passTurn } from '@/tests/support/clock';

const test = base.extend({ baseURL: async ({ emptyApp }, provide) => provide(emptyApp.origin) });

const ADMIN = { name: 'Pat Placeholder', email: 'pat@practice.example', password: 'slow amber lantern field' };
const THERAPIST = { name: 'Tess Example', email: 'tess@practice.example', password: 'wide copper meadow path' };
const ADA = { name: 'Ada Example', email: 'ada@home.example', password: 'blue kettle morning' };
const BO = { name: 'Bo Sample', email: 'bo@home.example', password: 'green harbor evening' };

/** Every clinical word of the journey: none may stand on a page of the admin. */
const SAID = {
  goals: 'To hold hands again without counting',
  wordsOfAda: 'says closeness, never the other word',
  wordsOfBo: 'says being together',
  emergencyOfAda: 'A sister who knows nothing of this',
  emergencyOfBo: 'A neighbor with a spare key',
  planForAda: 'Look again at what the operation changed',
  planForBo: 'Ask about the nights without sleep',
  line: 'Small is enough, said Tess',
  toTherapist: 'I held back and would like to tell you why',
  toPartner: 'Thank you for the tea',
  data: 'Both came; Ada spoke first about the ward',
  assessment: 'The pace suits Bo less than it seems',
  plan: 'Stay with noticing for another week',
  addendum: 'Bo called on the day after',
};
const SHARED_STEP = 'Notice and thank';
const NOTHING_OPEN = 'Nothing is open today.';

/** The one link a message holds, and that it tells nothing else. */
async function linkFor(app: TestApp, email: string): Promise<string> {
  const message = await app.mail.next(email);
  const text = `${message.subject}\n${message.text}`;
  expect(message.from?.value[0]?.name).toBe(PRACTICE.senderName);
  expect(message.subject).toBe('A reminder for you');
  expect(message.html, 'plain text').toBe(false);
  for (const telling of [PRACTICE.name, THERAPIST.name, ADA.name, BO.name, 'Hearth', 'therap', 'couple'])
    expect(text.toLowerCase()).not.toContain(telling.toLowerCase());
  const links = text.match(/https?:\/\/\S+/g) ?? [];
  expect(links, 'exactly one link').toHaveLength(1);
  expect(links[0]).toMatch(`${app.origin}/i/`);
  return links[0]!;
}

const assignmentOf = async (app: TestApp, title: string): Promise<string> => {
  const { rows } = await app.owner.query<{ id: string }>(
    'select a.id from assignments a join step_versions v on v.id = a.step_version_id where v.title = $1',
    [title],
  );
  return rows[0]!.id;
};

/** Every page an admin can reach, as it was sent. */
async function everyPageOf(page: Page): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const ahead = ['/'];
  for (let path = ahead.pop(); path !== undefined; path = ahead.pop()) {
    if (found.has(path)) continue;
    const answer = await page.request.get(path);
    found.set(path, await answer.text());
    if (!answer.headers()['content-type']?.includes('html')) continue;
    for (const [, href] of found.get(path)!.matchAll(/href="(\/[^"#]*)"/g))
      if (!href!.startsWith('/_next') && !found.has(href!)) ahead.push(href!);
  }
  return found;
}

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript on the partners’ side', () => {
    test.use({ expectedErrors: [/status of 404/] });

    test('a practice begins, a couple answers its first step, and the note of it is signed', async ({
      emptyApp: app,
      page: admin,
      anotherContext,
    }) => {
      test.setTimeout(180_000);
      const entry = { javaScriptEnabled };
      const phone = { ...devices['Pixel 7'], viewport: { width: 390, height: 844 }, ...entry };
      const [therapist, ada, bo] = (await Promise.all(
        [{}, phone, phone].map(async (options) => (await anotherContext(options)).newPage()),
      )) as [Page, Page, Page];

      await test.step('the admin, who is no therapist, sets up the practice', async () => {
        const page = javaScriptEnabled ? admin : await (await anotherContext(entry)).newPage();
        await setUpPractice(page, await app.setUpLink(), ADMIN);
        await signIn(admin, ADMIN);
        await expect(admin).toHaveURL(/\/people$/);
        await inviteTherapist(admin, THERAPIST);
      });

      await test.step('the therapist takes up the invitation', async () => {
        const link = await linkFor(app, THERAPIST.email);
        const page = javaScriptEnabled ? therapist : await (await anotherContext(entry)).newPage();
        await acceptInvitation(page, link, THERAPIST.password);
        await signIn(therapist, THERAPIST);
        await expect(therapist).toHaveURL(/\/today$/);
      });

      const coupleId = await test.step('the therapist makes a couple', () =>
        makeCouple(therapist, {
          partners: [
            {
              name: ADA.name,
              email: ADA.email,
              contactInstruction: 'Text, weekdays 9-12',
              emergencyContact: SAID.emergencyOfAda,
              words: SAID.wordsOfAda,
            },
            {
              name: BO.name,
              email: BO.email,
              contactInstruction: 'Call after 6 pm',
              emergencyContact: SAID.emergencyOfBo,
              words: SAID.wordsOfBo,
            },
          ],
          reason: 'Hardly any time together',
          goals: SAID.goals,
          policy: 'Limited secrets',
        }));

      await test.step('each partner is met alone, gets a card, and signs up on a phone', async () => {
        for (const [person, page, plan] of [
          [ADA, ada, SAID.planForAda],
          [BO, bo, SAID.planForBo],
        ] as const) {
          const { code, card } = await meetAlone(therapist, coupleId, person.name, { plan });
          for (const telling of [PRACTICE.name, THERAPIST.name, ADA.name, BO.name]) expect(card).not.toContain(telling);
          expect(card).toContain(PRACTICE.senderName);
          const link = await linkFor(app, person.email);
          await acceptInvitation(page, link, person.password, code);
          await signInAsPartner(page, person);
          await agree(page);
          await expect(page.getByText(NOTHING_OPEN)).toBeVisible();
        }
      });

      const aloneStep = await test.step('assigning takes three presses at most, the suggested step one', async () => {
        const suggested = await assignSuggested(therapist, coupleId);
        expect(suggested.presses).toBeLessThanOrEqual(3);
        const chosen = await assignByName(therapist, coupleId, SHARED_STEP, SAID.line);
        expect(chosen.presses).toBeLessThanOrEqual(3);
        return suggested.title;
      });

      await test.step('until the turn the partners see nothing of it', async () => {
        for (const page of [ada, bo]) {
          await page.goto('/home');
          await expect(page.getByText(NOTHING_OPEN)).toBeVisible();
        }
      });

      const shared = await assignmentOf(app, SHARED_STEP);
      await passTurn(app.owner);

      await test.step('each answers alone', async () => {
        for (const page of [ada, bo]) {
          await openStep(page, SHARED_STEP);
          await expect(page.getByText(SAID.line)).toBeVisible();
          await follow(page, 'Before you begin');
          await answerOneByOne(page, { ...YES, thanksAllRight: 'All right' });
          await openStep(page, aloneStep);
          await follow(page, 'Before you begin');
          await answerAllOnOnePage(page, { wantAlone: 'Yes' });
        }
      });

      await test.step('the therapist releases what waits for it, and ends the step done alone', async () => {
        await therapist.goto(`/couples/${coupleId}`);
        await expect(laneOf(therapist, SHARED_STEP, ADA.name)).toContainText('Yes');
        await expect(laneOf(therapist, SHARED_STEP, BO.name)).toContainText('Yes');
        if (await stepOf(therapist, SHARED_STEP).getByRole('button', { name: 'Release', exact: true }).count())
          await actOnStep(therapist, coupleId, SHARED_STEP, 'Release');
        await actOnStep(therapist, coupleId, aloneStep, 'Done');
      });

      await passTurn(app.owner, [shared]);

      await test.step('both see it open, check in, and write', async () => {
        await openStep(ada, SHARED_STEP);
        await expect(ada.getByText('An open step is not a yes.')).toBeVisible();
        await follow(ada, 'Check in');
        await answerOneByOne(ada, { comfort: 7, freeToStop: 'Yes', contactMe: 'No' });
        await shareWithPartner(ada, SAID.toPartner);
        await openStep(bo, SHARED_STEP);
        await follow(bo, 'Check in');
        await answerAllOnOnePage(bo, { comfort: 3, freeToStop: 'No' });
        await writeToTherapist(bo, SAID.toTherapist);
        await ada.goto('/home');
        await expect(ada.getByText(SHARED_STEP), 'nothing changes for Ada before the turn').toBeVisible();
      });

      await test.step('the therapist sees two lanes, comfort, and what needs a look behind a press', async () => {
        await therapist.goto(`/couples/${coupleId}`);
        await expect(laneOf(therapist, SHARED_STEP, ADA.name)).toContainText('7');
        await expect(laneOf(therapist, SHARED_STEP, BO.name)).toContainText('3');
        await expect(therapist.getByRole('heading', { name: 'Comfort over time' })).toBeVisible();
        const look = therapist.locator('details.flag').first();
        const question = look.getByText('Did you feel free to stop or say no?');
        await expect(question).toBeHidden();
        await look.locator('summary').click();
        await expect(question).toBeVisible();
        await therapist.goto('/today');
        await expect(therapist.getByRole('heading', { name: /Needs a look/ })).toBeVisible();
        await expect(therapist.getByText('Did you feel free to stop or say no?')).toBeHidden();
      });

      await passTurn(app.owner, [shared]);

      await test.step('from the next turn it is held; the other reads the one sentence', async () => {
        for (const page of [ada, bo]) {
          await page.goto('/home');
          await expect(page.getByText(NOTHING_OPEN), await words(page)).toBeVisible();
          await expect(page.getByRole('heading', { name: SHARED_STEP })).toHaveCount(0);
          await expect(page.getByRole('link', { name: 'See the step' })).toHaveCount(0);
        }
        await expect(bo.getByText(SAID.toPartner)).toBeVisible();
        await expect(ada.getByText(SAID.toTherapist)).toHaveCount(0);
      });

      const note = await test.step('the therapist writes the note, which saves itself, and signs it', async () => {
        const address = await beginNote(therapist, coupleId);
        await field(therapist, 'Data').fill(SAID.data);
        await field(therapist, 'Assessment').fill(SAID.assessment);
        await writeSection(therapist, 'Plan', SAID.plan);
        await expect(therapist.getByText(/^Saved \d/)).toBeVisible();
        await therapist.goto('/today');
        await therapist.goto(address);
        await expect(field(therapist, 'Plan')).toHaveValue(SAID.plan);
        await sign(therapist, THERAPIST.password);
        await expect(therapist.getByText(SAID.data)).toBeVisible();
        await expect(therapist.locator('textarea[name^="sections."]')).toHaveCount(0);
        await field(therapist, 'What to add').fill(SAID.addendum);
        await press(therapist, 'Add to the note');
        await expect(therapist.locator('li', { hasText: SAID.addendum })).toBeVisible();
        return address;
      });

      await test.step('the admin ends Bo’s access: the next request is refused', async () => {
        await deactivate(admin, BO.name);
        await bo.goto('/home');
        await expect(bo).toHaveURL(/\/sign-in$/);
      });

      await test.step('not one clinical word stands on any page of the admin', async () => {
        const pages = await everyPageOf(admin);
        expect([...pages.keys()]).toEqual(expect.arrayContaining(['/people', '/settings', '/people/invite']));
        for (const path of [new URL(note).pathname, `/couples/${coupleId}`, '/caseload', '/today', '/library'])
          pages.set(path, await (await admin.request.get(path)).text());
        const ofTheirPlan = [SHARED_STEP, aloneStep, 'free to stop'];
        for (const [path, html] of pages)
          for (const text of [...Object.values(SAID), ...(path === '/library' ? [] : ofTheirPlan)])
            expect(html.includes(text), `“${text}” on ${path}`).toBe(false);
      });
    });
  });
