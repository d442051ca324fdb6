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
CREATE FUNCTION base.instant(micros bigint) RETURNS timestamp with time zone
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ('1970-01-01 00:00:00+00'::timestamp with time zone + ((micros)::double precision * '00:00:00.000001'::interval));
ALTER FUNCTION base.instant(micros bigint) OWNER TO redpeak_owner;
CREATE FUNCTION base.micros(instant timestamp with time zone) RETURNS bigint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ((EXTRACT(epoch FROM instant) * (1000000)::numeric))::bigint;
ALTER FUNCTION base.micros(instant timestamp with time zone) OWNER TO redpeak_owner;
CREATE TABLE approval.requests (
    account text NOT NULL,
    id uuid NOT NULL,
    fingerprint bytea NOT NULL,
    answer bytea NOT NULL,
    at timestamp with time zone NOT NULL
);
ALTER TABLE approval.requests OWNER TO redpeak_owner;
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
CREATE TABLE identity.requests (
    account text NOT NULL,
    id uuid NOT NULL,
    fingerprint bytea NOT NULL,
    answer bytea NOT NULL,
    at timestamp with time zone NOT NULL
);
ALTER TABLE identity.requests OWNER TO redpeak_owner;
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
CREATE TABLE review.requests (
    account text NOT NULL,
    id uuid NOT NULL,
    fingerprint bytea NOT NULL,
    answer bytea NOT NULL,
    at timestamp with time zone NOT NULL
);
ALTER TABLE review.requests OWNER TO redpeak_owner;
CREATE TABLE submissions.requests (
    account text NOT NULL,
    id uuid NOT NULL,
    fingerprint bytea NOT NULL,
    answer bytea NOT NULL,
    at timestamp with time zone NOT NULL
);
ALTER TABLE submissions.requests OWNER TO redpeak_owner;
CREATE TABLE system.requests (
    account text NOT NULL,
    id uuid NOT NULL,
    fingerprint bytea NOT NULL,
    answer bytea NOT NULL,
    at timestamp with time zone NOT NULL
);
ALTER TABLE system.requests OWNER TO redpeak_owner;
ALTER TABLE ONLY approval.requests
    ADD CONSTRAINT requests_pkey PRIMARY KEY (account, id);
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
ALTER TABLE ONLY identity.requests
    ADD CONSTRAINT requests_pkey PRIMARY KEY (account, id);
ALTER TABLE ONLY notifications.requests
    ADD CONSTRAINT requests_pkey PRIMARY KEY (account, id);
ALTER TABLE ONLY public.migrations
    ADD CONSTRAINT migrations_pkey PRIMARY KEY (name);
ALTER TABLE ONLY review.requests
    ADD CONSTRAINT requests_pkey PRIMARY KEY (account, id);
ALTER TABLE ONLY submissions.requests
    ADD CONSTRAINT requests_pkey PRIMARY KEY (account, id);
ALTER TABLE ONLY system.requests
    ADD CONSTRAINT requests_pkey PRIMARY KEY (account, id);
CREATE INDEX requests_by_time ON approval.requests USING btree (at);
CREATE INDEX events_by_position ON base.events USING btree (xid, id);
CREATE INDEX events_by_subject ON base.events USING btree (subject COLLATE "C", id);
CREATE INDEX mails_waiting ON base.mails USING btree (due_at) WHERE (sent_at IS NULL);
CREATE INDEX calls_by_programme ON calls.calls USING btree (programme, year DESC, id DESC);
CREATE INDEX calls_newest ON calls.calls USING btree (year DESC, id DESC);
CREATE INDEX requests_by_time ON calls.requests USING btree (at);
CREATE INDEX requests_by_time ON identity.requests USING btree (at);
CREATE INDEX requests_by_time ON notifications.requests USING btree (at);
CREATE INDEX requests_by_time ON review.requests USING btree (at);
CREATE INDEX requests_by_time ON submissions.requests USING btree (at);
CREATE INDEX requests_by_time ON system.requests USING btree (at);
ALTER TABLE ONLY calls.calls
    ADD CONSTRAINT calls_programme_fkey FOREIGN KEY (programme) REFERENCES calls.programmes(id);
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
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE approval.requests TO redpeak_approval;
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
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE identity.requests TO redpeak_identity;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE notifications.requests TO redpeak_notifications;
GRANT SELECT ON TABLE public.migrations TO PUBLIC;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE review.requests TO redpeak_review;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE submissions.requests TO redpeak_submissions;
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
