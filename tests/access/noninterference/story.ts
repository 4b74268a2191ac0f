// One couple whose days can be lived again: the same ids, the same drawn rest days, other acts. What B gets is compared byte for byte.
import { createHash, randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type pg from 'pg';
import { asActor } from '@/db/access/as-actor';
import type { Act, ActOfA, ActOfB, ActOfEnding, ActOfT } from './acts/every-act';
import { answerPolicy } from './acts/answer-policy';
import { ARRIVING_ACTS, isArrivingAct, isOwnSideAct, OWN_SIDE_ACTS } from './acts/own-side-acts';
import { paperCheckIn } from './acts/paper-check-in';
import { ACTS_FOR_BOTH, isActForBoth, isStaffAct, STAFF_ACTS } from './acts/staff-acts';
import { rewindStory } from './rewind-story';
import { type Seen, whatPartnerGets } from './what-partner-gets';
import {
  type CoupleInTest,
  makeAssignment,
  makeCouple,
  makePractice,
  makeSignIn,
  makeStaff,
  type PracticeInTest,
  type StaffInTest,
} from '@/tests/support/people';
import { isReferralAct, type ReferralAct, referralAct } from './acts/referral-acts';
import { whatBIsTold } from './told';

export class Story {
  readonly #owner: pg.Pool;
  #practice!: PracticeInTest;
  #therapist!: StaffInTest;
  #admin!: StaffInTest;
  #couple!: CoupleInTest;
  #units: { assignmentId: string; unit: string }[] = [];
  #begin!: Date;
  /** What B shared before the first day, and A may keep. */
  readonly #wordsOfB = randomUUID();

  constructor(owner: pg.Pool) {
    this.#owner = owner;
  }

  async begin(): Promise<this> {
    this.#practice = await makePractice(this.#owner);
    this.#therapist = await makeStaff(this.#owner, this.#practice);
    this.#admin = await makeStaff(this.#owner, this.#practice, ['practiceAdmin'], 'Alma Example');
    this.#couple = await makeCouple(this.#owner, this.#practice, this.#therapist);
    for (const [code, unit, opensWhenBothYes] of [
      ['S02', 'whole', true],
      ['S06', 'whole', false],
      ['S17', 'whole', false],
      ['S03', 'alone', true],
    ] as const) {
      const assignmentId = await makeAssignment(this.#owner, this.#practice, this.#couple, this.#therapist, code, {
        opensWhenBothYes,
      });
      this.#units.push({ assignmentId, unit });
    }
    const { practiceId } = this.#practice;
    const [{ coupleId, second }, { staffMemberId }] = [this.#couple, this.#therapist];
    await this.#owner.query(
      `insert into sessions (practice_id, couple_id, kind, partner_id, therapist_id, starts_at, minutes, place, video_link, cancelled_at)
       values ($1, $2, 'joint', null, $3, auth.now() + interval '20 days', 50, 'Room 2', $5, null),
              ($1, $2, 'joint', null, $3, auth.now() + interval '21 days', 50, 'Room 2', '', auth.now()),
              ($1, $2, 'individual', $4, $3, auth.now() + interval '22 days', 50, '', '', null)`,
      [practiceId, coupleId, staffMemberId, second.partnerId, `https://video.example/${coupleId}`],
    );
    await this.#doT('propose', 0);
    this.#begin = (await this.#owner.query<{ now: Date }>('select auth.now() as now')).rows[0]!.now;
    return this;
  }

  /** Back to the first day, with nothing but the assignments and meetings. */
  rewind(): Promise<void> {
    return rewindStory(this.#owner, {
      practiceId: this.#practice.practiceId,
      couple: this.#couple,
      assignmentIds: this.#units.map(({ assignmentId }) => assignmentId),
      wordsOfB: this.#wordsOfB,
      begin: this.#begin,
    });
  }

  async nextDay(): Promise<void> {
    await this.#owner.query(`select auth.move_clock('24 hours')`);
  }

  /** Everything that Postgres gives B, as text; and which units are open for B. */
  async whatBGets(): Promise<Seen> {
    const { token } = this.#couple.second;
    const { bytes, open } = await whatPartnerGets(token);
    const told = await whatBIsTold(token, [this.#unit(1), this.#unit(3)]);
    return { bytes: JSON.stringify([bytes, told]), open };
  }

  /** Draws B's sheet of this day anew, as if nobody had looked before. */
  async forgetSheetOfB(): Promise<void> {
    await this.#owner.query('delete from day_sheets where partner_id = $1', [this.#couple.second.partnerId]);
  }

  async do(act: Act): Promise<void> {
    return act.by === 'A' ? this.#doA(act.act, act.of) : this.#doT(act.act, act.of);
  }

  async doOwn(act: ActOfB): Promise<void> {
    const { partnerId, token } = this.#couple.second;
    if (act.act === 'pause') return this.#event(token, 'paused', { partnerId });
    if (act.act === 'takeBackPause') return this.#event(token, 'pauseTakenBack', { partnerId });
    if (act.act === 'answerPolicy')
      return answerPolicy(token, { ...this.#practice, ...this.#couple, partnerId }, act.of);
    return this.#event(token, 'answered', { partnerId, unit: this.#unit(act.of), isOpening: act.act === 'answerYes' });
  }

  #refer(token: string, act: ReferralAct, of: number): Promise<void> {
    const whose = {
      practiceId: this.#practice.practiceId,
      coupleId: this.#couple.coupleId,
      partnerId: this.#couple.first.partnerId,
    };
    return this.#run(token, referralAct(act, whose, this.#therapist.staffMemberId, of));
  }

  #unit(of: number) {
    return this.#units[of % this.#units.length]!;
  }

  async #doA(act: ActOfA, of: number): Promise<void> {
    const { token, partnerId, accountId } = this.#couple.first;
    const unit = this.#unit(of);
    const { practiceId } = this.#practice;
    const { coupleId } = this.#couple;
    if (isReferralAct(act)) return this.#refer(token, act, of);
    if (isOwnSideAct(act) || isArrivingAct(act)) {
      const scene = { ...this.#scene(unit), wordsOfB: this.#wordsOfB };
      const statements = isOwnSideAct(act) ? OWN_SIDE_ACTS[act](scene, of) : ARRIVING_ACTS[act](scene, of);
      for (const statement of statements) await this.#run(token, statement);
      return;
    }
    switch (act) {
      case 'answerYes':
      case 'answerNo':
        return this.#event(token, 'answered', { partnerId, unit, isOpening: act === 'answerYes' });
      case 'withdraw':
        return this.#event(token, 'withdrawn', { partnerId, unit });
      case 'pause':
        return this.#event(token, 'paused', { partnerId });
      case 'takeBackPause':
        return this.#event(token, 'pauseTakenBack', { partnerId });
      case 'worry':
        return this.#event(token, 'safetyRaised', { partnerId });
      case 'signIn':
        return void (await makeSignIn(this.#owner, accountId, this.#practice, { partnerId }));
      case 'answerPolicy':
        return answerPolicy(token, { practiceId, coupleId, partnerId }, of);
      case 'signInAnew':
        return void (await makeSignIn(this.#owner, accountId, this.#practice, { partnerId }, `Browser ${of}`));
    }
  }

  async #doT(act: ActOfT | ActOfEnding, of: number): Promise<void> {
    const { token } = this.#therapist;
    const unit = this.#unit(of);
    const whole = { unit: { assignmentId: unit.assignmentId, unit: null } };
    const { partnerId } = this.#couple.first;
    if (isStaffAct(act) || isActForBoth(act)) {
      const scene = this.#scene(unit);
      const statements = isStaffAct(act) ? STAFF_ACTS[act](scene, of) : ACTS_FOR_BOTH[act](scene, of);
      for (const statement of statements) await this.#run(token, statement);
      return;
    }
    if (isReferralAct(act)) return this.#refer(token, act, of);
    switch (act) {
      case 'release':
        return this.#event(token, 'released', { unit });
      case 'hold':
        return this.#event(token, 'held', whole);
      case 'liftHold':
        return this.#event(token, 'holdLifted', whole);
      case 'holdPlan':
        return this.#event(token, 'held', {});
      case 'liftPlan':
        return this.#event(token, 'holdLifted', {});
      case 'liftPause':
        return this.#event(token, 'pauseLifted', { partnerId });
      case 'settle':
        return this.#event(token, 'safetySettled', { partnerId });
      case 'endShared':
      case 'endSharedLater':
        return this.#endShared(of, act === 'endShared' ? 1 : 2 + (of % 3));
      case 'resumeShared':
        return this.#event(token, 'sharedResumed', {});
      case 'closeAsAdmin':
        return this.#run(this.#admin.token, sql`select auth.close_shared_work(${this.#couple.coupleId})`);
      case 'end':
        return this.#event(token, 'ended', {});
      case 'reopen':
        return this.#event(token, 'reopened', {});
      case 'moveVersion':
        return this.#moveVersion(unit.assignmentId);
      case 'transfer':
      case 'joinBackup': {
        const next = await makeStaff(this.#owner, this.#practice);
        return this.#run(
          token,
          sql`insert into care_team_members (practice_id, couple_id, staff_member_id, part, from_on)
          values (${this.#practice.practiceId}, ${this.#couple.coupleId}, ${next.staffMemberId}, ${act === 'transfer' ? 'cover' : 'backup'}, auth.today())`,
        );
      }
      case 'giveNewCode':
        return this.#giveNewCode();
      case 'enterPaper':
        return paperCheckIn(token, { ...this.#practice, ...this.#couple, ...this.#therapist, ...unit, partnerId });
    }
  }

  #scene(unit: { assignmentId: string; unit: string }) {
    const { partnerId } = this.#couple.first;
    return { practice: this.#practice, therapist: this.#therapist, couple: this.#couple, unit, partnerId };
  }

  /** Access ends, and comes back as it does with the code: the device of before is out. */
  async #giveNewCode(): Promise<void> {
    const { partnerId, accountId } = this.#couple.first;
    await this.#run(this.#therapist.token, sql`select auth.end_access_of(${partnerId})`);
    await this.#owner.query(`update partners set account_id = $2, status = 'active' where id = $1`, [
      partnerId,
      accountId,
    ]);
    this.#couple.first.token = await makeSignIn(this.#owner, accountId, this.#practice, { partnerId });
  }

  /** Agreed with one of them, whose sign-ins end or not: neither is for the other to see. */
  async #endShared(of: number, ahead: number): Promise<void> {
    const { first, second, coupleId } = this.#couple;
    const { partnerId } = of % 2 === 0 ? first : second;
    if (of % 4 === 0) {
      await this.#run(this.#therapist.token, sql`select auth.end_sign_ins_of(${partnerId})`);
      first.token = await makeSignIn(this.#owner, first.accountId, this.#practice, { partnerId });
    }
    await this.#run(
      this.#therapist.token,
      sql`insert into plan_events (practice_id, couple_id, kind, partner_id, effective_on)
      select practice_id, id, 'sharedEnded', ${partnerId}, plan.day_of(auth.now(), time_zone) + ${ahead}::int from couples where id = ${coupleId}`,
    );
  }

  /** To the newest version, or to the same where nothing was edited: a new assignment in the place of the old one. */
  async #moveVersion(assignmentId: string): Promise<void> {
    const { token } = this.#therapist;
    const id = randomUUID();
    await this.#run(
      token,
      sql`insert into assignments (id, practice_id, couple_id, step_version_id, mode, intensity, consent_every, needs_release, alone_needs_release,
            opens_when_both_yes, rhythm_kind, rhythm_times, rhythm_weeks, rhythm_days, minutes_min, minutes_max, assigned_by)
          select ${id}, a.practice_id, a.couple_id, n.id, a.mode, a.intensity, a.consent_every, a.needs_release, a.alone_needs_release,
                 a.opens_when_both_yes, a.rhythm_kind, a.rhythm_times, a.rhythm_weeks, a.rhythm_days, a.minutes_min, a.minutes_max, a.assigned_by
            from assignments a join step_versions v on v.id = a.step_version_id
            join lateral (select x.id from step_versions x where x.step_id = v.step_id order by x.version desc limit 1) n on true
           where a.id = ${assignmentId}`,
    );
    await this.#event(token, 'assigned', { unit: { assignmentId: id, unit: null } });
    await this.#event(token, 'retired', { unit: { assignmentId, unit: null } });
  }

  async #event(
    token: string,
    kind: string,
    of: { partnerId?: string; unit?: { assignmentId: string; unit: string | null }; isOpening?: boolean },
  ): Promise<void> {
    await this.#run(
      token,
      sql`insert into plan_events (practice_id, couple_id, kind, partner_id, assignment_id, unit, is_opening)
      values (${this.#practice.practiceId}, ${this.#couple.coupleId}, ${kind}, ${of.partnerId ?? null}, ${of.unit?.assignmentId ?? null},
              ${of.unit?.unit ?? null}, ${of.isOpening ?? null})`,
    );
  }

  async #run(token: string, statement: ReturnType<typeof sql>): Promise<void> {
    await asActor(token, async ({ db }) => void (await db.execute(statement)));
  }
}

/** A short name for what was seen, for messages. */
export const fingerprint = (seen: Seen): string => createHash('sha256').update(seen.bytes).digest('hex').slice(0, 12);
