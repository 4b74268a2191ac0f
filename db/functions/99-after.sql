-- Run after the tables exist: triggers, forced row security, ownership. Safe to run again.
create or replace trigger couples_founder after insert on public.couples for each row execute function plan.join_founder();
create or replace trigger plan_events_stamp before insert on public.plan_events for each row execute function plan.stamp_event();
create or replace trigger plan_events_redraw after insert on public.plan_events for each row when (new.is_immediate or new.kind = 'metAlone') execute function plan.redraw_sheets();
create or replace trigger confidentiality_policies_both after insert on public.confidentiality_policies for each row execute function plan.needs_both_yes();
create or replace trigger session_notes_signed before update or delete on public.session_notes for each row execute function plan.keep_signed_note();
create or replace trigger session_notes_one after insert on public.session_notes for each row execute function plan.one_note_each();
create or replace trigger co_signatures_stand after insert on public.co_signatures for each row execute function plan.co_signs_what_stands();
create or replace trigger note_reviews_stand after insert on public.note_reviews for each row execute function plan.reviews_what_waits();
create or replace trigger releases_as_asked before update or delete on public.releases for each row execute function plan.keep_release();
create or replace trigger measures_given_as_given before update or delete on public.measures_given for each row execute function plan.keep_but_mark('taken_back_at');
create or replace trigger measure_scores_as_sent before update or delete on public.measure_scores for each row execute function plan.keep_but_mark('in_error_at');
create or replace trigger staff_members_ended after update of status on public.staff_members for each row execute function auth.end_sign_ins_of_membership();
create or replace trigger partners_ended after update of status on public.partners for each row execute function auth.end_sign_ins_of_membership();

-- Read on every page of a partner: unpacking it each time costs more than the room it would save.
alter table public.day_sheets alter column content set storage external;

do $$
declare t text;
begin
  foreach t in array array['plan_events', 'audit_events', 'audit_links', 'addenda', 'co_signatures', 'note_reviews', 'note_comments', 'note_versions', 'agreements', 'confidentiality_policies', 'meetings_alone', 'waivers', 'endings', 'consents', 'check_ins', 'reflections', 'referrals', 'referral_events', 'release_answers', 'programs', 'step_versions', 'step_reviews', 'assignment_terms', 'own_terms', 'policy_answers', 'record_releases', 'record_authorizations', 'joint_note_decisions', 'disclosures'] loop
    execute format('create or replace trigger %I before update or delete on public.%I for each row execute function plan.keep_appended()', t || '_appended', t);
  end loop;
  for t in select tablename from pg_tables where schemaname = 'public' loop
    execute format('alter table public.%I enable row level security', t);
    execute format('alter table public.%I force row level security', t);
  end loop;
end $$;
