-- Proposed lists, public notices, objections, awards, and the calendar that working days follow.
CREATE TABLE approval.proposals (
  id text COLLATE "C" PRIMARY KEY,
  call_id text COLLATE "C" NOT NULL,
  state text NOT NULL CHECK (state IN ('DRAFT', 'SIGNED', 'ON_NOTICE', 'APPROVED', 'WITHDRAWN')),
  funded_count integer CHECK (funded_count >= 0),
  budget_fen bigint CHECK (budget_fen >= 0),
  proposed_count integer NOT NULL CHECK (proposed_count >= 0),
  proposed_fen bigint NOT NULL CHECK (proposed_fen >= 0),
  ties_at_line text[] NOT NULL,
  tie_rule text NOT NULL,
  prepared_by text[] NOT NULL,  -- accounts that made it or set an exception in it: they do not sign it
  signed_by text,
  sign_name text NOT NULL DEFAULT '',
  signed_at timestamptz,
  notice_id text COLLATE "C",
  created_at timestamptz NOT NULL,
  version bigint NOT NULL DEFAULT 1,
  CONSTRAINT proposals_one_limit CHECK (num_nonnulls(funded_count, budget_fen) <= 1),
  CONSTRAINT proposals_signed CHECK (
    (state IN ('SIGNED', 'ON_NOTICE', 'APPROVED')) = (signed_at IS NOT NULL)
    AND (signed_at IS NULL) = (signed_by IS NULL)),
  CONSTRAINT proposals_noticed CHECK ((state IN ('ON_NOTICE', 'APPROVED')) = (notice_id IS NOT NULL))
);
CREATE INDEX proposals_by_call ON approval.proposals (call_id, id);
CREATE UNIQUE INDEX proposals_one_alive ON approval.proposals (call_id) WHERE state <> 'WITHDRAWN';

CREATE TABLE approval.items (
  proposal_id text COLLATE "C" NOT NULL REFERENCES approval.proposals,
  position integer NOT NULL CHECK (position > 0),  -- in the ranking, ties broken
  submission_id text COLLATE "C" NOT NULL,
  rank integer NOT NULL CHECK (rank > 0),
  mean double precision NOT NULL,
  spread double precision NOT NULL,
  by_ranking boolean NOT NULL,
  proposed boolean NOT NULL,
  exception_reason text NOT NULL DEFAULT '',
  removal text NOT NULL DEFAULT ''
    CHECK (removal IN ('', 'SUBMISSION_WITHDRAWN', 'OBJECTION_UPHELD')),
  title text NOT NULL,
  number text COLLATE "C" NOT NULL,
  category text NOT NULL,
  amount_fen bigint NOT NULL CHECK (amount_fen >= 0),
  leader_id text COLLATE "C" NOT NULL,
  leader_name text NOT NULL,
  unit_id text COLLATE "C" NOT NULL,
  unit_name text NOT NULL,
  PRIMARY KEY (proposal_id, position),
  UNIQUE (proposal_id, submission_id),
  CONSTRAINT items_removed_are_out CHECK (removal = '' OR NOT proposed),
  CONSTRAINT items_exceptions_have_reasons
    CHECK (proposed = by_ranking OR exception_reason <> '' OR removal <> '')
);
CREATE INDEX items_proposed ON approval.items (proposal_id, position) WHERE proposed;

-- What the public read; fixed when published, but for the project numbers.
CREATE TABLE approval.notices (
  id text COLLATE "C" PRIMARY KEY,
  call_id text COLLATE "C" NOT NULL,
  proposal_id text COLLATE "C" NOT NULL UNIQUE REFERENCES approval.proposals,
  title text NOT NULL,
  published_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL CHECK (ends_at > published_at),
  days integer NOT NULL CHECK (days >= 0),
  day_kind text NOT NULL CHECK (day_kind IN ('CALENDAR_DAYS', 'WORKING_DAYS')),
  item_count integer NOT NULL CHECK (item_count >= 0),
  closed_at timestamptz,
  version bigint NOT NULL DEFAULT 1
);
CREATE INDEX notices_by_call ON approval.notices (call_id, id);

CREATE TABLE approval.notice_items (
  notice_id text COLLATE "C" NOT NULL REFERENCES approval.notices,
  position integer NOT NULL CHECK (position > 0),  -- by category and number
  number text COLLATE "C" NOT NULL,
  title text NOT NULL,
  unit_name text NOT NULL,
  leader_name text NOT NULL,
  category text NOT NULL,
  amount_fen bigint NOT NULL CHECK (amount_fen >= 0),
  project_number text NOT NULL DEFAULT '',
  PRIMARY KEY (notice_id, position),
  UNIQUE (notice_id, number)
);

CREATE TABLE approval.objections (
  notice_id text COLLATE "C" NOT NULL REFERENCES approval.notices,
  id text COLLATE "C" NOT NULL,
  state text NOT NULL CHECK (state IN ('FILED', 'UPHELD', 'DISMISSED')),
  submission_number text COLLATE "C" NOT NULL,
  real_name text NOT NULL,
  contact text NOT NULL,
  unit_name text NOT NULL,
  body text NOT NULL,
  answer text NOT NULL DEFAULT '',
  filed_at timestamptz NOT NULL,
  answered_at timestamptz,
  version bigint NOT NULL DEFAULT 1,
  PRIMARY KEY (notice_id, id),
  FOREIGN KEY (notice_id, submission_number) REFERENCES approval.notice_items (notice_id, number),
  CONSTRAINT objections_answered CHECK (
    (state = 'FILED') = (answered_at IS NULL) AND (state = 'FILED') = (answer = ''))
);
CREATE INDEX objections_open ON approval.objections (notice_id) WHERE state = 'FILED';

CREATE TABLE approval.awards (
  project_number text COLLATE "C" PRIMARY KEY,
  proposal_id text COLLATE "C" NOT NULL REFERENCES approval.proposals,
  call_id text COLLATE "C" NOT NULL,
  submission_id text COLLATE "C" NOT NULL UNIQUE,
  title text NOT NULL,
  category text NOT NULL,
  leader_id text COLLATE "C" NOT NULL,
  leader_name text NOT NULL,
  unit_id text COLLATE "C" NOT NULL,
  unit_name text NOT NULL,
  amount_fen bigint NOT NULL CHECK (amount_fen >= 0),
  approved_at timestamptz NOT NULL
);
CREATE INDEX awards_by_call ON approval.awards (call_id, project_number);

-- Years whose table of special days is complete, and the days.
CREATE TABLE approval.calendar_years (
  year integer PRIMARY KEY CHECK (year BETWEEN 1950 AND 2199)
);
CREATE TABLE approval.special_days (
  year integer NOT NULL REFERENCES approval.calendar_years ON DELETE CASCADE,
  day date NOT NULL,
  kind text NOT NULL CHECK (kind IN ('HOLIDAY', 'MAKE_UP_DAY')),
  display_name text NOT NULL,
  PRIMARY KEY (year, day),
  CHECK (extract(year FROM day) = year)
);

-- The State Council's notices 国办发明电〔2021〕11号 for 2022 and 国办发明电〔2025〕7号 for 2026.
INSERT INTO approval.calendar_years VALUES (2022), (2026);
INSERT INTO approval.special_days
SELECT extract(year FROM first_day), day::date, 'HOLIDAY', display_name
  FROM (VALUES
    (date '2022-01-01', date '2022-01-03', '元旦'),
    (date '2022-01-31', date '2022-02-06', '春节'),
    (date '2022-04-03', date '2022-04-05', '清明节'),
    (date '2022-04-30', date '2022-05-04', '劳动节'),
    (date '2022-06-03', date '2022-06-05', '端午节'),
    (date '2022-09-10', date '2022-09-12', '中秋节'),
    (date '2022-10-01', date '2022-10-07', '国庆节'),
    (date '2026-01-01', date '2026-01-03', '元旦'),
    (date '2026-02-15', date '2026-02-23', '春节'),
    (date '2026-04-04', date '2026-04-06', '清明节'),
    (date '2026-05-01', date '2026-05-05', '劳动节'),
    (date '2026-06-19', date '2026-06-21', '端午节'),
    (date '2026-09-25', date '2026-09-27', '中秋节'),
    (date '2026-10-01', date '2026-10-07', '国庆节')) AS holiday (first_day, last_day, display_name),
    generate_series(first_day, last_day, interval '1 day') AS day;
INSERT INTO approval.special_days
SELECT extract(year FROM day), day, 'MAKE_UP_DAY', display_name
  FROM (VALUES
    (date '2022-01-29', '春节'),
    (date '2022-01-30', '春节'),
    (date '2022-04-02', '清明节'),
    (date '2022-04-24', '劳动节'),
    (date '2022-05-07', '劳动节'),
    (date '2022-10-08', '国庆节'),
    (date '2022-10-09', '国庆节'),
    (date '2026-01-04', '元旦'),
    (date '2026-02-14', '春节'),
    (date '2026-02-28', '春节'),
    (date '2026-05-09', '劳动节'),
    (date '2026-09-20', '国庆节'),
    (date '2026-10-10', '国庆节')) AS make_up (day, display_name);
