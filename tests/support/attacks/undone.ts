// What a form would have done: while it is on, every act of a form is noted when it is about to be committed, and then undone, so that
// hundreds of them can be tried on one set of data.
import { readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type pg from 'pg';

export type Written = { table: string; act: string; row: Record<string, unknown>; was: Record<string, unknown> | null };

export interface Undone {
  /** Does this, and says what it wrote or would have written. */
  during<T>(work: () => Promise<T>): Promise<{ answer: T; written: Written[] }>;
  end(): Promise<void>;
}

/** That someone looked, and what is drawn or counted whoever asks, is nothing that was done. */
const NOT_DONE = ['audit_links', 'sign_ins', 'day_sheets', 'today_visits', 'rate_limits', 'idempotency_keys'];

export async function undoActs(owner: pg.Pool, { isUndone = true } = {}): Promise<Undone> {
  const file = path.join(os.tmpdir(), `hearth-undone-${process.pid}-${Date.now()}.json`);
  await owner.query(`
    drop table if exists auth.attempted;
    create table auth.attempted (id bigserial, name text, act text, row_is jsonb, row_was jsonb);
    create or replace function auth.note_attempt() returns trigger language plpgsql security definer set search_path = pg_catalog as
    $$ begin
      if current_setting('role') in ('hearth_actor', 'hearth_system') then
        insert into auth.attempted (name, act, row_is, row_was) values (tg_table_name, lower(tg_op),
          case when tg_op = 'DELETE' then to_jsonb(old) else to_jsonb(new) end, case when tg_op = 'UPDATE' then to_jsonb(old) end);
      end if;
      return null;
    end $$;
    create or replace function auth.undo_attempt() returns trigger language plpgsql security definer set search_path = pg_catalog as
    $$ begin
      copy (select json_agg(json_build_object('table', name, 'act', act, 'row', row_is, 'was', row_was) order by id) from auth.attempted)
        to '${file}' with (format csv, quote e'\\x01', delimiter e'\\x02');
      raise exception 'undone';
    end $$;
    do $$ declare t text; begin
      for t in select tablename from pg_tables where schemaname = 'public' and tablename <> all ('{audit_events,${NOT_DONE.join(',')}}') loop
        execute format('create or replace trigger attempted after insert or update or delete on public.%I for each row execute function auth.note_attempt()', t);
      end loop;
    end $$;
    create or replace trigger attempted after insert on public.audit_events for each row
      when (new.act not in ('opened', 'listed', 'printed')) execute function auth.note_attempt();
    drop trigger if exists undone on public.idempotency_keys;
    ${
      isUndone
        ? `create constraint trigger undone after update on public.idempotency_keys deferrable initially deferred
             for each row execute function auth.undo_attempt();`
        : ''
    }`);
  const noted = async (): Promise<Written[]> => {
    const undone = await readFile(file, 'utf8').catch(() => '');
    await rm(file, { force: true });
    const { rows } = await owner.query<Written>(
      `delete from auth.attempted returning name as table, act, row_is as row, row_was as was`,
    );
    return [...((JSON.parse(undone.trim() || '[]') ?? []) as Written[]), ...rows];
  };
  await noted();
  return {
    async during(work) {
      const answer = await work();
      return { answer, written: await noted() };
    },
    async end() {
      await owner.query(
        `drop trigger if exists undone on public.idempotency_keys; drop function auth.note_attempt() cascade; drop function auth.undo_attempt()`,
      );
      await rm(file, { force: true });
    },
  };
}
