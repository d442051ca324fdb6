-- Submissions, exactly what was sent of each, and the files that they carry.
CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA base;

-- One application to a call. Columns `call`, `leader`, `unit` and `recommender` hold ids of other services'
-- resources; an empty text means none.
CREATE TABLE submissions.submissions (
  id text COLLATE "C" PRIMARY KEY,
  call text COLLATE "C" NOT NULL CHECK (call <> ''),
  state text NOT NULL DEFAULT 'DRAFT' CHECK (state IN
    ('DRAFT', 'SUBMITTED', 'ENDORSED', 'RETURNED', 'ACCEPTED', 'REFUSED', 'IN_REVIEW', 'REVIEWED',
     'PROPOSED', 'NOT_PROPOSED', 'APPROVED', 'NOT_APPROVED', 'WITHDRAWN')),
  version bigint NOT NULL DEFAULT 1 CHECK (version > 0),
  leader text COLLATE "C" NOT NULL CHECK (leader <> ''),
  leader_name text NOT NULL,
  unit text COLLATE "C" NOT NULL,
  unit_name text NOT NULL,
  recommender text COLLATE "C" NOT NULL,
  -- Whose officers endorse it: a unit without a recommender endorses its own.
  endorser text COLLATE "C" NOT NULL
    GENERATED ALWAYS AS (CASE recommender WHEN '' THEN unit ELSE recommender END) STORED,
  title text NOT NULL,
  title_folded text NOT NULL,  -- for searching: case and width do not count
  category text COLLATE "C" NOT NULL,
  discipline text COLLATE "C" NOT NULL,
  amount_fen bigint NOT NULL CHECK (amount_fen >= 0),
  start_date date,
  end_date date,
  abstract text NOT NULL,
  form text NOT NULL,          -- JSON, or empty
  lists bytea NOT NULL,        -- a redpeak.submissions.v1.Submission with only its repeated fields set
  number text COLLATE "C" NOT NULL DEFAULT '',
  submitted_at timestamptz,    -- the last time, if it was sent more than once
  sha256 bytea CHECK (length(sha256) = 32),
  endorsement_required boolean NOT NULL DEFAULT false,
  endorsed_at timestamptz,
  -- Which of the leader's places in the call it takes; unique, so that two sent at once cannot take one.
  quota_slot smallint CHECK (quota_slot > 0),
  note text NOT NULL DEFAULT '',
  correct_by timestamptz,
  score double precision NOT NULL DEFAULT -1 CHECK (score = -1 OR score BETWEEN 0 AND 100),  -- -1: none yet
  on_notice boolean NOT NULL DEFAULT false,
  project_number text NOT NULL DEFAULT '',
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  CHECK (number = '' OR (submitted_at IS NOT NULL AND sha256 IS NOT NULL)),
  CHECK (number <> '' OR state IN ('DRAFT', 'WITHDRAWN')),
  CHECK (project_number = '' OR state = 'APPROVED')
) WITH (fillfactor = 85);  -- room for a draft to be saved where it lies
CREATE UNIQUE INDEX submissions_number ON submissions.submissions (number) WHERE number <> '';
CREATE UNIQUE INDEX submissions_quota ON submissions.submissions (call, leader, quota_slot)
  WHERE quota_slot IS NOT NULL;
CREATE INDEX submissions_by_leader ON submissions.submissions (leader, id);
CREATE INDEX submissions_by_unit ON submissions.submissions (unit, id);
CREATE INDEX submissions_by_endorser ON submissions.submissions (endorser, id);
CREATE INDEX submissions_awaiting_endorsement ON submissions.submissions (endorser, id)
  WHERE state = 'SUBMITTED' AND endorsement_required;
-- By created_at, though ids grow with time: were it by id, the primary key could serve the order as well, and
-- it would be read through all later calls to find an early one's.
CREATE INDEX submissions_by_call ON submissions.submissions (call, created_at, id);
CREATE INDEX submissions_by_call_number ON submissions.submissions (call, number, id);
CREATE INDEX submissions_by_call_score ON submissions.submissions (call, score, id);
CREATE INDEX submissions_by_call_state ON submissions.submissions (call, state, created_at, id);
CREATE INDEX submissions_by_call_state_score ON submissions.submissions (call, state, score, id);
CREATE INDEX submissions_by_title ON submissions.submissions USING gin (title_folded base.gin_trgm_ops);

-- Exactly what was sent, each time; never changed.
CREATE TABLE submissions.sent_versions (
  submission text COLLATE "C" NOT NULL REFERENCES submissions.submissions,
  version bigint NOT NULL,     -- that sending made
  content text COMPRESSION lz4 NOT NULL,  -- canonical JSON
  sha256 bytea NOT NULL CHECK (length(sha256) = 32),
  files text[] NOT NULL,       -- those that it carries
  sent_at timestamptz NOT NULL,
  PRIMARY KEY (submission, version)
);

-- An uploaded file. One that is not complete belongs to an upload under way, or to none any more.
CREATE TABLE submissions.files (
  id text COLLATE "C" PRIMARY KEY,
  submission text COLLATE "C" NOT NULL REFERENCES submissions.submissions ON DELETE CASCADE,
  complete boolean NOT NULL DEFAULT false,
  size_bytes bigint NOT NULL DEFAULT 0 CHECK (size_bytes >= 0),
  created_at timestamptz NOT NULL
);
CREATE INDEX files_by_submission ON submissions.files (submission);
CREATE INDEX files_incomplete ON submissions.files (created_at) WHERE NOT complete;

-- A file's bytes, in pieces of 256 KiB of which only the last is shorter.
CREATE TABLE submissions.pieces (
  file text COLLATE "C" NOT NULL REFERENCES submissions.files ON DELETE CASCADE,
  ordinal integer NOT NULL CHECK (ordinal >= 0),
  data bytea NOT NULL CHECK (length(data) BETWEEN 1 AND 262144),
  PRIMARY KEY (file, ordinal)
);
ALTER TABLE submissions.pieces ALTER COLUMN data SET STORAGE EXTERNAL;  -- files are compressed already

-- The last receipt number given out, by prefix.
CREATE TABLE submissions.number_counters (
  prefix text COLLATE "C" PRIMARY KEY,
  last_number bigint NOT NULL CHECK (last_number >= 0)
);
