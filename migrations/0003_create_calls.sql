-- Programmes and calls. What is searched or ordered by has a column; the rest of a call is one message,
-- and its two long texts stand apart so that a list need not read them.
CREATE TABLE calls.programmes (
  id text COLLATE "C" PRIMARY KEY CHECK (id ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  display_name text NOT NULL CHECK (char_length(display_name) BETWEEN 1 AND 120),
  kind text NOT NULL CHECK (kind IN ('RESEARCH', 'TALENT', 'ADVICE', 'OTHER')),
  created_at timestamptz NOT NULL,
  version bigint NOT NULL DEFAULT 1 CHECK (version > 0)
);

CREATE TABLE calls.calls (
  id text COLLATE "C" PRIMARY KEY CHECK (id ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  programme text COLLATE "C" REFERENCES calls.programmes,  -- a draft may lack what may be null
  title text NOT NULL CHECK (char_length(title) <= 120),
  year integer NOT NULL,  -- 0 while a draft lacks it
  -- Of PUBLISHED, the clock makes OPEN and CLOSED.
  state text NOT NULL CHECK (state IN ('DRAFT', 'PUBLISHED', 'IN_REVIEW', 'DECIDED', 'ARCHIVED')),
  opens_at timestamptz,
  closes_at timestamptz,
  created_at timestamptz NOT NULL,
  guideline text NOT NULL CHECK (char_length(guideline) <= 100000),
  form_schema text NOT NULL CHECK (char_length(form_schema) <= 65536),
  rest bytea NOT NULL,  -- redpeak.calls.v1.Call without what the other columns hold
  version bigint NOT NULL DEFAULT 1 CHECK (version > 0),
  CONSTRAINT complete_once_published CHECK (
    state = 'DRAFT'
    OR (programme IS NOT NULL AND title <> '' AND year > 0 AND form_schema <> ''
        AND opens_at IS NOT NULL AND closes_at IS NOT NULL AND opens_at < closes_at))
);
CREATE INDEX calls_newest ON calls.calls (year DESC, id DESC);
CREATE INDEX calls_by_programme ON calls.calls (programme, year DESC, id DESC);
