// What A does in the settings, with the account and with words that came to A, as SQL in A's name. None of it may change a byte of B's.
import { randomUUID } from 'node:crypto';
import { type SQL, sql } from 'drizzle-orm';
import { GIVEN_ACTS } from './given-acts';
import { SENT_MEASURES } from './measure-acts';
import type { Scene } from './staff-acts';

/** The same, and what B shared before the story began. */
export type OwnScene = Scene & { wordsOfB: string };

const shareWords = ({ practice, couple, partnerId }: OwnScene, of: number, id = randomUUID()) =>
  sql`insert into shared_words (id, practice_id, couple_id, partner_id, "on", text)
      values (${id}, ${practice.practiceId}, ${couple.coupleId}, ${partnerId}, auth.today(), ${Buffer.alloc(300, of)})`;

export const OWN_SIDE_ACTS = {
  ...GIVEN_ACTS,
  ...SENT_MEASURES,
  shareAndTakeBack: (scene, of) => {
    const id = randomUUID();
    return [shareWords(scene, of, id), sql`select portal.take_back_words(${id})`];
  },
  endDevices: () => [sql`select auth.end_my_devices(null)`],
  changePassword: (_, of) => [sql`select auth.change_my_password(auth.my_password_hash(), ${`none ${of}`})`],
  addSecondStep: (_, of) => [
    sql`select auth.ask_my_passkey('add', ${Buffer.from(randomUUID())})`,
    sql`select auth.add_passkey(gen_random_uuid(), (auth.my_factors() ->> 'serial')::integer, ${`Example phone ${of}`}, ${randomUUID()}, ${Buffer.alloc(77)}, 0, '{internal}', array[${Buffer.from(randomUUID())}::bytea])`,
  ],
  takeSecondStepAway: () => [
    sql`select auth.remove_my_passkey((p ->> 'id')::uuid) from jsonb_array_elements(auth.my_factors() -> 'passkeys') as p`,
  ],
  chooseCalendar: ({ practice, partnerId }) => [
    sql`insert into calendar_choices (partner_id, practice_id, is_alone_in_file, is_alone_hidden)
        values (${partnerId}, ${practice.practiceId}, true, true)
        on conflict (partner_id) do update set is_alone_hidden = not calendar_choices.is_alone_hidden`,
  ],
  askCareTeam: ({ practice, couple, partnerId }, of) => [
    sql`insert into partner_requests (practice_id, couple_id, partner_id, kind, words)
        values (${practice.practiceId}, ${couple.coupleId}, ${partnerId}, ${['contact', 'data', 'openings'][of % 3]}, ${Buffer.alloc(300, of)})`,
  ],
  keepWords: ({ practice, partnerId, wordsOfB }) => [
    sql`insert into kept_words (partner_id, words_id, practice_id) values (${partnerId}, ${wordsOfB}, ${practice.practiceId})
        on conflict (partner_id, words_id) do update set let_go_at = case when kept_words.let_go_at is null then auth.now() end`,
  ],
} satisfies Record<string, (scene: OwnScene, of: number) => SQL[]>;

/** What A gives that B is meant to find at the next turn, and not before. */
export const ARRIVING_ACTS = {
  shareWords: (scene, of) => [shareWords(scene, of)],
} satisfies Record<string, (scene: OwnScene, of: number) => SQL[]>;

export type ArrivingAct = keyof typeof ARRIVING_ACTS;
export type OwnSideAct = keyof typeof OWN_SIDE_ACTS;

export const isArrivingAct = (act: string): act is ArrivingAct => act in ARRIVING_ACTS;
export const isOwnSideAct = (act: string): act is OwnSideAct => act in OWN_SIDE_ACTS;
