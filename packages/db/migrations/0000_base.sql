CREATE TABLE "application_drafts" (
	"id" text PRIMARY KEY NOT NULL,
	"sealed" text NOT NULL,
	"sent_sealed" text,
	"created_at" timestamp with time zone NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "application_questions" (
	"id" text PRIMARY KEY NOT NULL,
	"partner_type_code" text,
	"regions" text[] NOT NULL,
	"kind" text NOT NULL,
	"label" text NOT NULL,
	"help" text,
	"options" text[] NOT NULL,
	"required" boolean NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "application_questions_kind" CHECK ("application_questions"."kind" in ('short', 'long', 'choice', 'yes_no')),
	CONSTRAINT "application_questions_choice" CHECK ("application_questions"."kind" <> 'choice' or cardinality("application_questions"."options") > 1)
);
--> statement-breakpoint
CREATE TABLE "application_rules" (
	"code" text PRIMARY KEY NOT NULL,
	"enabled" boolean NOT NULL,
	"recommendation" text NOT NULL,
	CONSTRAINT "application_rules_code" CHECK ("application_rules"."code" in ('answers_missing', 'disposable_email', 'free_email', 'region_closed', 'duplicate_ended', 'duplicate_strong', 'duplicate_name', 'credential_missing', 'applied_before')),
	CONSTRAINT "application_rules_recommendation" CHECK ("application_rules"."recommendation" in ('look_closer', 'reject')),
	CONSTRAINT "application_rules_name" CHECK ("application_rules"."code" <> 'duplicate_name' or "application_rules"."recommendation" = 'look_closer')
);
--> statement-breakpoint
CREATE TABLE "applications" (
	"id" text PRIMARY KEY NOT NULL,
	"partner_id" text NOT NULL,
	"partner_type_code" text NOT NULL,
	"outcome" text NOT NULL,
	"answers" jsonb NOT NULL,
	"submitted_at" timestamp with time zone NOT NULL,
	"verified_at" timestamp with time zone NOT NULL,
	CONSTRAINT "applications_outcome" CHECK ("applications"."outcome" in ('in_review', 'in_cool_off'))
);
--> statement-breakpoint
CREATE TABLE "calendar_feeds" (
	"account_id" text PRIMARY KEY NOT NULL,
	"secret_hash" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "care_rules" (
	"partner_type_code" text PRIMARY KEY NOT NULL,
	"cadence_days" integer,
	"gift_limit_minor" bigint,
	"currency" text NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "care_rules_cadence" CHECK ("care_rules"."cadence_days" is null or "care_rules"."cadence_days" between 1 and 1000),
	CONSTRAINT "care_rules_limit" CHECK ("care_rules"."gift_limit_minor" is null or "care_rules"."gift_limit_minor" >= 0)
);
--> statement-breakpoint
CREATE TABLE "touchpoints" (
	"id" text PRIMARY KEY NOT NULL,
	"partner_id" text NOT NULL,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"held_at" timestamp with time zone NOT NULL,
	"account_id" text NOT NULL,
	"with_whom" text,
	"note" text,
	"value_minor" bigint,
	"currency" text,
	"year" integer NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "touchpoints_kind" CHECK ("touchpoints"."kind" in ('coffee', 'lunch', 'call', 'meeting', 'gift', 'note')),
	CONSTRAINT "touchpoints_status_word" CHECK ("touchpoints"."status" in ('planned', 'done', 'cancelled')),
	CONSTRAINT "touchpoints_value" CHECK (("touchpoints"."value_minor" is null) = ("touchpoints"."currency" is null) and "touchpoints"."value_minor" > 0)
);
--> statement-breakpoint
CREATE TABLE "documents" (
	"id" text PRIMARY KEY NOT NULL,
	"partner_id" text,
	"subject_type" text NOT NULL,
	"subject_id" text NOT NULL,
	"file_name" text NOT NULL,
	"media_type" text NOT NULL,
	"size_bytes" integer NOT NULL,
	"sha256" text NOT NULL,
	"content" "bytea" NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"delete_after" timestamp with time zone,
	CONSTRAINT "documents_subject_type" CHECK ("documents"."subject_type" in ('application_draft', 'application', 'credential')),
	CONSTRAINT "documents_media_type" CHECK ("documents"."media_type" in ('application/pdf', 'image/png', 'image/jpeg')),
	CONSTRAINT "documents_size" CHECK ("documents"."size_bytes" between 1 and 5242880 and octet_length("documents"."content") = "documents"."size_bytes"),
	CONSTRAINT "documents_owner" CHECK ("documents"."partner_id" is not null or "documents"."subject_type" = 'application_draft')
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" text PRIMARY KEY NOT NULL,
	"audience" text NOT NULL,
	"email" text NOT NULL,
	"email_normalised" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text,
	"staff_role" text,
	"partner_id" text,
	"partner_role" text,
	"client_id" text,
	"totp_secret_encrypted" text,
	"totp_enabled_at" timestamp with time zone,
	"totp_last_step" bigint,
	"passkeys_since" timestamp with time zone,
	"email_verified_at" timestamp with time zone,
	"registered_link_id" text,
	"pending_email" text,
	"disabled_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "accounts_audience" CHECK ("accounts"."audience" in ('staff', 'partner', 'patient')),
	CONSTRAINT "accounts_belongs_to_its_audience" CHECK (("accounts"."audience" = 'staff' and "accounts"."staff_role" is not null and "accounts"."partner_id" is null and "accounts"."client_id" is null)
       or ("accounts"."audience" = 'partner' and "accounts"."partner_id" is not null and "accounts"."partner_role" is not null and "accounts"."staff_role" is null and "accounts"."client_id" is null)
       or ("accounts"."audience" = 'patient' and "accounts"."client_id" is not null and "accounts"."staff_role" is null and "accounts"."partner_id" is null))
);
--> statement-breakpoint
CREATE TABLE "api_keys" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"key_hash" text NOT NULL,
	"signing_secret_encrypted" text NOT NULL,
	"scopes" text[] NOT NULL,
	"partner_id" text,
	"created_at" timestamp with time zone NOT NULL,
	"last_used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"api_key_id" text NOT NULL,
	"key" text NOT NULL,
	"request_hash" text NOT NULL,
	"response_status" integer,
	"response_body" text,
	"created_at" timestamp with time zone NOT NULL,
	"locked_until" timestamp with time zone NOT NULL,
	CONSTRAINT "idempotency_keys_api_key_id_key_pk" PRIMARY KEY("api_key_id","key")
);
--> statement-breakpoint
CREATE TABLE "inbound_events" (
	"id" text PRIMARY KEY NOT NULL,
	"api_key_id" text NOT NULL,
	"event_id" text NOT NULL,
	"type" text NOT NULL,
	"payload" jsonb NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"processed_at" timestamp with time zone,
	"outcome" text
);
--> statement-breakpoint
CREATE TABLE "logos" (
	"hash" text PRIMARY KEY NOT NULL,
	"content_type" text NOT NULL,
	"content" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "logos_content_type" CHECK ("logos"."content_type" in ('image/png', 'image/jpeg', 'image/webp'))
);
--> statement-breakpoint
CREATE TABLE "organisation" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"time_zone" text NOT NULL,
	"currency" text NOT NULL,
	"patient_word" text NOT NULL,
	"postal_address" text NOT NULL,
	"reapply_after_days" integer DEFAULT 90 NOT NULL,
	"staff_two_factor" text NOT NULL,
	"accent" text,
	"logo_hash" text,
	"is_demo" boolean NOT NULL,
	"first_started_at" timestamp with time zone NOT NULL,
	CONSTRAINT "organisation_single" CHECK ("organisation"."id" = 'org'),
	CONSTRAINT "organisation_accent" CHECK ("organisation"."accent" ~ '^#[0-9a-f]{6}$'),
	CONSTRAINT "organisation_two_factor" CHECK ("organisation"."staff_two_factor" in ('required', 'optional')),
	CONSTRAINT "organisation_reapply" CHECK ("organisation"."reapply_after_days" between 0 and 3650)
);
--> statement-breakpoint
CREATE TABLE "partner_looks" (
	"id" text PRIMARY KEY NOT NULL,
	"partner_id" text NOT NULL,
	"staff_id" text NOT NULL,
	"staff_session" text NOT NULL,
	"reason" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"session_hash" text,
	"started_at" timestamp with time zone,
	"ends_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"ended" text,
	CONSTRAINT "partner_looks_ended" CHECK ("partner_looks"."ended" in ('left', 'time', 'cut_off')),
	CONSTRAINT "partner_looks_started" CHECK (("partner_looks"."started_at" is null) = ("partner_looks"."ends_at" is null) and ("partner_looks"."started_at" is null) = ("partner_looks"."session_hash" is null)),
	CONSTRAINT "partner_looks_ended_once" CHECK (("partner_looks"."ended_at" is null) = ("partner_looks"."ended" is null)),
	CONSTRAINT "partner_looks_limit" CHECK ("partner_looks"."ends_at" <= "partner_looks"."started_at" + interval '30 minutes')
);
--> statement-breakpoint
CREATE TABLE "passkeys" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"credential_id" text NOT NULL,
	"public_key" text NOT NULL,
	"counter" bigint NOT NULL,
	"transports" text[] NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"last_used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer NOT NULL,
	"expire" bigint
);
--> statement-breakpoint
CREATE TABLE "recovery_codes" (
	"account_id" text NOT NULL,
	"code_hash" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "recovery_codes_account_id_code_hash_pk" PRIMARY KEY("account_id","code_hash")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id_hash" text PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"account_id" text NOT NULL,
	"audience" text NOT NULL,
	"partner_id" text,
	"client_id" text,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"two_factor_at" timestamp with time zone,
	"last_used_at" timestamp with time zone NOT NULL,
	"confirmed_at" timestamp with time zone,
	"challenge" text,
	"challenge_ends_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "sign_ins" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"outcome" text NOT NULL,
	"method" text,
	"device" text NOT NULL,
	"address_hash" text NOT NULL,
	CONSTRAINT "sign_ins_outcome" CHECK ("sign_ins"."outcome" in ('signed_in', 'second_step_owed', 'wrong_password', 'refused', 'second_step_failed', 'session_ended', 'signed_out_everywhere')),
	CONSTRAINT "sign_ins_method" CHECK ("sign_ins"."method" in ('password', 'totp', 'passkey', 'recovery_code', 'link'))
);
--> statement-breakpoint
CREATE TABLE "table_settings" (
	"account_id" text PRIMARY KEY NOT NULL,
	"density" text NOT NULL,
	CONSTRAINT "table_settings_density" CHECK ("table_settings"."density" in ('comfortable', 'compact'))
);
--> statement-breakpoint
CREATE TABLE "table_views" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"list" text NOT NULL,
	"name" text NOT NULL,
	"name_sort" text NOT NULL,
	"query" jsonb NOT NULL,
	"is_default" boolean NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "team_invitations" (
	"id" text PRIMARY KEY NOT NULL,
	"audience" text NOT NULL,
	"email" text NOT NULL,
	"email_normalised" text NOT NULL,
	"name" text NOT NULL,
	"staff_role" text,
	"partner_id" text,
	"partner_role" text,
	"invited_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "team_invitations_belongs_to_its_audience" CHECK (("team_invitations"."audience" = 'staff' and "team_invitations"."staff_role" is not null and "team_invitations"."partner_id" is null and "team_invitations"."partner_role" is null)
       or ("team_invitations"."audience" = 'partner' and "team_invitations"."partner_id" is not null and "team_invitations"."partner_role" is not null and "team_invitations"."staff_role" is null))
);
--> statement-breakpoint
CREATE TABLE "tokens" (
	"id" text PRIMARY KEY NOT NULL,
	"hash" text NOT NULL,
	"purpose" text NOT NULL,
	"subject_id" text NOT NULL,
	"partner_id" text,
	"client_id" text,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "tokens_purpose" CHECK ("tokens"."purpose" in ('accept_invitation', 'verify_email', 'confirm_referral', 'lead_intake', 'manage_consent', 'decline_invite', 'reset_password', 'change_email', 'join_team', 'application_draft', 'continue_application', 'confirm_application', 'set_up', 'unsubscribe', 'enter_look'))
);
--> statement-breakpoint
CREATE TABLE "digest_choices" (
	"account_id" text NOT NULL,
	"partner_id" text,
	"client_id" text,
	"rhythm" text NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "digest_choices_account_id_pk" PRIMARY KEY("account_id"),
	CONSTRAINT "digest_choices_rhythm" CHECK ("digest_choices"."rhythm" in ('daily', 'weekly', 'never'))
);
--> statement-breakpoint
CREATE TABLE "digests" (
	"account_id" text NOT NULL,
	"partner_id" text,
	"client_id" text,
	"period" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "digests_account_id_period_pk" PRIMARY KEY("account_id","period")
);
--> statement-breakpoint
CREATE TABLE "notification_choices" (
	"account_id" text NOT NULL,
	"partner_id" text,
	"client_id" text,
	"kind" text NOT NULL,
	"channel" text NOT NULL,
	"enabled" boolean NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "notification_choices_account_id_kind_channel_pk" PRIMARY KEY("account_id","kind","channel"),
	CONSTRAINT "notification_choices_kind" CHECK ("notification_choices"."kind" in ('application_received', 'referral_received', 'lead_assigned', 'share_accepted', 'share_rejected', 'share_returned', 'share_expired', 'deal_reported', 'commission_to_approve', 'reward_to_approve', 'introduction_requested', 'introduction_declined', 'credential_to_check', 'credential_ending', 'job_failed', 'message_failed', 'lead_offered', 'lead_taken_back', 'offer_expired', 'introduction_received', 'referral_progress', 'commission_approved', 'commission_invoiced', 'commission_paid', 'payout_paid', 'agreement_changed', 'group_changed', 'own_credential_ending', 'credential_decided', 'member_joined', 'friend_joined', 'reward_available', 'reward_expiring', 'introduction_made', 'introduction_connected')),
	CONSTRAINT "notification_choices_channel" CHECK ("notification_choices"."channel" in ('in_app', 'email', 'digest'))
);
--> statement-breakpoint
CREATE TABLE "notifications" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"partner_id" text,
	"client_id" text,
	"kind" text NOT NULL,
	"cause" text NOT NULL,
	"event_type" text NOT NULL,
	"subject_id" text NOT NULL,
	"payload" jsonb NOT NULL,
	"occurred_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"in_app" boolean NOT NULL,
	"in_digest" boolean NOT NULL,
	"read_at" timestamp with time zone,
	"digest" text,
	CONSTRAINT "notifications_kind" CHECK ("notifications"."kind" in ('application_received', 'referral_received', 'lead_assigned', 'share_accepted', 'share_rejected', 'share_returned', 'share_expired', 'deal_reported', 'commission_to_approve', 'reward_to_approve', 'introduction_requested', 'introduction_declined', 'credential_to_check', 'credential_ending', 'job_failed', 'message_failed', 'lead_offered', 'lead_taken_back', 'offer_expired', 'introduction_received', 'referral_progress', 'commission_approved', 'commission_invoiced', 'commission_paid', 'payout_paid', 'agreement_changed', 'group_changed', 'own_credential_ending', 'credential_decided', 'member_joined', 'friend_joined', 'reward_available', 'reward_expiring', 'introduction_made', 'introduction_connected'))
);
--> statement-breakpoint
CREATE TABLE "introductions" (
	"id" text PRIMARY KEY NOT NULL,
	"request_id" text NOT NULL,
	"client_id" text NOT NULL,
	"partner_id" text NOT NULL,
	"engagement_id" text NOT NULL,
	"status" text NOT NULL,
	"match_reasons" text[] NOT NULL,
	"proposed_by" text NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"intro_sent_at" timestamp with time zone,
	"connected_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"end_reason" text,
	"outcome" text,
	"outcome_notes" text,
	CONSTRAINT "introductions_status" CHECK ("introductions"."status" in ('proposed', 'intro_sent', 'connected', 'closed', 'declined'))
);
--> statement-breakpoint
CREATE TABLE "referral_requests" (
	"id" text PRIMARY KEY NOT NULL,
	"group_id" text NOT NULL,
	"client_id" text NOT NULL,
	"partner_type_code" text NOT NULL,
	"region" text NOT NULL,
	"status" text NOT NULL,
	"group_size" integer NOT NULL,
	"currency" text NOT NULL,
	"price_min_minor" bigint,
	"price_max_minor" bigint,
	"timeline" text NOT NULL,
	"specific_need" text NOT NULL,
	"end_reason" text,
	"created_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	CONSTRAINT "referral_requests_status_word" CHECK ("referral_requests"."status" in ('pending', 'matched', 'intro_sent', 'connected', 'closed', 'unfulfilled', 'cancelled'))
);
--> statement-breakpoint
CREATE TABLE "client_groups" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"owner_client_id" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "clients" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text,
	"email_normalised" text,
	"email_verified_at" timestamp with time zone,
	"phone" text,
	"location" text,
	"locale" text NOT NULL,
	"source" text,
	"external_id" text,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "consents" (
	"id" text PRIMARY KEY NOT NULL,
	"seq" bigserial NOT NULL,
	"client_id" text NOT NULL,
	"purpose" text NOT NULL,
	"recipient_kind" text NOT NULL,
	"recipient" text NOT NULL,
	"scope" text NOT NULL,
	"decision" text NOT NULL,
	"wording_version" text NOT NULL,
	"locale" text NOT NULL,
	"channel" text NOT NULL,
	"evidence" text NOT NULL,
	"occurred_at" timestamp with time zone NOT NULL,
	CONSTRAINT "consents_purpose" CHECK ("consents"."purpose" in ('lead_sharing', 'introduction', 'referral_report')),
	CONSTRAINT "consents_recipient_kind" CHECK ("consents"."recipient_kind" in ('class', 'partner')),
	CONSTRAINT "consents_scope" CHECK ("consents"."scope" in ('contact', 'budget', 'requirements', 'appointment', 'documents', 'report_to_referrer')),
	CONSTRAINT "consents_decision" CHECK ("consents"."decision" in ('granted', 'withdrawn')),
	CONSTRAINT "consents_channel" CHECK ("consents"."channel" in ('web_form', 'patient_portal', 'staff_recorded', 'phone', 'paper'))
);
--> statement-breakpoint
CREATE TABLE "deals" (
	"id" text PRIMARY KEY NOT NULL,
	"lead_id" text,
	"client_id" text NOT NULL,
	"status" text NOT NULL,
	"value_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"share_id" text,
	"partner_referral_id" text,
	"introduction_id" text,
	"partner_id" text,
	"engagement_id" text,
	"reported_by" text NOT NULL,
	"closed_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"verified_at" timestamp with time zone,
	"verified_by" text,
	"note" text,
	CONSTRAINT "deals_status" CHECK ("deals"."status" in ('reported', 'verified', 'refused', 'reversed')),
	CONSTRAINT "deals_value" CHECK ("deals"."value_minor" > 0)
);
--> statement-breakpoint
CREATE TABLE "group_members" (
	"group_id" text NOT NULL,
	"client_id" text,
	"owner_client_id" text NOT NULL,
	"display_name" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "group_members_group_id_position_pk" PRIMARY KEY("group_id","position")
);
--> statement-breakpoint
CREATE TABLE "lead_notes" (
	"id" text PRIMARY KEY NOT NULL,
	"lead_id" text NOT NULL,
	"account_id" text NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "lead_shares" (
	"id" text PRIMARY KEY NOT NULL,
	"lead_id" text NOT NULL,
	"client_id" text NOT NULL,
	"partner_id" text NOT NULL,
	"engagement_id" text NOT NULL,
	"partner_type_code" text NOT NULL,
	"status" text NOT NULL,
	"tick_contact" boolean NOT NULL,
	"tick_budget" boolean NOT NULL,
	"tick_requirements" boolean NOT NULL,
	"shared_by" text NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"answer_by" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"end_reason" text,
	"outcome" text,
	CONSTRAINT "lead_shares_status" CHECK ("lead_shares"."status" in ('sent', 'accepted', 'in_progress', 'closed', 'rejected', 'expired', 'returned', 'revoked', 'withdrawn'))
);
--> statement-breakpoint
CREATE TABLE "leads" (
	"id" text PRIMARY KEY NOT NULL,
	"client_id" text NOT NULL,
	"group_id" text,
	"partner_referral_id" text,
	"status" text NOT NULL,
	"source" text NOT NULL,
	"region" text NOT NULL,
	"currency" text NOT NULL,
	"budget_min_minor" bigint,
	"budget_max_minor" bigint,
	"financing" text,
	"payment" text,
	"property_type" text,
	"place" text,
	"size" text,
	"amenities" text[] NOT NULL,
	"move_in" text,
	"service_needed" text,
	"message" text,
	"temperature" text,
	"score" integer,
	"assigned_to" text,
	"lost_reason" text,
	"created_at" timestamp with time zone NOT NULL,
	"qualified_at" timestamp with time zone,
	"converted_at" timestamp with time zone,
	CONSTRAINT "leads_status_word" CHECK ("leads"."status" in ('new', 'contacted', 'qualified', 'in_progress', 'converted', 'lost', 'closed_by_client', 'merged'))
);
--> statement-breakpoint
CREATE TABLE "partner_referrals" (
	"id" text PRIMARY KEY NOT NULL,
	"partner_id" text NOT NULL,
	"engagement_id" text NOT NULL,
	"partner_type_code" text NOT NULL,
	"link_id" text,
	"source" text NOT NULL,
	"status" text NOT NULL,
	"client_name" text,
	"client_email" text,
	"client_phone" text,
	"email_hash" text NOT NULL,
	"details" jsonb NOT NULL,
	"partner_notes" text,
	"consent_attested_at" timestamp with time zone,
	"consent_wording_version" text,
	"consent_choices" jsonb,
	"submitted_by" text,
	"client_id" text,
	"lead_id" text,
	"submitted_at" timestamp with time zone NOT NULL,
	"confirmed_at" timestamp with time zone,
	"accepted_at" timestamp with time zone,
	"converted_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"end_reason" text,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "partner_referrals_source" CHECK ("partner_referrals"."source" in ('website', 'mobile_app', 'email', 'phone', 'in_person', 'social_media', 'other')),
	CONSTRAINT "partner_referrals_status_word" CHECK ("partner_referrals"."status" in ('submitted', 'intake', 'accepted', 'dormant', 'converted', 'declined', 'rejected', 'expired'))
);
--> statement-breakpoint
CREATE TABLE "commissions" (
	"id" text PRIMARY KEY NOT NULL,
	"deal_id" text NOT NULL,
	"partner_id" text NOT NULL,
	"engagement_id" text NOT NULL,
	"direction" text NOT NULL,
	"plan_line" text NOT NULL,
	"instalment" integer NOT NULL,
	"status" text NOT NULL,
	"held_from" text,
	"amount_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"base_minor" bigint NOT NULL,
	"trace" jsonb NOT NULL,
	"reverses_id" text,
	"payout_id" text,
	"reason" text,
	"created_at" timestamp with time zone NOT NULL,
	"approved_at" timestamp with time zone,
	"approved_by" text,
	"invoiced_at" timestamp with time zone,
	"due_at" timestamp with time zone,
	"paid_at" timestamp with time zone,
	CONSTRAINT "commissions_status_word" CHECK ("commissions"."status" in ('pending', 'calculated', 'approved', 'held', 'scheduled', 'paid', 'cancelled', 'invoiced', 'overdue', 'settled', 'written_off')),
	CONSTRAINT "commissions_direction" CHECK ("commissions"."direction" in ('we_pay', 'partner_pays'))
);
--> statement-breakpoint
CREATE TABLE "ledger_accounts" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"currency" text NOT NULL,
	"partner_id" text,
	"client_id" text,
	CONSTRAINT "ledger_accounts_kind" CHECK ("ledger_accounts"."kind" in ('partner_payable', 'partner_receivable', 'commission_expense', 'commission_income', 'cash_clearing', 'reward_liability', 'reward_expense', 'breakage', 'tax', 'withholding'))
);
--> statement-breakpoint
CREATE TABLE "ledger_postings" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"transaction_id" text NOT NULL,
	"account_id" text NOT NULL,
	"currency" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"partner_id" text,
	"client_id" text
);
--> statement-breakpoint
CREATE TABLE "ledger_transactions" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"reference_id" text NOT NULL,
	"occurred_at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "payout_batches" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"status" text NOT NULL,
	"created_by" text NOT NULL,
	"approved_by" text,
	"created_at" timestamp with time zone NOT NULL,
	"approved_at" timestamp with time zone,
	"completed_at" timestamp with time zone,
	CONSTRAINT "payout_batches_status" CHECK ("payout_batches"."status" in ('draft', 'approved', 'processing', 'completed'))
);
--> statement-breakpoint
CREATE TABLE "payouts" (
	"id" text PRIMARY KEY NOT NULL,
	"batch_id" text NOT NULL,
	"payee_type" text NOT NULL,
	"partner_id" text,
	"client_id" text,
	"status" text NOT NULL,
	"currency" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"reference" text,
	"failure_reason" text,
	"created_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	"paid_at" timestamp with time zone,
	CONSTRAINT "payouts_status" CHECK ("payouts"."status" in ('scheduled', 'sent', 'paid', 'failed')),
	CONSTRAINT "payouts_amount" CHECK ("payouts"."amount_minor" > 0)
);
--> statement-breakpoint
CREATE TABLE "audit_entries" (
	"id" text PRIMARY KEY NOT NULL,
	"seq" bigserial NOT NULL,
	"xid" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"occurred_at" timestamp with time zone NOT NULL,
	"audience" text NOT NULL,
	"actor_type" text NOT NULL,
	"actor_id" text,
	"action" text NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" text NOT NULL,
	"from_state" text,
	"to_state" text,
	"fields" text NOT NULL,
	"request_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_head" (
	"id" integer PRIMARY KEY NOT NULL,
	"xid" "xid8" NOT NULL,
	"seq" bigint NOT NULL,
	"position" bigint NOT NULL,
	"hash" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_reasons" (
	"audit_id" text PRIMARY KEY NOT NULL,
	"subject_id" text NOT NULL,
	"reason" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_seals" (
	"position" bigint PRIMARY KEY NOT NULL,
	"audit_id" text NOT NULL,
	"hash" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"id" text PRIMARY KEY NOT NULL,
	"channel" text NOT NULL,
	"template" text NOT NULL,
	"to_address" text NOT NULL,
	"subject" text NOT NULL,
	"html" text NOT NULL,
	"body" text NOT NULL,
	"status" text NOT NULL,
	"dedupe_key" text NOT NULL,
	"subject_id" text NOT NULL,
	"discloses" text[],
	"unsubscribe_url" text,
	"attempts" integer NOT NULL,
	"error" text,
	"held_until" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	CONSTRAINT "messages_status" CHECK ("messages"."status" in ('queued', 'failed', 'sent', 'captured', 'suppressed')),
	CONSTRAINT "messages_channel" CHECK ("messages"."channel" in ('email', 'sms'))
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"xid" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"type" text NOT NULL,
	"subject_id" text NOT NULL,
	"payload" jsonb NOT NULL,
	"occurred_at" timestamp with time zone NOT NULL,
	"request_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "read_notes" (
	"account_id" text NOT NULL,
	"action" text NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" text NOT NULL,
	"hour" timestamp with time zone NOT NULL,
	CONSTRAINT "read_notes_account_id_subject_id_action_subject_type_hour_pk" PRIMARY KEY("account_id","subject_id","action","subject_type","hour")
);
--> statement-breakpoint
CREATE TABLE "relay_cursor" (
	"id" integer PRIMARY KEY NOT NULL,
	"xid" "xid8" NOT NULL,
	"outbox_id" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "suppressions" (
	"address_hash" text PRIMARY KEY NOT NULL,
	"reason" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "partner_group_moves" (
	"id" text PRIMARY KEY NOT NULL,
	"partner_id" text NOT NULL,
	"version" integer NOT NULL,
	"from_group_id" text,
	"to_group_id" text,
	"moved_at" timestamp with time zone NOT NULL,
	"cause" text NOT NULL,
	"reason" text,
	"evidence" jsonb,
	"reverses_id" text,
	"moved_by" text,
	CONSTRAINT "partner_group_moves_cause" CHECK ("partner_group_moves"."cause" in ('staff', 'rule')),
	CONSTRAINT "partner_group_moves_apart" CHECK ("partner_group_moves"."from_group_id" is distinct from "partner_group_moves"."to_group_id"),
	CONSTRAINT "partner_group_moves_explained" CHECK (("partner_group_moves"."cause" = 'staff' and "partner_group_moves"."reason" is not null) or ("partner_group_moves"."cause" = 'rule' and "partner_group_moves"."evidence" is not null))
);
--> statement-breakpoint
CREATE TABLE "partner_group_rules" (
	"group_id" text PRIMARY KEY NOT NULL,
	"enabled" boolean NOT NULL,
	"measure" text NOT NULL,
	"threshold" bigint NOT NULL,
	"currency" text,
	"window_days" integer NOT NULL,
	"from_group_id" text,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "partner_group_rules_measure" CHECK ("partner_group_rules"."measure" in ('verified_deals', 'verified_value', 'won_shares')),
	CONSTRAINT "partner_group_rules_threshold" CHECK ("partner_group_rules"."threshold" > 0),
	CONSTRAINT "partner_group_rules_window" CHECK ("partner_group_rules"."window_days" between 1 and 730),
	CONSTRAINT "partner_group_rules_currency" CHECK (("partner_group_rules"."measure" = 'verified_value') = ("partner_group_rules"."currency" is not null))
);
--> statement-breakpoint
CREATE TABLE "partner_group_terms" (
	"id" text PRIMARY KEY NOT NULL,
	"group_id" text NOT NULL,
	"partner_type_code" text NOT NULL,
	"version" integer NOT NULL,
	"released" boolean NOT NULL,
	"direction" text NOT NULL,
	"formula" text NOT NULL,
	"base" text NOT NULL,
	"trigger" text NOT NULL,
	"rate_bps" integer,
	"split_partner_bps" integer,
	"flat_amount_minor" bigint,
	"tiers" jsonb,
	"effective_from" timestamp with time zone NOT NULL,
	"outside_range" boolean NOT NULL,
	"reason" text NOT NULL,
	"set_by" text,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "partner_group_terms_direction" CHECK ("partner_group_terms"."direction" in ('we_pay', 'partner_pays', 'none')),
	CONSTRAINT "partner_group_terms_formula" CHECK ("partner_group_terms"."formula" in ('percent', 'flat', 'tiers', 'split', 'none')),
	CONSTRAINT "partner_group_terms_base" CHECK ("partner_group_terms"."base" in ('deal_value', 'gross_commission', 'service_value', 'none')),
	CONSTRAINT "partner_group_terms_trigger" CHECK ("partner_group_terms"."trigger" in ('deal_verified', 'service_delivered', 'drawdown', 'instalment', 'none')),
	CONSTRAINT "partner_group_terms_rate" CHECK ("partner_group_terms"."rate_bps" is null or "partner_group_terms"."rate_bps" between 0 and 10000),
	CONSTRAINT "partner_group_terms_split" CHECK ("partner_group_terms"."split_partner_bps" is null or "partner_group_terms"."split_partner_bps" between 0 and 10000)
);
--> statement-breakpoint
CREATE TABLE "agreement_acceptances" (
	"partner_id" text NOT NULL,
	"agreement_id" text NOT NULL,
	"account_id" text NOT NULL,
	"accepted_by_name" text NOT NULL,
	"accepted_by_role" text NOT NULL,
	"hash" text NOT NULL,
	"accepted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "agreement_acceptances_partner_id_agreement_id_pk" PRIMARY KEY("partner_id","agreement_id"),
	CONSTRAINT "agreement_acceptances_role" CHECK ("agreement_acceptances"."accepted_by_role" in ('owner', 'member'))
);
--> statement-breakpoint
CREATE TABLE "agreements" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"hash" text NOT NULL,
	"partner_type_codes" text[] DEFAULT '{}'::text[] NOT NULL,
	"created_by" text,
	"created_at" timestamp with time zone NOT NULL,
	"published_at" timestamp with time zone,
	"counts_from" timestamp with time zone,
	"grace_days" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "agreements_published" CHECK (("agreements"."published_at" is null) = ("agreements"."counts_from" is null)),
	CONSTRAINT "agreements_grace" CHECK ("agreements"."grace_days" between 0 and 365)
);
--> statement-breakpoint
CREATE TABLE "coverage" (
	"region" text NOT NULL,
	"partner_type_code" text NOT NULL,
	"status" text NOT NULL,
	"note" text,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "coverage_region_partner_type_code_pk" PRIMARY KEY("region","partner_type_code"),
	CONSTRAINT "coverage_status" CHECK ("coverage"."status" in ('available', 'coming_soon', 'unavailable'))
);
--> statement-breakpoint
CREATE TABLE "credential_warnings" (
	"credential_id" text NOT NULL,
	"days" integer NOT NULL,
	"partner_id" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "credential_warnings_credential_id_days_pk" PRIMARY KEY("credential_id","days")
);
--> statement-breakpoint
CREATE TABLE "credentials" (
	"id" text PRIMARY KEY NOT NULL,
	"partner_id" text NOT NULL,
	"kind" text NOT NULL,
	"number" text NOT NULL,
	"authority" text NOT NULL,
	"region" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"verified_at" timestamp with time zone,
	"verified_by" text,
	"refused_at" timestamp with time zone,
	"refused_by" text,
	"refusal_reason" text,
	"superseded_at" timestamp with time zone,
	"superseded_by" text,
	"added_by" text,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "credentials_one_decision" CHECK ("credentials"."verified_at" is null or "credentials"."refused_at" is null)
);
--> statement-breakpoint
CREATE TABLE "engagements" (
	"id" text PRIMARY KEY NOT NULL,
	"partner_id" text NOT NULL,
	"partner_type_code" text NOT NULL,
	"regions" text[] NOT NULL,
	"direction" text NOT NULL,
	"formula" text NOT NULL,
	"base" text NOT NULL,
	"trigger" text NOT NULL,
	"rate_bps" integer,
	"split_partner_bps" integer,
	"flat_amount_minor" bigint,
	"tiers" jsonb,
	"created_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "engagements_direction" CHECK ("engagements"."direction" in ('we_pay', 'partner_pays', 'none')),
	CONSTRAINT "engagements_formula" CHECK ("engagements"."formula" in ('percent', 'flat', 'tiers', 'split', 'none')),
	CONSTRAINT "engagements_base" CHECK ("engagements"."base" in ('deal_value', 'gross_commission', 'service_value', 'none')),
	CONSTRAINT "engagements_trigger" CHECK ("engagements"."trigger" in ('deal_verified', 'service_delivered', 'drawdown', 'instalment', 'none')),
	CONSTRAINT "engagements_rate" CHECK ("engagements"."rate_bps" is null or "engagements"."rate_bps" between 0 and 10000),
	CONSTRAINT "engagements_split" CHECK ("engagements"."split_partner_bps" is null or "engagements"."split_partner_bps" between 0 and 10000)
);
--> statement-breakpoint
CREATE TABLE "partner_groups" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"name_sort" text NOT NULL,
	"description" text NOT NULL,
	"rank" integer NOT NULL,
	"partner_type_code" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" text,
	"closed_at" timestamp with time zone,
	CONSTRAINT "partner_groups_rank_range" CHECK ("partner_groups"."rank" between 1 and 1000)
);
--> statement-breakpoint
CREATE TABLE "partner_mail_recipients" (
	"mail_id" text NOT NULL,
	"partner_id" text NOT NULL,
	"address_hash" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "partner_mail_recipients_mail_id_partner_id_pk" PRIMARY KEY("mail_id","partner_id")
);
--> statement-breakpoint
CREATE TABLE "partner_mails" (
	"id" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"text_hash" text NOT NULL,
	"written_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "partner_types" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"description" text NOT NULL,
	"incentive" text NOT NULL,
	"regions" text[] NOT NULL,
	"direction" text NOT NULL,
	"formula" text NOT NULL,
	"base" text NOT NULL,
	"trigger" text NOT NULL,
	"rate_bps" integer,
	"split_partner_bps" integer,
	"flat_amount_minor" bigint,
	"tiers" jsonb,
	"rate_min_bps" integer,
	"rate_max_bps" integer,
	"default_ticks" text[] NOT NULL,
	"contact_opens_at" text NOT NULL,
	"ceiling" text[] NOT NULL,
	"hides_property" boolean NOT NULL,
	"credentials" jsonb NOT NULL,
	"regulated" boolean NOT NULL,
	"form_fields" jsonb NOT NULL,
	"position" integer NOT NULL,
	"rate_ranges" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"retired_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "partners" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"name_sort" text NOT NULL,
	"status" text NOT NULL,
	"contact_name" text,
	"email" text,
	"email_normalised" text,
	"phone" text,
	"website" text,
	"name_key" text,
	"website_domain" text,
	"email_domain" text,
	"city" text,
	"country" text,
	"capacity" integer,
	"code" text,
	"about" text,
	"internal_notes" text,
	"currency" text NOT NULL,
	"source" text,
	"external_id" text,
	"invited_by" text,
	"owner_account_id" text,
	"group_id" text,
	"invitation_revoked_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"applied_at" timestamp with time zone,
	"reapply_after" timestamp with time zone,
	"rejection_message" text,
	"activated_at" timestamp with time zone,
	CONSTRAINT "partners_status" CHECK ("partners"."status" in ('invited', 'pending_review', 'approved', 'active', 'inactive', 'suspended', 'rejected', 'terminated')),
	CONSTRAINT "partners_capacity" CHECK ("partners"."capacity" is null or "partners"."capacity" >= 0)
);
--> statement-breakpoint
CREATE TABLE "consultations" (
	"id" text PRIMARY KEY NOT NULL,
	"client_id" text NOT NULL,
	"source" text NOT NULL,
	"external_id" text NOT NULL,
	"payer" text NOT NULL,
	"completed_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "credit_lots" (
	"id" text PRIMARY KEY NOT NULL,
	"client_id" text NOT NULL,
	"reward_id" text,
	"restores_redemption_id" text,
	"currency" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"remaining_minor" bigint NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"expired_at" timestamp with time zone,
	CONSTRAINT "credit_lots_bounds" CHECK ("credit_lots"."remaining_minor" between 0 and "credit_lots"."amount_minor")
);
--> statement-breakpoint
CREATE TABLE "interactions" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"link_id" text NOT NULL,
	"invite_id" text,
	"partner_id" text,
	"client_id" text,
	"visitor_hash" text,
	"occurred_at" timestamp with time zone NOT NULL,
	CONSTRAINT "interactions_kind" CHECK ("interactions"."kind" in ('click', 'send', 'registration', 'conversion'))
);
--> statement-breakpoint
CREATE TABLE "invites" (
	"id" text PRIMARY KEY NOT NULL,
	"program_id" text NOT NULL,
	"link_id" text NOT NULL,
	"client_id" text NOT NULL,
	"friend_client_id" text,
	"status" text NOT NULL,
	"channel" text NOT NULL,
	"friend_label_encrypted" text,
	"friend_contact_encrypted" text,
	"friend_hash" text,
	"message" text,
	"created_at" timestamp with time zone NOT NULL,
	"registered_at" timestamp with time zone,
	"converted_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"end_reason" text,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "invites_status" CHECK ("invites"."status" in ('pending', 'registered', 'converted', 'expired', 'declined', 'disqualified', 'reversed'))
);
--> statement-breakpoint
CREATE TABLE "link_names" (
	"skeleton" text PRIMARY KEY NOT NULL,
	"link_id" text NOT NULL,
	"partner_id" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"replaced_at" timestamp with time zone,
	CONSTRAINT "link_names_kind" CHECK ("link_names"."kind" in ('slug', 'spoken'))
);
--> statement-breakpoint
CREATE TABLE "programs" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"description" text NOT NULL,
	"program_type" text NOT NULL,
	"status" text NOT NULL,
	"currency" text NOT NULL,
	"referrer_reward_kind" text NOT NULL,
	"referrer_amount_minor" bigint,
	"referrer_percent_bps" integer,
	"friend_reward_kind" text NOT NULL,
	"friend_amount_minor" bigint,
	"friend_percent_bps" integer,
	"max_invites_per_patient" integer,
	"reward_threshold" integer NOT NULL,
	"invite_expiry_days" integer NOT NULL,
	"reward_expiry_days" integer NOT NULL,
	"hold_days" integer NOT NULL,
	"yearly_cap_minor" bigint,
	"health_program" boolean NOT NULL,
	"jurisdictions" text[] NOT NULL,
	"blocked_payers" text[] NOT NULL,
	"reviewer_account_id" text,
	"review_evidence" text,
	"starts_at" timestamp with time zone,
	"ends_at" timestamp with time zone,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "programs_status_word" CHECK ("programs"."status" in ('draft', 'active', 'paused', 'ended')),
	CONSTRAINT "programs_referrer_kind" CHECK ("programs"."referrer_reward_kind" in ('credit', 'discount', 'free_consultation')),
	CONSTRAINT "programs_friend_kind" CHECK ("programs"."friend_reward_kind" in ('credit', 'discount', 'free_consultation')),
	CONSTRAINT "programs_threshold" CHECK ("programs"."reward_threshold" >= 1)
);
--> statement-breakpoint
CREATE TABLE "redemption_lots" (
	"redemption_id" text NOT NULL,
	"lot_id" text NOT NULL,
	"client_id" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	CONSTRAINT "redemption_lots_redemption_id_lot_id_pk" PRIMARY KEY("redemption_id","lot_id")
);
--> statement-breakpoint
CREATE TABLE "redemptions" (
	"id" text PRIMARY KEY NOT NULL,
	"client_id" text NOT NULL,
	"source" text NOT NULL,
	"external_order_id" text NOT NULL,
	"status" text NOT NULL,
	"voucher_reward_id" text,
	"currency" text NOT NULL,
	"order_total_minor" bigint NOT NULL,
	"amount_minor" bigint NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"committed_at" timestamp with time zone,
	"released_at" timestamp with time zone,
	CONSTRAINT "redemptions_status" CHECK ("redemptions"."status" in ('reserved', 'committed', 'released'))
);
--> statement-breakpoint
CREATE TABLE "rewards" (
	"id" text PRIMARY KEY NOT NULL,
	"program_id" text NOT NULL,
	"invite_id" text NOT NULL,
	"client_id" text NOT NULL,
	"side" text NOT NULL,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"amount_minor" bigint,
	"percent_bps" integer,
	"currency" text NOT NULL,
	"qualifying_set" text NOT NULL,
	"reason" text,
	"created_at" timestamp with time zone NOT NULL,
	"earned_at" timestamp with time zone,
	"available_at" timestamp with time zone,
	"redeemed_at" timestamp with time zone,
	"expires_at" timestamp with time zone,
	CONSTRAINT "rewards_status_word" CHECK ("rewards"."status" in ('pending', 'earned', 'held', 'available', 'redeemed', 'expired', 'cancelled')),
	CONSTRAINT "rewards_kind" CHECK ("rewards"."kind" in ('credit', 'discount', 'free_consultation'))
);
--> statement-breakpoint
CREATE TABLE "share_links" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"partner_id" text,
	"client_id" text,
	"program_id" text,
	"campaign" text NOT NULL,
	"placement" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"archived_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "share_links_one_owner" CHECK (("share_links"."partner_id" is null) <> ("share_links"."client_id" is null))
);
--> statement-breakpoint
CREATE TABLE "complaints" (
	"id" text PRIMARY KEY NOT NULL,
	"partner_id" text NOT NULL,
	"status" text NOT NULL,
	"complainant" text NOT NULL,
	"category" text NOT NULL,
	"severity" text NOT NULL,
	"lead_id" text,
	"client_id" text,
	"body" text NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"recorded_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"outcome" text,
	"resolution" text,
	"resolved_by" text,
	"resolved_at" timestamp with time zone,
	CONSTRAINT "complaints_status_word" CHECK ("complaints"."status" in ('open', 'resolved')),
	CONSTRAINT "complaints_complainant" CHECK ("complaints"."complainant" in ('client', 'patient', 'staff')),
	CONSTRAINT "complaints_category" CHECK ("complaints"."category" in ('late_response', 'conduct', 'quality', 'privacy', 'money', 'marketing', 'other')),
	CONSTRAINT "complaints_severity" CHECK ("complaints"."severity" in ('low', 'medium', 'high')),
	CONSTRAINT "complaints_outcome" CHECK ("complaints"."outcome" in ('upheld', 'partly_upheld', 'unfounded')),
	CONSTRAINT "complaints_resolved" CHECK (("complaints"."status" = 'resolved') = ("complaints"."outcome" is not null and "complaints"."resolved_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "yearly_check_items" (
	"check_id" text NOT NULL,
	"key" text NOT NULL,
	"partner_id" text NOT NULL,
	"answer" text NOT NULL,
	"note" text,
	"answered_by" text,
	"answered_at" timestamp with time zone NOT NULL,
	CONSTRAINT "yearly_check_items_check_id_key_pk" PRIMARY KEY("check_id","key"),
	CONSTRAINT "yearly_check_items_key" CHECK ("yearly_check_items"."key" in ('agreement_current', 'credentials_valid', 'gifts_within_limit', 'complaints_closed', 'met_this_year', 'consent_wording_used', 'marketing_reviewed', 'payout_details_checked', 'contacts_and_coverage_confirmed')),
	CONSTRAINT "yearly_check_items_answer" CHECK ("yearly_check_items"."answer" in ('fine', 'not_fine', 'does_not_apply'))
);
--> statement-breakpoint
CREATE TABLE "yearly_checks" (
	"id" text PRIMARY KEY NOT NULL,
	"partner_id" text NOT NULL,
	"year" integer NOT NULL,
	"status" text NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	"closed_by" text,
	"note" text,
	CONSTRAINT "yearly_checks_status_word" CHECK ("yearly_checks"."status" in ('open', 'closed')),
	CONSTRAINT "yearly_checks_closed" CHECK (("yearly_checks"."status" = 'closed') = ("yearly_checks"."closed_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "partner_imports" (
	"id" text PRIMARY KEY NOT NULL,
	"file_name" text NOT NULL,
	"encoding" text NOT NULL,
	"content" text,
	"headers" text[] NOT NULL,
	"row_count" integer NOT NULL,
	"source" text NOT NULL,
	"mapping" jsonb NOT NULL,
	"country" text,
	"partner_type_code" text,
	"check_run_id" text,
	"import_run_id" text,
	"uploaded_by" text,
	"created_at" timestamp with time zone NOT NULL,
	"forgotten_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "run_rows" (
	"run_id" text NOT NULL,
	"position" integer NOT NULL,
	"line" integer NOT NULL,
	"name" text,
	"result" text NOT NULL,
	"code" text,
	"message" text,
	"fields" text[] NOT NULL,
	"notes" jsonb NOT NULL,
	"noted" boolean NOT NULL,
	"subject_id" text,
	"fingerprint" text,
	CONSTRAINT "run_rows_run_id_position_pk" PRIMARY KEY("run_id","position"),
	CONSTRAINT "run_rows_result" CHECK ("run_rows"."result" in ('created', 'updated', 'unchanged', 'refused', 'changed'))
);
--> statement-breakpoint
CREATE TABLE "runs" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"status" text NOT NULL,
	"total" integer NOT NULL,
	"done" integer NOT NULL,
	"counts" jsonb NOT NULL,
	"attempts" integer NOT NULL,
	"retry_at" timestamp with time zone,
	"started_by" text,
	"created_at" timestamp with time zone NOT NULL,
	"started_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	CONSTRAINT "runs_kind" CHECK ("runs"."kind" in ('partner_import_check', 'partner_import')),
	CONSTRAINT "runs_status" CHECK ("runs"."status" in ('queued', 'running', 'completed', 'failed', 'cancelled')),
	CONSTRAINT "runs_done" CHECK ("runs"."done" between 0 and "runs"."total")
);
--> statement-breakpoint
CREATE TABLE "engagement_plans" (
	"id" text PRIMARY KEY NOT NULL,
	"partner_id" text NOT NULL,
	"engagement_id" text NOT NULL,
	"version" integer NOT NULL,
	"name" text NOT NULL,
	"released" boolean NOT NULL,
	"direction" text NOT NULL,
	"formula" text NOT NULL,
	"base" text NOT NULL,
	"trigger" text NOT NULL,
	"rate_bps" integer,
	"split_partner_bps" integer,
	"flat_amount_minor" bigint,
	"tiers" jsonb,
	"effective_from" timestamp with time zone NOT NULL,
	"outside_range" boolean NOT NULL,
	"reason" text NOT NULL,
	"set_by" text,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "engagement_plans_direction" CHECK ("engagement_plans"."direction" in ('we_pay', 'partner_pays', 'none')),
	CONSTRAINT "engagement_plans_formula" CHECK ("engagement_plans"."formula" in ('percent', 'flat', 'tiers', 'split', 'none')),
	CONSTRAINT "engagement_plans_base" CHECK ("engagement_plans"."base" in ('deal_value', 'gross_commission', 'service_value', 'none')),
	CONSTRAINT "engagement_plans_trigger" CHECK ("engagement_plans"."trigger" in ('deal_verified', 'service_delivered', 'drawdown', 'instalment', 'none')),
	CONSTRAINT "engagement_plans_rate" CHECK ("engagement_plans"."rate_bps" is null or "engagement_plans"."rate_bps" between 0 and 10000),
	CONSTRAINT "engagement_plans_split" CHECK ("engagement_plans"."split_partner_bps" is null or "engagement_plans"."split_partner_bps" between 0 and 10000)
);
--> statement-breakpoint
CREATE TABLE "law_decisions" (
	"id" text PRIMARY KEY NOT NULL,
	"partner_type_code" text NOT NULL,
	"region" text NOT NULL,
	"reviewer_name" text NOT NULL,
	"legal_basis" text NOT NULL,
	"evidence" text NOT NULL,
	"valid_from" timestamp with time zone NOT NULL,
	"valid_until" timestamp with time zone NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	"decided_by" text,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_reason" text,
	CONSTRAINT "law_decisions_validity" CHECK ("law_decisions"."valid_until" > "law_decisions"."valid_from")
);
--> statement-breakpoint
ALTER TABLE "application_questions" ADD CONSTRAINT "application_questions_partner_type_code_partner_types_code_fk" FOREIGN KEY ("partner_type_code") REFERENCES "public"."partner_types"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_partner_type_code_partner_types_code_fk" FOREIGN KEY ("partner_type_code") REFERENCES "public"."partner_types"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care_rules" ADD CONSTRAINT "care_rules_partner_type_code_partner_types_code_fk" FOREIGN KEY ("partner_type_code") REFERENCES "public"."partner_types"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "touchpoints" ADD CONSTRAINT "touchpoints_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_looks" ADD CONSTRAINT "partner_looks_staff_id_accounts_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passkeys" ADD CONSTRAINT "passkeys_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "table_settings" ADD CONSTRAINT "table_settings_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "table_views" ADD CONSTRAINT "table_views_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "digest_choices" ADD CONSTRAINT "digest_choices_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "digests" ADD CONSTRAINT "digests_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification_choices" ADD CONSTRAINT "notification_choices_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "introductions" ADD CONSTRAINT "introductions_request_id_referral_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."referral_requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "introductions" ADD CONSTRAINT "introductions_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "introductions" ADD CONSTRAINT "introductions_engagement_id_engagements_id_fk" FOREIGN KEY ("engagement_id") REFERENCES "public"."engagements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referral_requests" ADD CONSTRAINT "referral_requests_group_id_client_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."client_groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referral_requests" ADD CONSTRAINT "referral_requests_client_id_clients_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."clients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referral_requests" ADD CONSTRAINT "referral_requests_partner_type_code_partner_types_code_fk" FOREIGN KEY ("partner_type_code") REFERENCES "public"."partner_types"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "client_groups" ADD CONSTRAINT "client_groups_owner_client_id_clients_id_fk" FOREIGN KEY ("owner_client_id") REFERENCES "public"."clients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_client_id_clients_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."clients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deals" ADD CONSTRAINT "deals_lead_id_leads_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."leads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deals" ADD CONSTRAINT "deals_share_id_lead_shares_id_fk" FOREIGN KEY ("share_id") REFERENCES "public"."lead_shares"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deals" ADD CONSTRAINT "deals_partner_referral_id_partner_referrals_id_fk" FOREIGN KEY ("partner_referral_id") REFERENCES "public"."partner_referrals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deals" ADD CONSTRAINT "deals_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deals" ADD CONSTRAINT "deals_engagement_id_engagements_id_fk" FOREIGN KEY ("engagement_id") REFERENCES "public"."engagements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_members" ADD CONSTRAINT "group_members_group_id_client_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."client_groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_members" ADD CONSTRAINT "group_members_client_id_clients_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."clients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lead_notes" ADD CONSTRAINT "lead_notes_lead_id_leads_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."leads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lead_shares" ADD CONSTRAINT "lead_shares_lead_id_leads_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."leads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lead_shares" ADD CONSTRAINT "lead_shares_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lead_shares" ADD CONSTRAINT "lead_shares_engagement_id_engagements_id_fk" FOREIGN KEY ("engagement_id") REFERENCES "public"."engagements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leads" ADD CONSTRAINT "leads_client_id_clients_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."clients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leads" ADD CONSTRAINT "leads_group_id_client_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."client_groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leads" ADD CONSTRAINT "leads_partner_referral_id_partner_referrals_id_fk" FOREIGN KEY ("partner_referral_id") REFERENCES "public"."partner_referrals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_referrals" ADD CONSTRAINT "partner_referrals_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_referrals" ADD CONSTRAINT "partner_referrals_engagement_id_engagements_id_fk" FOREIGN KEY ("engagement_id") REFERENCES "public"."engagements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_referrals" ADD CONSTRAINT "partner_referrals_client_id_clients_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."clients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commissions" ADD CONSTRAINT "commissions_deal_id_deals_id_fk" FOREIGN KEY ("deal_id") REFERENCES "public"."deals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commissions" ADD CONSTRAINT "commissions_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commissions" ADD CONSTRAINT "commissions_engagement_id_engagements_id_fk" FOREIGN KEY ("engagement_id") REFERENCES "public"."engagements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_postings" ADD CONSTRAINT "ledger_postings_transaction_id_ledger_transactions_id_fk" FOREIGN KEY ("transaction_id") REFERENCES "public"."ledger_transactions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_postings" ADD CONSTRAINT "ledger_postings_account_id_ledger_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."ledger_accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payouts" ADD CONSTRAINT "payouts_batch_id_payout_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."payout_batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payouts" ADD CONSTRAINT "payouts_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_group_moves" ADD CONSTRAINT "partner_group_moves_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_group_moves" ADD CONSTRAINT "partner_group_moves_from_group_id_partner_groups_id_fk" FOREIGN KEY ("from_group_id") REFERENCES "public"."partner_groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_group_moves" ADD CONSTRAINT "partner_group_moves_to_group_id_partner_groups_id_fk" FOREIGN KEY ("to_group_id") REFERENCES "public"."partner_groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_group_rules" ADD CONSTRAINT "partner_group_rules_group_id_partner_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."partner_groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_group_rules" ADD CONSTRAINT "partner_group_rules_from_group_id_partner_groups_id_fk" FOREIGN KEY ("from_group_id") REFERENCES "public"."partner_groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_group_terms" ADD CONSTRAINT "partner_group_terms_group_id_partner_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."partner_groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_group_terms" ADD CONSTRAINT "partner_group_terms_partner_type_code_partner_types_code_fk" FOREIGN KEY ("partner_type_code") REFERENCES "public"."partner_types"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_acceptances" ADD CONSTRAINT "agreement_acceptances_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_acceptances" ADD CONSTRAINT "agreement_acceptances_agreement_id_agreements_id_fk" FOREIGN KEY ("agreement_id") REFERENCES "public"."agreements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coverage" ADD CONSTRAINT "coverage_partner_type_code_partner_types_code_fk" FOREIGN KEY ("partner_type_code") REFERENCES "public"."partner_types"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credential_warnings" ADD CONSTRAINT "credential_warnings_credential_id_credentials_id_fk" FOREIGN KEY ("credential_id") REFERENCES "public"."credentials"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credential_warnings" ADD CONSTRAINT "credential_warnings_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credentials" ADD CONSTRAINT "credentials_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engagements" ADD CONSTRAINT "engagements_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engagements" ADD CONSTRAINT "engagements_partner_type_code_partner_types_code_fk" FOREIGN KEY ("partner_type_code") REFERENCES "public"."partner_types"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_groups" ADD CONSTRAINT "partner_groups_partner_type_code_partner_types_code_fk" FOREIGN KEY ("partner_type_code") REFERENCES "public"."partner_types"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_mail_recipients" ADD CONSTRAINT "partner_mail_recipients_mail_id_partner_mails_id_fk" FOREIGN KEY ("mail_id") REFERENCES "public"."partner_mails"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_mail_recipients" ADD CONSTRAINT "partner_mail_recipients_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partners" ADD CONSTRAINT "partners_group_id_partner_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."partner_groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultations" ADD CONSTRAINT "consultations_client_id_clients_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."clients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credit_lots" ADD CONSTRAINT "credit_lots_client_id_clients_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."clients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credit_lots" ADD CONSTRAINT "credit_lots_reward_id_rewards_id_fk" FOREIGN KEY ("reward_id") REFERENCES "public"."rewards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invites" ADD CONSTRAINT "invites_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invites" ADD CONSTRAINT "invites_link_id_share_links_id_fk" FOREIGN KEY ("link_id") REFERENCES "public"."share_links"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invites" ADD CONSTRAINT "invites_client_id_clients_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."clients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invites" ADD CONSTRAINT "invites_friend_client_id_clients_id_fk" FOREIGN KEY ("friend_client_id") REFERENCES "public"."clients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "link_names" ADD CONSTRAINT "link_names_link_id_share_links_id_fk" FOREIGN KEY ("link_id") REFERENCES "public"."share_links"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "redemption_lots" ADD CONSTRAINT "redemption_lots_redemption_id_redemptions_id_fk" FOREIGN KEY ("redemption_id") REFERENCES "public"."redemptions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "redemption_lots" ADD CONSTRAINT "redemption_lots_lot_id_credit_lots_id_fk" FOREIGN KEY ("lot_id") REFERENCES "public"."credit_lots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "redemptions" ADD CONSTRAINT "redemptions_client_id_clients_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."clients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "redemptions" ADD CONSTRAINT "redemptions_voucher_reward_id_rewards_id_fk" FOREIGN KEY ("voucher_reward_id") REFERENCES "public"."rewards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rewards" ADD CONSTRAINT "rewards_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rewards" ADD CONSTRAINT "rewards_invite_id_invites_id_fk" FOREIGN KEY ("invite_id") REFERENCES "public"."invites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rewards" ADD CONSTRAINT "rewards_client_id_clients_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."clients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "share_links" ADD CONSTRAINT "share_links_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "complaints" ADD CONSTRAINT "complaints_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "complaints" ADD CONSTRAINT "complaints_lead_id_leads_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."leads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "yearly_check_items" ADD CONSTRAINT "yearly_check_items_check_id_yearly_checks_id_fk" FOREIGN KEY ("check_id") REFERENCES "public"."yearly_checks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "yearly_checks" ADD CONSTRAINT "yearly_checks_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_imports" ADD CONSTRAINT "partner_imports_check_run_id_runs_id_fk" FOREIGN KEY ("check_run_id") REFERENCES "public"."runs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_imports" ADD CONSTRAINT "partner_imports_import_run_id_runs_id_fk" FOREIGN KEY ("import_run_id") REFERENCES "public"."runs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run_rows" ADD CONSTRAINT "run_rows_run_id_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."runs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engagement_plans" ADD CONSTRAINT "engagement_plans_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engagement_plans" ADD CONSTRAINT "engagement_plans_engagement_id_engagements_id_fk" FOREIGN KEY ("engagement_id") REFERENCES "public"."engagements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "law_decisions" ADD CONSTRAINT "law_decisions_partner_type_code_partner_types_code_fk" FOREIGN KEY ("partner_type_code") REFERENCES "public"."partner_types"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "application_drafts_expiry" ON "application_drafts" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "application_questions_type" ON "application_questions" USING btree ("partner_type_code","position");--> statement-breakpoint
CREATE INDEX "applications_partner" ON "applications" USING btree ("partner_id","verified_at");--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_feeds_secret" ON "calendar_feeds" USING btree ("secret_hash");--> statement-breakpoint
CREATE INDEX "touchpoints_partner" ON "touchpoints" USING btree ("partner_id","held_at","id");--> statement-breakpoint
CREATE INDEX "touchpoints_list" ON "touchpoints" USING btree ("held_at","id");--> statement-breakpoint
CREATE INDEX "touchpoints_status" ON "touchpoints" USING btree ("status","held_at","id");--> statement-breakpoint
CREATE INDEX "touchpoints_account" ON "touchpoints" USING btree ("account_id","status","held_at");--> statement-breakpoint
CREATE INDEX "documents_subject" ON "documents" USING btree ("subject_type","subject_id","created_at");--> statement-breakpoint
CREATE INDEX "documents_partner" ON "documents" USING btree ("partner_id");--> statement-breakpoint
CREATE INDEX "documents_delete_after" ON "documents" USING btree ("delete_after");--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_audience_email" ON "accounts" USING btree ("audience","email_normalised");--> statement-breakpoint
CREATE INDEX "accounts_partner" ON "accounts" USING btree ("partner_id");--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_client" ON "accounts" USING btree ("client_id");--> statement-breakpoint
CREATE UNIQUE INDEX "api_keys_hash" ON "api_keys" USING btree ("key_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "inbound_events_once" ON "inbound_events" USING btree ("api_key_id","event_id");--> statement-breakpoint
CREATE UNIQUE INDEX "partner_looks_session" ON "partner_looks" USING btree ("session_hash");--> statement-breakpoint
CREATE INDEX "partner_looks_partner" ON "partner_looks" USING btree ("partner_id","started_at","id");--> statement-breakpoint
CREATE INDEX "partner_looks_running" ON "partner_looks" USING btree ("ends_at") WHERE "partner_looks"."started_at" is not null and "partner_looks"."ended_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "passkeys_credential" ON "passkeys" USING btree ("credential_id");--> statement-breakpoint
CREATE INDEX "passkeys_account" ON "passkeys" USING btree ("account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "sessions_public_id" ON "sessions" USING btree ("public_id");--> statement-breakpoint
CREATE INDEX "sessions_account" ON "sessions" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "sessions_expiry" ON "sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "sign_ins_account" ON "sign_ins" USING btree ("account_id","at","id");--> statement-breakpoint
CREATE INDEX "sign_ins_at" ON "sign_ins" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "table_views_name" ON "table_views" USING btree ("account_id","list","name_sort");--> statement-breakpoint
CREATE UNIQUE INDEX "table_views_default" ON "table_views" USING btree ("account_id","list") WHERE "table_views"."is_default";--> statement-breakpoint
CREATE INDEX "team_invitations_partner" ON "team_invitations" USING btree ("partner_id");--> statement-breakpoint
CREATE UNIQUE INDEX "team_invitations_waiting" ON "team_invitations" USING btree ("audience",coalesce("partner_id", ''),"email_normalised") WHERE "team_invitations"."accepted_at" is null and "team_invitations"."revoked_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "tokens_hash" ON "tokens" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "tokens_subject" ON "tokens" USING btree ("purpose","subject_id");--> statement-breakpoint
CREATE UNIQUE INDEX "notifications_once" ON "notifications" USING btree ("account_id","kind","cause");--> statement-breakpoint
CREATE INDEX "notifications_list" ON "notifications" USING btree ("account_id","occurred_at","id");--> statement-breakpoint
CREATE INDEX "notifications_unread" ON "notifications" USING btree ("account_id","occurred_at","id") WHERE "notifications"."read_at" is null and "notifications"."in_app";--> statement-breakpoint
CREATE INDEX "notifications_to_digest" ON "notifications" USING btree ("account_id","created_at") WHERE "notifications"."read_at" is null and "notifications"."in_digest" and "notifications"."digest" is null;--> statement-breakpoint
CREATE INDEX "notifications_digest" ON "notifications" USING btree ("digest","account_id") WHERE "notifications"."digest" is not null;--> statement-breakpoint
CREATE INDEX "notifications_subject" ON "notifications" USING btree ("subject_id");--> statement-breakpoint
CREATE UNIQUE INDEX "introductions_open_once" ON "introductions" USING btree ("request_id") WHERE "introductions"."status" in ('proposed', 'intro_sent', 'connected');--> statement-breakpoint
CREATE INDEX "introductions_partner" ON "introductions" USING btree ("partner_id","proposed_at","id");--> statement-breakpoint
CREATE INDEX "introductions_request" ON "introductions" USING btree ("request_id");--> statement-breakpoint
CREATE INDEX "referral_requests_list" ON "referral_requests" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "referral_requests_status" ON "referral_requests" USING btree ("status","created_at","id");--> statement-breakpoint
CREATE INDEX "referral_requests_client" ON "referral_requests" USING btree ("client_id","created_at");--> statement-breakpoint
CREATE INDEX "client_groups_owner" ON "client_groups" USING btree ("owner_client_id");--> statement-breakpoint
CREATE UNIQUE INDEX "clients_email" ON "clients" USING btree ("email_normalised");--> statement-breakpoint
CREATE UNIQUE INDEX "clients_source" ON "clients" USING btree ("source","external_id");--> statement-breakpoint
CREATE INDEX "clients_created" ON "clients" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "consents_client" ON "consents" USING btree ("client_id","purpose","seq");--> statement-breakpoint
CREATE UNIQUE INDEX "deals_share" ON "deals" USING btree ("share_id") WHERE "deals"."status" in ('reported', 'verified');--> statement-breakpoint
CREATE UNIQUE INDEX "deals_partner_referral" ON "deals" USING btree ("partner_referral_id") WHERE "deals"."status" in ('reported', 'verified');--> statement-breakpoint
CREATE UNIQUE INDEX "deals_introduction" ON "deals" USING btree ("introduction_id") WHERE "deals"."status" in ('reported', 'verified');--> statement-breakpoint
CREATE UNIQUE INDEX "deals_lead_verified" ON "deals" USING btree ("lead_id") WHERE "deals"."status" = 'verified';--> statement-breakpoint
CREATE INDEX "deals_list" ON "deals" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "deals_partner" ON "deals" USING btree ("partner_id","created_at");--> statement-breakpoint
CREATE INDEX "deals_lead" ON "deals" USING btree ("lead_id");--> statement-breakpoint
CREATE INDEX "group_members_client" ON "group_members" USING btree ("client_id");--> statement-breakpoint
CREATE INDEX "lead_notes_lead" ON "lead_notes" USING btree ("lead_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "lead_shares_open_once" ON "lead_shares" USING btree ("lead_id","partner_id") WHERE "lead_shares"."status" in ('sent', 'accepted', 'in_progress');--> statement-breakpoint
CREATE INDEX "lead_shares_partner" ON "lead_shares" USING btree ("partner_id","sent_at","id");--> statement-breakpoint
CREATE INDEX "lead_shares_partner_open" ON "lead_shares" USING btree ("partner_id","status");--> statement-breakpoint
CREATE INDEX "lead_shares_lead" ON "lead_shares" USING btree ("lead_id");--> statement-breakpoint
CREATE INDEX "lead_shares_client" ON "lead_shares" USING btree ("client_id");--> statement-breakpoint
CREATE INDEX "leads_created" ON "leads" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "leads_status" ON "leads" USING btree ("status","created_at","id");--> statement-breakpoint
CREATE INDEX "leads_client" ON "leads" USING btree ("client_id");--> statement-breakpoint
CREATE UNIQUE INDEX "leads_partner_referral" ON "leads" USING btree ("partner_referral_id");--> statement-breakpoint
CREATE INDEX "partner_referrals_partner" ON "partner_referrals" USING btree ("partner_id","submitted_at","id");--> statement-breakpoint
CREATE INDEX "partner_referrals_status" ON "partner_referrals" USING btree ("status","submitted_at","id");--> statement-breakpoint
CREATE INDEX "partner_referrals_submitted" ON "partner_referrals" USING btree ("submitted_at","id");--> statement-breakpoint
CREATE INDEX "partner_referrals_email" ON "partner_referrals" USING btree ("email_hash");--> statement-breakpoint
CREATE INDEX "partner_referrals_lead" ON "partner_referrals" USING btree ("lead_id");--> statement-breakpoint
CREATE UNIQUE INDEX "partner_referrals_open_once" ON "partner_referrals" USING btree ("partner_id","email_hash") WHERE "partner_referrals"."status" in ('submitted', 'intake', 'accepted', 'dormant');--> statement-breakpoint
CREATE UNIQUE INDEX "commissions_once" ON "commissions" USING btree ("deal_id","partner_id","plan_line","instalment");--> statement-breakpoint
CREATE INDEX "commissions_list" ON "commissions" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "commissions_partner" ON "commissions" USING btree ("partner_id","created_at","id");--> statement-breakpoint
CREATE INDEX "commissions_status" ON "commissions" USING btree ("status","created_at");--> statement-breakpoint
CREATE INDEX "commissions_payout" ON "commissions" USING btree ("payout_id");--> statement-breakpoint
CREATE INDEX "ledger_postings_account" ON "ledger_postings" USING btree ("account_id","id");--> statement-breakpoint
CREATE INDEX "ledger_postings_transaction" ON "ledger_postings" USING btree ("transaction_id");--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_transactions_once" ON "ledger_transactions" USING btree ("kind","reference_id");--> statement-breakpoint
CREATE INDEX "payout_batches_list" ON "payout_batches" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "payouts_batch" ON "payouts" USING btree ("batch_id");--> statement-breakpoint
CREATE INDEX "payouts_partner" ON "payouts" USING btree ("partner_id","created_at");--> statement-breakpoint
CREATE INDEX "audit_entries_order" ON "audit_entries" USING btree ("xid","seq");--> statement-breakpoint
CREATE INDEX "audit_entries_subject" ON "audit_entries" USING btree ("subject_id","seq");--> statement-breakpoint
CREATE INDEX "audit_entries_list" ON "audit_entries" USING btree ("seq");--> statement-breakpoint
CREATE UNIQUE INDEX "audit_seals_entry" ON "audit_seals" USING btree ("audit_id");--> statement-breakpoint
CREATE UNIQUE INDEX "messages_dedupe" ON "messages" USING btree ("dedupe_key");--> statement-breakpoint
CREATE INDEX "messages_list" ON "messages" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "messages_subject" ON "messages" USING btree ("subject_id");--> statement-breakpoint
CREATE INDEX "messages_to" ON "messages" USING btree ("to_address","created_at");--> statement-breakpoint
CREATE INDEX "outbox_order" ON "outbox" USING btree ("xid","id");--> statement-breakpoint
CREATE INDEX "outbox_subject" ON "outbox" USING btree ("subject_id");--> statement-breakpoint
CREATE INDEX "read_notes_hour" ON "read_notes" USING btree ("hour");--> statement-breakpoint
CREATE UNIQUE INDEX "partner_group_moves_version" ON "partner_group_moves" USING btree ("partner_id","version");--> statement-breakpoint
CREATE UNIQUE INDEX "partner_group_moves_reverses" ON "partner_group_moves" USING btree ("reverses_id");--> statement-breakpoint
CREATE INDEX "partner_group_moves_to" ON "partner_group_moves" USING btree ("to_group_id","moved_at","id");--> statement-breakpoint
CREATE INDEX "partner_group_moves_from" ON "partner_group_moves" USING btree ("from_group_id","moved_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "partner_group_terms_version" ON "partner_group_terms" USING btree ("group_id","version");--> statement-breakpoint
CREATE INDEX "partner_group_terms_in_force" ON "partner_group_terms" USING btree ("group_id","partner_type_code","effective_from");--> statement-breakpoint
CREATE INDEX "agreement_acceptances_agreement" ON "agreement_acceptances" USING btree ("agreement_id","accepted_at");--> statement-breakpoint
CREATE UNIQUE INDEX "agreements_version" ON "agreements" USING btree ("version");--> statement-breakpoint
CREATE UNIQUE INDEX "agreements_one_draft" ON "agreements" USING btree ((("published_at" is null))) WHERE "agreements"."published_at" is null;--> statement-breakpoint
CREATE INDEX "credentials_partner" ON "credentials" USING btree ("partner_id","kind");--> statement-breakpoint
CREATE INDEX "credentials_ending" ON "credentials" USING btree ("expires_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "credentials_waiting_once" ON "credentials" USING btree ("partner_id","kind","region","number","expires_at") WHERE "credentials"."verified_at" is null and "credentials"."refused_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "engagements_partner_type" ON "engagements" USING btree ("partner_id","partner_type_code") WHERE "engagements"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "engagements_type" ON "engagements" USING btree ("partner_type_code");--> statement-breakpoint
CREATE UNIQUE INDEX "partner_groups_name" ON "partner_groups" USING btree ("name_sort");--> statement-breakpoint
CREATE UNIQUE INDEX "partner_groups_rank" ON "partner_groups" USING btree ("rank") WHERE "partner_groups"."closed_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "partner_mail_recipients_address" ON "partner_mail_recipients" USING btree ("mail_id","address_hash");--> statement-breakpoint
CREATE INDEX "partner_mail_recipients_partner" ON "partner_mail_recipients" USING btree ("partner_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "partner_mails_key" ON "partner_mails" USING btree ("key");--> statement-breakpoint
CREATE UNIQUE INDEX "partners_code" ON "partners" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "partners_source" ON "partners" USING btree ("source","external_id");--> statement-breakpoint
CREATE INDEX "partners_list" ON "partners" USING btree ("status","name_sort","id");--> statement-breakpoint
CREATE INDEX "partners_name" ON "partners" USING btree ("name_sort","id");--> statement-breakpoint
CREATE INDEX "partners_name_prefix" ON "partners" USING btree ("name_sort" COLLATE "C");--> statement-breakpoint
CREATE INDEX "partners_created" ON "partners" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "partners_email" ON "partners" USING btree ("email_normalised");--> statement-breakpoint
CREATE INDEX "partners_owner" ON "partners" USING btree ("owner_account_id","name_sort","id");--> statement-breakpoint
CREATE INDEX "partners_group" ON "partners" USING btree ("group_id","name_sort","id");--> statement-breakpoint
CREATE INDEX "partners_name_key" ON "partners" USING btree ("name_key");--> statement-breakpoint
CREATE INDEX "partners_phone" ON "partners" USING btree ("phone");--> statement-breakpoint
CREATE INDEX "partners_website_domain" ON "partners" USING btree ("website_domain");--> statement-breakpoint
CREATE INDEX "partners_email_domain" ON "partners" USING btree ("email_domain");--> statement-breakpoint
CREATE UNIQUE INDEX "consultations_source" ON "consultations" USING btree ("source","external_id");--> statement-breakpoint
CREATE INDEX "consultations_client" ON "consultations" USING btree ("client_id");--> statement-breakpoint
CREATE INDEX "credit_lots_client" ON "credit_lots" USING btree ("client_id","currency","expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "credit_lots_reward" ON "credit_lots" USING btree ("reward_id");--> statement-breakpoint
CREATE UNIQUE INDEX "credit_lots_restored" ON "credit_lots" USING btree ("restores_redemption_id");--> statement-breakpoint
CREATE INDEX "interactions_link" ON "interactions" USING btree ("link_id","occurred_at");--> statement-breakpoint
CREATE INDEX "invites_client" ON "invites" USING btree ("client_id","created_at","id");--> statement-breakpoint
CREATE INDEX "invites_list" ON "invites" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "invites_link" ON "invites" USING btree ("link_id");--> statement-breakpoint
CREATE UNIQUE INDEX "invites_friend_once" ON "invites" USING btree ("program_id","friend_client_id");--> statement-breakpoint
CREATE UNIQUE INDEX "invites_friend_hash_once" ON "invites" USING btree ("program_id","client_id","friend_hash") WHERE "invites"."status" in ('pending', 'registered', 'converted');--> statement-breakpoint
CREATE INDEX "link_names_link" ON "link_names" USING btree ("link_id","kind");--> statement-breakpoint
CREATE INDEX "link_names_partner" ON "link_names" USING btree ("partner_id");--> statement-breakpoint
CREATE UNIQUE INDEX "link_names_current" ON "link_names" USING btree ("link_id","kind") WHERE "link_names"."replaced_at" is null;--> statement-breakpoint
CREATE INDEX "programs_status" ON "programs" USING btree ("status");--> statement-breakpoint
CREATE UNIQUE INDEX "redemptions_order" ON "redemptions" USING btree ("source","external_order_id") WHERE "redemptions"."status" <> 'released';--> statement-breakpoint
CREATE INDEX "redemptions_client" ON "redemptions" USING btree ("client_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "rewards_once" ON "rewards" USING btree ("program_id","client_id","side","qualifying_set");--> statement-breakpoint
CREATE INDEX "rewards_client" ON "rewards" USING btree ("client_id","created_at");--> statement-breakpoint
CREATE INDEX "rewards_list" ON "rewards" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "rewards_status" ON "rewards" USING btree ("status","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "share_links_code" ON "share_links" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "share_links_patient_program" ON "share_links" USING btree ("client_id","program_id");--> statement-breakpoint
CREATE UNIQUE INDEX "share_links_partner_campaign" ON "share_links" USING btree ("partner_id","campaign","placement");--> statement-breakpoint
CREATE INDEX "complaints_partner" ON "complaints" USING btree ("partner_id","received_at","id");--> statement-breakpoint
CREATE INDEX "complaints_list" ON "complaints" USING btree ("status","received_at","id");--> statement-breakpoint
CREATE INDEX "yearly_check_items_partner" ON "yearly_check_items" USING btree ("partner_id");--> statement-breakpoint
CREATE UNIQUE INDEX "yearly_checks_year" ON "yearly_checks" USING btree ("partner_id","year");--> statement-breakpoint
CREATE INDEX "yearly_checks_due" ON "yearly_checks" USING btree ("status","due_at","id");--> statement-breakpoint
CREATE INDEX "partner_imports_list" ON "partner_imports" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "partner_imports_source" ON "partner_imports" USING btree ("source","created_at");--> statement-breakpoint
CREATE INDEX "partner_imports_kept" ON "partner_imports" USING btree ("created_at") WHERE "partner_imports"."content" is not null;--> statement-breakpoint
CREATE INDEX "run_rows_result" ON "run_rows" USING btree ("run_id","result","position");--> statement-breakpoint
CREATE INDEX "run_rows_noted" ON "run_rows" USING btree ("run_id","position") WHERE "run_rows"."noted";--> statement-breakpoint
CREATE INDEX "runs_open" ON "runs" USING btree ("created_at","id") WHERE "runs"."status" in ('queued', 'running');--> statement-breakpoint
CREATE INDEX "runs_list" ON "runs" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "runs_subject" ON "runs" USING btree ("subject_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "engagement_plans_version" ON "engagement_plans" USING btree ("engagement_id","version");--> statement-breakpoint
CREATE INDEX "engagement_plans_in_force" ON "engagement_plans" USING btree ("engagement_id","effective_from");--> statement-breakpoint
CREATE INDEX "engagement_plans_partner" ON "engagement_plans" USING btree ("partner_id");--> statement-breakpoint
CREATE INDEX "law_decisions_type" ON "law_decisions" USING btree ("partner_type_code","decided_at");