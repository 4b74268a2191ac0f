// Keys that a form does not have, put into it by its own sender: what it does is what it does without them.
import { expect } from '@/tests/support/browser';
import { undoActs, type Written } from '@/tests/support/attacks/undone';
import { isDeep } from '@/tests/support/volume';
import { ask, type Headers } from './raw';
import { cookieOf, nobodys, plain, sendAs, type Stranger, test } from './strangers';

/** What nobody may set by naming it, in the ways such names are written; with the ids of somebody else. */
function planted({ practiceId, staffMemberId, accountId, coupleIds }: Stranger): [string, string][] {
  const ids = {
    practiceId,
    accountId,
    coupleId: coupleIds[0]!,
    staffMemberId: staffMemberId!,
    authorId: staffMemberId!,
    createdBy: staffMemberId!,
    assignedBy: staffMemberId!,
    recordedBy: staffMemberId!,
    signedBy: staffMemberId!,
    partnerId: accountId,
    id: accountId,
    signInId: accountId,
  };
  const others = {
    role: 'practiceAdmin',
    'roles.0': 'practiceAdmin',
    'actor.roles.0': 'practiceAdmin',
    'actor.practiceId': practiceId,
    status: 'active',
    isAdmin: 'true',
    isDemo: '',
    isOpening: 'yes',
    isCritical: '',
    needsFactor: '',
    signedAt: '1999-12-31T00:00:00Z',
    createdAt: '1999-12-31T00:00:00Z',
    updatedAt: '1999-12-31T00:00:00Z',
    at: '1999-12-31T00:00:00Z',
    now: '1999-12-31T00:00:00Z',
    endedAt: '1999-12-31T00:00:00Z',
    expiresAt: '2999-12-31T00:00:00Z',
    passwordHash: 'planted-1999',
    bodyHash: 'planted-1999',
    algorithm: '1999',
    source: 'planted-1999',
    '__proto__.isPlanted1999': 'planted-1999',
    'constructor.prototype.isPlanted1999': 'planted-1999',
    'a.__proto__.isPlanted1999': 'planted-1999',
    toString: 'planted-1999',
    hasOwnProperty: 'planted-1999',
    '': 'planted-1999',
    '0': 'planted-1999',
  };
  const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return Object.entries({ ...ids, ...others }).flatMap(([name, value]): [string, string][] =>
    snake(name) === name || name.includes('.')
      ? [[name, value]]
      : [
          [name, value],
          [snake(name), value],
        ],
  );
}

const ROW = /[0-9a-f]{8}-[0-9a-f-]{27}|\d{4}-\d\d-\d\dT[\d:.+Z-]+|"\\\\x[0-9a-f]*"/g;
/** What was written but what differs at each try: ids, times, sealed bytes. */
const shapeOf = (written: Written[]) =>
  written
    .map(({ table, act, row }) => `${table} ${act} ${JSON.stringify(row).replace(ROW, '…')}`)
    .toSorted()
    .join('\n');

test('no form takes a key it does not have', async ({ attacked: { whole, strangers, forms } }) => {
  test.setTimeout(240_000);
  const elsewhere = strangers.find(({ kind }) => kind === 'a therapist of another practice')!;
  const marks = [
    'planted-1999',
    '1999-12-31',
    '2999-12-31',
    elsewhere.practiceId,
    elsewhere.staffMemberId!,
    elsewhere.accountId,
    ...elsewhere.coupleIds,
  ];
  const undone = await undoActs(whole.app.owner);
  const wrong: string[] = [];
  let acts = 0;
  const chosen = isDeep ? forms : forms.filter(({ form }) => form.label !== 'Demo clock');
  for (const { at, form } of chosen) {
    const more = planted(elsewhere).filter(
      ([name]) => ![...form.controls.keys()].some((own) => own.split('.')[0] === name.split('.')[0]),
    );
    const without = await undone.during(() => sendAs(whole, at.as, at.path, form));
    const withThem = await undone.during(() => sendAs(whole, at.as, at.path, form, more));
    const what = `${at.route} “${form.label}”`;
    if (withThem.written.length > 0) acts += 1;
    const text = JSON.stringify(withThem.written);
    for (const mark of marks.filter((one) => text.includes(one))) wrong.push(`${what} wrote ${mark}`);
    if (shapeOf(without.written) !== shapeOf(withThem.written))
      wrong.push(`${what} wrote\n${shapeOf(withThem.written)}\nand without them\n${shapeOf(without.written)}`);
    if (without.answer.status !== withThem.answer.status) wrong.push(`${what}: ${withThem.answer.status}`);
  }
  await undone.end();
  expect(acts, 'forms that did something').toBeGreaterThan(40);
  expect(wrong.join('\n')).toBe('');
});

test('no route for scripts takes a key it does not have, nor a shape it does not know', async ({
  attacked: { whole, strangers },
}) => {
  const { app, people } = whole;
  const undone = await undoActs(app.owner, { isUndone: false });
  const { rows } = await app.owner.query<{ note: string; version: number; process: string; couple: string }>(
    `select n.id as note, n.version, p.id as process, n.couple_id as couple from session_notes n, process_notes p
      where n.signed_at is null and n.author_id = p.author_id and p.author_id = (select id from staff_members where name = 'Tess Example') limit 1`,
  );
  const { note, version, process, couple } = rows[0]!;
  const elsewhere = strangers.find(({ kind }) => kind === 'a therapist of another practice')!;
  const extras = Object.fromEntries(planted(elsewhere));
  const window = { savedIn: crypto.randomUUID(), order: 1, apartId: crypto.randomUUID() };
  const ofProcess = { ...window, noteId: process, version: 1, on: '2026-01-02', text: 'Own words' };
  const bodies: [string, unknown][] = [
    ['/api/note-drafts', { noteId: note, version, sections: {}, ...extras }],
    ['/api/note-drafts', { noteId: note, version, sections: { __proto__: { x: '1' }, plan: 7 } }],
    ['/api/note-drafts', { noteId: [note], version: { $gt: 0 }, sections: [] }],
    ['/api/note-drafts', [note]],
    ['/api/process-note-drafts', { ...ofProcess, coupleId: couple }],
    ['/api/process-note-drafts', { ...ofProcess, coupleId: couple, ...extras, noteId: process, apartId: note }],
    ['/api/process-note-drafts', { noteId: { process } }],
    ['/api/drafts', { about: { kind: 'words', audience: 'shared', ...extras }, name: 'text', text: 'own', ...extras }],
    ['/api/drafts', { about: { kind: 'words', audience: 'therapist' }, name: 'text', text: 'x' }],
    ['/api/drafts', { about: null, name: '__proto__', text: 'x' }],
    ['/api/couple-labels', { words: { $ne: '' }, coupleId: couple }],
    ['/api/couple-labels', { words: '%', practiceId: extras.practiceId }],
    ['/api/stay', 'null'],
    ['/api/stay', { ...extras }],
  ];
  const wrong: string[] = [];
  for (const [route, body] of bodies)
    // Whose ids are planted would be writing of their own.
    for (const as of [
      people.therapist,
      people.partner,
      people.admin,
      ...strangers.filter((one) => one !== elsewhere),
    ]) {
      const headers: Headers = {
        ...(await cookieOf(whole, as)),
        origin: app.origin,
        'content-type': 'application/json',
      };
      const { answer, written } = await undone.during(() =>
        ask(app.origin, route, { method: 'POST', headers, body: JSON.stringify(body) }),
      );
      const what = `${route} ${JSON.stringify(body).slice(0, 60)} as ${as.who}`;
      if (answer.status >= 500) wrong.push(`${what}: ${answer.status}`);
      const isOwn =
        route === '/api/drafts' ? as.who.includes('partner') || as === people.partner : as === people.therapist;
      if (!isOwn && written.length > 0) wrong.push(`${what} wrote ${written.map(({ table }) => table).join()}`);
      if (!isOwn && answer.status === 200 && /\p{L}\.\p{L}\. &|"id"/u.test(answer.text))
        wrong.push(`${what} told ${answer.text.slice(0, 80)}`);
      if (!isOwn) {
        const send = nobodys()(JSON.stringify(body));
        const none = await ask(app.origin, route, { method: 'POST', headers, body: send });
        if (plain(none) !== plain(answer))
          wrong.push(`${what} is told apart: ${answer.status} ${answer.text} | ${none.status} ${none.text}`);
      }
      const marks = written.filter(
        ({ row }) => JSON.stringify(row).includes(extras.practiceId!) && as.who !== 'a partner of another practice',
      );
      if (marks.length > 0) wrong.push(`${what} wrote what was planted: ${marks.map(({ table }) => table).join()}`);
    }
  await undone.end();
  expect(wrong.join('\n')).toBe('');
});
