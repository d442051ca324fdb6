CREATE SCHEMA approval;
ALTER SCHEMA approval OWNER TO redpeak_owner;
CREATE SCHEMA base;
ALTER SCHEMA base OWNER TO redpeak_owner;
CREATE SCHEMA calls;
ALTER SCHEMA calls OWNER TO redpeak_owner;
CREATE SCHEMA identity;
ALTER SCHEMA identity OWNER TO redpeak_owner;
CREATE SCHEMA notifications;
ALTER SCHEMA notifications OWNER TO redpeak_owner;
CREATE SCHEMA review;
ALTER SCHEMA review OWNER TO redpeak_owner;
CREATE SCHEMA submissions;
ALTER SCHEMA submissions OWNER TO redpeak_owner;
CREATE SCHEMA system;
ALTER SCHEMA system OWNER TO redpeak_owner;
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA base;
COMMENT ON EXTENSION pg_trgm IS 'text similarity measurement and index searching based on trigrams';
CREATE FUNCTION base.instant(micros bigint) RETURNS timestamp with time zone
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN ('1970-01-01 00:00:00+00'::timestamp with time zone + ((micros)::double precision * '00:00:00.000001'::interval));
ALTER FUNCTION base.instant(micros bigint) OWNER TO redpeak_owner;
CREATE FUNCTION base.micros(instant timestamp with time zone) RETURNS bigint
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN ((EXTRACT(epoch FROM instant) * (1000000)::numeric))::bigint;
ALTER FUNCTION base.micros(instant timestamp with time zone) OWNER TO redpeak_owner;
CREATE TABLE approval.awards (
    project_number text NOT NULL COLLATE pg_catalog."C",
    proposal_id text NOT NULL COLLATE pg_catalog."C",
    call_id text NOT NULL COLLATE pg_catalog."C",
    submission_id text NOT NULL COLLATE pg_catalog."C",
    title text NOT NULL,
    category text NOT NULL,
    leader_id text NOT NULL COLLATE pg_catalog."C",
    leader_name text NOT NULL,
    unit_id text NOT NULL COLLATE pg_catalog."C",
    unit_name text NOT NULL,
    amount_fen bigint NOT NULL,
    approved_at timestamp with time zone NOT NULL,
    CONSTRAINT awards_amount_fen_check CHECK ((amount_fen >= 0))
);
ALTER TABLE approval.awards OWNER TO redpeak_owner;
CREATE TABLE approval.calendar_years (
    year integer NOT NULL,
    CONSTRAINT calendar_years_year_check CHECK (((year >= 1950) AND (year <= 2199)))
);
ALTER TABLE approval.calendar_years OWNER TO redpeak_owner;
CREATE TABLE approval.items (
    proposal_id text NOT NULL COLLATE pg_catalog."C",
    "position" integer NOT NULL,
    submission_id text NOT NULL COLLATE pg_catalog."C",
    rank integer NOT NULL,
    mean double precision NOT NULL,
    spread double precision NOT NULL,
    by_ranking boolean NOT NULL,
    proposed boolean NOT NULL,
    exception_reason text DEFAULT ''::text NOT NULL,
    removal text DEFAULT ''::text NOT NULL,
    title text NOT NULL,
    number text NOT NULL COLLATE pg_catalog."C",
    category text NOT NULL,
    amount_fen bigint NOT NULL,
    leader_id text NOT NULL COLLATE pg_catalog."C",
    leader_name text NOT NULL,
    unit_id text NOT NULL COLLATE pg_catalog."C",
    unit_name text NOT NULL,
    CONSTRAINT items_amount_fen_check CHECK ((amount_fen >= 0)),
    CONSTRAINT items_exceptions_have_reasons CHECK (((proposed = by_ranking) OR (exception_reason <> ''::text) OR (removal <> ''::text))),
    CONSTRAINT items_position_check CHECK (("position" > 0)),
    CONSTRAINT items_rank_check CHECK ((rank > 0)),
    CONSTRAINT items_removal_check CHECK ((removal = ANY (ARRAY[''::text, 'SUBMISSION_WITHDRAWN'::text, 'OBJECTION_UPHELD'::text]))),
    CONSTRAINT items_removed_are_out CHECK (((removal = ''::text) OR (NOT proposed)))
);
ALTER TABLE approval.items OWNER TO redpeak_owner;
CREATE TABLE approval.notice_items (
    notice_id text NOT NULL COLLATE pg_catalog."C",
    "position" integer NOT NULL,
    number text NOT NULL COLLATE pg_catalog."C",
    title text NOT NULL,
    unit_name text NOT NULL,
    leader_name text NOT NULL,
    category text NOT NULL,
    amount_fen bigint NOT NULL,
    project_number text DEFAULT ''::text NOT NULL,
    CONSTRAINT notice_items_amount_fen_check CHECK ((amount_fen >= 0)),
    CONSTRAINT notice_items_position_check CHECK (("position" > 0))
);
ALTER TABLE approval.notice_items OWNER TO redpeak_owner;
CREATE TABLE approval.notices (
    id text NOT NULL COLLATE pg_catalog."C",
    call_id text NOT NULL COLLATE pg_catalog."C",
    proposal_id text NOT NULL COLLATE pg_catalog."C",
    title text NOT NULL,
    published_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    days integer NOT NULL,
    day_kind text NOT NULL,
    item_count integer NOT NULL,
    closed_at timestamp with time zone,
    version bigint DEFAULT 1 NOT NULL,
    CONSTRAINT notices_check CHECK ((ends_at > published_at)),
    CONSTRAINT notices_day_kind_check CHECK ((day_kind = ANY (ARRAY['CALENDAR_DAYS'::text, 'WORKING_DAYS'::text]))),
    CONSTRAINT notices_days_check CHECK ((days >= 0)),
    CONSTRAINT notices_item_count_check CHECK ((item_count >= 0))
);
ALTER TABLE approval.notices OWNER TO redpeak_owner;
CREATE TABLE approval.objections (
    notice_id text NOT NULL COLLATE pg_catalog."C",
    id text NOT NULL COLLATE pg_catalog."C",
    state text NOT NULL,
    submission_number text NOT NULL COLLATE pg_catalog."C",
    real_name text NOT NULL,
    contact text NOT NULL,
    unit_name text NOT NULL,
    body text NOT NULL,
    answer text DEFAULT ''::text NOT NULL,
    filed_at timestamp with time zone NOT NULL,
    answered_at timestamp with time zone,
    version bigint DEFAULT 1 NOT NULL,
    CONSTRAINT objections_answered CHECK ((((state = 'FILED'::text) = (answered_at IS NULL)) AND ((state = 'FILED'::text) = (answer = ''::text)))),
    CONSTRAINT objections_state_check CHECK ((state = ANY (ARRAY['FILED'::text, 'UPHELD'::text, 'DISMISSED'::text])))
);
ALTER TABLE approval.objections OWNER TO redpeak_owner;
CREATE TABLE approval.proposals (
    id text NOT NULL COLLATE pg_catalog."C",
    call_id text NOT NULL COLLATE pg_catalog."C",
    state text NOT NULL,
    funded_count integer,
    budget_fen bigint,
    proposed_count integer NOT NULL,
    proposed_fen bigint NOT NULL,
    ties_at_line text[] NOT NULL,
    tie_rule text NOT NULL,
    prepared_by text[] NOT NULL,
    signed_by text,
    sign_name text DEFAULT ''::text NOT NULL,
    signed_at timestamp with time zone,
    notice_id text COLLATE pg_catalog."C",
    created_at timestamp with time zone NOT NULL,
    version bigint DEFAULT 1 NOT NULL,
    CONSTRAINT proposals_budget_fen_check CHECK ((budget_fen >= 0)),
    CONSTRAINT proposals_funded_count_check CHECK ((funded_count >= 0)),
    CONSTRAINT proposals_noticed CHECK (((state = ANY (ARRAY['ON_NOTICE'::text, 'APPROVED'::text])) = (notice_id IS NOT NULL))),
    CONSTRAINT proposals_one_limit CHECK ((num_nonnulls(funded_count, budget_fen) <= 1)),
    CONSTRAINT proposals_proposed_count_check CHECK ((proposed_count >= 0)),
    CONSTRAINT proposals_proposed_fen_check CHECK ((proposed_fen >= 0)),
    CONSTRAINT proposals_signed CHECK ((((state = ANY (ARRAY['SIGNED'::text, 'ON_NOTICE'::text, 'APPROVED'::text])) = (signed_at IS NOT NULL)) AND ((signed_at IS NULL) = (signed_by IS NULL)))),
    CONSTRAINT proposals_state_check CHECK ((state = ANY (ARRAY['DRAFT'::text, 'SIGNED'::text, 'ON_NOTICE'::text, 'APPROVED'::text, 'WITHDRAWN'::text])))
);
ALTER TABLE approval.proposals OWNER TO redpeak_owner;
CREATE TABLE approval.requests (
    account text NOT NULL,
    id uuid NOT NULL,
    fingerprint bytea NOT NULL,
    answer bytea NOT NULL,
    at timestamp with time zone NOT NULL
);
ALTER TABLE approval.requests OWNER TO redpeak_owner;
CREATE TABLE approval.special_days (
    year integer NOT NULL,
    day date NOT NULL,
    kind text NOT NULL,
    display_name text NOT NULL,
    CONSTRAINT special_days_check CHECK ((EXTRACT(year FROM day) = (year)::numeric)),
    CONSTRAINT special_days_kind_check CHECK ((kind = ANY (ARRAY['HOLIDAY'::text, 'MAKE_UP_DAY'::text])))
);
ALTER TABLE approval.special_days OWNER TO redpeak_owner;
CREATE TABLE base.clock (
    singleton boolean DEFAULT true NOT NULL,
    now_at timestamp with time zone NOT NULL,
    CONSTRAINT clock_singleton_check CHECK (singleton)
);
ALTER TABLE base.clock OWNER TO redpeak_owner;
CREATE TABLE base.cursors (
    follower text NOT NULL,
    xid bigint NOT NULL,
    id bigint NOT NULL
);
ALTER TABLE base.cursors OWNER TO redpeak_owner;
CREATE TABLE base.events (
    id bigint NOT NULL,
    xid xid8 DEFAULT pg_current_xact_id() NOT NULL,
    at timestamp with time zone NOT NULL,
    actor text NOT NULL,
    subject text NOT NULL,
    kind text NOT NULL,
    detail bytea NOT NULL
);
ALTER TABLE base.events OWNER TO redpeak_owner;
ALTER TABLE base.events ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME base.events_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE base.mails (
    id text NOT NULL,
    recipient text NOT NULL,
    subject text NOT NULL,
    body text,
    created_at timestamp with time zone NOT NULL,
    due_at timestamp with time zone NOT NULL,
    sent_at timestamp with time zone,
    attempts integer DEFAULT 0 NOT NULL,
    last_error text,
    CONSTRAINT mails_attempts_check CHECK ((attempts >= 0))
);
ALTER TABLE base.mails OWNER TO redpeak_owner;
CREATE TABLE calls.calls (
    id text NOT NULL COLLATE pg_catalog."C",
    programme text COLLATE pg_catalog."C",
    title text NOT NULL,
    year integer NOT NULL,
    state text NOT NULL,
    opens_at timestamp with time zone,
    closes_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    guideline text NOT NULL,
    form_schema text NOT NULL,
    rest bytea NOT NULL,
    version bigint DEFAULT 1 NOT NULL,
    CONSTRAINT calls_form_schema_check CHECK ((char_length(form_schema) <= 65536)),
    CONSTRAINT calls_guideline_check CHECK ((char_length(guideline) <= 100000)),
    CONSTRAINT calls_id_check CHECK ((id ~ '^[a-z0-9][a-z0-9-]{0,62}$'::text)),
    CONSTRAINT calls_state_check CHECK ((state = ANY (ARRAY['DRAFT'::text, 'PUBLISHED'::text, 'IN_REVIEW'::text, 'DECIDED'::text, 'ARCHIVED'::text]))),
    CONSTRAINT calls_title_check CHECK ((char_length(title) <= 120)),
    CONSTRAINT calls_version_check CHECK ((version > 0)),
    CONSTRAINT complete_once_published CHECK (((state = 'DRAFT'::text) OR ((programme IS NOT NULL) AND (title <> ''::text) AND (year > 0) AND (form_schema <> ''::text) AND (opens_at IS NOT NULL) AND (closes_at IS NOT NULL) AND (opens_at < closes_at))))
);
ALTER TABLE calls.calls OWNER TO redpeak_owner;
CREATE TABLE calls.programmes (
    id text NOT NULL COLLATE pg_catalog."C",
    display_name text NOT NULL,
    kind text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    version bigint DEFAULT 1 NOT NULL,
    CONSTRAINT programmes_display_name_check CHECK (((char_length(display_name) >= 1) AND (char_length(display_name) <= 120))),
    CONSTRAINT programmes_id_check CHECK ((id ~ '^[a-z0-9][a-z0-9-]{0,62}$'::text)),
    CONSTRAINT programmes_kind_check CHECK ((kind = ANY (ARRAY['RESEARCH'::text, 'TALENT'::text, 'ADVICE'::text, 'OTHER'::text]))),
    CONSTRAINT programmes_version_check CHECK ((version > 0))
);
ALTER TABLE calls.programmes OWNER TO redpeak_owner;
CREATE TABLE calls.requests (
    account text NOT NULL,
    id uuid NOT NULL,
    fingerprint bytea NOT NULL,
    answer bytea NOT NULL,
    at timestamp with time zone NOT NULL
);
ALTER TABLE calls.requests OWNER TO redpeak_owner;
CREATE TABLE identity.accounts (
    id text NOT NULL COLLATE pg_catalog."C",
    login text NOT NULL COLLATE pg_catalog."C",
    person text NOT NULL COLLATE pg_catalog."C",
    state text NOT NULL,
    password_hash text,
    language text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    version bigint DEFAULT 1 NOT NULL,
    CONSTRAINT accounts_check CHECK (((state <> 'ACTIVE'::text) OR (password_hash IS NOT NULL))),
    CONSTRAINT accounts_language_check CHECK ((language = ANY (ARRAY['zh'::text, 'en'::text]))),
    CONSTRAINT accounts_login_check CHECK (((login <> ''::text) AND (login = lower(login)))),
    CONSTRAINT accounts_state_check CHECK ((state = ANY (ARRAY['INVITED'::text, 'ACTIVE'::text, 'DISABLED'::text])))
);
ALTER TABLE identity.accounts OWNER TO redpeak_owner;
CREATE TABLE identity.grants (
    account text NOT NULL COLLATE pg_catalog."C",
    role text NOT NULL COLLATE pg_catalog."C",
    scope text NOT NULL COLLATE pg_catalog."C",
    granted_at timestamp with time zone NOT NULL,
    CONSTRAINT grants_role_check CHECK ((role = ANY (ARRAY['RESEARCHER'::text, 'UNIT_OFFICER'::text, 'EXPERT'::text, 'PROGRAMME_OFFICER'::text, 'APPROVER'::text, 'AUDITOR'::text, 'ADMINISTRATOR'::text])))
);
ALTER TABLE identity.grants OWNER TO redpeak_owner;
CREATE TABLE identity.people (
    id text NOT NULL COLLATE pg_catalog."C",
    display_name text NOT NULL COLLATE pg_catalog."C",
    gender text DEFAULT ''::text NOT NULL,
    birth_year integer DEFAULT 0 NOT NULL,
    organisation text COLLATE pg_catalog."C",
    professional_title text DEFAULT ''::text NOT NULL,
    degree text DEFAULT ''::text NOT NULL,
    discipline text DEFAULT ''::text NOT NULL COLLATE pg_catalog."C",
    orcid text COLLATE pg_catalog."C",
    email text DEFAULT ''::text NOT NULL,
    phone text DEFAULT ''::text NOT NULL,
    identity_sealed bytea,
    identity_hash bytea,
    created_at timestamp with time zone NOT NULL,
    version bigint DEFAULT 1 NOT NULL,
    CONSTRAINT people_check CHECK (((identity_sealed IS NULL) = (identity_hash IS NULL))),
    CONSTRAINT people_discipline_check CHECK ((discipline ~ '^([0-9]{3}([0-9]{2}){0,2})?$'::text)),
    CONSTRAINT people_display_name_check CHECK ((display_name <> ''::text)),
    CONSTRAINT people_gender_check CHECK ((gender = ANY (ARRAY[''::text, '男'::text, '女'::text]))),
    CONSTRAINT people_orcid_check CHECK ((orcid <> ''::text)),
    CONSTRAINT people_professional_title_check CHECK ((professional_title = ANY (ARRAY[''::text, '正高级'::text, '副高级'::text, '中级'::text, '初级'::text])))
);
ALTER TABLE identity.people OWNER TO redpeak_owner;
CREATE VIEW identity.account_resources AS
 SELECT account.id,
    account.login,
    person.id AS person,
    person.display_name,
    account.state,
    account.language,
    base.micros(account.created_at) AS created_at,
    account.version,
    ( SELECT array_agg(((grants.role || ' '::text) || grants.scope) ORDER BY grants.role, grants.scope) AS array_agg
           FROM identity.grants
          WHERE (grants.account = account.id)) AS grants
   FROM (identity.accounts account
     JOIN identity.people person ON ((person.id = account.person)));
ALTER TABLE identity.account_resources OWNER TO redpeak_owner;
CREATE TABLE identity.links (
    account text NOT NULL COLLATE pg_catalog."C",
    purpose text NOT NULL,
    token_sha256 bytea NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    CONSTRAINT links_purpose_check CHECK ((purpose = ANY (ARRAY['ACTIVATION'::text, 'RECOVERY'::text]))),
    CONSTRAINT links_token_sha256_check CHECK ((octet_length(token_sha256) = 32))
);
ALTER TABLE identity.links OWNER TO redpeak_owner;
CREATE TABLE identity.organisations (
    id text NOT NULL COLLATE pg_catalog."C",
    display_name text NOT NULL COLLATE pg_catalog."C",
    uscc text COLLATE pg_catalog."C",
    uscc_exception text DEFAULT ''::text NOT NULL,
    kind text NOT NULL,
    region text NOT NULL COLLATE pg_catalog."C",
    recommender text COLLATE pg_catalog."C",
    created_at timestamp with time zone NOT NULL,
    version bigint DEFAULT 1 NOT NULL,
    CONSTRAINT organisations_check CHECK ((recommender <> id)),
    CONSTRAINT organisations_display_name_check CHECK ((display_name <> ''::text)),
    CONSTRAINT organisations_kind_check CHECK ((kind = ANY (ARRAY['association'::text, 'university'::text, 'institute'::text, 'hospital'::text, 'company'::text, 'society'::text, 'other'::text]))),
    CONSTRAINT organisations_region_check CHECK ((region ~ '^[0-9]{6}$'::text)),
    CONSTRAINT organisations_uscc_check CHECK ((uscc <> ''::text))
);
ALTER TABLE identity.organisations OWNER TO redpeak_owner;
CREATE TABLE identity.requests (
    account text NOT NULL,
    id uuid NOT NULL,
    fingerprint bytea NOT NULL,
    answer bytea NOT NULL,
    at timestamp with time zone NOT NULL
);
ALTER TABLE identity.requests OWNER TO redpeak_owner;
CREATE TABLE identity.sessions (
    id text NOT NULL COLLATE pg_catalog."C",
    account text NOT NULL COLLATE pg_catalog."C",
    token_sha256 bytea NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    peer text NOT NULL,
    client text NOT NULL,
    CONSTRAINT sessions_token_sha256_check CHECK ((octet_length(token_sha256) = 32))
);
ALTER TABLE identity.sessions OWNER TO redpeak_owner;
CREATE TABLE identity.tries (
    subject bytea NOT NULL,
    count integer NOT NULL,
    last_at timestamp with time zone NOT NULL,
    CONSTRAINT tries_count_check CHECK ((count > 0))
);
ALTER TABLE identity.tries OWNER TO redpeak_owner;
CREATE TABLE notifications.messages (
    id text NOT NULL COLLATE pg_catalog."C",
    person text NOT NULL COLLATE pg_catalog."C",
    news text NOT NULL COLLATE pg_catalog."C",
    kind text NOT NULL,
    count integer NOT NULL,
    content bytea NOT NULL,
    read_at timestamp with time zone,
    CONSTRAINT messages_count_check CHECK ((count >= 0))
);
ALTER TABLE notifications.messages OWNER TO redpeak_owner;
CREATE TABLE notifications.requests (
    account text NOT NULL,
    id uuid NOT NULL,
    fingerprint bytea NOT NULL,
    answer bytea NOT NULL,
    at timestamp with time zone NOT NULL
);
ALTER TABLE notifications.requests OWNER TO redpeak_owner;
CREATE TABLE public.migrations (
    name text NOT NULL,
    sha256 text NOT NULL,
    applied_at timestamp with time zone DEFAULT now() NOT NULL
);
ALTER TABLE public.migrations OWNER TO redpeak_owner;
CREATE TABLE review.conflicts (
    call text NOT NULL COLLATE pg_catalog."C",
    submission text NOT NULL COLLATE pg_catalog."C",
    expert text NOT NULL COLLATE pg_catalog."C",
    kind text NOT NULL,
    reason text DEFAULT ''::text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT conflicts_kind_check CHECK ((kind = ANY (ARRAY['SAME_UNIT'::text, 'TEAM_MEMBER'::text, 'APPLICANT'::text, 'DECLARED'::text, 'AVOIDED'::text, 'SET_BY_OFFICER'::text, 'TEAM_UNIT'::text])))
);
ALTER TABLE review.conflicts OWNER TO redpeak_owner;
CREATE TABLE review.experts (
    id text NOT NULL COLLATE pg_catalog."C",
    display_name text NOT NULL,
    folded_name text NOT NULL,
    organisation text NOT NULL COLLATE pg_catalog."C",
    organisation_name text NOT NULL,
    disciplines text[] NOT NULL,
    keywords text[] NOT NULL,
    reviews_max integer NOT NULL,
    available boolean NOT NULL,
    version bigint DEFAULT 1 NOT NULL,
    CONSTRAINT experts_disciplines_check CHECK ((cardinality(disciplines) > 0)),
    CONSTRAINT experts_reviews_max_check CHECK (((reviews_max >= 1) AND (reviews_max <= 200)))
);
ALTER TABLE review.experts OWNER TO redpeak_owner;
CREATE TABLE review.reviews (
    id text NOT NULL COLLATE pg_catalog."C",
    submission text NOT NULL COLLATE pg_catalog."C",
    call text NOT NULL COLLATE pg_catalog."C",
    expert text NOT NULL COLLATE pg_catalog."C",
    state text NOT NULL,
    scores jsonb DEFAULT '[]'::jsonb NOT NULL,
    recommendation text DEFAULT ''::text NOT NULL,
    comment_to_applicant text DEFAULT ''::text NOT NULL,
    comment_to_officers text DEFAULT ''::text NOT NULL,
    total double precision,
    end_reason text DEFAULT ''::text NOT NULL,
    affinity double precision NOT NULL,
    assigned_at timestamp with time zone NOT NULL,
    submitted_at timestamp with time zone,
    version bigint DEFAULT 1 NOT NULL,
    CONSTRAINT reviews_affinity_check CHECK (((affinity >= (0)::double precision) AND (affinity <= (1)::double precision))),
    CONSTRAINT reviews_check CHECK (((state = 'SUBMITTED'::text) = (submitted_at IS NOT NULL))),
    CONSTRAINT reviews_check1 CHECK (((state = 'SUBMITTED'::text) = (total IS NOT NULL))),
    CONSTRAINT reviews_check2 CHECK (((state <> 'SUBMITTED'::text) OR (recommendation <> ''::text))),
    CONSTRAINT reviews_recommendation_check CHECK ((recommendation = ANY (ARRAY[''::text, 'FUND_FIRST'::text, 'FUND'::text, 'DO_NOT_FUND'::text]))),
    CONSTRAINT reviews_state_check CHECK ((state = ANY (ARRAY['ASSIGNED'::text, 'ACCEPTED'::text, 'SUBMITTED'::text, 'DECLINED'::text, 'CANCELLED'::text]))),
    CONSTRAINT reviews_total_check CHECK (((total >= (0)::double precision) AND (total <= (100)::double precision)))
);
ALTER TABLE review.reviews OWNER TO redpeak_owner;
CREATE TABLE review.rounds (
    call text NOT NULL COLLATE pg_catalog."C",
    reviews_each integer NOT NULL,
    due_at timestamp with time zone,
    started_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone,
    close_reason text,
    CONSTRAINT rounds_reviews_each_check CHECK (((reviews_each >= 1) AND (reviews_each <= 15)))
);
ALTER TABLE review.rounds OWNER TO redpeak_owner;
CREATE TABLE review.subjects (
    submission text NOT NULL COLLATE pg_catalog."C",
    call text NOT NULL COLLATE pg_catalog."C",
    title text NOT NULL,
    number text NOT NULL,
    category text NOT NULL COLLATE pg_catalog."C",
    discipline text NOT NULL COLLATE pg_catalog."C",
    keywords text[] NOT NULL,
    amount_fen bigint NOT NULL,
    leader text NOT NULL COLLATE pg_catalog."C",
    leader_name text NOT NULL,
    unit text NOT NULL COLLATE pg_catalog."C",
    unit_name text NOT NULL,
    recommender text NOT NULL COLLATE pg_catalog."C",
    team_people text[] NOT NULL,
    team_units text[] NOT NULL,
    avoided text[] NOT NULL,
    withdrawn boolean DEFAULT false NOT NULL,
    rank integer,
    tied boolean,
    mean double precision,
    spread double precision,
    lowest double precision,
    highest double precision,
    reviews integer,
    CONSTRAINT subjects_amount_fen_check CHECK ((amount_fen >= 0)),
    CONSTRAINT subjects_mean_check CHECK (((mean >= (0)::double precision) AND (mean <= (100)::double precision))),
    CONSTRAINT subjects_rank_check CHECK ((rank > 0)),
    CONSTRAINT subjects_reviews_check CHECK ((reviews > 0)),
    CONSTRAINT subjects_spread_check CHECK ((spread >= (0)::double precision))
);
ALTER TABLE review.subjects OWNER TO redpeak_owner;
CREATE VIEW review.full_reviews AS
 SELECT r.id,
    r.submission,
    r.call,
    r.expert,
    r.state,
    r.scores,
    r.recommendation,
    r.comment_to_applicant,
    r.comment_to_officers,
    r.total,
    r.end_reason,
    r.affinity,
    r.assigned_at,
    r.submitted_at,
    r.version,
    s.title,
    s.leader,
    s.team_people,
    e.display_name AS expert_name,
    o.due_at,
    (o.closed_at IS NOT NULL) AS closed,
    (EXISTS ( SELECT
           FROM review.conflicts c
          WHERE ((c.submission = r.submission) AND (c.expert = r.expert)))) AS conflicted
   FROM (((review.reviews r
     JOIN review.subjects s ON ((s.submission = r.submission)))
     JOIN review.experts e ON ((e.id = r.expert)))
     JOIN review.rounds o ON ((o.call = r.call)));
ALTER TABLE review.full_reviews OWNER TO redpeak_owner;
CREATE TABLE review.requests (
    account text NOT NULL,
    id uuid NOT NULL,
    fingerprint bytea NOT NULL,
    answer bytea NOT NULL,
    at timestamp with time zone NOT NULL
);
ALTER TABLE review.requests OWNER TO redpeak_owner;
CREATE TABLE submissions.files (
    id text NOT NULL COLLATE pg_catalog."C",
    submission text NOT NULL COLLATE pg_catalog."C",
    complete boolean DEFAULT false NOT NULL,
    size_bytes bigint DEFAULT 0 NOT NULL,
    created_at timestamp with time zone NOT NULL,
    writer text DEFAULT ''::text NOT NULL COLLATE pg_catalog."C",
    uploader text COLLATE pg_catalog."C",
    upload_id uuid,
    start_digest text,
    whole_bytes bigint,
    CONSTRAINT files_size_bytes_check CHECK ((size_bytes >= 0)),
    CONSTRAINT files_upload CHECK ((num_nonnulls(uploader, upload_id, start_digest, whole_bytes) = ANY (ARRAY[0, 4]))),
    CONSTRAINT files_whole_bytes_check CHECK ((whole_bytes > 0))
);
ALTER TABLE submissions.files OWNER TO redpeak_owner;
CREATE TABLE submissions.number_counters (
    prefix text NOT NULL COLLATE pg_catalog."C",
    last_number bigint NOT NULL,
    CONSTRAINT number_counters_last_number_check CHECK ((last_number >= 0))
);
ALTER TABLE submissions.number_counters OWNER TO redpeak_owner;
CREATE TABLE submissions.pieces (
    file text NOT NULL COLLATE pg_catalog."C",
    ordinal integer NOT NULL,
    data bytea NOT NULL,
    CONSTRAINT pieces_data_check CHECK (((length(data) >= 1) AND (length(data) <= 262144))),
    CONSTRAINT pieces_ordinal_check CHECK ((ordinal >= 0))
);
ALTER TABLE ONLY submissions.pieces ALTER COLUMN data SET STORAGE EXTERNAL;
ALTER TABLE submissions.pieces OWNER TO redpeak_owner;
CREATE TABLE submissions.requests (
    account text NOT NULL,
    id uuid NOT NULL,
    fingerprint bytea NOT NULL,
    answer bytea NOT NULL,
    at timestamp with time zone NOT NULL
);
ALTER TABLE submissions.requests OWNER TO redpeak_owner;
CREATE TABLE submissions.sent_versions (
    submission text NOT NULL COLLATE pg_catalog."C",
    version bigint NOT NULL,
    content text NOT NULL,
    sha256 bytea NOT NULL,
    files text[] NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    CONSTRAINT sent_versions_sha256_check CHECK ((length(sha256) = 32))
);
ALTER TABLE ONLY submissions.sent_versions ALTER COLUMN content SET COMPRESSION lz4;
ALTER TABLE submissions.sent_versions OWNER TO redpeak_owner;
CREATE TABLE submissions.submissions (
    id text NOT NULL COLLATE pg_catalog."C",
    call text NOT NULL COLLATE pg_catalog."C",
    state text DEFAULT 'DRAFT'::text NOT NULL,
    version bigint DEFAULT 1 NOT NULL,
    leader text NOT NULL COLLATE pg_catalog."C",
    leader_name text NOT NULL,
    unit text NOT NULL COLLATE pg_catalog."C",
    unit_name text NOT NULL,
    recommender text NOT NULL COLLATE pg_catalog."C",
    endorser text GENERATED ALWAYS AS (
CASE recommender
    WHEN ''::text THEN unit
    ELSE recommender
END) STORED NOT NULL COLLATE pg_catalog."C",
    title text NOT NULL,
    title_folded text NOT NULL,
    category text NOT NULL COLLATE pg_catalog."C",
    discipline text NOT NULL COLLATE pg_catalog."C",
    amount_fen bigint NOT NULL,
    start_date date,
    end_date date,
    abstract text NOT NULL,
    form text NOT NULL,
    lists bytea NOT NULL,
    number text DEFAULT ''::text NOT NULL COLLATE pg_catalog."C",
    submitted_at timestamp with time zone,
    sha256 bytea,
    endorsement_required boolean DEFAULT false NOT NULL,
    endorsed_at timestamp with time zone,
    quota_slot smallint,
    note text DEFAULT ''::text NOT NULL,
    correct_by timestamp with time zone,
    score double precision DEFAULT '-1'::integer NOT NULL,
    on_notice boolean DEFAULT false NOT NULL,
    project_number text DEFAULT ''::text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    CONSTRAINT submissions_amount_fen_check CHECK ((amount_fen >= 0)),
    CONSTRAINT submissions_call_check CHECK ((call <> ''::text)),
    CONSTRAINT submissions_check CHECK (((number = ''::text) OR ((submitted_at IS NOT NULL) AND (sha256 IS NOT NULL)))),
    CONSTRAINT submissions_check1 CHECK (((number <> ''::text) OR (state = ANY (ARRAY['DRAFT'::text, 'WITHDRAWN'::text])))),
    CONSTRAINT submissions_check2 CHECK (((project_number = ''::text) OR (state = 'APPROVED'::text))),
    CONSTRAINT submissions_leader_check CHECK ((leader <> ''::text)),
    CONSTRAINT submissions_quota_slot_check CHECK ((quota_slot > 0)),
    CONSTRAINT submissions_score_check CHECK (((score = ('-1'::integer)::double precision) OR ((score >= (0)::double precision) AND (score <= (100)::double precision)))),
    CONSTRAINT submissions_sha256_check CHECK ((length(sha256) = 32)),
    CONSTRAINT submissions_state_check CHECK ((state = ANY (ARRAY['DRAFT'::text, 'SUBMITTED'::text, 'ENDORSED'::text, 'RETURNED'::text, 'ACCEPTED'::text, 'REFUSED'::text, 'IN_REVIEW'::text, 'REVIEWED'::text, 'PROPOSED'::text, 'NOT_PROPOSED'::text, 'APPROVED'::text, 'NOT_APPROVED'::text, 'WITHDRAWN'::text]))),
    CONSTRAINT submissions_version_check CHECK ((version > 0))
)
WITH (fillfactor='85');
ALTER TABLE submissions.submissions OWNER TO redpeak_owner;
CREATE TABLE system.requests (
    account text NOT NULL,
    id uuid NOT NULL,
    fingerprint bytea NOT NULL,
    answer bytea NOT NULL,
    at timestamp with time zone NOT NULL
);
ALTER TABLE system.requests OWNER TO redpeak_owner;
ALTER TABLE ONLY approval.awards
    ADD CONSTRAINT awards_pkey PRIMARY KEY (project_number);
ALTER TABLE ONLY approval.awards
    ADD CONSTRAINT awards_submission_id_key UNIQUE (submission_id);
ALTER TABLE ONLY approval.calendar_years
    ADD CONSTRAINT calendar_years_pkey PRIMARY KEY (year);
ALTER TABLE ONLY approval.items
    ADD CONSTRAINT items_pkey PRIMARY KEY (proposal_id, "position");
ALTER TABLE ONLY approval.items
    ADD CONSTRAINT items_proposal_id_submission_id_key UNIQUE (proposal_id, submission_id);
ALTER TABLE ONLY approval.notice_items
    ADD CONSTRAINT notice_items_notice_id_number_key UNIQUE (notice_id, number);
ALTER TABLE ONLY approval.notice_items
    ADD CONSTRAINT notice_items_pkey PRIMARY KEY (notice_id, "position");
ALTER TABLE ONLY approval.notices
    ADD CONSTRAINT notices_pkey PRIMARY KEY (id);
ALTER TABLE ONLY approval.notices
    ADD CONSTRAINT notices_proposal_id_key UNIQUE (proposal_id);
ALTER TABLE ONLY approval.objections
    ADD CONSTRAINT objections_pkey PRIMARY KEY (notice_id, id);
ALTER TABLE ONLY approval.proposals
    ADD CONSTRAINT proposals_pkey PRIMARY KEY (id);
ALTER TABLE ONLY approval.requests
    ADD CONSTRAINT requests_pkey PRIMARY KEY (account, id);
ALTER TABLE ONLY approval.special_days
    ADD CONSTRAINT special_days_pkey PRIMARY KEY (year, day);
ALTER TABLE ONLY base.clock
    ADD CONSTRAINT clock_pkey PRIMARY KEY (singleton);
ALTER TABLE ONLY base.cursors
    ADD CONSTRAINT cursors_pkey PRIMARY KEY (follower);
ALTER TABLE ONLY base.events
    ADD CONSTRAINT events_pkey PRIMARY KEY (id);
ALTER TABLE ONLY base.mails
    ADD CONSTRAINT mails_pkey PRIMARY KEY (id);
ALTER TABLE ONLY calls.calls
    ADD CONSTRAINT calls_pkey PRIMARY KEY (id);
ALTER TABLE ONLY calls.programmes
    ADD CONSTRAINT programmes_pkey PRIMARY KEY (id);
ALTER TABLE ONLY calls.requests
    ADD CONSTRAINT requests_pkey PRIMARY KEY (account, id);
ALTER TABLE ONLY identity.accounts
    ADD CONSTRAINT accounts_login_key UNIQUE (login);
ALTER TABLE ONLY identity.accounts
    ADD CONSTRAINT accounts_person_key UNIQUE (person);
ALTER TABLE ONLY identity.accounts
    ADD CONSTRAINT accounts_pkey PRIMARY KEY (id);
ALTER TABLE ONLY identity.grants
    ADD CONSTRAINT grants_pkey PRIMARY KEY (account, role, scope);
ALTER TABLE ONLY identity.links
    ADD CONSTRAINT links_pkey PRIMARY KEY (account, purpose);
ALTER TABLE ONLY identity.links
    ADD CONSTRAINT links_token_sha256_key UNIQUE (token_sha256);
ALTER TABLE ONLY identity.organisations
    ADD CONSTRAINT organisations_display_name_key UNIQUE (display_name);
ALTER TABLE ONLY identity.organisations
    ADD CONSTRAINT organisations_pkey PRIMARY KEY (id);
ALTER TABLE ONLY identity.organisations
    ADD CONSTRAINT organisations_uscc_key UNIQUE (uscc);
ALTER TABLE ONLY identity.people
    ADD CONSTRAINT people_identity_hash_key UNIQUE (identity_hash);
ALTER TABLE ONLY identity.people
    ADD CONSTRAINT people_orcid_key UNIQUE (orcid);
ALTER TABLE ONLY identity.people
    ADD CONSTRAINT people_pkey PRIMARY KEY (id);
ALTER TABLE ONLY identity.requests
    ADD CONSTRAINT requests_pkey PRIMARY KEY (account, id);
ALTER TABLE ONLY identity.sessions
    ADD CONSTRAINT sessions_pkey PRIMARY KEY (id);
ALTER TABLE ONLY identity.sessions
    ADD CONSTRAINT sessions_token_sha256_key UNIQUE (token_sha256);
ALTER TABLE ONLY identity.tries
    ADD CONSTRAINT tries_pkey PRIMARY KEY (subject);
ALTER TABLE ONLY notifications.messages
    ADD CONSTRAINT messages_news_key UNIQUE (person, news);
ALTER TABLE ONLY notifications.messages
    ADD CONSTRAINT messages_pkey PRIMARY KEY (id);
ALTER TABLE ONLY notifications.requests
    ADD CONSTRAINT requests_pkey PRIMARY KEY (account, id);
ALTER TABLE ONLY public.migrations
    ADD CONSTRAINT migrations_pkey PRIMARY KEY (name);
ALTER TABLE ONLY review.conflicts
    ADD CONSTRAINT conflicts_pkey PRIMARY KEY (submission, expert, kind);
ALTER TABLE ONLY review.experts
    ADD CONSTRAINT experts_pkey PRIMARY KEY (id);
ALTER TABLE ONLY review.requests
    ADD CONSTRAINT requests_pkey PRIMARY KEY (account, id);
ALTER TABLE ONLY review.reviews
    ADD CONSTRAINT reviews_pkey PRIMARY KEY (id);
ALTER TABLE ONLY review.rounds
    ADD CONSTRAINT rounds_pkey PRIMARY KEY (call);
ALTER TABLE ONLY review.subjects
    ADD CONSTRAINT subjects_pkey PRIMARY KEY (submission);
ALTER TABLE ONLY submissions.files
    ADD CONSTRAINT files_pkey PRIMARY KEY (id);
ALTER TABLE ONLY submissions.number_counters
    ADD CONSTRAINT number_counters_pkey PRIMARY KEY (prefix);
ALTER TABLE ONLY submissions.pieces
    ADD CONSTRAINT pieces_pkey PRIMARY KEY (file, ordinal);
ALTER TABLE ONLY submissions.requests
    ADD CONSTRAINT requests_pkey PRIMARY KEY (account, id);
ALTER TABLE ONLY submissions.sent_versions
    ADD CONSTRAINT sent_versions_pkey PRIMARY KEY (submission, version);
ALTER TABLE ONLY submissions.submissions
    ADD CONSTRAINT submissions_pkey PRIMARY KEY (id);
ALTER TABLE ONLY system.requests
    ADD CONSTRAINT requests_pkey PRIMARY KEY (account, id);
CREATE INDEX awards_by_call ON approval.awards USING btree (call_id, project_number);
CREATE INDEX items_proposed ON approval.items USING btree (proposal_id, "position") WHERE proposed;
CREATE INDEX notices_by_call ON approval.notices USING btree (call_id, id);
CREATE INDEX objections_open ON approval.objections USING btree (notice_id) WHERE (state = 'FILED'::text);
CREATE INDEX proposals_by_call ON approval.proposals USING btree (call_id, id);
CREATE UNIQUE INDEX proposals_one_alive ON approval.proposals USING btree (call_id) WHERE (state <> 'WITHDRAWN'::text);
CREATE INDEX requests_by_time ON approval.requests USING btree (at);
CREATE INDEX events_by_actor ON base.events USING btree (actor, at, id);
CREATE INDEX events_by_kind ON base.events USING btree (kind, at, id);
CREATE INDEX events_by_position ON base.events USING btree (xid, id);
CREATE INDEX events_by_subject ON base.events USING btree (subject COLLATE "C", id);
CREATE INDEX events_by_time ON base.events USING btree (at, id);
CREATE INDEX mails_waiting ON base.mails USING btree (due_at) WHERE (sent_at IS NULL);
CREATE INDEX calls_by_programme ON calls.calls USING btree (programme, year DESC, id DESC);
CREATE INDEX calls_newest ON calls.calls USING btree (year DESC, id DESC);
CREATE INDEX requests_by_time ON calls.requests USING btree (at);
CREATE INDEX accounts_by_part_of_login ON identity.accounts USING gin (login base.gin_trgm_ops);
CREATE INDEX grants_by_role ON identity.grants USING btree (role, account);
CREATE INDEX organisations_by_name ON identity.organisations USING btree (display_name, id);
CREATE INDEX organisations_by_part_of_name ON identity.organisations USING gin (display_name base.gin_trgm_ops);
CREATE INDEX organisations_by_recommender ON identity.organisations USING btree (recommender);
CREATE INDEX people_by_name ON identity.people USING btree (display_name, id);
CREATE INDEX people_by_organisation ON identity.people USING btree (organisation, display_name, id);
CREATE INDEX people_by_part_of_name ON identity.people USING gin (display_name base.gin_trgm_ops);
CREATE INDEX requests_by_time ON identity.requests USING btree (at);
CREATE INDEX sessions_by_account ON identity.sessions USING btree (account, id);
CREATE INDEX tries_by_time ON identity.tries USING btree (last_at);
CREATE INDEX messages_by_person ON notifications.messages USING btree (person, id);
CREATE INDEX messages_unread ON notifications.messages USING btree (person, id) WHERE (read_at IS NULL);
CREATE INDEX requests_by_time ON notifications.requests USING btree (at);
CREATE INDEX conflicts_by_call ON review.conflicts USING btree (call, submission, expert, kind);
CREATE INDEX conflicts_by_expert ON review.conflicts USING btree (expert);
CREATE INDEX requests_by_time ON review.requests USING btree (at);
CREATE INDEX reviews_by_call ON review.reviews USING btree (call, id);
CREATE INDEX reviews_by_expert ON review.reviews USING btree (expert, id);
CREATE INDEX reviews_by_submission ON review.reviews USING btree (submission, id);
CREATE UNIQUE INDEX reviews_live ON review.reviews USING btree (submission, expert) WHERE (state = ANY (ARRAY['ASSIGNED'::text, 'ACCEPTED'::text, 'SUBMITTED'::text]));
CREATE INDEX subjects_by_call ON review.subjects USING btree (call, submission);
CREATE INDEX subjects_by_rank ON review.subjects USING btree (call, rank, submission) WHERE (rank IS NOT NULL);
CREATE INDEX files_by_submission ON submissions.files USING btree (submission);
CREATE UNIQUE INDEX files_by_upload ON submissions.files USING btree (uploader, upload_id) WHERE (upload_id IS NOT NULL);
CREATE INDEX files_incomplete ON submissions.files USING btree (created_at) WHERE (NOT complete);
CREATE INDEX requests_by_time ON submissions.requests USING btree (at);
CREATE INDEX submissions_awaiting_endorsement ON submissions.submissions USING btree (endorser, id) WHERE ((state = 'SUBMITTED'::text) AND endorsement_required);
CREATE INDEX submissions_by_call ON submissions.submissions USING btree (call, created_at, id);
CREATE INDEX submissions_by_call_number ON submissions.submissions USING btree (call, number, id);
CREATE INDEX submissions_by_call_score ON submissions.submissions USING btree (call, score, id);
CREATE INDEX submissions_by_call_state ON submissions.submissions USING btree (call, state, created_at, id);
CREATE INDEX submissions_by_call_state_score ON submissions.submissions USING btree (call, state, score, id);
CREATE INDEX submissions_by_endorser ON submissions.submissions USING btree (endorser, id);
CREATE INDEX submissions_by_leader ON submissions.submissions USING btree (leader, id);
CREATE INDEX submissions_by_leader_name ON submissions.submissions USING gin (lower(leader_name) base.gin_trgm_ops);
CREATE INDEX submissions_by_title ON submissions.submissions USING gin (title_folded base.gin_trgm_ops);
CREATE INDEX submissions_by_unit ON submissions.submissions USING btree (unit, id);
CREATE UNIQUE INDEX submissions_number ON submissions.submissions USING btree (number) WHERE (number <> ''::text);
CREATE UNIQUE INDEX submissions_quota ON submissions.submissions USING btree (call, leader, quota_slot) WHERE (quota_slot IS NOT NULL);
CREATE INDEX requests_by_time ON system.requests USING btree (at);
ALTER TABLE ONLY approval.awards
    ADD CONSTRAINT awards_proposal_id_fkey FOREIGN KEY (proposal_id) REFERENCES approval.proposals(id);
ALTER TABLE ONLY approval.items
    ADD CONSTRAINT items_proposal_id_fkey FOREIGN KEY (proposal_id) REFERENCES approval.proposals(id);
ALTER TABLE ONLY approval.notice_items
    ADD CONSTRAINT notice_items_notice_id_fkey FOREIGN KEY (notice_id) REFERENCES approval.notices(id);
ALTER TABLE ONLY approval.notices
    ADD CONSTRAINT notices_proposal_id_fkey FOREIGN KEY (proposal_id) REFERENCES approval.proposals(id);
ALTER TABLE ONLY approval.objections
    ADD CONSTRAINT objections_notice_id_fkey FOREIGN KEY (notice_id) REFERENCES approval.notices(id);
ALTER TABLE ONLY approval.objections
    ADD CONSTRAINT objections_notice_id_submission_number_fkey FOREIGN KEY (notice_id, submission_number) REFERENCES approval.notice_items(notice_id, number);
ALTER TABLE ONLY approval.special_days
    ADD CONSTRAINT special_days_year_fkey FOREIGN KEY (year) REFERENCES approval.calendar_years(year) ON DELETE CASCADE;
ALTER TABLE ONLY calls.calls
    ADD CONSTRAINT calls_programme_fkey FOREIGN KEY (programme) REFERENCES calls.programmes(id);
ALTER TABLE ONLY identity.accounts
    ADD CONSTRAINT accounts_person_fkey FOREIGN KEY (person) REFERENCES identity.people(id);
ALTER TABLE ONLY identity.grants
    ADD CONSTRAINT grants_account_fkey FOREIGN KEY (account) REFERENCES identity.accounts(id);
ALTER TABLE ONLY identity.links
    ADD CONSTRAINT links_account_fkey FOREIGN KEY (account) REFERENCES identity.accounts(id);
ALTER TABLE ONLY identity.organisations
    ADD CONSTRAINT organisations_recommender_fkey FOREIGN KEY (recommender) REFERENCES identity.organisations(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY identity.people
    ADD CONSTRAINT people_organisation_fkey FOREIGN KEY (organisation) REFERENCES identity.organisations(id);
ALTER TABLE ONLY identity.sessions
    ADD CONSTRAINT sessions_account_fkey FOREIGN KEY (account) REFERENCES identity.accounts(id);
ALTER TABLE ONLY review.conflicts
    ADD CONSTRAINT conflicts_expert_fkey FOREIGN KEY (expert) REFERENCES review.experts(id);
ALTER TABLE ONLY review.conflicts
    ADD CONSTRAINT conflicts_submission_fkey FOREIGN KEY (submission) REFERENCES review.subjects(submission);
ALTER TABLE ONLY review.reviews
    ADD CONSTRAINT reviews_call_fkey FOREIGN KEY (call) REFERENCES review.rounds(call);
ALTER TABLE ONLY review.reviews
    ADD CONSTRAINT reviews_expert_fkey FOREIGN KEY (expert) REFERENCES review.experts(id);
ALTER TABLE ONLY review.reviews
    ADD CONSTRAINT reviews_submission_fkey FOREIGN KEY (submission) REFERENCES review.subjects(submission);
ALTER TABLE ONLY review.subjects
    ADD CONSTRAINT subjects_call_fkey FOREIGN KEY (call) REFERENCES review.rounds(call);
ALTER TABLE ONLY submissions.files
    ADD CONSTRAINT files_submission_fkey FOREIGN KEY (submission) REFERENCES submissions.submissions(id) ON DELETE CASCADE;
ALTER TABLE ONLY submissions.pieces
    ADD CONSTRAINT pieces_file_fkey FOREIGN KEY (file) REFERENCES submissions.files(id) ON DELETE CASCADE;
ALTER TABLE ONLY submissions.sent_versions
    ADD CONSTRAINT sent_versions_submission_fkey FOREIGN KEY (submission) REFERENCES submissions.submissions(id);
GRANT USAGE ON SCHEMA approval TO redpeak_approval;
GRANT USAGE ON SCHEMA base TO redpeak_system;
GRANT USAGE ON SCHEMA base TO redpeak_identity;
GRANT USAGE ON SCHEMA base TO redpeak_calls;
GRANT USAGE ON SCHEMA base TO redpeak_submissions;
GRANT USAGE ON SCHEMA base TO redpeak_review;
GRANT USAGE ON SCHEMA base TO redpeak_approval;
GRANT USAGE ON SCHEMA base TO redpeak_notifications;
GRANT USAGE ON SCHEMA calls TO redpeak_calls;
GRANT USAGE ON SCHEMA identity TO redpeak_identity;
GRANT USAGE ON SCHEMA notifications TO redpeak_notifications;
GRANT USAGE ON SCHEMA review TO redpeak_review;
GRANT USAGE ON SCHEMA submissions TO redpeak_submissions;
GRANT USAGE ON SCHEMA system TO redpeak_system;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE approval.awards TO redpeak_approval;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE approval.calendar_years TO redpeak_approval;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE approval.items TO redpeak_approval;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE approval.notice_items TO redpeak_approval;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE approval.notices TO redpeak_approval;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE approval.objections TO redpeak_approval;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE approval.proposals TO redpeak_approval;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE approval.requests TO redpeak_approval;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE approval.special_days TO redpeak_approval;
GRANT SELECT,INSERT,UPDATE ON TABLE base.clock TO redpeak_system;
GRANT SELECT,INSERT,UPDATE ON TABLE base.cursors TO redpeak_notifications;
GRANT SELECT,INSERT ON TABLE base.events TO redpeak_system;
GRANT INSERT ON TABLE base.events TO redpeak_identity;
GRANT INSERT ON TABLE base.events TO redpeak_calls;
GRANT INSERT ON TABLE base.events TO redpeak_submissions;
GRANT INSERT ON TABLE base.events TO redpeak_review;
GRANT INSERT ON TABLE base.events TO redpeak_approval;
GRANT SELECT,INSERT ON TABLE base.events TO redpeak_notifications;
GRANT INSERT ON TABLE base.mails TO redpeak_system;
GRANT INSERT ON TABLE base.mails TO redpeak_identity;
GRANT INSERT ON TABLE base.mails TO redpeak_calls;
GRANT INSERT ON TABLE base.mails TO redpeak_submissions;
GRANT INSERT ON TABLE base.mails TO redpeak_review;
GRANT INSERT ON TABLE base.mails TO redpeak_approval;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE base.mails TO redpeak_notifications;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE calls.calls TO redpeak_calls;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE calls.programmes TO redpeak_calls;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE calls.requests TO redpeak_calls;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE identity.accounts TO redpeak_identity;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE identity.grants TO redpeak_identity;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE identity.people TO redpeak_identity;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE identity.account_resources TO redpeak_identity;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE identity.links TO redpeak_identity;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE identity.organisations TO redpeak_identity;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE identity.requests TO redpeak_identity;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE identity.sessions TO redpeak_identity;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE identity.tries TO redpeak_identity;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE notifications.messages TO redpeak_notifications;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE notifications.requests TO redpeak_notifications;
GRANT SELECT ON TABLE public.migrations TO PUBLIC;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE review.conflicts TO redpeak_review;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE review.experts TO redpeak_review;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE review.reviews TO redpeak_review;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE review.rounds TO redpeak_review;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE review.subjects TO redpeak_review;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE review.full_reviews TO redpeak_review;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE review.requests TO redpeak_review;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE submissions.files TO redpeak_submissions;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE submissions.number_counters TO redpeak_submissions;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE submissions.pieces TO redpeak_submissions;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE submissions.requests TO redpeak_submissions;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE submissions.sent_versions TO redpeak_submissions;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE submissions.submissions TO redpeak_submissions;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE system.requests TO redpeak_system;
ALTER DEFAULT PRIVILEGES FOR ROLE redpeak_owner IN SCHEMA approval GRANT USAGE ON SEQUENCES  TO redpeak_approval;
ALTER DEFAULT PRIVILEGES FOR ROLE redpeak_owner IN SCHEMA approval GRANT SELECT,INSERT,DELETE,UPDATE ON TABLES  TO redpeak_approval;
ALTER DEFAULT PRIVILEGES FOR ROLE redpeak_owner IN SCHEMA calls GRANT USAGE ON SEQUENCES  TO redpeak_calls;
ALTER DEFAULT PRIVILEGES FOR ROLE redpeak_owner IN SCHEMA calls GRANT SELECT,INSERT,DELETE,UPDATE ON TABLES  TO redpeak_calls;
ALTER DEFAULT PRIVILEGES FOR ROLE redpeak_owner IN SCHEMA identity GRANT USAGE ON SEQUENCES  TO redpeak_identity;
ALTER DEFAULT PRIVILEGES FOR ROLE redpeak_owner IN SCHEMA identity GRANT SELECT,INSERT,DELETE,UPDATE ON TABLES  TO redpeak_identity;
ALTER DEFAULT PRIVILEGES FOR ROLE redpeak_owner IN SCHEMA notifications GRANT USAGE ON SEQUENCES  TO redpeak_notifications;
ALTER DEFAULT PRIVILEGES FOR ROLE redpeak_owner IN SCHEMA notifications GRANT SELECT,INSERT,DELETE,UPDATE ON TABLES  TO redpeak_notifications;
ALTER DEFAULT PRIVILEGES FOR ROLE redpeak_owner IN SCHEMA review GRANT USAGE ON SEQUENCES  TO redpeak_review;
ALTER DEFAULT PRIVILEGES FOR ROLE redpeak_owner IN SCHEMA review GRANT SELECT,INSERT,DELETE,UPDATE ON TABLES  TO redpeak_review;
ALTER DEFAULT PRIVILEGES FOR ROLE redpeak_owner IN SCHEMA submissions GRANT USAGE ON SEQUENCES  TO redpeak_submissions;
ALTER DEFAULT PRIVILEGES FOR ROLE redpeak_owner IN SCHEMA submissions GRANT SELECT,INSERT,DELETE,UPDATE ON TABLES  TO redpeak_submissions;
ALTER DEFAULT PRIVILEGES FOR ROLE redpeak_owner IN SCHEMA system GRANT USAGE ON SEQUENCES  TO redpeak_system;
ALTER DEFAULT PRIVILEGES FOR ROLE redpeak_owner IN SCHEMA system GRANT SELECT,INSERT,DELETE,UPDATE ON TABLES  TO redpeak_system;
