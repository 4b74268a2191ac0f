CREATE TABLE "account_notices" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"account_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp with time zone DEFAULT auth.now() NOT NULL,
	"told_at" timestamp with time zone,
	CONSTRAINT "account_notices_kind" CHECK ("account_notices"."kind" in ('passwordReset', 'factorRemoved'))
);
--> statement-breakpoint
ALTER TABLE "account_notices" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"email" text,
	"user_name" text,
	"password_hash" text NOT NULL,
	"password_changed_at" timestamp with time zone DEFAULT auth.now() NOT NULL,
	"password_ended_at" timestamp with time zone,
	"waits_for_partner_id" uuid,
	"place_words" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"factor_serial" integer DEFAULT 0 NOT NULL,
	"codes_serial" integer DEFAULT 0 NOT NULL,
	"codes_shown_to" uuid,
	"codes_shown_until" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT auth.now() NOT NULL,
	CONSTRAINT "accounts_by_email" UNIQUE("email","password_hash"),
	CONSTRAINT "accounts_by_user_name" UNIQUE("user_name","password_hash"),
	CONSTRAINT "accounts_login" CHECK (num_nonnulls("accounts"."email", "accounts"."user_name") = 1 and "accounts"."user_name" ~ '^[a-z]{2}[2-9](-[a-z]{2}[2-9]){2}$')
);
--> statement-breakpoint
ALTER TABLE "accounts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "half_sign_ins" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"account_id" uuid NOT NULL,
	"waits_for" text DEFAULT 'factor' NOT NULL,
	"created_at" timestamp with time zone DEFAULT auth.now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "half_sign_ins_token_hash_unique" UNIQUE("token_hash"),
	CONSTRAINT "half_sign_ins_waits_for" CHECK ("half_sign_ins"."waits_for" in ('factor', 'place'))
);
--> statement-breakpoint
ALTER TABLE "half_sign_ins" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"account_id" uuid NOT NULL,
	"key" uuid NOT NULL,
	"body_hash" "bytea" NOT NULL,
	"answer" jsonb,
	"at" timestamp with time zone DEFAULT auth.now() NOT NULL,
	CONSTRAINT "idempotency_keys_account_id_key_pk" PRIMARY KEY("account_id","key")
);
--> statement-breakpoint
ALTER TABLE "idempotency_keys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "passkey_challenges" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"challenge_hash" "bytea" NOT NULL,
	"account_id" uuid NOT NULL,
	"asked_in" uuid NOT NULL,
	"purpose" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "passkey_challenges_challenge_hash_unique" UNIQUE("challenge_hash"),
	CONSTRAINT "passkey_challenges_purpose" CHECK ("passkey_challenges"."purpose" in ('add', 'again', 'signIn'))
);
--> statement-breakpoint
ALTER TABLE "passkey_challenges" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "passkeys" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"account_id" uuid NOT NULL,
	"name" text NOT NULL,
	"credential_id" text NOT NULL,
	"public_key" "bytea" NOT NULL,
	"counter" bigint NOT NULL,
	"transports" text[] NOT NULL,
	"created_at" timestamp with time zone DEFAULT auth.now() NOT NULL,
	"last_used_at" timestamp with time zone,
	CONSTRAINT "passkeys_credential_id_unique" UNIQUE("credential_id")
);
--> statement-breakpoint
ALTER TABLE "passkeys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "password_resets" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"account_id" uuid,
	"tries" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT auth.now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "password_resets_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "password_resets" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"expire" bigint
);
--> statement-breakpoint
ALTER TABLE "rate_limits" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "recovery_codes" (
	"account_id" uuid NOT NULL,
	"code_hash" "bytea" NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "recovery_codes_account_id_code_hash_pk" PRIMARY KEY("account_id","code_hash")
);
--> statement-breakpoint
ALTER TABLE "recovery_codes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sign_ins" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"account_id" uuid NOT NULL,
	"practice_id" uuid NOT NULL,
	"staff_member_id" uuid,
	"partner_id" uuid,
	"device" text DEFAULT 'A browser' NOT NULL,
	"created_at" timestamp with time zone DEFAULT auth.now() NOT NULL,
	"last_seen_at" timestamp with time zone DEFAULT auth.now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"covered_at" timestamp with time zone,
	"password_given_at" timestamp with time zone,
	"factor_given_at" timestamp with time zone,
	"told_at" timestamp with time zone,
	CONSTRAINT "sign_ins_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "sign_ins" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "totp_factors" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"account_id" uuid NOT NULL,
	"secret" "bytea" NOT NULL,
	"last_step" bigint NOT NULL,
	"created_at" timestamp with time zone DEFAULT auth.now() NOT NULL,
	CONSTRAINT "totp_factors_account_id_unique" UNIQUE("account_id")
);
--> statement-breakpoint
ALTER TABLE "totp_factors" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "check_ins" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"practice_id" uuid NOT NULL,
	"couple_id" uuid NOT NULL,
	"partner_id" uuid NOT NULL,
	"assignment_id" uuid NOT NULL,
	"unit" text NOT NULL,
	"on" date NOT NULL,
	"comfort" smallint,
	"distress_now" smallint,
	"distress_worst" smallint,
	"connected" smallint,
	"pain" smallint,
	"answers" jsonb NOT NULL,
	"texts" "bytea",
	"policy" text NOT NULL,
	"entered_by" uuid,
	"sent_at" timestamp with time zone DEFAULT auth.now() NOT NULL,
	CONSTRAINT "check_ins_unit" CHECK ("check_ins"."unit" in ('whole', 'alone', 'together')),
	CONSTRAINT "check_ins_policy" CHECK ("check_ins"."policy" in ('noSecrets', 'limitedSecrets', 'strictPrivate'))
);
--> statement-breakpoint
ALTER TABLE "check_ins" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "consents" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"practice_id" uuid NOT NULL,
	"couple_id" uuid NOT NULL,
	"partner_id" uuid NOT NULL,
	"assignment_id" uuid NOT NULL,
	"unit" text NOT NULL,
	"answers" jsonb NOT NULL,
	"texts" "bytea",
	"policy" text NOT NULL,
	"answered_at" timestamp with time zone DEFAULT auth.now() NOT NULL,
	CONSTRAINT "consents_unit" CHECK ("consents"."unit" in ('whole', 'alone', 'together')),
	CONSTRAINT "consents_policy" CHECK ("consents"."policy" in ('noSecrets', 'limitedSecrets', 'strictPrivate'))
);
--> statement-breakpoint
ALTER TABLE "consents" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "drafts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"practice_id" uuid NOT NULL,
	"couple_id" uuid NOT NULL,
	"partner_id" uuid NOT NULL,
	"subject" text NOT NULL,
	"content" "bytea" NOT NULL,
	"updated_at" timestamp with time zone DEFAULT auth.now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "drafts_subject" UNIQUE("partner_id","subject")
);
--> statement-breakpoint
ALTER TABLE "drafts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "reflections" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"practice_id" uuid NOT NULL,
	"couple_id" uuid NOT NULL,
	"partner_id" uuid NOT NULL,
	"assignment_id" uuid,
	"text" "bytea" NOT NULL,
	"policy" text NOT NULL,
	"sent_at" timestamp with time zone DEFAULT auth.now() NOT NULL,
	CONSTRAINT "reflections_policy" CHECK ("reflections"."policy" in ('noSecrets', 'limitedSecrets', 'strictPrivate'))
);
--> statement-breakpoint
ALTER TABLE "reflections" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "shared_words" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"practice_id" uuid NOT NULL,
	"couple_id" uuid NOT NULL,
	"partner_id" uuid NOT NULL,
	"on" date NOT NULL,
	"text" "bytea" NOT NULL,
	"sent_at" timestamp with time zone DEFAULT auth.now() NOT NULL,
	"taken_back_at" timestamp with time zone,
	CONSTRAINT "shared_words_in_practice" UNIQUE("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "shared_words" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "audit_events" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"practice_id" uuid NOT NULL,
	"sign_in_id" uuid NOT NULL,
	"staff_member_id" uuid,
	"partner_id" uuid,
	"act" text NOT NULL,
	"record_kind" text NOT NULL,
	"record_id" uuid,
	"couple_id" uuid,
	"concerns_partner_id" uuid,
	"at" timestamp with time zone DEFAULT auth.now() NOT NULL,
	CONSTRAINT "audit_events_in_practice" UNIQUE("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "audit_events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "audit_links" (
	"practice_id" uuid NOT NULL,
	"place" bigint NOT NULL,
	"event_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"hash" "bytea" NOT NULL,
	CONSTRAINT "audit_links_key" PRIMARY KEY("practice_id","place"),
	CONSTRAINT "audit_links_one_per_event" UNIQUE("event_id")
);
--> statement-breakpoint
ALTER TABLE "audit_links" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "care_team_members" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"practice_id" uuid NOT NULL,
	"couple_id" uuid NOT NULL,
	"staff_member_id" uuid NOT NULL,
	"part" text NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date,
	CONSTRAINT "care_team_members_part" CHECK ("care_team_members"."part" in ('primary', 'coTherapist', 'supervisor', 'cover', 'backup'))
);
--> statement-breakpoint
ALTER TABLE "care_team_members" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "couples" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"practice_id" uuid NOT NULL,
	"label" text NOT NULL,
	"time_zone" text NOT NULL,
	"status" text DEFAULT 'invited' NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT auth.now() NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "couples_in_practice" UNIQUE("practice_id","id"),
	CONSTRAINT "couples_status" CHECK ("couples"."status" in ('invited', 'active', 'ended'))
);
--> statement-breakpoint
ALTER TABLE "couples" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "endings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"practice_id" uuid NOT NULL,
	"couple_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"record" "bytea" NOT NULL,
	"ended_by" uuid NOT NULL,
	"ended_at" timestamp with time zone DEFAULT auth.now() NOT NULL,
	CONSTRAINT "endings_reason" CHECK ("endings"."reason" in ('reached', 'enoughForNow', 'oneStopped', 'partedWays', 'individualInstead', 'elsewhere', 'noContact', 'other'))
);
--> statement-breakpoint
ALTER TABLE "endings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "partners" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"practice_id" uuid NOT NULL,
	"couple_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"account_id" uuid,
	"name" text NOT NULL,
	"email" text,
	"user_name" text,
	"phone" text DEFAULT '' NOT NULL,
	"contact_instruction" text DEFAULT '' NOT NULL,
	"contact_said_by" text,
	"contact_said_on" date,
	"status" text DEFAULT 'invited' NOT NULL,
	"created_at" timestamp with time zone DEFAULT auth.now() NOT NULL,
	"deactivated_at" timestamp with time zone,
	CONSTRAINT "partners_user_name_unique" UNIQUE("user_name"),
	CONSTRAINT "partners_in_couple" UNIQUE("practice_id","couple_id","id"),
	CONSTRAINT "partners_in_practice" UNIQUE("practice_id","id"),
	CONSTRAINT "partners_place" UNIQUE("couple_id","position"),
	CONSTRAINT "partners_login" CHECK (num_nonnulls("partners"."email", "partners"."user_name") = 1 and "partners"."user_name" ~ '^[a-z]{2}[2-9](-[a-z]{2}[2-9]){2}$'),
	CONSTRAINT "partners_status" CHECK ("partners"."status" in ('invited', 'active', 'deactivated')),
	CONSTRAINT "partners_contact_said_by" CHECK ("partners"."contact_said_by" in ('staff', 'partner'))
);
--> statement-breakpoint
ALTER TABLE "partners" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "flags" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"practice_id" uuid NOT NULL,
	"couple_id" uuid NOT NULL,
	"partner_id" uuid NOT NULL,
	"tier" text NOT NULL,
	"source" text NOT NULL,
	"source_id" uuid,
	"reason" text NOT NULL,
	"raised_at" timestamp with time zone DEFAULT auth.now() NOT NULL,
	"taken_up_at" timestamp with time zone,
	"heard_at" timestamp with time zone,
	"told_at" timestamp with time zone,
	"backup_told_at" timestamp with time zone,
	"settled_at" timestamp with time zone,
	"settled_by" uuid,
	"outcome" text,
	CONSTRAINT "flags_tier" CHECK ("flags"."tier" in ('urgent', 'safety', 'talk', 'review')),
	CONSTRAINT "flags_source" CHECK ("flags"."source" in ('checkIn', 'consent', 'pause', 'measure'))
);
--> statement-breakpoint
ALTER TABLE "flags" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "review_limits" (
	"partner_id" uuid NOT NULL,
	"practice_id" uuid NOT NULL,
	"couple_id" uuid NOT NULL,
	"distress_at_least" integer NOT NULL,
	"pain_at_least" integer NOT NULL,
	"comfort_at_most" integer NOT NULL,
	"changed_at" timestamp with time zone DEFAULT auth.now() NOT NULL,
	CONSTRAINT "review_limits_partner_id_pk" PRIMARY KEY("partner_id"),
	CONSTRAINT "review_limits_scale" CHECK ("review_limits"."distress_at_least" between 1 and 10 and "review_limits"."pain_at_least" between 1 and 10 and "review_limits"."comfort_at_most" between 0 and 9)
);
--> statement-breakpoint
ALTER TABLE "review_limits" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "contact_notes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"practice_id" uuid NOT NULL,
	"couple_id" uuid NOT NULL,
	"partner_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"on" date NOT NULL,
	"outcome" text,
	"words" "bytea",
	"in_error_id" uuid,
	"author_id" uuid NOT NULL,
	"written_at" timestamp with time zone DEFAULT auth.now() NOT NULL,
	CONSTRAINT "contact_notes_of_partner_key" UNIQUE("practice_id","couple_id","partner_id","id"),
	CONSTRAINT "contact_notes_one_error" UNIQUE("in_error_id"),
	CONSTRAINT "contact_notes_kind" CHECK ("contact_notes"."kind" in ('call', 'message', 'noShow', 'collateral', 'other')),
	CONSTRAINT "contact_notes_outcome" CHECK ("contact_notes"."outcome" in ('reached', 'leftAsAgreed', 'notReached'))
);
--> statement-breakpoint
ALTER TABLE "contact_notes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "to_dos" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"practice_id" uuid NOT NULL,
	"couple_id" uuid NOT NULL,
	"words" "bytea" NOT NULL,
	"due_on" date NOT NULL,
	"assignee_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT auth.now() NOT NULL,
	"done_at" timestamp with time zone,
	"done_by" uuid,
	CONSTRAINT "to_dos_done_by_someone" CHECK ((done_at is null) = (done_by is null))
);
--> statement-breakpoint
ALTER TABLE "to_dos" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "today_visits" (
	"staff_member_id" uuid PRIMARY KEY NOT NULL,
	"practice_id" uuid NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"looked_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "today_visits" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "diagnoses" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"practice_id" uuid NOT NULL,
	"couple_id" uuid NOT NULL,
	"partner_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"code" "bytea",
	"of_id" uuid,
	"on" date NOT NULL,
	"author_id" uuid NOT NULL,
	"written_at" timestamp with time zone DEFAULT auth.now() NOT NULL,
	CONSTRAINT "diagnoses_of_partner_key" UNIQUE("practice_id","couple_id","partner_id","id"),
	CONSTRAINT "diagnoses_once" UNIQUE("of_id","kind"),
	CONSTRAINT "diagnoses_kind" CHECK ("diagnoses"."kind" in ('given', 'ended', 'inError')),
	CONSTRAINT "diagnoses_whole" CHECK (case kind when 'given' then code is not null and of_id is null else code is null and of_id is not null end)
);
--> statement-breakpoint
ALTER TABLE "diagnoses" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "goal_versions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"practice_id" uuid NOT NULL,
	"couple_id" uuid NOT NULL,
	"goal_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"words" "bytea" NOT NULL,
	"position" integer NOT NULL,
	"state" text NOT NULL,
	"review_on" date,
	"author_id" uuid NOT NULL,
	"written_at" timestamp with time zone DEFAULT auth.now() NOT NULL,
	CONSTRAINT "goal_versions_one" UNIQUE("goal_id","number"),
	CONSTRAINT "goal_versions_state" CHECK ("goal_versions"."state" in ('open', 'met', 'dropped'))
);
--> statement-breakpoint
ALTER TABLE "goal_versions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "goals" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"practice_id" uuid NOT NULL,
	"couple_id" uuid NOT NULL,
	"partner_id" uuid,
	"under_id" uuid,
	"author_id" uuid NOT NULL,
	"set_at" timestamp with time zone DEFAULT auth.now() NOT NULL,
	CONSTRAINT "goals_of_couple_key" UNIQUE("practice_id","couple_id","id")
);
--> statement-breakpoint
ALTER TABLE "goals" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "agreements" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"practice_id" uuid NOT NULL,
	"couple_id" uuid NOT NULL,
	"partner_id" uuid NOT NULL,
	"policy" text NOT NULL,
	"proposal_id" uuid,
	"agreed_at" timestamp with time zone DEFAULT auth.now() NOT NULL,
	CONSTRAINT "agreements_policy" CHECK ("agreements"."policy" in ('noSecrets', 'limitedSecrets', 'strictPrivate'))
);
--> statement-breakpoint
ALTER TABLE "agreements" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "confidentiality_policies" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"practice_id" uuid NOT NULL,
	"couple_id" uuid NOT NULL,
	"policy" text NOT NULL,
	"proposal_id" uuid,
	"set_by" uuid NOT NULL,
	"set_at" timestamp with time zone DEFAULT auth.now() NOT NULL,
	CONSTRAINT "confidentiality_policies_policy" CHECK ("confidentiality_policies"."policy" in ('noSecrets', 'limitedSecrets', 'strictPrivate'))
);
--> statement-breakpoint
ALTER TABLE "confidentiality_policies" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "intakes" (
	"couple_id" uuid PRIMARY KEY NOT NULL,
	"practice_id" uuid NOT NULL,
	"reasons" text[] NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT auth.now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "intakes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "meetings_alone" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"practice_id" uuid NOT NULL,
	"couple_id" uuid NOT NULL,
	"partner_id" uuid NOT NULL,
	"met_on" date NOT NULL,
	"is_before_hearth" boolean DEFAULT false NOT NULL,
	"was_alone" text NOT NULL,
	"outcome" text NOT NULL,
	"plan" "bytea",
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT auth.now() NOT NULL,
	CONSTRAINT "meetings_alone_was_alone" CHECK ("meetings_alone"."was_alone" in ('yes', 'notSure')),
	CONSTRAINT "meetings_alone_outcome" CHECK ("meetings_alone"."outcome" in ('jointWork', 'individualFirst'))
);
--> statement-breakpoint
ALTER TABLE "meetings_alone" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "partner_intakes" (
	"partner_id" uuid PRIMARY KEY NOT NULL,
	"practice_id" uuid NOT NULL,
	"couple_id" uuid NOT NULL,
	"words" "bytea",
	"emergency_contact" "bytea",
	"background" "bytea",
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT auth.now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "partner_intakes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "policy_answers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"practice_id" uuid NOT NULL,
	"couple_id" uuid NOT NULL,
	"partner_id" uuid NOT NULL,
	"proposal_id" uuid NOT NULL,
	"is_yes" boolean NOT NULL,
	"includes_earlier" boolean DEFAULT false NOT NULL,
	"answered_at" timestamp with time zone DEFAULT auth.now() NOT NULL,
	CONSTRAINT "policy_answers_once" UNIQUE("partner_id","proposal_id")
);
--> statement-breakpoint
ALTER TABLE "policy_answers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "policy_proposals" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"practice_id" uuid NOT NULL,
	"couple_id" uuid NOT NULL,
	"policy" text NOT NULL,
	"session_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"proposed_at" timestamp with time zone DEFAULT auth.now() NOT NULL,
	"taken_back_at" timestamp with time zone,
	CONSTRAINT "policy_proposals_of_couple" UNIQUE("practice_id","couple_id","id"),
	CONSTRAINT "policy_proposals_policy" CHECK ("policy_proposals"."policy" in ('noSecrets', 'limitedSecrets', 'strictPrivate'))
);
--> statement-breakpoint
ALTER TABLE "policy_proposals" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"practice_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"staff_member_id" uuid,
	"couple_id" uuid,
	"partner_id" uuid,
	"email" text,
	"user_name" text,
	"is_by_hand" boolean DEFAULT false NOT NULL,
	"resend_number" integer DEFAULT 0 NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"code_tries" integer DEFAULT 0 NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT auth.now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"redeemed_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	"mail_state" text DEFAULT 'none' NOT NULL,
	"mail_at" timestamp with time zone,
	CONSTRAINT "invitations_token_hash_unique" UNIQUE("token_hash"),
	CONSTRAINT "invitations_login" CHECK (num_nonnulls("invitations"."email", "invitations"."user_name") = 1 and "invitations"."user_name" ~ '^[a-z]{2}[2-9](-[a-z]{2}[2-9]){2}$'),
	CONSTRAINT "invitations_kind" CHECK ("invitations"."kind" in ('staff', 'partner')),
	CONSTRAINT "invitations_mail_state" CHECK ("invitations"."mail_state" in ('none', 'sent', 'notSent'))
);
--> statement-breakpoint
ALTER TABLE "invitations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "measures_given" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"practice_id" uuid NOT NULL,
	"couple_id" uuid NOT NULL,
	"partner_id" uuid NOT NULL,
	"instrument" text NOT NULL,
	"version" smallint NOT NULL,
	"due_on" date NOT NULL,
	"every_weeks" smallint,
	"author_id" uuid NOT NULL,
	"given_at" timestamp with time zone DEFAULT auth.now() NOT NULL,
	"taken_back_at" timestamp with time zone,
	CONSTRAINT "measures_given_whole" UNIQUE("practice_id","couple_id","partner_id","id"),
	CONSTRAINT "measures_given_instrument" CHECK ("measures_given"."instrument" in ('phq9', 'gad7', 'pcl5', 'csi16', 'distress')),
	CONSTRAINT "measures_given_weeks" CHECK ("measures_given"."every_weeks" between 1 and 26)
);
--> statement-breakpoint
ALTER TABLE "measures_given" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "measure_scores" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"practice_id" uuid NOT NULL,
	"couple_id" uuid NOT NULL,
	"partner_id" uuid NOT NULL,
	"given_id" uuid,
	"occasion" smallint,
	"instrument" text NOT NULL,
	"version" smallint NOT NULL,
	"language" text DEFAULT 'en' NOT NULL,
	"algorithm" smallint NOT NULL,
	"on" date NOT NULL,
	"total" numeric(7, 2),
	"left_out" smallint DEFAULT 0 NOT NULL,
	"is_rule_met" boolean,
	"answers" "bytea",
	"name" "bytea",
	"policy" text NOT NULL,
	"entered_by" uuid,
	"in_error_at" timestamp with time zone,
	"sent_at" timestamp with time zone DEFAULT auth.now() NOT NULL,
	CONSTRAINT "measure_scores_once" UNIQUE("given_id","occasion"),
	CONSTRAINT "measure_scores_instrument" CHECK ("measure_scores"."instrument" in ('phq9', 'gad7', 'pcl5', 'csi16', 'distress', 'external')),
	CONSTRAINT "measure_scores_policy" CHECK ("measure_scores"."policy" in ('noSecrets', 'limitedSecrets', 'strictPrivate')),
	CONSTRAINT "measure_scores_external" CHECK (("measure_scores"."instrument" = 'external') = ("measure_scores"."name" is not null) and ("measure_scores"."instrument" <> 'external' or "measure_scores"."entered_by" is not null)),
	CONSTRAINT "measure_scores_asked" CHECK (("measure_scores"."given_id" is null) = ("measure_scores"."occasion" is null)),
	CONSTRAINT "measure_scores_no_total" CHECK (("measure_scores"."total" is null) = ("measure_scores"."left_out" > 0))
);
--> statement-breakpoint
ALTER TABLE "measure_scores" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "process_notes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"practice_id" uuid NOT NULL,
	"couple_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"on" date NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"saved_in" uuid NOT NULL,
	"saved_order" integer NOT NULL,
	"text" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT auth.now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT auth.now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "process_notes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "snippets" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"practice_id" uuid NOT NULL,
	"staff_member_id" uuid NOT NULL,
	"content" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT auth.now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "snippets" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "staff_keys" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"practice_id" uuid NOT NULL,
	"practice_key_id" uuid NOT NULL,
	"staff_member_id" uuid NOT NULL,
	"wrapped" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT auth.now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "staff_keys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "co_signatures" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"practice_id" uuid NOT NULL,
	"couple_id" uuid NOT NULL,
	"note_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"signed_as" text NOT NULL,
	"signed_at" timestamp with time zone DEFAULT auth.now() NOT NULL,
	"zone" text NOT NULL,
	"note_hash" "bytea" NOT NULL,
	"hash" "bytea" NOT NULL,
	"part" text NOT NULL,
	CONSTRAINT "co_signatures_one_each" UNIQUE("note_id","author_id"),
	CONSTRAINT "co_signatures_part" CHECK ("co_signatures"."part" in ('coTherapist', 'supervisor'))
);
--> statement-breakpoint
ALTER TABLE "co_signatures" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "note_comments" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"practice_id" uuid NOT NULL,
	"couple_id" uuid NOT NULL,
	"note_id" uuid NOT NULL,
	"supervisee_id" uuid NOT NULL,
	"supervisor_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"text" "bytea" NOT NULL,
	"written_at" timestamp with time zone DEFAULT auth.now() NOT NULL,
	CONSTRAINT "note_comments_between_two" CHECK (author_id in (supervisee_id, supervisor_id))
);
--> statement-breakpoint
ALTER TABLE "note_comments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "note_reviews" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"practice_id" uuid NOT NULL,
	"couple_id" uuid NOT NULL,
	"note_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"signed_as" text NOT NULL,
	"signed_at" timestamp with time zone DEFAULT auth.now() NOT NULL,
	"zone" text NOT NULL,
	"note_hash" "bytea" NOT NULL,
	"hash" "bytea" NOT NULL,
	"kind" text NOT NULL,
	CONSTRAINT "note_reviews_one_each" UNIQUE("note_id","note_hash"),
	CONSTRAINT "note_reviews_kind" CHECK ("note_reviews"."kind" in ('returned', 'approved'))
);
--> statement-breakpoint
ALTER TABLE "note_reviews" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "supervisions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"practice_id" uuid NOT NULL,
	"supervisee_id" uuid NOT NULL,
	"supervisor_id" uuid NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date,
	"may_see" boolean NOT NULL,
	"must_approve" boolean NOT NULL,
	"must_co_sign" boolean NOT NULL,
	"created_at" timestamp with time zone DEFAULT auth.now() NOT NULL,
	CONSTRAINT "supervisions_in_practice" UNIQUE("practice_id","id"),
	CONSTRAINT "supervisions_of_another" CHECK (supervisee_id <> supervisor_id),
	CONSTRAINT "supervisions_see_first" CHECK (may_see or not (must_approve or must_co_sign))
);
--> statement-breakpoint
ALTER TABLE "supervisions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "calendar_choices" (
	"partner_id" uuid PRIMARY KEY NOT NULL,
	"practice_id" uuid NOT NULL,
	"is_alone_in_file" boolean NOT NULL,
	"is_alone_hidden" boolean NOT NULL
);
--> statement-breakpoint
ALTER TABLE "calendar_choices" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "kept_words" (
	"partner_id" uuid NOT NULL,
	"words_id" uuid NOT NULL,
	"practice_id" uuid NOT NULL,
	"kept_at" timestamp with time zone DEFAULT auth.now() NOT NULL,
	"let_go_at" timestamp with time zone,
	CONSTRAINT "kept_words_partner_id_words_id_pk" PRIMARY KEY("partner_id","words_id")
);
--> statement-breakpoint
ALTER TABLE "kept_words" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "partner_requests" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"practice_id" uuid NOT NULL,
	"couple_id" uuid NOT NULL,
	"partner_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"words" "bytea",
	"asked_at" timestamp with time zone DEFAULT auth.now() NOT NULL,
	"settled_at" timestamp with time zone,
	"settled_by" uuid,
	CONSTRAINT "partner_requests_kind" CHECK ("partner_requests"."kind" in ('contact', 'data', 'openings'))
);
--> statement-breakpoint
ALTER TABLE "partner_requests" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "reminders" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"practice_id" uuid NOT NULL,
	"couple_id" uuid NOT NULL,
	"partner_id" uuid NOT NULL,
	"level" text NOT NULL,
	"weekdays" integer[] NOT NULL,
	"time" text NOT NULL,
	"saved_at" timestamp with time zone DEFAULT auth.now() NOT NULL,
	"next_due_at" timestamp with time zone,
	CONSTRAINT "reminders_of_partner" UNIQUE("partner_id"),
	CONSTRAINT "reminders_level" CHECK ("reminders"."level" in ('none', 'neutral', 'practice')),
	CONSTRAINT "reminders_weekdays" CHECK ("reminders"."weekdays" <@ array[1, 2, 3, 4, 5, 6, 7]),
	CONSTRAINT "reminders_time" CHECK ("reminders"."time" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$')
);
--> statement-breakpoint
ALTER TABLE "reminders" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "practice_closings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"practice_id" uuid NOT NULL,
	"couple_id" uuid NOT NULL,
	"closed_by" uuid NOT NULL,
	"closed_at" timestamp with time zone DEFAULT auth.now() NOT NULL,
	"seen_at" timestamp with time zone,
	"seen_by" uuid
);
--> statement-breakpoint
ALTER TABLE "practice_closings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "assignments" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"practice_id" uuid NOT NULL,
	"couple_id" uuid NOT NULL,
	"step_version_id" uuid NOT NULL,
	"mode" text NOT NULL,
	"intensity" smallint NOT NULL,
	"consent_every" text NOT NULL,
	"needs_release" boolean NOT NULL,
	"alone_needs_release" boolean DEFAULT false NOT NULL,
	"opens_when_both_yes" boolean NOT NULL,
	"rhythm_kind" text NOT NULL,
	"rhythm_times" smallint NOT NULL,
	"rhythm_weeks" smallint,
	"rhythm_days" smallint[] NOT NULL,
	"minutes_min" smallint NOT NULL,
	"minutes_max" smallint NOT NULL,
	"terms" "bytea",
	"assigned_by" uuid NOT NULL,
	"assigned_at" timestamp with time zone DEFAULT auth.now() NOT NULL,
	CONSTRAINT "assignments_of_couple" UNIQUE("practice_id","couple_id","id"),
	CONSTRAINT "assignments_mode" CHECK ("assignments"."mode" in ('alone', 'together', 'parts')),
	CONSTRAINT "assignments_consent_every" CHECK ("assignments"."consent_every" in ('once', 'week')),
	CONSTRAINT "assignments_rhythm" CHECK ("assignments"."rhythm_kind" in ('once', 'timesAWeek', 'mostDays', 'daily', 'monthly', 'fixedDays'))
);
--> statement-breakpoint
ALTER TABLE "assignments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "day_sheets" (
	"partner_id" uuid NOT NULL,
	"on" date NOT NULL,
	"practice_id" uuid NOT NULL,
	"content" jsonb NOT NULL,
	CONSTRAINT "day_sheets_partner_id_on_pk" PRIMARY KEY("partner_id","on")
);
--> statement-breakpoint
ALTER TABLE "day_sheets" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "plan_events" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"practice_id" uuid NOT NULL,
	"couple_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"assignment_id" uuid,
	"unit" text,
	"partner_id" uuid,
	"is_opening" boolean,
	"is_immediate" boolean DEFAULT false NOT NULL,
	"effective_on" date,
	"staff_member_id" uuid,
	"at" timestamp with time zone DEFAULT auth.now() NOT NULL,
	CONSTRAINT "plan_events_kind" CHECK ("plan_events"."kind" in ('answered', 'withdrawn', 'paused', 'pauseTakenBack', 'safetyRaised', 'assigned', 'termsChanged', 'released', 'held', 'holdLifted', 'pauseLifted', 'safetySettled', 'metAlone', 'finished', 'retired', 'ended', 'reopened', 'sharedEnded', 'sharedResumed')),
	CONSTRAINT "plan_events_unit" CHECK ("plan_events"."unit" in ('whole', 'alone', 'together')),
	CONSTRAINT "plan_events_effective" CHECK ((kind = 'sharedEnded') = (effective_on is not null))
);
--> statement-breakpoint
ALTER TABLE "plan_events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "prepared_steps" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"practice_id" uuid NOT NULL,
	"couple_id" uuid NOT NULL,
	"step_id" uuid NOT NULL,
	"choice" "bytea" NOT NULL,
	"prepared_by" uuid NOT NULL,
	"prepared_at" timestamp with time zone DEFAULT auth.now() NOT NULL,
	CONSTRAINT "prepared_steps_of_couple" UNIQUE("couple_id","step_id")
);
--> statement-breakpoint
ALTER TABLE "prepared_steps" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "waivers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"practice_id" uuid NOT NULL,
	"couple_id" uuid NOT NULL,
	"assignment_id" uuid NOT NULL,
	"requirement" text NOT NULL,
	"reason" "bytea" NOT NULL,
	"author_id" uuid NOT NULL,
	"waived_at" timestamp with time zone DEFAULT auth.now() NOT NULL,
	CONSTRAINT "waivers_of_assignment" UNIQUE("assignment_id","requirement")
);
--> statement-breakpoint
ALTER TABLE "waivers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "programs" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"practice_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"common" jsonb NOT NULL,
	"author_id" uuid,
	"created_at" timestamp with time zone DEFAULT auth.now() NOT NULL,
	CONSTRAINT "programs_in_practice" UNIQUE("practice_id","id"),
	CONSTRAINT "programs_version" UNIQUE("practice_id","version")
);
--> statement-breakpoint
ALTER TABLE "programs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "step_reviews" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"practice_id" uuid NOT NULL,
	"step_version_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"reviewed_as" text NOT NULL,
	"reviewed_at" timestamp with time zone DEFAULT auth.now() NOT NULL,
	CONSTRAINT "step_reviews_once" UNIQUE("step_version_id","author_id")
);
--> statement-breakpoint
ALTER TABLE "step_reviews" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "step_versions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"practice_id" uuid NOT NULL,
	"step_id" uuid NOT NULL,
	"program_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"title" text NOT NULL,
	"content" jsonb NOT NULL,
	"is_retired" boolean DEFAULT false NOT NULL,
	"couple_id" uuid,
	"author_id" uuid,
	"created_at" timestamp with time zone DEFAULT auth.now() NOT NULL,
	CONSTRAINT "step_versions_in_practice" UNIQUE("practice_id","id"),
	CONSTRAINT "step_versions_version" UNIQUE("step_id","version")
);
--> statement-breakpoint
ALTER TABLE "step_versions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "steps" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"practice_id" uuid NOT NULL,
	"code" text NOT NULL,
	"stage" integer NOT NULL,
	"couple_id" uuid,
	CONSTRAINT "steps_in_practice" UNIQUE("practice_id","id"),
	CONSTRAINT "steps_code" UNIQUE("practice_id","code"),
	CONSTRAINT "steps_of_couple" UNIQUE("practice_id","couple_id","id")
);
--> statement-breakpoint
ALTER TABLE "steps" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "assignment_terms" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"practice_id" uuid NOT NULL,
	"couple_id" uuid NOT NULL,
	"assignment_id" uuid NOT NULL,
	"terms" "bytea" NOT NULL,
	"author_id" uuid NOT NULL,
	"set_at" timestamp with time zone DEFAULT auth.now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "assignment_terms" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "own_terms" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"practice_id" uuid NOT NULL,
	"couple_id" uuid NOT NULL,
	"partner_id" uuid NOT NULL,
	"assignment_id" uuid NOT NULL,
	"words" "bytea" NOT NULL,
	"author_id" uuid NOT NULL,
	"set_at" timestamp with time zone DEFAULT auth.now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "own_terms" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "practices" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"time_zone" text NOT NULL,
	"portal_title" text DEFAULT 'Today' NOT NULL,
	"sender_name" text NOT NULL,
	"mail_subject" text DEFAULT 'A reminder for you' NOT NULL,
	"close_url" text NOT NULL,
	"letter_name" text DEFAULT '' NOT NULL,
	"letter_address" text DEFAULT '' NOT NULL,
	"clinic_idle_minutes" integer DEFAULT 15 NOT NULL,
	"requires_factor" boolean DEFAULT false NOT NULL,
	"working_hours" jsonb DEFAULT '{"1":{"from":"09:00","to":"17:00"},"2":{"from":"09:00","to":"17:00"},"3":{"from":"09:00","to":"17:00"},"4":{"from":"09:00","to":"17:00"},"5":{"from":"09:00","to":"17:00"}}'::jsonb NOT NULL,
	"closed_days" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"pcl_change" smallint DEFAULT 15 NOT NULL,
	"is_demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT auth.now() NOT NULL,
	CONSTRAINT "practices_idle" CHECK ("practices"."clinic_idle_minutes" between 5 and 60)
);
--> statement-breakpoint
ALTER TABLE "practices" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "set_up_links" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT auth.now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"practice_id" uuid,
	CONSTRAINT "set_up_links_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "set_up_links" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "support_contacts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"practice_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"label" text NOT NULL,
	"detail" text NOT NULL,
	CONSTRAINT "support_contacts_place" UNIQUE("practice_id","position")
);
--> statement-breakpoint
ALTER TABLE "support_contacts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "disclosures" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"practice_id" uuid NOT NULL,
	"couple_id" uuid NOT NULL,
	"partner_id" uuid NOT NULL,
	"release_id" uuid NOT NULL,
	"on" date NOT NULL,
	"document" "bytea" NOT NULL,
	"author_id" uuid NOT NULL,
	"disclosed_at" timestamp with time zone DEFAULT auth.now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "disclosures" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "joint_note_decisions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"practice_id" uuid NOT NULL,
	"couple_id" uuid NOT NULL,
	"release_id" uuid NOT NULL,
	"note_id" uuid NOT NULL,
	"decision" text NOT NULL,
	"record" "bytea" NOT NULL,
	"author_id" uuid NOT NULL,
	"decided_at" timestamp with time zone DEFAULT auth.now() NOT NULL,
	CONSTRAINT "joint_note_decisions_decision" CHECK ("joint_note_decisions"."decision" in ('leftOut', 'passagesRemoved'))
);
--> statement-breakpoint
ALTER TABLE "joint_note_decisions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "record_authorizations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"practice_id" uuid NOT NULL,
	"couple_id" uuid NOT NULL,
	"release_id" uuid NOT NULL,
	"partner_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"on" date NOT NULL,
	"author_id" uuid NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT auth.now() NOT NULL,
	CONSTRAINT "record_authorizations_once" UNIQUE("release_id","partner_id","kind"),
	CONSTRAINT "record_authorizations_kind" CHECK ("record_authorizations"."kind" in ('signed', 'revoked'))
);
--> statement-breakpoint
ALTER TABLE "record_authorizations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "record_releases" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"practice_id" uuid NOT NULL,
	"couple_id" uuid NOT NULL,
	"partner_id" uuid NOT NULL,
	"asked_by" text NOT NULL,
	"kinds" text[] NOT NULL,
	"from_on" date,
	"to_on" date,
	"terms" "bytea" NOT NULL,
	"until_on" date NOT NULL,
	"author_id" uuid NOT NULL,
	"made_at" timestamp with time zone DEFAULT auth.now() NOT NULL,
	CONSTRAINT "record_releases_of_couple_key" UNIQUE("practice_id","couple_id","id"),
	CONSTRAINT "record_releases_of_partner_key" UNIQUE("practice_id","couple_id","partner_id","id"),
	CONSTRAINT "record_releases_asked_by" CHECK ("record_releases"."asked_by" in ('person', 'professional', 'insurer', 'lawyer', 'other')),
	CONSTRAINT "record_releases_kinds" CHECK (cardinality(kinds) > 0 and kinds <@ array['intake', 'individualNotes', 'jointNotes', 'contactNotes', 'checkIns', 'consents']),
	CONSTRAINT "record_releases_range" CHECK (from_on <= to_on)
);
--> statement-breakpoint
ALTER TABLE "record_releases" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "referral_events" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"practice_id" uuid NOT NULL,
	"couple_id" uuid NOT NULL,
	"partner_id" uuid NOT NULL,
	"referral_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"release_id" uuid,
	"outcome" text,
	"again_on" date,
	"words" "bytea",
	"author_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT auth.now() NOT NULL,
	CONSTRAINT "referral_events_kind" CHECK ("referral_events"."kind" in ('letterPrinted', 'outcome')),
	CONSTRAINT "referral_events_outcome_word" CHECK ("referral_events"."outcome" in ('seen', 'notWanted', 'noAnswer', 'other')),
	CONSTRAINT "referral_events_whole" CHECK ((kind = 'letterPrinted') = (release_id is not null) and (kind = 'outcome') = (outcome is not null) and (kind = 'outcome' or (again_on is null and words is null)))
);
--> statement-breakpoint
ALTER TABLE "referral_events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "referrals" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"practice_id" uuid NOT NULL,
	"couple_id" uuid NOT NULL,
	"partner_id" uuid NOT NULL,
	"profession" text NOT NULL,
	"record" "bytea" NOT NULL,
	"due_on" date NOT NULL,
	"author_id" uuid NOT NULL,
	"made_at" timestamp with time zone DEFAULT auth.now() NOT NULL,
	CONSTRAINT "referrals_of_partner_key" UNIQUE("practice_id","couple_id","partner_id","id"),
	CONSTRAINT "referrals_profession" CHECK ("referrals"."profession" in ('familyDoctor', 'gynecologist', 'urologist', 'oncologist', 'pelvicFloor', 'psychiatrist', 'therapist', 'otherDoctor', 'other'))
);
--> statement-breakpoint
ALTER TABLE "referrals" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "release_answers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"practice_id" uuid NOT NULL,
	"couple_id" uuid NOT NULL,
	"partner_id" uuid NOT NULL,
	"release_id" uuid NOT NULL,
	"answer" text NOT NULL,
	"on" date NOT NULL,
	CONSTRAINT "release_answers_answer" CHECK ("release_answers"."answer" in ('signed', 'notNow', 'withdrawn'))
);
--> statement-breakpoint
ALTER TABLE "release_answers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "releases" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"practice_id" uuid NOT NULL,
	"couple_id" uuid NOT NULL,
	"partner_id" uuid NOT NULL,
	"referral_id" uuid NOT NULL,
	"terms" "bytea" NOT NULL,
	"until_on" date NOT NULL,
	"author_id" uuid NOT NULL,
	"asked_at" timestamp with time zone DEFAULT auth.now() NOT NULL,
	"taken_back_at" timestamp with time zone,
	CONSTRAINT "releases_of_partner_key" UNIQUE("practice_id","couple_id","partner_id","id")
);
--> statement-breakpoint
ALTER TABLE "releases" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "data_keys" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"practice_id" uuid NOT NULL,
	"practice_key_id" uuid NOT NULL,
	"key_class" text NOT NULL,
	"couple_id" uuid NOT NULL,
	"partner_id" uuid,
	"author_id" uuid,
	"wrapped" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT auth.now() NOT NULL,
	CONSTRAINT "data_keys_owner" UNIQUE("couple_id","key_class","partner_id","author_id","created_at"),
	CONSTRAINT "data_keys_of_author" CHECK ((key_class = 'author.process') = (author_id is not null)),
	CONSTRAINT "data_keys_class" CHECK ("data_keys"."key_class" in ('couple.shared', 'couple.record', 'partner.record', 'partner.private', 'author.process', 'author.snippets'))
);
--> statement-breakpoint
ALTER TABLE "data_keys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "practice_keys" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"practice_id" uuid NOT NULL,
	"master_key_id" text NOT NULL,
	"wrapped" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT auth.now() NOT NULL,
	CONSTRAINT "practice_keys_in_practice" UNIQUE("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "practice_keys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "addenda" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"practice_id" uuid NOT NULL,
	"couple_id" uuid NOT NULL,
	"note_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"signed_as" text NOT NULL,
	"text" "bytea" NOT NULL,
	"added_at" timestamp with time zone DEFAULT auth.now() NOT NULL,
	"zone" text NOT NULL,
	"note_hash" "bytea" NOT NULL,
	"hash" "bytea" NOT NULL,
	CONSTRAINT "addenda_kind" CHECK ("addenda"."kind" in ('addendum', 'lateEntry', 'enteredInError'))
);
--> statement-breakpoint
ALTER TABLE "addenda" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "note_co_authors" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"practice_id" uuid NOT NULL,
	"couple_id" uuid NOT NULL,
	"note_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"co_author_id" uuid NOT NULL,
	"named_at" timestamp with time zone DEFAULT auth.now() NOT NULL,
	CONSTRAINT "note_co_authors_once" UNIQUE("note_id","co_author_id"),
	CONSTRAINT "note_co_authors_another" CHECK (author_id <> co_author_id)
);
--> statement-breakpoint
ALTER TABLE "note_co_authors" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "note_versions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"practice_id" uuid NOT NULL,
	"couple_id" uuid NOT NULL,
	"note_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"kept_by" uuid,
	"version" integer NOT NULL,
	"cause" text NOT NULL,
	"sections" "bytea" NOT NULL,
	"kept_at" timestamp with time zone DEFAULT auth.now() NOT NULL,
	CONSTRAINT "note_versions_cause" CHECK ("note_versions"."cause" in ('conflict', 'interval', 'signed', 'hand', 'format'))
);
--> statement-breakpoint
ALTER TABLE "note_versions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "session_notes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"practice_id" uuid NOT NULL,
	"couple_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"partner_id" uuid,
	"author_id" uuid NOT NULL,
	"format" text NOT NULL,
	"format_version" integer DEFAULT 1 NOT NULL,
	"written_in" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"sections" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT auth.now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT auth.now() NOT NULL,
	"signed_at" timestamp with time zone,
	"signed_as" text,
	"signed_hash" "bytea",
	"signed_zone" text,
	"needs_approval" boolean DEFAULT false NOT NULL,
	"needs_co_signature" boolean DEFAULT false NOT NULL,
	"co_signer_id" uuid,
	CONSTRAINT "session_notes_of_couple_key" UNIQUE("practice_id","couple_id","id"),
	CONSTRAINT "session_notes_of_author_key" UNIQUE("practice_id","couple_id","id","author_id"),
	CONSTRAINT "session_notes_kind" CHECK ("session_notes"."kind" in ('joint', 'individual')),
	CONSTRAINT "session_notes_one_record" CHECK ((kind = 'individual') = (partner_id is not null)),
	CONSTRAINT "session_notes_signed_whole" CHECK (num_nulls(signed_at, signed_as, signed_hash) in (0, 3)),
	CONSTRAINT "session_notes_format" CHECK ("session_notes"."format" in ('SOAP', 'DAP', 'BIRP', 'GIRP', 'narrative'))
);
--> statement-breakpoint
ALTER TABLE "session_notes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "session_attendances" (
	"session_id" uuid NOT NULL,
	"practice_id" uuid NOT NULL,
	"couple_id" uuid NOT NULL,
	"partner_id" uuid NOT NULL,
	"attendance" text NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT auth.now() NOT NULL,
	CONSTRAINT "session_attendances_session_id_partner_id_pk" PRIMARY KEY("session_id","partner_id"),
	CONSTRAINT "session_attendances_attendance" CHECK ("session_attendances"."attendance" in ('attended', 'late', 'absent'))
);
--> statement-breakpoint
ALTER TABLE "session_attendances" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"practice_id" uuid NOT NULL,
	"couple_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"partner_id" uuid,
	"therapist_id" uuid NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"minutes" smallint NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"video_link" text DEFAULT '' NOT NULL,
	"series_id" uuid,
	"cancelled_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT auth.now() NOT NULL,
	CONSTRAINT "sessions_of_couple_key" UNIQUE("practice_id","couple_id","id"),
	CONSTRAINT "sessions_kind" CHECK ("sessions"."kind" in ('joint', 'individual')),
	CONSTRAINT "sessions_video_link" CHECK (video_link = '' or video_link like 'https://%'),
	CONSTRAINT "sessions_with_whom" CHECK ((kind = 'individual') = (partner_id is not null))
);
--> statement-breakpoint
ALTER TABLE "sessions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "staff_members" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"practice_id" uuid NOT NULL,
	"account_id" uuid,
	"name" text NOT NULL,
	"credential" text DEFAULT '' NOT NULL,
	"email" text NOT NULL,
	"status" text DEFAULT 'invited' NOT NULL,
	"created_at" timestamp with time zone DEFAULT auth.now() NOT NULL,
	"deactivated_at" timestamp with time zone,
	CONSTRAINT "staff_members_in_practice" UNIQUE("practice_id","id"),
	CONSTRAINT "staff_members_email" UNIQUE("practice_id","email"),
	CONSTRAINT "staff_members_status" CHECK ("staff_members"."status" in ('invited', 'active', 'deactivated'))
);
--> statement-breakpoint
ALTER TABLE "staff_members" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "staff_roles" (
	"practice_id" uuid NOT NULL,
	"staff_member_id" uuid NOT NULL,
	"role" text NOT NULL,
	CONSTRAINT "staff_roles_staff_member_id_role_pk" PRIMARY KEY("staff_member_id","role"),
	CONSTRAINT "staff_roles_role" CHECK ("staff_roles"."role" in ('practiceAdmin', 'therapist', 'supervisor', 'scheduler'))
);
--> statement-breakpoint
ALTER TABLE "staff_roles" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "staff_settings" (
	"staff_member_id" uuid PRIMARY KEY NOT NULL,
	"practice_id" uuid NOT NULL,
	"has_single_keys" boolean DEFAULT true NOT NULL,
	"note_format" text,
	CONSTRAINT "staff_settings_note_format" CHECK ("staff_settings"."note_format" in ('SOAP', 'DAP', 'BIRP', 'GIRP', 'narrative'))
);
--> statement-breakpoint
ALTER TABLE "staff_settings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "account_notices" ADD CONSTRAINT "account_notices_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "half_sign_ins" ADD CONSTRAINT "half_sign_ins_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passkey_challenges" ADD CONSTRAINT "passkey_challenges_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passkeys" ADD CONSTRAINT "passkeys_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "password_resets" ADD CONSTRAINT "password_resets_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_ins" ADD CONSTRAINT "sign_ins_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "totp_factors" ADD CONSTRAINT "totp_factors_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_ins" ADD CONSTRAINT "check_ins_entered_by" FOREIGN KEY ("practice_id","entered_by") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_ins" ADD CONSTRAINT "check_ins_partner" FOREIGN KEY ("practice_id","couple_id","partner_id") REFERENCES "public"."partners"("practice_id","couple_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_ins" ADD CONSTRAINT "check_ins_assignment" FOREIGN KEY ("practice_id","couple_id","assignment_id") REFERENCES "public"."assignments"("practice_id","couple_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_partner" FOREIGN KEY ("practice_id","couple_id","partner_id") REFERENCES "public"."partners"("practice_id","couple_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_assignment" FOREIGN KEY ("practice_id","couple_id","assignment_id") REFERENCES "public"."assignments"("practice_id","couple_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_partner" FOREIGN KEY ("practice_id","couple_id","partner_id") REFERENCES "public"."partners"("practice_id","couple_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reflections" ADD CONSTRAINT "reflections_partner" FOREIGN KEY ("practice_id","couple_id","partner_id") REFERENCES "public"."partners"("practice_id","couple_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shared_words" ADD CONSTRAINT "shared_words_partner" FOREIGN KEY ("practice_id","couple_id","partner_id") REFERENCES "public"."partners"("practice_id","couple_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_links" ADD CONSTRAINT "audit_links_event" FOREIGN KEY ("practice_id","event_id") REFERENCES "public"."audit_events"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care_team_members" ADD CONSTRAINT "care_team_members_couple" FOREIGN KEY ("practice_id","couple_id") REFERENCES "public"."couples"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care_team_members" ADD CONSTRAINT "care_team_members_staff" FOREIGN KEY ("practice_id","staff_member_id") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "couples" ADD CONSTRAINT "couples_practice_id_practices_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "couples" ADD CONSTRAINT "couples_founded_by" FOREIGN KEY ("practice_id","created_by") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "endings" ADD CONSTRAINT "endings_couple" FOREIGN KEY ("practice_id","couple_id") REFERENCES "public"."couples"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "endings" ADD CONSTRAINT "endings_ended_by" FOREIGN KEY ("practice_id","ended_by") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partners" ADD CONSTRAINT "partners_couple" FOREIGN KEY ("practice_id","couple_id") REFERENCES "public"."couples"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flags" ADD CONSTRAINT "flags_partner" FOREIGN KEY ("practice_id","couple_id","partner_id") REFERENCES "public"."partners"("practice_id","couple_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_limits" ADD CONSTRAINT "review_limits_partner" FOREIGN KEY ("practice_id","couple_id","partner_id") REFERENCES "public"."partners"("practice_id","couple_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_notes" ADD CONSTRAINT "contact_notes_partner" FOREIGN KEY ("practice_id","couple_id","partner_id") REFERENCES "public"."partners"("practice_id","couple_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_notes" ADD CONSTRAINT "contact_notes_in_error" FOREIGN KEY ("practice_id","couple_id","partner_id","in_error_id") REFERENCES "public"."contact_notes"("practice_id","couple_id","partner_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_notes" ADD CONSTRAINT "contact_notes_author" FOREIGN KEY ("practice_id","author_id") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "to_dos" ADD CONSTRAINT "to_dos_couple" FOREIGN KEY ("practice_id","couple_id") REFERENCES "public"."couples"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "to_dos" ADD CONSTRAINT "to_dos_assignee" FOREIGN KEY ("practice_id","assignee_id") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "to_dos" ADD CONSTRAINT "to_dos_author" FOREIGN KEY ("practice_id","author_id") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "to_dos" ADD CONSTRAINT "to_dos_done_by" FOREIGN KEY ("practice_id","done_by") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "today_visits" ADD CONSTRAINT "today_visits_staff" FOREIGN KEY ("practice_id","staff_member_id") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "diagnoses" ADD CONSTRAINT "diagnoses_partner" FOREIGN KEY ("practice_id","couple_id","partner_id") REFERENCES "public"."partners"("practice_id","couple_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "diagnoses" ADD CONSTRAINT "diagnoses_of" FOREIGN KEY ("practice_id","couple_id","partner_id","of_id") REFERENCES "public"."diagnoses"("practice_id","couple_id","partner_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "diagnoses" ADD CONSTRAINT "diagnoses_author" FOREIGN KEY ("practice_id","author_id") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goal_versions" ADD CONSTRAINT "goal_versions_goal" FOREIGN KEY ("practice_id","couple_id","goal_id") REFERENCES "public"."goals"("practice_id","couple_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goal_versions" ADD CONSTRAINT "goal_versions_author" FOREIGN KEY ("practice_id","author_id") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goals" ADD CONSTRAINT "goals_couple" FOREIGN KEY ("practice_id","couple_id") REFERENCES "public"."couples"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goals" ADD CONSTRAINT "goals_partner" FOREIGN KEY ("practice_id","couple_id","partner_id") REFERENCES "public"."partners"("practice_id","couple_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goals" ADD CONSTRAINT "goals_under" FOREIGN KEY ("practice_id","couple_id","under_id") REFERENCES "public"."goals"("practice_id","couple_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goals" ADD CONSTRAINT "goals_author" FOREIGN KEY ("practice_id","author_id") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_partner" FOREIGN KEY ("practice_id","couple_id","partner_id") REFERENCES "public"."partners"("practice_id","couple_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_proposal" FOREIGN KEY ("practice_id","couple_id","proposal_id") REFERENCES "public"."policy_proposals"("practice_id","couple_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "confidentiality_policies" ADD CONSTRAINT "confidentiality_policies_couple" FOREIGN KEY ("practice_id","couple_id") REFERENCES "public"."couples"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "confidentiality_policies" ADD CONSTRAINT "confidentiality_policies_proposal" FOREIGN KEY ("practice_id","couple_id","proposal_id") REFERENCES "public"."policy_proposals"("practice_id","couple_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intakes" ADD CONSTRAINT "intakes_couple" FOREIGN KEY ("practice_id","couple_id") REFERENCES "public"."couples"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings_alone" ADD CONSTRAINT "meetings_alone_partner" FOREIGN KEY ("practice_id","couple_id","partner_id") REFERENCES "public"."partners"("practice_id","couple_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings_alone" ADD CONSTRAINT "meetings_alone_recorded_by" FOREIGN KEY ("practice_id","recorded_by") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_intakes" ADD CONSTRAINT "partner_intakes_partner" FOREIGN KEY ("practice_id","couple_id","partner_id") REFERENCES "public"."partners"("practice_id","couple_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policy_answers" ADD CONSTRAINT "policy_answers_partner" FOREIGN KEY ("practice_id","couple_id","partner_id") REFERENCES "public"."partners"("practice_id","couple_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policy_answers" ADD CONSTRAINT "policy_answers_proposal" FOREIGN KEY ("practice_id","couple_id","proposal_id") REFERENCES "public"."policy_proposals"("practice_id","couple_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policy_proposals" ADD CONSTRAINT "policy_proposals_session" FOREIGN KEY ("practice_id","couple_id","session_id") REFERENCES "public"."sessions"("practice_id","couple_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policy_proposals" ADD CONSTRAINT "policy_proposals_author" FOREIGN KEY ("practice_id","author_id") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_staff" FOREIGN KEY ("practice_id","staff_member_id") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_partner" FOREIGN KEY ("practice_id","couple_id","partner_id") REFERENCES "public"."partners"("practice_id","couple_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measures_given" ADD CONSTRAINT "measures_given_partner" FOREIGN KEY ("practice_id","couple_id","partner_id") REFERENCES "public"."partners"("practice_id","couple_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measures_given" ADD CONSTRAINT "measures_given_author" FOREIGN KEY ("practice_id","author_id") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measure_scores" ADD CONSTRAINT "measure_scores_partner" FOREIGN KEY ("practice_id","couple_id","partner_id") REFERENCES "public"."partners"("practice_id","couple_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measure_scores" ADD CONSTRAINT "measure_scores_given" FOREIGN KEY ("practice_id","couple_id","partner_id","given_id") REFERENCES "public"."measures_given"("practice_id","couple_id","partner_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measure_scores" ADD CONSTRAINT "measure_scores_entered_by" FOREIGN KEY ("practice_id","entered_by") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "process_notes" ADD CONSTRAINT "process_notes_couple" FOREIGN KEY ("practice_id","couple_id") REFERENCES "public"."couples"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "process_notes" ADD CONSTRAINT "process_notes_author" FOREIGN KEY ("practice_id","author_id") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "snippets" ADD CONSTRAINT "snippets_member" FOREIGN KEY ("practice_id","staff_member_id") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_keys" ADD CONSTRAINT "staff_keys_practice_key" FOREIGN KEY ("practice_id","practice_key_id") REFERENCES "public"."practice_keys"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_keys" ADD CONSTRAINT "staff_keys_member" FOREIGN KEY ("practice_id","staff_member_id") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "co_signatures" ADD CONSTRAINT "co_signatures_note" FOREIGN KEY ("practice_id","couple_id","note_id") REFERENCES "public"."session_notes"("practice_id","couple_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "co_signatures" ADD CONSTRAINT "co_signatures_author" FOREIGN KEY ("practice_id","author_id") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_comments" ADD CONSTRAINT "note_comments_note" FOREIGN KEY ("practice_id","couple_id","note_id") REFERENCES "public"."session_notes"("practice_id","couple_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_comments" ADD CONSTRAINT "note_comments_author" FOREIGN KEY ("practice_id","author_id") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_reviews" ADD CONSTRAINT "note_reviews_note" FOREIGN KEY ("practice_id","couple_id","note_id") REFERENCES "public"."session_notes"("practice_id","couple_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_reviews" ADD CONSTRAINT "note_reviews_author" FOREIGN KEY ("practice_id","author_id") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supervisions" ADD CONSTRAINT "supervisions_supervisee" FOREIGN KEY ("practice_id","supervisee_id") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supervisions" ADD CONSTRAINT "supervisions_supervisor" FOREIGN KEY ("practice_id","supervisor_id") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_choices" ADD CONSTRAINT "calendar_choices_partner" FOREIGN KEY ("practice_id","partner_id") REFERENCES "public"."partners"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kept_words" ADD CONSTRAINT "kept_words_partner" FOREIGN KEY ("practice_id","partner_id") REFERENCES "public"."partners"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kept_words" ADD CONSTRAINT "kept_words_words" FOREIGN KEY ("practice_id","words_id") REFERENCES "public"."shared_words"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_requests" ADD CONSTRAINT "partner_requests_partner" FOREIGN KEY ("practice_id","couple_id","partner_id") REFERENCES "public"."partners"("practice_id","couple_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_partner" FOREIGN KEY ("practice_id","couple_id","partner_id") REFERENCES "public"."partners"("practice_id","couple_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_closings" ADD CONSTRAINT "practice_closings_couple" FOREIGN KEY ("practice_id","couple_id") REFERENCES "public"."couples"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_closings" ADD CONSTRAINT "practice_closings_closed_by" FOREIGN KEY ("practice_id","closed_by") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_closings" ADD CONSTRAINT "practice_closings_seen_by" FOREIGN KEY ("practice_id","seen_by") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_couple" FOREIGN KEY ("practice_id","couple_id") REFERENCES "public"."couples"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_step_version" FOREIGN KEY ("practice_id","step_version_id") REFERENCES "public"."step_versions"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "day_sheets" ADD CONSTRAINT "day_sheets_partner" FOREIGN KEY ("practice_id","partner_id") REFERENCES "public"."partners"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_events" ADD CONSTRAINT "plan_events_couple" FOREIGN KEY ("practice_id","couple_id") REFERENCES "public"."couples"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_events" ADD CONSTRAINT "plan_events_assignment" FOREIGN KEY ("practice_id","couple_id","assignment_id") REFERENCES "public"."assignments"("practice_id","couple_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_events" ADD CONSTRAINT "plan_events_partner" FOREIGN KEY ("practice_id","couple_id","partner_id") REFERENCES "public"."partners"("practice_id","couple_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "prepared_steps" ADD CONSTRAINT "prepared_steps_couple" FOREIGN KEY ("practice_id","couple_id") REFERENCES "public"."couples"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "prepared_steps" ADD CONSTRAINT "prepared_steps_step" FOREIGN KEY ("practice_id","step_id") REFERENCES "public"."steps"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "prepared_steps" ADD CONSTRAINT "prepared_steps_by" FOREIGN KEY ("practice_id","prepared_by") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waivers" ADD CONSTRAINT "waivers_assignment" FOREIGN KEY ("practice_id","couple_id","assignment_id") REFERENCES "public"."assignments"("practice_id","couple_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waivers" ADD CONSTRAINT "waivers_author" FOREIGN KEY ("practice_id","author_id") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programs" ADD CONSTRAINT "programs_practice_id_practices_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programs" ADD CONSTRAINT "programs_author" FOREIGN KEY ("practice_id","author_id") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "step_reviews" ADD CONSTRAINT "step_reviews_version" FOREIGN KEY ("practice_id","step_version_id") REFERENCES "public"."step_versions"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "step_reviews" ADD CONSTRAINT "step_reviews_author" FOREIGN KEY ("practice_id","author_id") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "step_versions" ADD CONSTRAINT "step_versions_step" FOREIGN KEY ("practice_id","step_id") REFERENCES "public"."steps"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "step_versions" ADD CONSTRAINT "step_versions_program" FOREIGN KEY ("practice_id","program_id") REFERENCES "public"."programs"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "step_versions" ADD CONSTRAINT "step_versions_author" FOREIGN KEY ("practice_id","author_id") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "step_versions" ADD CONSTRAINT "step_versions_of_couple" FOREIGN KEY ("practice_id","couple_id","step_id") REFERENCES "public"."steps"("practice_id","couple_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "steps" ADD CONSTRAINT "steps_couple" FOREIGN KEY ("practice_id","couple_id") REFERENCES "public"."couples"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment_terms" ADD CONSTRAINT "assignment_terms_assignment" FOREIGN KEY ("practice_id","couple_id","assignment_id") REFERENCES "public"."assignments"("practice_id","couple_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment_terms" ADD CONSTRAINT "assignment_terms_author" FOREIGN KEY ("practice_id","author_id") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "own_terms" ADD CONSTRAINT "own_terms_assignment" FOREIGN KEY ("practice_id","couple_id","assignment_id") REFERENCES "public"."assignments"("practice_id","couple_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "own_terms" ADD CONSTRAINT "own_terms_partner" FOREIGN KEY ("practice_id","couple_id","partner_id") REFERENCES "public"."partners"("practice_id","couple_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "own_terms" ADD CONSTRAINT "own_terms_author" FOREIGN KEY ("practice_id","author_id") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "support_contacts" ADD CONSTRAINT "support_contacts_practice_id_practices_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disclosures" ADD CONSTRAINT "disclosures_release" FOREIGN KEY ("practice_id","couple_id","partner_id","release_id") REFERENCES "public"."record_releases"("practice_id","couple_id","partner_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disclosures" ADD CONSTRAINT "disclosures_author" FOREIGN KEY ("practice_id","author_id") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "joint_note_decisions" ADD CONSTRAINT "joint_note_decisions_release" FOREIGN KEY ("practice_id","couple_id","release_id") REFERENCES "public"."record_releases"("practice_id","couple_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "joint_note_decisions" ADD CONSTRAINT "joint_note_decisions_note" FOREIGN KEY ("practice_id","couple_id","note_id") REFERENCES "public"."session_notes"("practice_id","couple_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "joint_note_decisions" ADD CONSTRAINT "joint_note_decisions_author" FOREIGN KEY ("practice_id","author_id") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_authorizations" ADD CONSTRAINT "record_authorizations_release" FOREIGN KEY ("practice_id","couple_id","release_id") REFERENCES "public"."record_releases"("practice_id","couple_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_authorizations" ADD CONSTRAINT "record_authorizations_partner" FOREIGN KEY ("practice_id","couple_id","partner_id") REFERENCES "public"."partners"("practice_id","couple_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_authorizations" ADD CONSTRAINT "record_authorizations_author" FOREIGN KEY ("practice_id","author_id") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_releases" ADD CONSTRAINT "record_releases_partner" FOREIGN KEY ("practice_id","couple_id","partner_id") REFERENCES "public"."partners"("practice_id","couple_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_releases" ADD CONSTRAINT "record_releases_author" FOREIGN KEY ("practice_id","author_id") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referral_events" ADD CONSTRAINT "referral_events_referral" FOREIGN KEY ("practice_id","couple_id","partner_id","referral_id") REFERENCES "public"."referrals"("practice_id","couple_id","partner_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referral_events" ADD CONSTRAINT "referral_events_release" FOREIGN KEY ("practice_id","couple_id","partner_id","release_id") REFERENCES "public"."releases"("practice_id","couple_id","partner_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referral_events" ADD CONSTRAINT "referral_events_author" FOREIGN KEY ("practice_id","author_id") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referrals" ADD CONSTRAINT "referrals_partner" FOREIGN KEY ("practice_id","couple_id","partner_id") REFERENCES "public"."partners"("practice_id","couple_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referrals" ADD CONSTRAINT "referrals_author" FOREIGN KEY ("practice_id","author_id") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release_answers" ADD CONSTRAINT "release_answers_release" FOREIGN KEY ("practice_id","couple_id","partner_id","release_id") REFERENCES "public"."releases"("practice_id","couple_id","partner_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "releases" ADD CONSTRAINT "releases_referral" FOREIGN KEY ("practice_id","couple_id","partner_id","referral_id") REFERENCES "public"."referrals"("practice_id","couple_id","partner_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "releases" ADD CONSTRAINT "releases_author" FOREIGN KEY ("practice_id","author_id") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "data_keys" ADD CONSTRAINT "data_keys_practice_key" FOREIGN KEY ("practice_id","practice_key_id") REFERENCES "public"."practice_keys"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "data_keys" ADD CONSTRAINT "data_keys_couple" FOREIGN KEY ("practice_id","couple_id") REFERENCES "public"."couples"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "data_keys" ADD CONSTRAINT "data_keys_author" FOREIGN KEY ("practice_id","author_id") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_keys" ADD CONSTRAINT "practice_keys_practice_id_practices_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "addenda" ADD CONSTRAINT "addenda_note" FOREIGN KEY ("practice_id","couple_id","note_id") REFERENCES "public"."session_notes"("practice_id","couple_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "addenda" ADD CONSTRAINT "addenda_author" FOREIGN KEY ("practice_id","author_id") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_co_authors" ADD CONSTRAINT "note_co_authors_note" FOREIGN KEY ("practice_id","couple_id","note_id","author_id") REFERENCES "public"."session_notes"("practice_id","couple_id","id","author_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_co_authors" ADD CONSTRAINT "note_co_authors_person" FOREIGN KEY ("practice_id","co_author_id") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_versions" ADD CONSTRAINT "note_versions_note" FOREIGN KEY ("practice_id","couple_id","note_id","author_id") REFERENCES "public"."session_notes"("practice_id","couple_id","id","author_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_versions" ADD CONSTRAINT "note_versions_kept_by" FOREIGN KEY ("practice_id","kept_by") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_notes" ADD CONSTRAINT "session_notes_couple" FOREIGN KEY ("practice_id","couple_id") REFERENCES "public"."couples"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_notes" ADD CONSTRAINT "session_notes_session" FOREIGN KEY ("practice_id","couple_id","session_id") REFERENCES "public"."sessions"("practice_id","couple_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_notes" ADD CONSTRAINT "session_notes_partner" FOREIGN KEY ("practice_id","couple_id","partner_id") REFERENCES "public"."partners"("practice_id","couple_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_notes" ADD CONSTRAINT "session_notes_author" FOREIGN KEY ("practice_id","author_id") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_notes" ADD CONSTRAINT "session_notes_co_signer" FOREIGN KEY ("practice_id","co_signer_id") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_attendances" ADD CONSTRAINT "session_attendances_session" FOREIGN KEY ("practice_id","couple_id","session_id") REFERENCES "public"."sessions"("practice_id","couple_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_attendances" ADD CONSTRAINT "session_attendances_partner" FOREIGN KEY ("practice_id","couple_id","partner_id") REFERENCES "public"."partners"("practice_id","couple_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_couple" FOREIGN KEY ("practice_id","couple_id") REFERENCES "public"."couples"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_partner" FOREIGN KEY ("practice_id","couple_id","partner_id") REFERENCES "public"."partners"("practice_id","couple_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_therapist" FOREIGN KEY ("practice_id","therapist_id") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_members" ADD CONSTRAINT "staff_members_practice_id_practices_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_roles" ADD CONSTRAINT "staff_roles_member" FOREIGN KEY ("practice_id","staff_member_id") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_settings" ADD CONSTRAINT "staff_settings_member" FOREIGN KEY ("practice_id","staff_member_id") REFERENCES "public"."staff_members"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_notices_of_account" ON "account_notices" USING btree ("account_id","at");--> statement-breakpoint
CREATE INDEX "passkey_challenges_of_account" ON "passkey_challenges" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "passkeys_of_account" ON "passkeys" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "sign_ins_of_account" ON "sign_ins" USING btree ("account_id","created_at");--> statement-breakpoint
CREATE INDEX "check_ins_of_couple" ON "check_ins" USING btree ("couple_id","sent_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "check_ins_by_day" ON "check_ins" USING btree ("couple_id","on","assignment_id","unit");--> statement-breakpoint
CREATE INDEX "check_ins_of_partner" ON "check_ins" USING btree ("partner_id","sent_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "consents_of_couple" ON "consents" USING btree ("couple_id","answered_at");--> statement-breakpoint
CREATE INDEX "reflections_of_couple" ON "reflections" USING btree ("couple_id","sent_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "shared_words_of_couple" ON "shared_words" USING btree ("couple_id","sent_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "audit_events_by_sign_in" ON "audit_events" USING btree ("sign_in_id","record_kind","record_id","at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "audit_events_of_practice" ON "audit_events" USING btree ("practice_id","at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "audit_events_of_couple" ON "audit_events" USING btree ("couple_id","at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "audit_events_concerning" ON "audit_events" USING btree ("concerns_partner_id","at" DESC NULLS LAST) WHERE concerns_partner_id is not null;--> statement-breakpoint
CREATE INDEX "care_team_members_by_staff" ON "care_team_members" USING btree ("staff_member_id","couple_id");--> statement-breakpoint
CREATE UNIQUE INDEX "care_team_members_one_open" ON "care_team_members" USING btree ("couple_id","staff_member_id") WHERE to_on is null;--> statement-breakpoint
CREATE UNIQUE INDEX "care_team_members_one_primary" ON "care_team_members" USING btree ("couple_id") WHERE part = 'primary' and to_on is null;--> statement-breakpoint
CREATE INDEX "couples_by_label" ON "couples" USING btree ("practice_id","label","id");--> statement-breakpoint
CREATE INDEX "endings_of_couple" ON "endings" USING btree ("couple_id","ended_at" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "partners_one_place_per_email" ON "partners" USING btree ("couple_id","email");--> statement-breakpoint
CREATE INDEX "partners_account" ON "partners" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "flags_open" ON "flags" USING btree ("couple_id","raised_at") WHERE settled_at is null;--> statement-breakpoint
CREATE INDEX "flags_of_couple" ON "flags" USING btree ("couple_id","raised_at");--> statement-breakpoint
CREATE INDEX "flags_unheard" ON "flags" USING btree ("partner_id") WHERE reason = 'contactMe' and heard_at is null;--> statement-breakpoint
CREATE INDEX "contact_notes_of_couple" ON "contact_notes" USING btree ("couple_id","on" DESC NULLS LAST,"written_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "to_dos_of_couple" ON "to_dos" USING btree ("couple_id","due_on");--> statement-breakpoint
CREATE INDEX "to_dos_open" ON "to_dos" USING btree ("assignee_id","due_on") WHERE done_at is null;--> statement-breakpoint
CREATE INDEX "to_dos_done" ON "to_dos" USING btree ("assignee_id","done_at") WHERE done_at is not null;--> statement-breakpoint
CREATE INDEX "diagnoses_of_couple" ON "diagnoses" USING btree ("couple_id","partner_id","written_at");--> statement-breakpoint
CREATE INDEX "goal_versions_of_couple" ON "goal_versions" USING btree ("couple_id","goal_id","number");--> statement-breakpoint
CREATE INDEX "goals_of_couple" ON "goals" USING btree ("couple_id","set_at");--> statement-breakpoint
CREATE INDEX "agreements_of_partner" ON "agreements" USING btree ("partner_id","agreed_at");--> statement-breakpoint
CREATE INDEX "confidentiality_policies_newest" ON "confidentiality_policies" USING btree ("couple_id","set_at");--> statement-breakpoint
CREATE INDEX "meetings_alone_of_couple" ON "meetings_alone" USING btree ("couple_id","recorded_at");--> statement-breakpoint
CREATE INDEX "partner_intakes_couple" ON "partner_intakes" USING btree ("couple_id");--> statement-breakpoint
CREATE INDEX "policy_proposals_newest" ON "policy_proposals" USING btree ("couple_id","proposed_at");--> statement-breakpoint
CREATE INDEX "invitations_of_staff" ON "invitations" USING btree ("staff_member_id");--> statement-breakpoint
CREATE INDEX "invitations_of_partner" ON "invitations" USING btree ("partner_id");--> statement-breakpoint
CREATE INDEX "measures_given_of_couple" ON "measures_given" USING btree ("couple_id","given_at");--> statement-breakpoint
CREATE INDEX "measures_given_standing" ON "measures_given" USING btree ("partner_id") WHERE taken_back_at is null;--> statement-breakpoint
CREATE INDEX "measure_scores_of_couple" ON "measure_scores" USING btree ("couple_id","on","sent_at");--> statement-breakpoint
CREATE INDEX "process_notes_of_author" ON "process_notes" USING btree ("author_id","couple_id","on" DESC NULLS LAST,"created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "snippets_of_member" ON "snippets" USING btree ("staff_member_id","created_at");--> statement-breakpoint
CREATE INDEX "staff_keys_of_member" ON "staff_keys" USING btree ("staff_member_id");--> statement-breakpoint
CREATE INDEX "note_comments_of_note" ON "note_comments" USING btree ("note_id","written_at");--> statement-breakpoint
CREATE UNIQUE INDEX "supervisions_one_open" ON "supervisions" USING btree ("supervisee_id","supervisor_id") WHERE to_on is null;--> statement-breakpoint
CREATE INDEX "supervisions_by_supervisor" ON "supervisions" USING btree ("supervisor_id","supervisee_id");--> statement-breakpoint
CREATE INDEX "partner_requests_open" ON "partner_requests" USING btree ("partner_id","asked_at") WHERE settled_at is null;--> statement-breakpoint
CREATE INDEX "reminders_due" ON "reminders" USING btree ("next_due_at") WHERE next_due_at is not null;--> statement-breakpoint
CREATE INDEX "practice_closings_unseen" ON "practice_closings" USING btree ("couple_id") WHERE seen_at is null;--> statement-breakpoint
CREATE INDEX "assignments_newest" ON "assignments" USING btree ("couple_id","assigned_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "plan_events_of_couple" ON "plan_events" USING btree ("couple_id","at");--> statement-breakpoint
CREATE INDEX "plan_events_standing" ON "plan_events" USING btree ("couple_id") WHERE kind in ('paused', 'pauseTakenBack', 'pauseLifted', 'held', 'holdLifted', 'finished', 'retired');--> statement-breakpoint
CREATE INDEX "plan_events_of_shared_work" ON "plan_events" USING btree ("couple_id","at") WHERE kind in ('sharedEnded', 'sharedResumed');--> statement-breakpoint
CREATE INDEX "step_versions_of_library" ON "step_versions" USING btree ("practice_id") WHERE couple_id is null;--> statement-breakpoint
CREATE INDEX "assignment_terms_newest" ON "assignment_terms" USING btree ("assignment_id","set_at");--> statement-breakpoint
CREATE INDEX "own_terms_newest" ON "own_terms" USING btree ("assignment_id","partner_id","set_at");--> statement-breakpoint
CREATE INDEX "disclosures_of_partner" ON "disclosures" USING btree ("partner_id","disclosed_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "joint_note_decisions_newest" ON "joint_note_decisions" USING btree ("release_id","note_id","decided_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "record_releases_of_partner" ON "record_releases" USING btree ("partner_id","made_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "referral_events_of_referral" ON "referral_events" USING btree ("referral_id","at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "referrals_of_couple" ON "referrals" USING btree ("couple_id","made_at" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "release_answers_one" ON "release_answers" USING btree ("release_id") WHERE answer <> 'withdrawn';--> statement-breakpoint
CREATE UNIQUE INDEX "release_answers_one_withdrawal" ON "release_answers" USING btree ("release_id") WHERE answer = 'withdrawn';--> statement-breakpoint
CREATE INDEX "releases_of_referral" ON "releases" USING btree ("referral_id","asked_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "releases_of_partner" ON "releases" USING btree ("partner_id","asked_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "addenda_of_note" ON "addenda" USING btree ("note_id","added_at");--> statement-breakpoint
CREATE INDEX "note_co_authors_of_person" ON "note_co_authors" USING btree ("co_author_id","note_id");--> statement-breakpoint
CREATE INDEX "note_versions_of_note" ON "note_versions" USING btree ("note_id","kept_at");--> statement-breakpoint
CREATE INDEX "session_notes_of_session" ON "session_notes" USING btree ("session_id","author_id");--> statement-breakpoint
CREATE INDEX "session_notes_of_couple" ON "session_notes" USING btree ("couple_id","created_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "session_notes_of_author" ON "session_notes" USING btree ("author_id","created_at");--> statement-breakpoint
CREATE INDEX "session_notes_to_co_sign" ON "session_notes" USING btree ("co_signer_id") WHERE co_signer_id is not null;--> statement-breakpoint
CREATE INDEX "session_attendances_of_couple" ON "session_attendances" USING btree ("couple_id");--> statement-breakpoint
CREATE INDEX "sessions_of_couple" ON "sessions" USING btree ("couple_id","starts_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "sessions_of_therapist" ON "sessions" USING btree ("therapist_id","starts_at");--> statement-breakpoint
CREATE INDEX "sessions_of_practice" ON "sessions" USING btree ("practice_id","starts_at");--> statement-breakpoint
CREATE INDEX "sessions_of_series" ON "sessions" USING btree ("series_id","starts_at") WHERE series_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "sessions_video_link_once" ON "sessions" USING btree ("practice_id","video_link") WHERE video_link <> '';--> statement-breakpoint
CREATE INDEX "staff_members_account" ON "staff_members" USING btree ("account_id");--> statement-breakpoint
CREATE POLICY "account_notices_select_rules" ON "account_notices" AS PERMISSIVE FOR SELECT TO "hearth_rules" USING (true);--> statement-breakpoint
CREATE POLICY "account_notices_insert_rules" ON "account_notices" AS PERMISSIVE FOR INSERT TO "hearth_rules" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "account_notices_update_rules" ON "account_notices" AS PERMISSIVE FOR UPDATE TO "hearth_rules" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "accounts_select_rules" ON "accounts" AS PERMISSIVE FOR SELECT TO "hearth_rules" USING (true);--> statement-breakpoint
CREATE POLICY "accounts_insert_rules" ON "accounts" AS PERMISSIVE FOR INSERT TO "hearth_rules" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "accounts_update_rules" ON "accounts" AS PERMISSIVE FOR UPDATE TO "hearth_rules" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "half_sign_ins_select_rules" ON "half_sign_ins" AS PERMISSIVE FOR SELECT TO "hearth_rules" USING (true);--> statement-breakpoint
CREATE POLICY "half_sign_ins_insert_rules" ON "half_sign_ins" AS PERMISSIVE FOR INSERT TO "hearth_rules" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "half_sign_ins_update_rules" ON "half_sign_ins" AS PERMISSIVE FOR UPDATE TO "hearth_rules" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "half_sign_ins_delete_rules" ON "half_sign_ins" AS PERMISSIVE FOR DELETE TO "hearth_rules" USING (true);--> statement-breakpoint
CREATE POLICY "idempotency_keys_select_rules" ON "idempotency_keys" AS PERMISSIVE FOR SELECT TO "hearth_rules" USING (true);--> statement-breakpoint
CREATE POLICY "idempotency_keys_insert_rules" ON "idempotency_keys" AS PERMISSIVE FOR INSERT TO "hearth_rules" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "idempotency_keys_update_rules" ON "idempotency_keys" AS PERMISSIVE FOR UPDATE TO "hearth_rules" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "passkey_challenges_select_rules" ON "passkey_challenges" AS PERMISSIVE FOR SELECT TO "hearth_rules" USING (true);--> statement-breakpoint
CREATE POLICY "passkey_challenges_insert_rules" ON "passkey_challenges" AS PERMISSIVE FOR INSERT TO "hearth_rules" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "passkey_challenges_update_rules" ON "passkey_challenges" AS PERMISSIVE FOR UPDATE TO "hearth_rules" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "passkey_challenges_delete_rules" ON "passkey_challenges" AS PERMISSIVE FOR DELETE TO "hearth_rules" USING (true);--> statement-breakpoint
CREATE POLICY "passkeys_select_rules" ON "passkeys" AS PERMISSIVE FOR SELECT TO "hearth_rules" USING (true);--> statement-breakpoint
CREATE POLICY "passkeys_insert_rules" ON "passkeys" AS PERMISSIVE FOR INSERT TO "hearth_rules" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "passkeys_update_rules" ON "passkeys" AS PERMISSIVE FOR UPDATE TO "hearth_rules" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "passkeys_delete_rules" ON "passkeys" AS PERMISSIVE FOR DELETE TO "hearth_rules" USING (true);--> statement-breakpoint
CREATE POLICY "password_resets_select_rules" ON "password_resets" AS PERMISSIVE FOR SELECT TO "hearth_rules" USING (true);--> statement-breakpoint
CREATE POLICY "password_resets_insert_rules" ON "password_resets" AS PERMISSIVE FOR INSERT TO "hearth_rules" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "password_resets_update_rules" ON "password_resets" AS PERMISSIVE FOR UPDATE TO "hearth_rules" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "password_resets_delete_rules" ON "password_resets" AS PERMISSIVE FOR DELETE TO "hearth_rules" USING (true);--> statement-breakpoint
CREATE POLICY "rate_limits_system" ON "rate_limits" AS PERMISSIVE FOR ALL TO "hearth_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "recovery_codes_select_rules" ON "recovery_codes" AS PERMISSIVE FOR SELECT TO "hearth_rules" USING (true);--> statement-breakpoint
CREATE POLICY "recovery_codes_insert_rules" ON "recovery_codes" AS PERMISSIVE FOR INSERT TO "hearth_rules" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "recovery_codes_update_rules" ON "recovery_codes" AS PERMISSIVE FOR UPDATE TO "hearth_rules" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "recovery_codes_delete_rules" ON "recovery_codes" AS PERMISSIVE FOR DELETE TO "hearth_rules" USING (true);--> statement-breakpoint
CREATE POLICY "sign_ins_select_rules" ON "sign_ins" AS PERMISSIVE FOR SELECT TO "hearth_rules" USING (true);--> statement-breakpoint
CREATE POLICY "sign_ins_insert_rules" ON "sign_ins" AS PERMISSIVE FOR INSERT TO "hearth_rules" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "sign_ins_update_rules" ON "sign_ins" AS PERMISSIVE FOR UPDATE TO "hearth_rules" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "totp_factors_select_rules" ON "totp_factors" AS PERMISSIVE FOR SELECT TO "hearth_rules" USING (true);--> statement-breakpoint
CREATE POLICY "totp_factors_insert_rules" ON "totp_factors" AS PERMISSIVE FOR INSERT TO "hearth_rules" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "totp_factors_update_rules" ON "totp_factors" AS PERMISSIVE FOR UPDATE TO "hearth_rules" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "totp_factors_delete_rules" ON "totp_factors" AS PERMISSIVE FOR DELETE TO "hearth_rules" USING (true);--> statement-breakpoint
CREATE POLICY "check_ins_fence" ON "check_ins" AS RESTRICTIVE FOR ALL TO "hearth_actor" USING (practice_id = (select auth.practice_id())) WITH CHECK (practice_id = (select auth.practice_id()));--> statement-breakpoint
CREATE POLICY "check_ins_select" ON "check_ins" AS PERMISSIVE FOR SELECT TO "hearth_actor" USING ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[])));--> statement-breakpoint
CREATE POLICY "check_ins_select_rules" ON "check_ins" AS PERMISSIVE FOR SELECT TO "hearth_rules" USING (true);--> statement-breakpoint
CREATE POLICY "check_ins_insert" ON "check_ins" AS PERMISSIVE FOR INSERT TO "hearth_actor" WITH CHECK ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[]) and entered_by = (select auth.staff_member_id())) or ((select auth.has_role('partner')) and (partner_id = (select auth.partner_id()) and entered_by is null)));--> statement-breakpoint
CREATE POLICY "consents_fence" ON "consents" AS RESTRICTIVE FOR ALL TO "hearth_actor" USING (practice_id = (select auth.practice_id())) WITH CHECK (practice_id = (select auth.practice_id()));--> statement-breakpoint
CREATE POLICY "consents_select" ON "consents" AS PERMISSIVE FOR SELECT TO "hearth_actor" USING ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[])));--> statement-breakpoint
CREATE POLICY "consents_select_rules" ON "consents" AS PERMISSIVE FOR SELECT TO "hearth_rules" USING (true);--> statement-breakpoint
CREATE POLICY "consents_insert" ON "consents" AS PERMISSIVE FOR INSERT TO "hearth_actor" WITH CHECK (((select auth.has_role('partner')) and (partner_id = (select auth.partner_id()))));--> statement-breakpoint
CREATE POLICY "drafts_fence" ON "drafts" AS RESTRICTIVE FOR ALL TO "hearth_actor" USING (practice_id = (select auth.practice_id())) WITH CHECK (practice_id = (select auth.practice_id()));--> statement-breakpoint
CREATE POLICY "drafts_select" ON "drafts" AS PERMISSIVE FOR SELECT TO "hearth_actor" USING (((select auth.has_role('partner')) and (partner_id = (select auth.partner_id()))));--> statement-breakpoint
CREATE POLICY "drafts_select_rules" ON "drafts" AS PERMISSIVE FOR SELECT TO "hearth_rules" USING (true);--> statement-breakpoint
CREATE POLICY "drafts_insert" ON "drafts" AS PERMISSIVE FOR INSERT TO "hearth_actor" WITH CHECK (((select auth.has_role('partner')) and (partner_id = (select auth.partner_id()))));--> statement-breakpoint
CREATE POLICY "drafts_insert_rules" ON "drafts" AS PERMISSIVE FOR INSERT TO "hearth_rules" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "drafts_update" ON "drafts" AS PERMISSIVE FOR UPDATE TO "hearth_actor" USING (((select auth.has_role('partner')) and (partner_id = (select auth.partner_id())))) WITH CHECK (((select auth.has_role('partner')) and (partner_id = (select auth.partner_id()))));--> statement-breakpoint
CREATE POLICY "drafts_delete" ON "drafts" AS PERMISSIVE FOR DELETE TO "hearth_actor" USING (((select auth.has_role('partner')) and (partner_id = (select auth.partner_id()))));--> statement-breakpoint
CREATE POLICY "drafts_delete_rules" ON "drafts" AS PERMISSIVE FOR DELETE TO "hearth_rules" USING (true);--> statement-breakpoint
CREATE POLICY "reflections_fence" ON "reflections" AS RESTRICTIVE FOR ALL TO "hearth_actor" USING (practice_id = (select auth.practice_id())) WITH CHECK (practice_id = (select auth.practice_id()));--> statement-breakpoint
CREATE POLICY "reflections_select" ON "reflections" AS PERMISSIVE FOR SELECT TO "hearth_actor" USING ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[])));--> statement-breakpoint
CREATE POLICY "reflections_insert" ON "reflections" AS PERMISSIVE FOR INSERT TO "hearth_actor" WITH CHECK (((select auth.has_role('partner')) and (partner_id = (select auth.partner_id()))));--> statement-breakpoint
CREATE POLICY "shared_words_fence" ON "shared_words" AS RESTRICTIVE FOR ALL TO "hearth_actor" USING (practice_id = (select auth.practice_id())) WITH CHECK (practice_id = (select auth.practice_id()));--> statement-breakpoint
CREATE POLICY "shared_words_select" ON "shared_words" AS PERMISSIVE FOR SELECT TO "hearth_actor" USING ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[]) and taken_back_at is null) or ((select auth.has_role('partner')) and (partner_id = (select auth.partner_id()) and taken_back_at is null)));--> statement-breakpoint
CREATE POLICY "shared_words_select_rules" ON "shared_words" AS PERMISSIVE FOR SELECT TO "hearth_rules" USING (true);--> statement-breakpoint
CREATE POLICY "shared_words_insert" ON "shared_words" AS PERMISSIVE FOR INSERT TO "hearth_actor" WITH CHECK (((select auth.has_role('partner')) and (partner_id = (select auth.partner_id()))));--> statement-breakpoint
CREATE POLICY "shared_words_update_rules" ON "shared_words" AS PERMISSIVE FOR UPDATE TO "hearth_rules" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "audit_events_fence" ON "audit_events" AS RESTRICTIVE FOR ALL TO "hearth_actor" USING (practice_id = (select auth.practice_id())) WITH CHECK (practice_id = (select auth.practice_id()));--> statement-breakpoint
CREATE POLICY "audit_events_select_rules" ON "audit_events" AS PERMISSIVE FOR SELECT TO "hearth_rules" USING (true);--> statement-breakpoint
CREATE POLICY "audit_events_insert" ON "audit_events" AS PERMISSIVE FOR INSERT TO "hearth_actor" WITH CHECK (((select auth.has_role('practiceAdmin', 'therapist', 'supervisor', 'scheduler', 'partner')) and (sign_in_id = (select auth.sign_in_id()))));--> statement-breakpoint
CREATE POLICY "audit_events_insert_rules" ON "audit_events" AS PERMISSIVE FOR INSERT TO "hearth_rules" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "audit_links_fence" ON "audit_links" AS RESTRICTIVE FOR ALL TO "hearth_actor" USING (practice_id = (select auth.practice_id())) WITH CHECK (practice_id = (select auth.practice_id()));--> statement-breakpoint
CREATE POLICY "audit_links_select_rules" ON "audit_links" AS PERMISSIVE FOR SELECT TO "hearth_rules" USING (true);--> statement-breakpoint
CREATE POLICY "audit_links_insert_rules" ON "audit_links" AS PERMISSIVE FOR INSERT TO "hearth_rules" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "care_team_members_fence" ON "care_team_members" AS RESTRICTIVE FOR ALL TO "hearth_actor" USING (practice_id = (select auth.practice_id())) WITH CHECK (practice_id = (select auth.practice_id()));--> statement-breakpoint
CREATE POLICY "care_team_members_select" ON "care_team_members" AS PERMISSIVE FOR SELECT TO "hearth_actor" USING ((select auth.has_role('practiceAdmin', 'scheduler')) or (couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[])));--> statement-breakpoint
CREATE POLICY "care_team_members_select_rules" ON "care_team_members" AS PERMISSIVE FOR SELECT TO "hearth_rules" USING (true);--> statement-breakpoint
CREATE POLICY "care_team_members_insert" ON "care_team_members" AS PERMISSIVE FOR INSERT TO "hearth_actor" WITH CHECK ((select auth.has_role('practiceAdmin')) or (couple_id = any ((select auth.couple_ids_led('therapist'))::uuid[])));--> statement-breakpoint
CREATE POLICY "care_team_members_insert_rules" ON "care_team_members" AS PERMISSIVE FOR INSERT TO "hearth_rules" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "care_team_members_update" ON "care_team_members" AS PERMISSIVE FOR UPDATE TO "hearth_actor" USING ((select auth.has_role('practiceAdmin')) or (couple_id = any ((select auth.couple_ids_led('therapist'))::uuid[]))) WITH CHECK ((select auth.has_role('practiceAdmin')) or (couple_id = any ((select auth.couple_ids_led('therapist'))::uuid[])));--> statement-breakpoint
CREATE POLICY "couples_fence" ON "couples" AS RESTRICTIVE FOR ALL TO "hearth_actor" USING (practice_id = (select auth.practice_id())) WITH CHECK (practice_id = (select auth.practice_id()));--> statement-breakpoint
CREATE POLICY "couples_select" ON "couples" AS PERMISSIVE FOR SELECT TO "hearth_actor" USING ((select auth.has_role('practiceAdmin', 'scheduler')) or (id = any ((select auth.couple_ids_of('therapist'))::uuid[])));--> statement-breakpoint
CREATE POLICY "couples_select_rules" ON "couples" AS PERMISSIVE FOR SELECT TO "hearth_rules" USING (true);--> statement-breakpoint
CREATE POLICY "couples_insert" ON "couples" AS PERMISSIVE FOR INSERT TO "hearth_actor" WITH CHECK (((select auth.has_role('therapist')) and (created_by = (select auth.staff_member_id()))));--> statement-breakpoint
CREATE POLICY "couples_update" ON "couples" AS PERMISSIVE FOR UPDATE TO "hearth_actor" USING ((id = any ((select auth.couple_ids_of('therapist'))::uuid[]))) WITH CHECK ((id = any ((select auth.couple_ids_of('therapist'))::uuid[])));--> statement-breakpoint
CREATE POLICY "endings_fence" ON "endings" AS RESTRICTIVE FOR ALL TO "hearth_actor" USING (practice_id = (select auth.practice_id())) WITH CHECK (practice_id = (select auth.practice_id()));--> statement-breakpoint
CREATE POLICY "endings_select" ON "endings" AS PERMISSIVE FOR SELECT TO "hearth_actor" USING ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[])));--> statement-breakpoint
CREATE POLICY "endings_insert" ON "endings" AS PERMISSIVE FOR INSERT TO "hearth_actor" WITH CHECK ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[]) and ended_by = (select auth.staff_member_id())));--> statement-breakpoint
CREATE POLICY "partners_fence" ON "partners" AS RESTRICTIVE FOR ALL TO "hearth_actor" USING (practice_id = (select auth.practice_id())) WITH CHECK (practice_id = (select auth.practice_id()));--> statement-breakpoint
CREATE POLICY "partners_select" ON "partners" AS PERMISSIVE FOR SELECT TO "hearth_actor" USING ((select auth.has_role('practiceAdmin', 'scheduler')) or (couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[])));--> statement-breakpoint
CREATE POLICY "partners_select_rules" ON "partners" AS PERMISSIVE FOR SELECT TO "hearth_rules" USING (true);--> statement-breakpoint
CREATE POLICY "partners_insert" ON "partners" AS PERMISSIVE FOR INSERT TO "hearth_actor" WITH CHECK ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[])));--> statement-breakpoint
CREATE POLICY "partners_update" ON "partners" AS PERMISSIVE FOR UPDATE TO "hearth_actor" USING ((select auth.has_role('practiceAdmin')) or (couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[]))) WITH CHECK ((select auth.has_role('practiceAdmin')) or (couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[])));--> statement-breakpoint
CREATE POLICY "partners_update_rules" ON "partners" AS PERMISSIVE FOR UPDATE TO "hearth_rules" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "flags_fence" ON "flags" AS RESTRICTIVE FOR ALL TO "hearth_actor" USING (practice_id = (select auth.practice_id())) WITH CHECK (practice_id = (select auth.practice_id()));--> statement-breakpoint
CREATE POLICY "flags_select" ON "flags" AS PERMISSIVE FOR SELECT TO "hearth_actor" USING ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[])));--> statement-breakpoint
CREATE POLICY "flags_select_rules" ON "flags" AS PERMISSIVE FOR SELECT TO "hearth_rules" USING (true);--> statement-breakpoint
CREATE POLICY "flags_insert" ON "flags" AS PERMISSIVE FOR INSERT TO "hearth_actor" WITH CHECK ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[]) and settled_at is null and (source = 'checkIn' and exists (select from check_ins k where k.id = flags.source_id and k.couple_id = flags.couple_id and k.partner_id = flags.partner_id and k.entered_by = (select auth.staff_member_id())) or source = 'measure' and exists (select from measure_scores k where k.id = flags.source_id and k.couple_id = flags.couple_id and k.partner_id = flags.partner_id and k.entered_by = (select auth.staff_member_id())))) or ((select auth.has_role('partner')) and (partner_id = (select auth.partner_id()))));--> statement-breakpoint
CREATE POLICY "flags_update" ON "flags" AS PERMISSIVE FOR UPDATE TO "hearth_actor" USING ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[]))) WITH CHECK ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[])));--> statement-breakpoint
CREATE POLICY "flags_update_rules" ON "flags" AS PERMISSIVE FOR UPDATE TO "hearth_rules" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "review_limits_fence" ON "review_limits" AS RESTRICTIVE FOR ALL TO "hearth_actor" USING (practice_id = (select auth.practice_id())) WITH CHECK (practice_id = (select auth.practice_id()));--> statement-breakpoint
CREATE POLICY "review_limits_select" ON "review_limits" AS PERMISSIVE FOR SELECT TO "hearth_actor" USING ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[])));--> statement-breakpoint
CREATE POLICY "review_limits_select_rules" ON "review_limits" AS PERMISSIVE FOR SELECT TO "hearth_rules" USING (true);--> statement-breakpoint
CREATE POLICY "review_limits_insert" ON "review_limits" AS PERMISSIVE FOR INSERT TO "hearth_actor" WITH CHECK ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[])));--> statement-breakpoint
CREATE POLICY "review_limits_update" ON "review_limits" AS PERMISSIVE FOR UPDATE TO "hearth_actor" USING ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[]))) WITH CHECK ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[])));--> statement-breakpoint
CREATE POLICY "contact_notes_fence" ON "contact_notes" AS RESTRICTIVE FOR ALL TO "hearth_actor" USING (practice_id = (select auth.practice_id())) WITH CHECK (practice_id = (select auth.practice_id()));--> statement-breakpoint
CREATE POLICY "contact_notes_select" ON "contact_notes" AS PERMISSIVE FOR SELECT TO "hearth_actor" USING ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[])));--> statement-breakpoint
CREATE POLICY "contact_notes_insert" ON "contact_notes" AS PERMISSIVE FOR INSERT TO "hearth_actor" WITH CHECK ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[]) and author_id = (select auth.staff_member_id())));--> statement-breakpoint
CREATE POLICY "to_dos_fence" ON "to_dos" AS RESTRICTIVE FOR ALL TO "hearth_actor" USING (practice_id = (select auth.practice_id())) WITH CHECK (practice_id = (select auth.practice_id()));--> statement-breakpoint
CREATE POLICY "to_dos_select" ON "to_dos" AS PERMISSIVE FOR SELECT TO "hearth_actor" USING ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[])));--> statement-breakpoint
CREATE POLICY "to_dos_insert" ON "to_dos" AS PERMISSIVE FOR INSERT TO "hearth_actor" WITH CHECK ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[]) and author_id = (select auth.staff_member_id())));--> statement-breakpoint
CREATE POLICY "to_dos_update" ON "to_dos" AS PERMISSIVE FOR UPDATE TO "hearth_actor" USING ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[]))) WITH CHECK ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[])));--> statement-breakpoint
CREATE POLICY "today_visits_fence" ON "today_visits" AS RESTRICTIVE FOR ALL TO "hearth_actor" USING (practice_id = (select auth.practice_id())) WITH CHECK (practice_id = (select auth.practice_id()));--> statement-breakpoint
CREATE POLICY "today_visits_select" ON "today_visits" AS PERMISSIVE FOR SELECT TO "hearth_actor" USING (((select auth.has_role('therapist')) and (staff_member_id = (select auth.staff_member_id()))));--> statement-breakpoint
CREATE POLICY "today_visits_insert" ON "today_visits" AS PERMISSIVE FOR INSERT TO "hearth_actor" WITH CHECK (((select auth.has_role('therapist')) and (staff_member_id = (select auth.staff_member_id()))));--> statement-breakpoint
CREATE POLICY "today_visits_update" ON "today_visits" AS PERMISSIVE FOR UPDATE TO "hearth_actor" USING (((select auth.has_role('therapist')) and (staff_member_id = (select auth.staff_member_id())))) WITH CHECK (((select auth.has_role('therapist')) and (staff_member_id = (select auth.staff_member_id()))));--> statement-breakpoint
CREATE POLICY "diagnoses_fence" ON "diagnoses" AS RESTRICTIVE FOR ALL TO "hearth_actor" USING (practice_id = (select auth.practice_id())) WITH CHECK (practice_id = (select auth.practice_id()));--> statement-breakpoint
CREATE POLICY "diagnoses_select" ON "diagnoses" AS PERMISSIVE FOR SELECT TO "hearth_actor" USING ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[])));--> statement-breakpoint
CREATE POLICY "diagnoses_insert" ON "diagnoses" AS PERMISSIVE FOR INSERT TO "hearth_actor" WITH CHECK ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[]) and author_id = (select auth.staff_member_id())));--> statement-breakpoint
CREATE POLICY "goal_versions_fence" ON "goal_versions" AS RESTRICTIVE FOR ALL TO "hearth_actor" USING (practice_id = (select auth.practice_id())) WITH CHECK (practice_id = (select auth.practice_id()));--> statement-breakpoint
CREATE POLICY "goal_versions_select" ON "goal_versions" AS PERMISSIVE FOR SELECT TO "hearth_actor" USING ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[])));--> statement-breakpoint
CREATE POLICY "goal_versions_insert" ON "goal_versions" AS PERMISSIVE FOR INSERT TO "hearth_actor" WITH CHECK ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[]) and author_id = (select auth.staff_member_id())));--> statement-breakpoint
CREATE POLICY "goals_fence" ON "goals" AS RESTRICTIVE FOR ALL TO "hearth_actor" USING (practice_id = (select auth.practice_id())) WITH CHECK (practice_id = (select auth.practice_id()));--> statement-breakpoint
CREATE POLICY "goals_select" ON "goals" AS PERMISSIVE FOR SELECT TO "hearth_actor" USING ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[])));--> statement-breakpoint
CREATE POLICY "goals_insert" ON "goals" AS PERMISSIVE FOR INSERT TO "hearth_actor" WITH CHECK ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[]) and author_id = (select auth.staff_member_id())));--> statement-breakpoint
CREATE POLICY "agreements_fence" ON "agreements" AS RESTRICTIVE FOR ALL TO "hearth_actor" USING (practice_id = (select auth.practice_id())) WITH CHECK (practice_id = (select auth.practice_id()));--> statement-breakpoint
CREATE POLICY "agreements_select" ON "agreements" AS PERMISSIVE FOR SELECT TO "hearth_actor" USING ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[])));--> statement-breakpoint
CREATE POLICY "agreements_select_rules" ON "agreements" AS PERMISSIVE FOR SELECT TO "hearth_rules" USING (true);--> statement-breakpoint
CREATE POLICY "agreements_insert" ON "agreements" AS PERMISSIVE FOR INSERT TO "hearth_actor" WITH CHECK (((select auth.has_role('partner')) and (partner_id = (select auth.partner_id()))));--> statement-breakpoint
CREATE POLICY "confidentiality_policies_fence" ON "confidentiality_policies" AS RESTRICTIVE FOR ALL TO "hearth_actor" USING (practice_id = (select auth.practice_id())) WITH CHECK (practice_id = (select auth.practice_id()));--> statement-breakpoint
CREATE POLICY "confidentiality_policies_select" ON "confidentiality_policies" AS PERMISSIVE FOR SELECT TO "hearth_actor" USING ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[])));--> statement-breakpoint
CREATE POLICY "confidentiality_policies_select_rules" ON "confidentiality_policies" AS PERMISSIVE FOR SELECT TO "hearth_rules" USING (true);--> statement-breakpoint
CREATE POLICY "confidentiality_policies_insert" ON "confidentiality_policies" AS PERMISSIVE FOR INSERT TO "hearth_actor" WITH CHECK ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[])));--> statement-breakpoint
CREATE POLICY "intakes_fence" ON "intakes" AS RESTRICTIVE FOR ALL TO "hearth_actor" USING (practice_id = (select auth.practice_id())) WITH CHECK (practice_id = (select auth.practice_id()));--> statement-breakpoint
CREATE POLICY "intakes_select" ON "intakes" AS PERMISSIVE FOR SELECT TO "hearth_actor" USING ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[])));--> statement-breakpoint
CREATE POLICY "intakes_insert" ON "intakes" AS PERMISSIVE FOR INSERT TO "hearth_actor" WITH CHECK ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[])));--> statement-breakpoint
CREATE POLICY "intakes_update" ON "intakes" AS PERMISSIVE FOR UPDATE TO "hearth_actor" USING ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[]))) WITH CHECK ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[])));--> statement-breakpoint
CREATE POLICY "meetings_alone_fence" ON "meetings_alone" AS RESTRICTIVE FOR ALL TO "hearth_actor" USING (practice_id = (select auth.practice_id())) WITH CHECK (practice_id = (select auth.practice_id()));--> statement-breakpoint
CREATE POLICY "meetings_alone_select" ON "meetings_alone" AS PERMISSIVE FOR SELECT TO "hearth_actor" USING ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[])));--> statement-breakpoint
CREATE POLICY "meetings_alone_insert" ON "meetings_alone" AS PERMISSIVE FOR INSERT TO "hearth_actor" WITH CHECK ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[])));--> statement-breakpoint
CREATE POLICY "partner_intakes_fence" ON "partner_intakes" AS RESTRICTIVE FOR ALL TO "hearth_actor" USING (practice_id = (select auth.practice_id())) WITH CHECK (practice_id = (select auth.practice_id()));--> statement-breakpoint
CREATE POLICY "partner_intakes_select" ON "partner_intakes" AS PERMISSIVE FOR SELECT TO "hearth_actor" USING ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[])));--> statement-breakpoint
CREATE POLICY "partner_intakes_insert" ON "partner_intakes" AS PERMISSIVE FOR INSERT TO "hearth_actor" WITH CHECK ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[])));--> statement-breakpoint
CREATE POLICY "partner_intakes_update" ON "partner_intakes" AS PERMISSIVE FOR UPDATE TO "hearth_actor" USING ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[]))) WITH CHECK ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[])));--> statement-breakpoint
CREATE POLICY "policy_answers_fence" ON "policy_answers" AS RESTRICTIVE FOR ALL TO "hearth_actor" USING (practice_id = (select auth.practice_id())) WITH CHECK (practice_id = (select auth.practice_id()));--> statement-breakpoint
CREATE POLICY "policy_answers_select" ON "policy_answers" AS PERMISSIVE FOR SELECT TO "hearth_actor" USING ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[])));--> statement-breakpoint
CREATE POLICY "policy_answers_select_rules" ON "policy_answers" AS PERMISSIVE FOR SELECT TO "hearth_rules" USING (true);--> statement-breakpoint
CREATE POLICY "policy_answers_insert" ON "policy_answers" AS PERMISSIVE FOR INSERT TO "hearth_actor" WITH CHECK (((select auth.has_role('partner')) and (partner_id = (select auth.partner_id()))));--> statement-breakpoint
CREATE POLICY "policy_proposals_fence" ON "policy_proposals" AS RESTRICTIVE FOR ALL TO "hearth_actor" USING (practice_id = (select auth.practice_id())) WITH CHECK (practice_id = (select auth.practice_id()));--> statement-breakpoint
CREATE POLICY "policy_proposals_select" ON "policy_proposals" AS PERMISSIVE FOR SELECT TO "hearth_actor" USING ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[])));--> statement-breakpoint
CREATE POLICY "policy_proposals_select_rules" ON "policy_proposals" AS PERMISSIVE FOR SELECT TO "hearth_rules" USING (true);--> statement-breakpoint
CREATE POLICY "policy_proposals_insert" ON "policy_proposals" AS PERMISSIVE FOR INSERT TO "hearth_actor" WITH CHECK ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[]) and author_id = (select auth.staff_member_id())));--> statement-breakpoint
CREATE POLICY "policy_proposals_update" ON "policy_proposals" AS PERMISSIVE FOR UPDATE TO "hearth_actor" USING ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[]))) WITH CHECK ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[])));--> statement-breakpoint
CREATE POLICY "invitations_fence" ON "invitations" AS RESTRICTIVE FOR ALL TO "hearth_actor" USING (practice_id = (select auth.practice_id())) WITH CHECK (practice_id = (select auth.practice_id()));--> statement-breakpoint
CREATE POLICY "invitations_select" ON "invitations" AS PERMISSIVE FOR SELECT TO "hearth_actor" USING ((select auth.has_role('practiceAdmin')) or (couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[])));--> statement-breakpoint
CREATE POLICY "invitations_select_rules" ON "invitations" AS PERMISSIVE FOR SELECT TO "hearth_rules" USING (true);--> statement-breakpoint
CREATE POLICY "invitations_insert" ON "invitations" AS PERMISSIVE FOR INSERT TO "hearth_actor" WITH CHECK ((select auth.has_role('practiceAdmin')) or (couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[])));--> statement-breakpoint
CREATE POLICY "invitations_update" ON "invitations" AS PERMISSIVE FOR UPDATE TO "hearth_actor" USING ((select auth.has_role('practiceAdmin')) or (couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[]))) WITH CHECK ((select auth.has_role('practiceAdmin')) or (couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[])));--> statement-breakpoint
CREATE POLICY "invitations_update_rules" ON "invitations" AS PERMISSIVE FOR UPDATE TO "hearth_rules" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "measures_given_fence" ON "measures_given" AS RESTRICTIVE FOR ALL TO "hearth_actor" USING (practice_id = (select auth.practice_id())) WITH CHECK (practice_id = (select auth.practice_id()));--> statement-breakpoint
CREATE POLICY "measures_given_select" ON "measures_given" AS PERMISSIVE FOR SELECT TO "hearth_actor" USING ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[])));--> statement-breakpoint
CREATE POLICY "measures_given_select_rules" ON "measures_given" AS PERMISSIVE FOR SELECT TO "hearth_rules" USING (true);--> statement-breakpoint
CREATE POLICY "measures_given_insert" ON "measures_given" AS PERMISSIVE FOR INSERT TO "hearth_actor" WITH CHECK ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[]) and author_id = (select auth.staff_member_id())));--> statement-breakpoint
CREATE POLICY "measures_given_update" ON "measures_given" AS PERMISSIVE FOR UPDATE TO "hearth_actor" USING ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[]))) WITH CHECK ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[])));--> statement-breakpoint
CREATE POLICY "measure_scores_fence" ON "measure_scores" AS RESTRICTIVE FOR ALL TO "hearth_actor" USING (practice_id = (select auth.practice_id())) WITH CHECK (practice_id = (select auth.practice_id()));--> statement-breakpoint
CREATE POLICY "measure_scores_select" ON "measure_scores" AS PERMISSIVE FOR SELECT TO "hearth_actor" USING ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[])));--> statement-breakpoint
CREATE POLICY "measure_scores_select_rules" ON "measure_scores" AS PERMISSIVE FOR SELECT TO "hearth_rules" USING (true);--> statement-breakpoint
CREATE POLICY "measure_scores_insert" ON "measure_scores" AS PERMISSIVE FOR INSERT TO "hearth_actor" WITH CHECK ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[]) and entered_by = (select auth.staff_member_id())) or ((select auth.has_role('partner')) and (partner_id = (select auth.partner_id()) and entered_by is null)));--> statement-breakpoint
CREATE POLICY "measure_scores_update" ON "measure_scores" AS PERMISSIVE FOR UPDATE TO "hearth_actor" USING ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[]) and entered_by is not null)) WITH CHECK ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[]) and entered_by is not null));--> statement-breakpoint
CREATE POLICY "process_notes_fence" ON "process_notes" AS RESTRICTIVE FOR ALL TO "hearth_actor" USING (practice_id = (select auth.practice_id())) WITH CHECK (practice_id = (select auth.practice_id()));--> statement-breakpoint
CREATE POLICY "process_notes_select" ON "process_notes" AS PERMISSIVE FOR SELECT TO "hearth_actor" USING (((select auth.has_role('therapist')) and (author_id = (select auth.staff_member_id()))));--> statement-breakpoint
CREATE POLICY "process_notes_insert" ON "process_notes" AS PERMISSIVE FOR INSERT TO "hearth_actor" WITH CHECK ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[]) and author_id = (select auth.staff_member_id())));--> statement-breakpoint
CREATE POLICY "process_notes_update" ON "process_notes" AS PERMISSIVE FOR UPDATE TO "hearth_actor" USING (((select auth.has_role('therapist')) and (author_id = (select auth.staff_member_id())))) WITH CHECK (((select auth.has_role('therapist')) and (author_id = (select auth.staff_member_id()))));--> statement-breakpoint
CREATE POLICY "process_notes_delete" ON "process_notes" AS PERMISSIVE FOR DELETE TO "hearth_actor" USING (((select auth.has_role('therapist')) and (author_id = (select auth.staff_member_id()))));--> statement-breakpoint
CREATE POLICY "snippets_fence" ON "snippets" AS RESTRICTIVE FOR ALL TO "hearth_actor" USING (practice_id = (select auth.practice_id())) WITH CHECK (practice_id = (select auth.practice_id()));--> statement-breakpoint
CREATE POLICY "snippets_select" ON "snippets" AS PERMISSIVE FOR SELECT TO "hearth_actor" USING (((select auth.has_role('therapist')) and (staff_member_id = (select auth.staff_member_id()))));--> statement-breakpoint
CREATE POLICY "snippets_insert" ON "snippets" AS PERMISSIVE FOR INSERT TO "hearth_actor" WITH CHECK (((select auth.has_role('therapist')) and (staff_member_id = (select auth.staff_member_id()))));--> statement-breakpoint
CREATE POLICY "snippets_update" ON "snippets" AS PERMISSIVE FOR UPDATE TO "hearth_actor" USING (((select auth.has_role('therapist')) and (staff_member_id = (select auth.staff_member_id())))) WITH CHECK (((select auth.has_role('therapist')) and (staff_member_id = (select auth.staff_member_id()))));--> statement-breakpoint
CREATE POLICY "snippets_delete" ON "snippets" AS PERMISSIVE FOR DELETE TO "hearth_actor" USING (((select auth.has_role('therapist')) and (staff_member_id = (select auth.staff_member_id()))));--> statement-breakpoint
CREATE POLICY "staff_keys_fence" ON "staff_keys" AS RESTRICTIVE FOR ALL TO "hearth_actor" USING (practice_id = (select auth.practice_id())) WITH CHECK (practice_id = (select auth.practice_id()));--> statement-breakpoint
CREATE POLICY "staff_keys_select" ON "staff_keys" AS PERMISSIVE FOR SELECT TO "hearth_actor" USING (((select auth.has_role('therapist')) and (staff_member_id = (select auth.staff_member_id()))));--> statement-breakpoint
CREATE POLICY "staff_keys_select_rules" ON "staff_keys" AS PERMISSIVE FOR SELECT TO "hearth_rules" USING (true);--> statement-breakpoint
CREATE POLICY "staff_keys_insert" ON "staff_keys" AS PERMISSIVE FOR INSERT TO "hearth_actor" WITH CHECK (((select auth.has_role('therapist')) and (staff_member_id = (select auth.staff_member_id()))));--> statement-breakpoint
CREATE POLICY "staff_keys_insert_rules" ON "staff_keys" AS PERMISSIVE FOR INSERT TO "hearth_rules" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "staff_keys_update_rules" ON "staff_keys" AS PERMISSIVE FOR UPDATE TO "hearth_rules" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "staff_keys_delete_rules" ON "staff_keys" AS PERMISSIVE FOR DELETE TO "hearth_rules" USING (true);--> statement-breakpoint
CREATE POLICY "co_signatures_fence" ON "co_signatures" AS RESTRICTIVE FOR ALL TO "hearth_actor" USING (practice_id = (select auth.practice_id())) WITH CHECK (practice_id = (select auth.practice_id()));--> statement-breakpoint
CREATE POLICY "co_signatures_select" ON "co_signatures" AS PERMISSIVE FOR SELECT TO "hearth_actor" USING ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[])) or (note_id = any ((select auth.note_ids_supervised('supervisor'))::uuid[])));--> statement-breakpoint
CREATE POLICY "co_signatures_select_rules" ON "co_signatures" AS PERMISSIVE FOR SELECT TO "hearth_rules" USING (true);--> statement-breakpoint
CREATE POLICY "co_signatures_insert" ON "co_signatures" AS PERMISSIVE FOR INSERT TO "hearth_actor" WITH CHECK ((couple_id = any ((select auth.couple_ids_treated('therapist'))::uuid[]) and author_id = (select auth.staff_member_id()) and part = 'coTherapist') or (note_id = any ((select auth.note_ids_supervised('supervisor'))::uuid[]) and author_id = (select auth.staff_member_id()) and part = 'supervisor'));--> statement-breakpoint
CREATE POLICY "note_comments_fence" ON "note_comments" AS RESTRICTIVE FOR ALL TO "hearth_actor" USING (practice_id = (select auth.practice_id())) WITH CHECK (practice_id = (select auth.practice_id()));--> statement-breakpoint
CREATE POLICY "note_comments_select" ON "note_comments" AS PERMISSIVE FOR SELECT TO "hearth_actor" USING ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[]) and (supervisee_id = (select auth.staff_member_id()) or supervisor_id = (select auth.staff_member_id()))) or (note_id = any ((select auth.note_ids_supervised('supervisor'))::uuid[]) and (supervisee_id = (select auth.staff_member_id()) or supervisor_id = (select auth.staff_member_id()))));--> statement-breakpoint
CREATE POLICY "note_comments_insert" ON "note_comments" AS PERMISSIVE FOR INSERT TO "hearth_actor" WITH CHECK ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[]) and supervisee_id = (select auth.staff_member_id()) and author_id = (select auth.staff_member_id())) or (note_id = any ((select auth.note_ids_supervised('supervisor'))::uuid[]) and (supervisee_id = (select auth.staff_member_id()) or supervisor_id = (select auth.staff_member_id())) and author_id = (select auth.staff_member_id())));--> statement-breakpoint
CREATE POLICY "note_reviews_fence" ON "note_reviews" AS RESTRICTIVE FOR ALL TO "hearth_actor" USING (practice_id = (select auth.practice_id())) WITH CHECK (practice_id = (select auth.practice_id()));--> statement-breakpoint
CREATE POLICY "note_reviews_select" ON "note_reviews" AS PERMISSIVE FOR SELECT TO "hearth_actor" USING ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[])) or (note_id = any ((select auth.note_ids_supervised('supervisor'))::uuid[])));--> statement-breakpoint
CREATE POLICY "note_reviews_select_rules" ON "note_reviews" AS PERMISSIVE FOR SELECT TO "hearth_rules" USING (true);--> statement-breakpoint
CREATE POLICY "note_reviews_insert" ON "note_reviews" AS PERMISSIVE FOR INSERT TO "hearth_actor" WITH CHECK ((note_id = any ((select auth.note_ids_supervised('supervisor'))::uuid[]) and author_id = (select auth.staff_member_id())));--> statement-breakpoint
CREATE POLICY "supervisions_fence" ON "supervisions" AS RESTRICTIVE FOR ALL TO "hearth_actor" USING (practice_id = (select auth.practice_id())) WITH CHECK (practice_id = (select auth.practice_id()));--> statement-breakpoint
CREATE POLICY "supervisions_select" ON "supervisions" AS PERMISSIVE FOR SELECT TO "hearth_actor" USING ((select auth.has_role('practiceAdmin')) or ((select auth.has_role('therapist', 'supervisor')) and ((supervisee_id = (select auth.staff_member_id()) or supervisor_id = (select auth.staff_member_id())))));--> statement-breakpoint
CREATE POLICY "supervisions_select_rules" ON "supervisions" AS PERMISSIVE FOR SELECT TO "hearth_rules" USING (true);--> statement-breakpoint
CREATE POLICY "supervisions_insert" ON "supervisions" AS PERMISSIVE FOR INSERT TO "hearth_actor" WITH CHECK ((select auth.has_role('practiceAdmin')));--> statement-breakpoint
CREATE POLICY "supervisions_update" ON "supervisions" AS PERMISSIVE FOR UPDATE TO "hearth_actor" USING ((select auth.has_role('practiceAdmin'))) WITH CHECK ((select auth.has_role('practiceAdmin')));--> statement-breakpoint
CREATE POLICY "calendar_choices_fence" ON "calendar_choices" AS RESTRICTIVE FOR ALL TO "hearth_actor" USING (practice_id = (select auth.practice_id())) WITH CHECK (practice_id = (select auth.practice_id()));--> statement-breakpoint
CREATE POLICY "calendar_choices_select" ON "calendar_choices" AS PERMISSIVE FOR SELECT TO "hearth_actor" USING (((select auth.has_role('partner')) and (partner_id = (select auth.partner_id()))));--> statement-breakpoint
CREATE POLICY "calendar_choices_insert" ON "calendar_choices" AS PERMISSIVE FOR INSERT TO "hearth_actor" WITH CHECK (((select auth.has_role('partner')) and (partner_id = (select auth.partner_id()))));--> statement-breakpoint
CREATE POLICY "calendar_choices_update" ON "calendar_choices" AS PERMISSIVE FOR UPDATE TO "hearth_actor" USING (((select auth.has_role('partner')) and (partner_id = (select auth.partner_id())))) WITH CHECK (((select auth.has_role('partner')) and (partner_id = (select auth.partner_id()))));--> statement-breakpoint
CREATE POLICY "kept_words_fence" ON "kept_words" AS RESTRICTIVE FOR ALL TO "hearth_actor" USING (practice_id = (select auth.practice_id())) WITH CHECK (practice_id = (select auth.practice_id()));--> statement-breakpoint
CREATE POLICY "kept_words_select" ON "kept_words" AS PERMISSIVE FOR SELECT TO "hearth_actor" USING (((select auth.has_role('partner')) and (partner_id = (select auth.partner_id()))));--> statement-breakpoint
CREATE POLICY "kept_words_select_rules" ON "kept_words" AS PERMISSIVE FOR SELECT TO "hearth_rules" USING (true);--> statement-breakpoint
CREATE POLICY "kept_words_insert" ON "kept_words" AS PERMISSIVE FOR INSERT TO "hearth_actor" WITH CHECK (((select auth.has_role('partner')) and (partner_id = (select auth.partner_id()))));--> statement-breakpoint
CREATE POLICY "kept_words_update" ON "kept_words" AS PERMISSIVE FOR UPDATE TO "hearth_actor" USING (((select auth.has_role('partner')) and (partner_id = (select auth.partner_id())))) WITH CHECK (((select auth.has_role('partner')) and (partner_id = (select auth.partner_id()))));--> statement-breakpoint
CREATE POLICY "partner_requests_fence" ON "partner_requests" AS RESTRICTIVE FOR ALL TO "hearth_actor" USING (practice_id = (select auth.practice_id())) WITH CHECK (practice_id = (select auth.practice_id()));--> statement-breakpoint
CREATE POLICY "partner_requests_select" ON "partner_requests" AS PERMISSIVE FOR SELECT TO "hearth_actor" USING ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[])));--> statement-breakpoint
CREATE POLICY "partner_requests_insert" ON "partner_requests" AS PERMISSIVE FOR INSERT TO "hearth_actor" WITH CHECK (((select auth.has_role('partner')) and (partner_id = (select auth.partner_id()))));--> statement-breakpoint
CREATE POLICY "partner_requests_update" ON "partner_requests" AS PERMISSIVE FOR UPDATE TO "hearth_actor" USING ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[]))) WITH CHECK ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[])));--> statement-breakpoint
CREATE POLICY "reminders_fence" ON "reminders" AS RESTRICTIVE FOR ALL TO "hearth_actor" USING (practice_id = (select auth.practice_id())) WITH CHECK (practice_id = (select auth.practice_id()));--> statement-breakpoint
CREATE POLICY "reminders_select" ON "reminders" AS PERMISSIVE FOR SELECT TO "hearth_actor" USING (((select auth.has_role('partner')) and (partner_id = (select auth.partner_id()))));--> statement-breakpoint
CREATE POLICY "reminders_select_rules" ON "reminders" AS PERMISSIVE FOR SELECT TO "hearth_rules" USING (true);--> statement-breakpoint
CREATE POLICY "reminders_insert" ON "reminders" AS PERMISSIVE FOR INSERT TO "hearth_actor" WITH CHECK (((select auth.has_role('partner')) and (partner_id = (select auth.partner_id()))));--> statement-breakpoint
CREATE POLICY "reminders_update" ON "reminders" AS PERMISSIVE FOR UPDATE TO "hearth_actor" USING (((select auth.has_role('partner')) and (partner_id = (select auth.partner_id())))) WITH CHECK (((select auth.has_role('partner')) and (partner_id = (select auth.partner_id()))));--> statement-breakpoint
CREATE POLICY "reminders_update_rules" ON "reminders" AS PERMISSIVE FOR UPDATE TO "hearth_rules" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "practice_closings_fence" ON "practice_closings" AS RESTRICTIVE FOR ALL TO "hearth_actor" USING (practice_id = (select auth.practice_id())) WITH CHECK (practice_id = (select auth.practice_id()));--> statement-breakpoint
CREATE POLICY "practice_closings_select" ON "practice_closings" AS PERMISSIVE FOR SELECT TO "hearth_actor" USING ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[])));--> statement-breakpoint
CREATE POLICY "practice_closings_insert_rules" ON "practice_closings" AS PERMISSIVE FOR INSERT TO "hearth_rules" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "practice_closings_update" ON "practice_closings" AS PERMISSIVE FOR UPDATE TO "hearth_actor" USING ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[]))) WITH CHECK ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[])));--> statement-breakpoint
CREATE POLICY "assignments_fence" ON "assignments" AS RESTRICTIVE FOR ALL TO "hearth_actor" USING (practice_id = (select auth.practice_id())) WITH CHECK (practice_id = (select auth.practice_id()));--> statement-breakpoint
CREATE POLICY "assignments_select" ON "assignments" AS PERMISSIVE FOR SELECT TO "hearth_actor" USING ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[])));--> statement-breakpoint
CREATE POLICY "assignments_select_rules" ON "assignments" AS PERMISSIVE FOR SELECT TO "hearth_rules" USING (true);--> statement-breakpoint
CREATE POLICY "assignments_insert" ON "assignments" AS PERMISSIVE FOR INSERT TO "hearth_actor" WITH CHECK ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[])));--> statement-breakpoint
CREATE POLICY "day_sheets_fence" ON "day_sheets" AS RESTRICTIVE FOR ALL TO "hearth_actor" USING (practice_id = (select auth.practice_id())) WITH CHECK (practice_id = (select auth.practice_id()));--> statement-breakpoint
CREATE POLICY "day_sheets_select" ON "day_sheets" AS PERMISSIVE FOR SELECT TO "hearth_actor" USING (((select auth.has_role('partner')) and (partner_id = (select auth.partner_id()))));--> statement-breakpoint
CREATE POLICY "day_sheets_select_rules" ON "day_sheets" AS PERMISSIVE FOR SELECT TO "hearth_rules" USING (true);--> statement-breakpoint
CREATE POLICY "day_sheets_insert_rules" ON "day_sheets" AS PERMISSIVE FOR INSERT TO "hearth_rules" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "day_sheets_delete_rules" ON "day_sheets" AS PERMISSIVE FOR DELETE TO "hearth_rules" USING (true);--> statement-breakpoint
CREATE POLICY "plan_events_fence" ON "plan_events" AS RESTRICTIVE FOR ALL TO "hearth_actor" USING (practice_id = (select auth.practice_id())) WITH CHECK (practice_id = (select auth.practice_id()));--> statement-breakpoint
CREATE POLICY "plan_events_select" ON "plan_events" AS PERMISSIVE FOR SELECT TO "hearth_actor" USING ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[])));--> statement-breakpoint
CREATE POLICY "plan_events_select_rules" ON "plan_events" AS PERMISSIVE FOR SELECT TO "hearth_rules" USING (true);--> statement-breakpoint
CREATE POLICY "plan_events_insert" ON "plan_events" AS PERMISSIVE FOR INSERT TO "hearth_actor" WITH CHECK (((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[]) and kind in ('assigned', 'termsChanged', 'released', 'held', 'holdLifted', 'pauseLifted', 'safetySettled', 'metAlone', 'finished', 'retired', 'ended', 'reopened', 'sharedEnded', 'sharedResumed')) or (couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[]) and kind = 'safetyRaised' and partner_id is not null and not is_immediate and staff_member_id = (select auth.staff_member_id()))) or ((select auth.has_role('partner')) and (partner_id = (select auth.partner_id()) and not is_immediate and kind in ('answered', 'withdrawn', 'paused', 'pauseTakenBack', 'safetyRaised'))));--> statement-breakpoint
CREATE POLICY "plan_events_insert_rules" ON "plan_events" AS PERMISSIVE FOR INSERT TO "hearth_rules" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "prepared_steps_fence" ON "prepared_steps" AS RESTRICTIVE FOR ALL TO "hearth_actor" USING (practice_id = (select auth.practice_id())) WITH CHECK (practice_id = (select auth.practice_id()));--> statement-breakpoint
CREATE POLICY "prepared_steps_select" ON "prepared_steps" AS PERMISSIVE FOR SELECT TO "hearth_actor" USING ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[])));--> statement-breakpoint
CREATE POLICY "prepared_steps_insert" ON "prepared_steps" AS PERMISSIVE FOR INSERT TO "hearth_actor" WITH CHECK ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[])));--> statement-breakpoint
CREATE POLICY "prepared_steps_delete" ON "prepared_steps" AS PERMISSIVE FOR DELETE TO "hearth_actor" USING ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[])));--> statement-breakpoint
CREATE POLICY "waivers_fence" ON "waivers" AS RESTRICTIVE FOR ALL TO "hearth_actor" USING (practice_id = (select auth.practice_id())) WITH CHECK (practice_id = (select auth.practice_id()));--> statement-breakpoint
CREATE POLICY "waivers_select" ON "waivers" AS PERMISSIVE FOR SELECT TO "hearth_actor" USING ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[])));--> statement-breakpoint
CREATE POLICY "waivers_insert" ON "waivers" AS PERMISSIVE FOR INSERT TO "hearth_actor" WITH CHECK ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[]) and author_id = (select auth.staff_member_id())));--> statement-breakpoint
CREATE POLICY "programs_fence" ON "programs" AS RESTRICTIVE FOR ALL TO "hearth_actor" USING (practice_id = (select auth.practice_id())) WITH CHECK (practice_id = (select auth.practice_id()));--> statement-breakpoint
CREATE POLICY "programs_select" ON "programs" AS PERMISSIVE FOR SELECT TO "hearth_actor" USING ((select auth.has_role('practiceAdmin', 'therapist', 'supervisor', 'scheduler')));--> statement-breakpoint
CREATE POLICY "programs_select_rules" ON "programs" AS PERMISSIVE FOR SELECT TO "hearth_rules" USING (true);--> statement-breakpoint
CREATE POLICY "programs_insert" ON "programs" AS PERMISSIVE FOR INSERT TO "hearth_actor" WITH CHECK (((select auth.has_role('therapist', 'supervisor')) and (author_id = (select auth.staff_member_id()))));--> statement-breakpoint
CREATE POLICY "programs_insert_rules" ON "programs" AS PERMISSIVE FOR INSERT TO "hearth_rules" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "step_reviews_fence" ON "step_reviews" AS RESTRICTIVE FOR ALL TO "hearth_actor" USING (practice_id = (select auth.practice_id())) WITH CHECK (practice_id = (select auth.practice_id()));--> statement-breakpoint
CREATE POLICY "step_reviews_select" ON "step_reviews" AS PERMISSIVE FOR SELECT TO "hearth_actor" USING ((select auth.has_role('practiceAdmin', 'therapist', 'supervisor', 'scheduler')));--> statement-breakpoint
CREATE POLICY "step_reviews_insert" ON "step_reviews" AS PERMISSIVE FOR INSERT TO "hearth_actor" WITH CHECK (((select auth.has_role('therapist', 'supervisor')) and (author_id = (select auth.staff_member_id()))));--> statement-breakpoint
CREATE POLICY "step_versions_fence" ON "step_versions" AS RESTRICTIVE FOR ALL TO "hearth_actor" USING (practice_id = (select auth.practice_id())) WITH CHECK (practice_id = (select auth.practice_id()));--> statement-breakpoint
CREATE POLICY "step_versions_select" ON "step_versions" AS PERMISSIVE FOR SELECT TO "hearth_actor" USING (((select auth.has_role('practiceAdmin', 'supervisor', 'scheduler')) and (couple_id is null)) or ((select auth.has_role('therapist')) and ((couple_id is null) or (couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[])))));--> statement-breakpoint
CREATE POLICY "step_versions_select_rules" ON "step_versions" AS PERMISSIVE FOR SELECT TO "hearth_rules" USING (true);--> statement-breakpoint
CREATE POLICY "step_versions_insert" ON "step_versions" AS PERMISSIVE FOR INSERT TO "hearth_actor" WITH CHECK (((select auth.has_role('therapist')) and ((couple_id is null and author_id = (select auth.staff_member_id())) or (couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[]) and author_id = (select auth.staff_member_id())))) or ((select auth.has_role('supervisor')) and (couple_id is null and author_id = (select auth.staff_member_id()))));--> statement-breakpoint
CREATE POLICY "step_versions_insert_rules" ON "step_versions" AS PERMISSIVE FOR INSERT TO "hearth_rules" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "steps_fence" ON "steps" AS RESTRICTIVE FOR ALL TO "hearth_actor" USING (practice_id = (select auth.practice_id())) WITH CHECK (practice_id = (select auth.practice_id()));--> statement-breakpoint
CREATE POLICY "steps_select" ON "steps" AS PERMISSIVE FOR SELECT TO "hearth_actor" USING (((select auth.has_role('practiceAdmin', 'supervisor', 'scheduler')) and (couple_id is null)) or ((select auth.has_role('therapist')) and ((couple_id is null) or (couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[])))));--> statement-breakpoint
CREATE POLICY "steps_select_rules" ON "steps" AS PERMISSIVE FOR SELECT TO "hearth_rules" USING (true);--> statement-breakpoint
CREATE POLICY "steps_insert" ON "steps" AS PERMISSIVE FOR INSERT TO "hearth_actor" WITH CHECK (((select auth.has_role('therapist')) and ((couple_id is null) or (couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[])))) or ((select auth.has_role('supervisor')) and (couple_id is null)));--> statement-breakpoint
CREATE POLICY "steps_insert_rules" ON "steps" AS PERMISSIVE FOR INSERT TO "hearth_rules" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "assignment_terms_fence" ON "assignment_terms" AS RESTRICTIVE FOR ALL TO "hearth_actor" USING (practice_id = (select auth.practice_id())) WITH CHECK (practice_id = (select auth.practice_id()));--> statement-breakpoint
CREATE POLICY "assignment_terms_select" ON "assignment_terms" AS PERMISSIVE FOR SELECT TO "hearth_actor" USING ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[])));--> statement-breakpoint
CREATE POLICY "assignment_terms_select_rules" ON "assignment_terms" AS PERMISSIVE FOR SELECT TO "hearth_rules" USING (true);--> statement-breakpoint
CREATE POLICY "assignment_terms_insert" ON "assignment_terms" AS PERMISSIVE FOR INSERT TO "hearth_actor" WITH CHECK ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[]) and author_id = (select auth.staff_member_id())));--> statement-breakpoint
CREATE POLICY "own_terms_fence" ON "own_terms" AS RESTRICTIVE FOR ALL TO "hearth_actor" USING (practice_id = (select auth.practice_id())) WITH CHECK (practice_id = (select auth.practice_id()));--> statement-breakpoint
CREATE POLICY "own_terms_select" ON "own_terms" AS PERMISSIVE FOR SELECT TO "hearth_actor" USING ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[])));--> statement-breakpoint
CREATE POLICY "own_terms_select_rules" ON "own_terms" AS PERMISSIVE FOR SELECT TO "hearth_rules" USING (true);--> statement-breakpoint
CREATE POLICY "own_terms_insert" ON "own_terms" AS PERMISSIVE FOR INSERT TO "hearth_actor" WITH CHECK ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[]) and author_id = (select auth.staff_member_id())));--> statement-breakpoint
CREATE POLICY "practices_fence" ON "practices" AS RESTRICTIVE FOR ALL TO "hearth_actor" USING (id = (select auth.practice_id())) WITH CHECK (id = (select auth.practice_id()));--> statement-breakpoint
CREATE POLICY "practices_select" ON "practices" AS PERMISSIVE FOR SELECT TO "hearth_actor" USING ((select auth.has_role('practiceAdmin', 'therapist', 'supervisor', 'scheduler')));--> statement-breakpoint
CREATE POLICY "practices_select_rules" ON "practices" AS PERMISSIVE FOR SELECT TO "hearth_rules" USING (true);--> statement-breakpoint
CREATE POLICY "practices_insert_rules" ON "practices" AS PERMISSIVE FOR INSERT TO "hearth_rules" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "practices_update" ON "practices" AS PERMISSIVE FOR UPDATE TO "hearth_actor" USING ((select auth.has_role('practiceAdmin'))) WITH CHECK ((select auth.has_role('practiceAdmin')));--> statement-breakpoint
CREATE POLICY "set_up_links_select_rules" ON "set_up_links" AS PERMISSIVE FOR SELECT TO "hearth_rules" USING (true);--> statement-breakpoint
CREATE POLICY "set_up_links_insert_rules" ON "set_up_links" AS PERMISSIVE FOR INSERT TO "hearth_rules" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "set_up_links_update_rules" ON "set_up_links" AS PERMISSIVE FOR UPDATE TO "hearth_rules" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "support_contacts_fence" ON "support_contacts" AS RESTRICTIVE FOR ALL TO "hearth_actor" USING (practice_id = (select auth.practice_id())) WITH CHECK (practice_id = (select auth.practice_id()));--> statement-breakpoint
CREATE POLICY "support_contacts_select" ON "support_contacts" AS PERMISSIVE FOR SELECT TO "hearth_actor" USING ((select auth.has_role('practiceAdmin', 'therapist', 'supervisor', 'scheduler')));--> statement-breakpoint
CREATE POLICY "support_contacts_select_rules" ON "support_contacts" AS PERMISSIVE FOR SELECT TO "hearth_rules" USING (true);--> statement-breakpoint
CREATE POLICY "support_contacts_insert" ON "support_contacts" AS PERMISSIVE FOR INSERT TO "hearth_actor" WITH CHECK ((select auth.has_role('practiceAdmin')));--> statement-breakpoint
CREATE POLICY "support_contacts_insert_rules" ON "support_contacts" AS PERMISSIVE FOR INSERT TO "hearth_rules" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "support_contacts_update" ON "support_contacts" AS PERMISSIVE FOR UPDATE TO "hearth_actor" USING ((select auth.has_role('practiceAdmin'))) WITH CHECK ((select auth.has_role('practiceAdmin')));--> statement-breakpoint
CREATE POLICY "support_contacts_delete" ON "support_contacts" AS PERMISSIVE FOR DELETE TO "hearth_actor" USING ((select auth.has_role('practiceAdmin')));--> statement-breakpoint
CREATE POLICY "disclosures_fence" ON "disclosures" AS RESTRICTIVE FOR ALL TO "hearth_actor" USING (practice_id = (select auth.practice_id())) WITH CHECK (practice_id = (select auth.practice_id()));--> statement-breakpoint
CREATE POLICY "disclosures_select" ON "disclosures" AS PERMISSIVE FOR SELECT TO "hearth_actor" USING ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[])));--> statement-breakpoint
CREATE POLICY "disclosures_insert" ON "disclosures" AS PERMISSIVE FOR INSERT TO "hearth_actor" WITH CHECK ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[]) and author_id = (select auth.staff_member_id())));--> statement-breakpoint
CREATE POLICY "joint_note_decisions_fence" ON "joint_note_decisions" AS RESTRICTIVE FOR ALL TO "hearth_actor" USING (practice_id = (select auth.practice_id())) WITH CHECK (practice_id = (select auth.practice_id()));--> statement-breakpoint
CREATE POLICY "joint_note_decisions_select" ON "joint_note_decisions" AS PERMISSIVE FOR SELECT TO "hearth_actor" USING ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[])));--> statement-breakpoint
CREATE POLICY "joint_note_decisions_insert" ON "joint_note_decisions" AS PERMISSIVE FOR INSERT TO "hearth_actor" WITH CHECK ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[]) and author_id = (select auth.staff_member_id())));--> statement-breakpoint
CREATE POLICY "record_authorizations_fence" ON "record_authorizations" AS RESTRICTIVE FOR ALL TO "hearth_actor" USING (practice_id = (select auth.practice_id())) WITH CHECK (practice_id = (select auth.practice_id()));--> statement-breakpoint
CREATE POLICY "record_authorizations_select" ON "record_authorizations" AS PERMISSIVE FOR SELECT TO "hearth_actor" USING ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[])));--> statement-breakpoint
CREATE POLICY "record_authorizations_insert" ON "record_authorizations" AS PERMISSIVE FOR INSERT TO "hearth_actor" WITH CHECK ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[]) and author_id = (select auth.staff_member_id())));--> statement-breakpoint
CREATE POLICY "record_releases_fence" ON "record_releases" AS RESTRICTIVE FOR ALL TO "hearth_actor" USING (practice_id = (select auth.practice_id())) WITH CHECK (practice_id = (select auth.practice_id()));--> statement-breakpoint
CREATE POLICY "record_releases_select" ON "record_releases" AS PERMISSIVE FOR SELECT TO "hearth_actor" USING ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[])));--> statement-breakpoint
CREATE POLICY "record_releases_insert" ON "record_releases" AS PERMISSIVE FOR INSERT TO "hearth_actor" WITH CHECK ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[]) and author_id = (select auth.staff_member_id())));--> statement-breakpoint
CREATE POLICY "referral_events_fence" ON "referral_events" AS RESTRICTIVE FOR ALL TO "hearth_actor" USING (practice_id = (select auth.practice_id())) WITH CHECK (practice_id = (select auth.practice_id()));--> statement-breakpoint
CREATE POLICY "referral_events_select" ON "referral_events" AS PERMISSIVE FOR SELECT TO "hearth_actor" USING ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[])));--> statement-breakpoint
CREATE POLICY "referral_events_insert" ON "referral_events" AS PERMISSIVE FOR INSERT TO "hearth_actor" WITH CHECK ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[]) and author_id = (select auth.staff_member_id())));--> statement-breakpoint
CREATE POLICY "referrals_fence" ON "referrals" AS RESTRICTIVE FOR ALL TO "hearth_actor" USING (practice_id = (select auth.practice_id())) WITH CHECK (practice_id = (select auth.practice_id()));--> statement-breakpoint
CREATE POLICY "referrals_select" ON "referrals" AS PERMISSIVE FOR SELECT TO "hearth_actor" USING ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[])));--> statement-breakpoint
CREATE POLICY "referrals_insert" ON "referrals" AS PERMISSIVE FOR INSERT TO "hearth_actor" WITH CHECK ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[]) and author_id = (select auth.staff_member_id())));--> statement-breakpoint
CREATE POLICY "release_answers_fence" ON "release_answers" AS RESTRICTIVE FOR ALL TO "hearth_actor" USING (practice_id = (select auth.practice_id())) WITH CHECK (practice_id = (select auth.practice_id()));--> statement-breakpoint
CREATE POLICY "release_answers_select" ON "release_answers" AS PERMISSIVE FOR SELECT TO "hearth_actor" USING ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[])) or ((select auth.has_role('partner')) and (partner_id = (select auth.partner_id()))));--> statement-breakpoint
CREATE POLICY "release_answers_insert" ON "release_answers" AS PERMISSIVE FOR INSERT TO "hearth_actor" WITH CHECK (((select auth.has_role('partner')) and (partner_id = (select auth.partner_id()))));--> statement-breakpoint
CREATE POLICY "releases_fence" ON "releases" AS RESTRICTIVE FOR ALL TO "hearth_actor" USING (practice_id = (select auth.practice_id())) WITH CHECK (practice_id = (select auth.practice_id()));--> statement-breakpoint
CREATE POLICY "releases_select" ON "releases" AS PERMISSIVE FOR SELECT TO "hearth_actor" USING ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[])) or ((select auth.has_role('partner')) and (partner_id = (select auth.partner_id()) and taken_back_at is null)));--> statement-breakpoint
CREATE POLICY "releases_insert" ON "releases" AS PERMISSIVE FOR INSERT TO "hearth_actor" WITH CHECK ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[]) and author_id = (select auth.staff_member_id())));--> statement-breakpoint
CREATE POLICY "releases_update" ON "releases" AS PERMISSIVE FOR UPDATE TO "hearth_actor" USING ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[]))) WITH CHECK ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[])));--> statement-breakpoint
CREATE POLICY "data_keys_fence" ON "data_keys" AS RESTRICTIVE FOR ALL TO "hearth_actor" USING (practice_id = (select auth.practice_id())) WITH CHECK (practice_id = (select auth.practice_id()));--> statement-breakpoint
CREATE POLICY "data_keys_select" ON "data_keys" AS PERMISSIVE FOR SELECT TO "hearth_actor" USING (((select auth.has_role('therapist')) and ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[]) and author_id is null) or (author_id = (select auth.staff_member_id())))) or (id = any ((select auth.key_ids_supervised('supervisor'))::uuid[])) or ((select auth.has_role('partner')) and (partner_id = (select auth.partner_id()) and key_class = 'partner.private')));--> statement-breakpoint
CREATE POLICY "data_keys_select_rules" ON "data_keys" AS PERMISSIVE FOR SELECT TO "hearth_rules" USING (true);--> statement-breakpoint
CREATE POLICY "data_keys_insert" ON "data_keys" AS PERMISSIVE FOR INSERT TO "hearth_actor" WITH CHECK (((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[]) and author_id is null) or (couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[]) and author_id = (select auth.staff_member_id()))));--> statement-breakpoint
CREATE POLICY "data_keys_insert_rules" ON "data_keys" AS PERMISSIVE FOR INSERT TO "hearth_rules" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "data_keys_update_rules" ON "data_keys" AS PERMISSIVE FOR UPDATE TO "hearth_rules" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "data_keys_delete_rules" ON "data_keys" AS PERMISSIVE FOR DELETE TO "hearth_rules" USING (true);--> statement-breakpoint
CREATE POLICY "practice_keys_fence" ON "practice_keys" AS RESTRICTIVE FOR ALL TO "hearth_actor" USING (practice_id = (select auth.practice_id())) WITH CHECK (practice_id = (select auth.practice_id()));--> statement-breakpoint
CREATE POLICY "practice_keys_select" ON "practice_keys" AS PERMISSIVE FOR SELECT TO "hearth_actor" USING ((select auth.has_role('practiceAdmin', 'therapist', 'supervisor', 'scheduler')));--> statement-breakpoint
CREATE POLICY "practice_keys_select_rules" ON "practice_keys" AS PERMISSIVE FOR SELECT TO "hearth_rules" USING (true);--> statement-breakpoint
CREATE POLICY "practice_keys_insert_rules" ON "practice_keys" AS PERMISSIVE FOR INSERT TO "hearth_rules" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "practice_keys_update_rules" ON "practice_keys" AS PERMISSIVE FOR UPDATE TO "hearth_rules" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "practice_keys_delete_rules" ON "practice_keys" AS PERMISSIVE FOR DELETE TO "hearth_rules" USING (true);--> statement-breakpoint
CREATE POLICY "addenda_fence" ON "addenda" AS RESTRICTIVE FOR ALL TO "hearth_actor" USING (practice_id = (select auth.practice_id())) WITH CHECK (practice_id = (select auth.practice_id()));--> statement-breakpoint
CREATE POLICY "addenda_select" ON "addenda" AS PERMISSIVE FOR SELECT TO "hearth_actor" USING ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[])) or (note_id = any ((select auth.note_ids_supervised('supervisor'))::uuid[])));--> statement-breakpoint
CREATE POLICY "addenda_select_rules" ON "addenda" AS PERMISSIVE FOR SELECT TO "hearth_rules" USING (true);--> statement-breakpoint
CREATE POLICY "addenda_insert" ON "addenda" AS PERMISSIVE FOR INSERT TO "hearth_actor" WITH CHECK (((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[]) and author_id = (select auth.staff_member_id()) and kind <> 'enteredInError') or (couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[]) and author_id = (select auth.staff_member_id()) and exists (select from session_notes n where n.id = addenda.note_id and n.author_id = (select auth.staff_member_id()))) or (couple_id = any ((select auth.couple_ids_led('therapist'))::uuid[]) and author_id = (select auth.staff_member_id()))));--> statement-breakpoint
CREATE POLICY "note_co_authors_fence" ON "note_co_authors" AS RESTRICTIVE FOR ALL TO "hearth_actor" USING (practice_id = (select auth.practice_id())) WITH CHECK (practice_id = (select auth.practice_id()));--> statement-breakpoint
CREATE POLICY "note_co_authors_select" ON "note_co_authors" AS PERMISSIVE FOR SELECT TO "hearth_actor" USING (((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[]) and author_id = (select auth.staff_member_id())) or (couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[]) and co_author_id = (select auth.staff_member_id()))));--> statement-breakpoint
CREATE POLICY "note_co_authors_insert" ON "note_co_authors" AS PERMISSIVE FOR INSERT TO "hearth_actor" WITH CHECK ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[]) and author_id = (select auth.staff_member_id())));--> statement-breakpoint
CREATE POLICY "note_co_authors_delete" ON "note_co_authors" AS PERMISSIVE FOR DELETE TO "hearth_actor" USING ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[]) and author_id = (select auth.staff_member_id())));--> statement-breakpoint
CREATE POLICY "note_versions_fence" ON "note_versions" AS RESTRICTIVE FOR ALL TO "hearth_actor" USING (practice_id = (select auth.practice_id())) WITH CHECK (practice_id = (select auth.practice_id()));--> statement-breakpoint
CREATE POLICY "note_versions_select" ON "note_versions" AS PERMISSIVE FOR SELECT TO "hearth_actor" USING (((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[]) and author_id = (select auth.staff_member_id())) or (couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[]) and note_id = any (array(select c.note_id from note_co_authors c where c.co_author_id = (select auth.staff_member_id()))))));--> statement-breakpoint
CREATE POLICY "note_versions_insert" ON "note_versions" AS PERMISSIVE FOR INSERT TO "hearth_actor" WITH CHECK (((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[]) and author_id = (select auth.staff_member_id())) or (couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[]) and note_id = any (array(select c.note_id from note_co_authors c where c.co_author_id = (select auth.staff_member_id()))) and kept_by = (select auth.staff_member_id()))));--> statement-breakpoint
CREATE POLICY "session_notes_fence" ON "session_notes" AS RESTRICTIVE FOR ALL TO "hearth_actor" USING (practice_id = (select auth.practice_id())) WITH CHECK (practice_id = (select auth.practice_id()));--> statement-breakpoint
CREATE POLICY "session_notes_select" ON "session_notes" AS PERMISSIVE FOR SELECT TO "hearth_actor" USING (((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[]) and author_id = (select auth.staff_member_id())) or (couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[]) and signed_at is not null) or (couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[]) and id = any (array(select c.note_id from note_co_authors c where c.co_author_id = (select auth.staff_member_id()))))) or (id = any ((select auth.note_ids_supervised('supervisor'))::uuid[]) and signed_at is not null));--> statement-breakpoint
CREATE POLICY "session_notes_select_rules" ON "session_notes" AS PERMISSIVE FOR SELECT TO "hearth_rules" USING (true);--> statement-breakpoint
CREATE POLICY "session_notes_insert" ON "session_notes" AS PERMISSIVE FOR INSERT TO "hearth_actor" WITH CHECK ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[]) and author_id = (select auth.staff_member_id()) and signed_at is null));--> statement-breakpoint
CREATE POLICY "session_notes_update" ON "session_notes" AS PERMISSIVE FOR UPDATE TO "hearth_actor" USING (((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[]) and author_id = (select auth.staff_member_id()) and signed_at is null) or (couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[]) and id = any (array(select c.note_id from note_co_authors c where c.co_author_id = (select auth.staff_member_id()))) and signed_at is null))) WITH CHECK (((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[]) and author_id = (select auth.staff_member_id())) or (couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[]) and id = any (array(select c.note_id from note_co_authors c where c.co_author_id = (select auth.staff_member_id()))) and signed_at is null)));--> statement-breakpoint
CREATE POLICY "session_notes_update_rules" ON "session_notes" AS PERMISSIVE FOR UPDATE TO "hearth_rules" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "session_attendances_fence" ON "session_attendances" AS RESTRICTIVE FOR ALL TO "hearth_actor" USING (practice_id = (select auth.practice_id())) WITH CHECK (practice_id = (select auth.practice_id()));--> statement-breakpoint
CREATE POLICY "session_attendances_select" ON "session_attendances" AS PERMISSIVE FOR SELECT TO "hearth_actor" USING ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[])));--> statement-breakpoint
CREATE POLICY "session_attendances_insert" ON "session_attendances" AS PERMISSIVE FOR INSERT TO "hearth_actor" WITH CHECK ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[])));--> statement-breakpoint
CREATE POLICY "session_attendances_update" ON "session_attendances" AS PERMISSIVE FOR UPDATE TO "hearth_actor" USING ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[]))) WITH CHECK ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[])));--> statement-breakpoint
CREATE POLICY "sessions_fence" ON "sessions" AS RESTRICTIVE FOR ALL TO "hearth_actor" USING (practice_id = (select auth.practice_id())) WITH CHECK (practice_id = (select auth.practice_id()));--> statement-breakpoint
CREATE POLICY "sessions_select" ON "sessions" AS PERMISSIVE FOR SELECT TO "hearth_actor" USING ((select auth.has_role('practiceAdmin', 'scheduler')) or (couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[])));--> statement-breakpoint
CREATE POLICY "sessions_select_rules" ON "sessions" AS PERMISSIVE FOR SELECT TO "hearth_rules" USING (true);--> statement-breakpoint
CREATE POLICY "sessions_insert" ON "sessions" AS PERMISSIVE FOR INSERT TO "hearth_actor" WITH CHECK ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[])) or (select auth.has_role('scheduler')));--> statement-breakpoint
CREATE POLICY "sessions_update" ON "sessions" AS PERMISSIVE FOR UPDATE TO "hearth_actor" USING ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[])) or (select auth.has_role('scheduler'))) WITH CHECK ((couple_id = any ((select auth.couple_ids_of('therapist'))::uuid[])) or (select auth.has_role('scheduler')));--> statement-breakpoint
CREATE POLICY "sessions_update_rules" ON "sessions" AS PERMISSIVE FOR UPDATE TO "hearth_rules" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "staff_members_fence" ON "staff_members" AS RESTRICTIVE FOR ALL TO "hearth_actor" USING (practice_id = (select auth.practice_id())) WITH CHECK (practice_id = (select auth.practice_id()));--> statement-breakpoint
CREATE POLICY "staff_members_select" ON "staff_members" AS PERMISSIVE FOR SELECT TO "hearth_actor" USING ((select auth.has_role('practiceAdmin', 'therapist', 'supervisor', 'scheduler')));--> statement-breakpoint
CREATE POLICY "staff_members_select_rules" ON "staff_members" AS PERMISSIVE FOR SELECT TO "hearth_rules" USING (true);--> statement-breakpoint
CREATE POLICY "staff_members_insert" ON "staff_members" AS PERMISSIVE FOR INSERT TO "hearth_actor" WITH CHECK ((select auth.has_role('practiceAdmin')));--> statement-breakpoint
CREATE POLICY "staff_members_insert_rules" ON "staff_members" AS PERMISSIVE FOR INSERT TO "hearth_rules" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "staff_members_update" ON "staff_members" AS PERMISSIVE FOR UPDATE TO "hearth_actor" USING ((select auth.has_role('practiceAdmin'))) WITH CHECK ((select auth.has_role('practiceAdmin')));--> statement-breakpoint
CREATE POLICY "staff_members_update_rules" ON "staff_members" AS PERMISSIVE FOR UPDATE TO "hearth_rules" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "staff_roles_fence" ON "staff_roles" AS RESTRICTIVE FOR ALL TO "hearth_actor" USING (practice_id = (select auth.practice_id())) WITH CHECK (practice_id = (select auth.practice_id()));--> statement-breakpoint
CREATE POLICY "staff_roles_select" ON "staff_roles" AS PERMISSIVE FOR SELECT TO "hearth_actor" USING ((select auth.has_role('practiceAdmin', 'therapist', 'supervisor', 'scheduler')));--> statement-breakpoint
CREATE POLICY "staff_roles_select_rules" ON "staff_roles" AS PERMISSIVE FOR SELECT TO "hearth_rules" USING (true);--> statement-breakpoint
CREATE POLICY "staff_roles_insert" ON "staff_roles" AS PERMISSIVE FOR INSERT TO "hearth_actor" WITH CHECK ((select auth.has_role('practiceAdmin')));--> statement-breakpoint
CREATE POLICY "staff_roles_insert_rules" ON "staff_roles" AS PERMISSIVE FOR INSERT TO "hearth_rules" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "staff_roles_delete" ON "staff_roles" AS PERMISSIVE FOR DELETE TO "hearth_actor" USING ((select auth.has_role('practiceAdmin')));--> statement-breakpoint
CREATE POLICY "staff_settings_fence" ON "staff_settings" AS RESTRICTIVE FOR ALL TO "hearth_actor" USING (practice_id = (select auth.practice_id())) WITH CHECK (practice_id = (select auth.practice_id()));--> statement-breakpoint
CREATE POLICY "staff_settings_select" ON "staff_settings" AS PERMISSIVE FOR SELECT TO "hearth_actor" USING (((select auth.has_role('practiceAdmin', 'therapist', 'supervisor', 'scheduler')) and (staff_member_id = (select auth.staff_member_id()))));--> statement-breakpoint
CREATE POLICY "staff_settings_select_rules" ON "staff_settings" AS PERMISSIVE FOR SELECT TO "hearth_rules" USING (true);--> statement-breakpoint
CREATE POLICY "staff_settings_insert" ON "staff_settings" AS PERMISSIVE FOR INSERT TO "hearth_actor" WITH CHECK (((select auth.has_role('practiceAdmin', 'therapist', 'supervisor', 'scheduler')) and (staff_member_id = (select auth.staff_member_id()))));--> statement-breakpoint
CREATE POLICY "staff_settings_update" ON "staff_settings" AS PERMISSIVE FOR UPDATE TO "hearth_actor" USING (((select auth.has_role('practiceAdmin', 'therapist', 'supervisor', 'scheduler')) and (staff_member_id = (select auth.staff_member_id())))) WITH CHECK (((select auth.has_role('practiceAdmin', 'therapist', 'supervisor', 'scheduler')) and (staff_member_id = (select auth.staff_member_id()))));