-- What every service stands on: a role and a schema a service, the event log, the mail outbox.
-- Roles are the cluster's, so they may be there from another database; deploy sets their passwords.
CREATE SCHEMA base;

-- STABLE as their bodies are: functions that claim more are not inlined.
CREATE FUNCTION base.instant(micros bigint) RETURNS timestamptz
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN 'epoch'::timestamptz + micros * interval '1 microsecond';

CREATE FUNCTION base.micros(instant timestamptz) RETURNS bigint
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN (extract(epoch FROM instant) * 1000000)::bigint;

CREATE TABLE base.events (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
  at timestamptz NOT NULL,
  actor text NOT NULL,
  subject text NOT NULL,
  kind text NOT NULL,
  detail bytea NOT NULL
);
CREATE INDEX events_by_position ON base.events (xid, id);
CREATE INDEX events_by_subject ON base.events (subject COLLATE "C", id);

CREATE TABLE base.mails (
  id text PRIMARY KEY,
  recipient text NOT NULL,
  subject text NOT NULL,
  body text,                     -- emptied once sent: it may hold a one-time link
  created_at timestamptz NOT NULL,
  due_at timestamptz NOT NULL,
  sent_at timestamptz,
  attempts integer NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  last_error text
);
CREATE INDEX mails_waiting ON base.mails (due_at) WHERE sent_at IS NULL;

-- Where the simulated clock stands, for all processes; no row with the real one.
CREATE TABLE base.clock (
  singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
  now_at timestamptz NOT NULL
);

-- How far each follower of the event log has come.
CREATE TABLE base.cursors (
  follower text PRIMARY KEY,
  xid bigint NOT NULL,
  id bigint NOT NULL
);

DO $$
DECLARE
  service text;
BEGIN
  FOREACH service IN ARRAY ARRAY['system', 'identity', 'calls', 'submissions', 'review', 'approval',
                                 'notifications'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'redpeak_' || service) THEN
      EXECUTE format('CREATE ROLE %I LOGIN', 'redpeak_' || service);
    END IF;
    EXECUTE format('CREATE SCHEMA %I', service);
    EXECUTE format('GRANT USAGE ON SCHEMA base, %I TO %I', service, 'redpeak_' || service);
    EXECUTE format('ALTER DEFAULT PRIVILEGES IN SCHEMA %I GRANT SELECT, INSERT, UPDATE, DELETE '
                   'ON TABLES TO %I', service, 'redpeak_' || service);
    EXECUTE format('ALTER DEFAULT PRIVILEGES IN SCHEMA %I GRANT USAGE ON SEQUENCES TO %I',
                   service, 'redpeak_' || service);
    EXECUTE format('GRANT INSERT ON base.events, base.mails TO %I', 'redpeak_' || service);
    -- Answers by request_id; each service keeps its own.
    EXECUTE format(
      'CREATE TABLE %I.requests (
         account text NOT NULL,
         id uuid NOT NULL,
         fingerprint bytea NOT NULL,
         answer bytea NOT NULL,
         at timestamptz NOT NULL,
         CONSTRAINT requests_pkey PRIMARY KEY (account, id))', service);
    EXECUTE format('CREATE INDEX requests_by_time ON %I.requests (at)', service);
  END LOOP;
END
$$;

GRANT SELECT ON base.events TO redpeak_system, redpeak_notifications;
GRANT SELECT, INSERT, UPDATE ON base.clock TO redpeak_system;
GRANT SELECT, INSERT, UPDATE ON base.cursors TO redpeak_notifications;
GRANT SELECT, UPDATE, DELETE ON base.mails TO redpeak_notifications;
