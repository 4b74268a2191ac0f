// What nobody does in a story can't be seen to leak: every table into which a partner or staff write has an act that writes there.
import { beforeAll, expect, test } from 'vitest';
import { type Role, ROLES } from '@/db/access/grid';
import { cellOf, RESOURCES, type ResourceName, tableOf } from '@/db/access/policy';
import { useFreshDatabase } from '@/tests/support/database';
import { type Act, ACTS_OF_A, ACTS_OF_T, ARRIVALS, ENDINGS } from './acts/every-act';
import { Story } from './story';

/** Tables without an act, and why a story needs none. */
const WITHOUT_ACT: Partial<Record<ResourceName, string>> = {
  coSignatures: 'under a note, by another than its author; in a story one therapist writes alone',
  noteReviews: 'a supervisor’s word on a note that a story signs without one',
  supervisions: 'who supervises whom at the practice, whichever couples they have',
  couples: 'made before either partner has a page',
  noteCoAuthors: 'which of the staff write a draft together; no page of a partner reads of a draft',
  stepReviews: 'about a step of the library, which belongs to no couple',
  staffMembers: 'who works at the practice, whoever comes to it',
  staffRoles: 'who works at the practice, whoever comes to it',
  staffKeys: 'what one of the staff keeps for themselves, of no couple',
  snippets: 'what one of the staff keeps for themselves, of no couple',
  staffSettings: 'how one of the staff likes their own screen',
  supportContacts: 'the practice tells everyone the same',
};

const database = useFreshDatabase();
let story: Story;
beforeAll(async () => {
  story = await new Story(database.owner).begin();
  await story.rewind();
  // Which tables the acts write to, as Postgres sees it; not what is arranged for them past the grid.
  await database.owner.query(`
    create table auth.written (name text primary key);
    create function auth.note_written() returns trigger language plpgsql security definer set search_path = pg_catalog as
    $$ begin
      if current_setting('role') = 'hearth_actor' then insert into auth.written values (tg_table_name) on conflict do nothing; end if;
      return null;
    end $$;
    do $$ declare t text; begin
      for t in select tablename from pg_tables where schemaname = 'public' loop
        execute format('create trigger noted after insert or update on public.%I for each row execute function auth.note_written()', t);
      end loop;
    end $$`);
});

const mayCreate = (resource: ResourceName, roles: readonly Role[]) =>
  roles.some((role) => cellOf(resource, 'create', role) !== 'nobody');

test('every table that a partner or staff may write into has an act in the stories, or a reason why not', async () => {
  // Backwards, because most of what takes something away is named after what makes it; and thrice, a turn between, because some acts are
  // about what others left or a turn brought.
  const acts: Act[] = [
    ...ENDINGS.map((act): Act => ({ by: 'T', act, of: 0 })),
    ...ACTS_OF_T.map((act): Act => ({ by: 'T', act, of: 0 })),
    ...[...ACTS_OF_A, ...ARRIVALS].map((act): Act => ({ by: 'A', act, of: 0 })),
  ].toReversed();
  for (const round of [0, 1, 2]) {
    await story.doOwn({ act: 'answerPolicy', of: round * 2 });
    for (const act of acts) await story.do(act);
    await story.nextDay();
  }

  const { rows } = await database.owner.query<{ name: string }>('select name from auth.written');
  const written = rows.map(({ name }) => name);
  const without = RESOURCES.filter((resource) => mayCreate(resource, ROLES) && !written.includes(tableOf(resource)));
  expect(without.toSorted()).toEqual(Object.keys(WITHOUT_ACT).toSorted());
});
