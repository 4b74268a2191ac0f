// Forms of pages that were open once, sent after the right to them was taken away: the bytes of a page are no right to what it offers.
import { expect } from '@/tests/support/browser';
import { undoActs } from '@/tests/support/attacks/undone';
import { bytesOf, formsIn, type PlainForm } from '@/tests/support/page-bytes';
import { makeSignIn, makeStaff } from '@/tests/support/people';
import type { PageOf, Person } from '@/tests/support/whole-product';
import { getAs, sendAs, test } from './strangers';

type Kept = { path: string; form: PlainForm };

test('what a therapist had open does nothing after the care team, the role, the account or the sign-in has ended', async ({
  attacked: { whole },
}) => {
  test.setTimeout(180_000);
  const { owner } = whole.app;
  const found = await owner.query<{ practiceId: string; coupleId: string }>(
    `select m.practice_id as "practiceId", m.couple_id as "coupleId" from care_team_members m join staff_members s on s.id = m.staff_member_id
       join partners p on p.couple_id = m.couple_id where s.name = 'Tess Example' and m.to_on is null and p.name = 'Ada Example'`,
  );
  const { practiceId, coupleId } = found.rows[0]!;
  const leaving = await makeStaff(owner, { practiceId } as never, ['therapist'], 'Lou Leaving');
  const staffId = leaving.staffMemberId;
  await owner.query(
    `insert into care_team_members (practice_id, couple_id, staff_member_id, part, from_on) values ($1, $2, $3, 'cover', '2020-01-01')`,
    [practiceId, coupleId, staffId],
  );
  const as: Person = { who: 'Lou Leaving', token: leaving.token };
  const kept = await formsAt(
    as,
    whole.pages.filter(({ path }) => path.includes(coupleId)),
  );
  expect(kept.length, 'forms of the couple’s pages').toBeGreaterThan(25);

  const undone = await undoActs(owner);
  const done = await answersTo(as);
  expect(done.filter(({ tables }) => tables.length > 0).length, 'forms that work now').toBeGreaterThan(10);

  await owner.query(`update care_team_members set to_on = '2020-02-01' where staff_member_id = $1`, [staffId]);
  expect(faultsIn(await answersTo(as)), 'out of the care team').toBe('');
  await owner.query(`update care_team_members set to_on = null where staff_member_id = $1`, [staffId]);
  await owner.query('delete from staff_roles where staff_member_id = $1', [staffId]);
  expect(faultsIn(await answersTo(as)), 'without the role').toBe('');
  await owner.query(`insert into staff_roles (practice_id, staff_member_id, role) values ($1, $2, 'therapist')`, [
    practiceId,
    staffId,
  ]);
  const again = {
    ...as,
    token: await makeSignIn(owner, leaving.accountId, { practiceId }, { staffMemberId: staffId }),
  };
  await owner.query(`update sign_ins set ended_at = auth.now() where staff_member_id = $1`, [staffId]);
  expect(faultsIn(await answersTo(as)), 'after the sign-in').toBe('');
  await owner.query(`update staff_members set status = 'deactivated' where id = $1`, [staffId]);
  expect(faultsIn(await answersTo(again)), 'after the account').toBe('');
  await undone.end();

  async function answersTo(sender: Person) {
    const answers = [];
    for (const { path, form } of kept) {
      const { answer, written } = await undone.during(() => sendAs(whole, sender, path, form));
      const isOfOneself = written.every(({ row }) => !row.couple_id || row.staff_member_id === staffId);
      const isElse = written.filter(({ row, table }) => row.couple_id || (!isOfOneself && table !== 'audit_events'));
      answers.push({
        form: `${path} “${form.label}”`,
        status: answer.status,
        tables: isElse.map(({ table }) => table),
      });
    }
    return answers;
  }

  async function formsAt(person: Person, pages: PageOf[]): Promise<Kept[]> {
    const forms = new Map<string, Kept>();
    for (const { path, route } of pages) {
      const { status, text } = await getAs(whole, person, path);
      if (status !== 200) continue;
      for (const form of formsIn(text).filter(({ label }) => label !== 'Demo clock'))
        forms.set(`${route} ${form.label} ${[...form.controls.keys()].join()}`, { path, form });
    }
    return [...forms.values()];
  }
});

const faultsIn = (answers: { form: string; status: number; tables: string[] }[]) =>
  answers
    .filter(({ status, tables }) => tables.length > 0 || status >= 500)
    .map(({ form, status, tables }) => `${form}: ${status} ${tables.join()}`)
    .join('\n');

test('a partner’s forms do nothing once their account is closed, or the sign-in they were drawn in has ended', async ({
  attacked: { whole, forms },
}) => {
  test.setTimeout(120_000);
  const { owner } = whole.app;
  const { partner } = whole.people;
  const own = forms.filter(({ at, form }) => at.as === partner && form.label !== 'Demo clock');
  expect(own.length).toBeGreaterThan(15);
  const { rows } = await owner.query<{ accountId: string; practiceId: string; partnerId: string }>(
    `select account_id as "accountId", practice_id as "practiceId", id as "partnerId" from partners where name = 'Ada Example'`,
  );
  const { accountId, practiceId, partnerId } = rows[0]!;
  const ended = { ...partner, token: await makeSignIn(owner, accountId, { practiceId }, { partnerId }) };
  await owner.query(`update sign_ins set ended_at = auth.now() where token_hash = sha256(convert_to($1, 'UTF8'))`, [
    ended.token,
  ]);
  const idle = { ...partner, token: await makeSignIn(owner, accountId, { practiceId }, { partnerId }) };
  await owner.query(
    `update sign_ins set last_seen_at = auth.now() - interval '16 minutes' where token_hash = sha256(convert_to($1, 'UTF8'))`,
    [idle.token],
  );
  const undone = await undoActs(owner);
  const wrong: string[] = [];
  for (const { at, form } of own)
    for (const [what, as] of Object.entries({ ended, idle, nobody: { who: 'nobody', token: null } })) {
      const { answer, written } = await undone.during(() => sendAs(whole, as, at.path, form));
      if (written.length > 0)
        wrong.push(`${at.route} “${form.label}” ${what}: ${written.map(({ table }) => table).join()}`);
      if (answer.status >= 500) wrong.push(`${at.route} “${form.label}” ${what}: ${answer.status}`);
      if (/Ada Example|Bo Sample/.test(bytesOf(answer.text))) wrong.push(`${at.route} “${form.label}” ${what}: names`);
    }
  await undone.end();
  expect(wrong.join('\n')).toBe('');
});
