-- Experts, conflicts of interest, who reviews what, the reviews, and the ranking. Ids are the last parts
-- of names: people/{id} and experts/{id} share theirs.

-- The pool. Name and organisation are as identity told them last.
CREATE TABLE review.experts (
  id text COLLATE "C" PRIMARY KEY,
  display_name text NOT NULL,
  folded_name text NOT NULL,  -- what a search is compared with
  organisation text COLLATE "C" NOT NULL,
  organisation_name text NOT NULL,
  disciplines text[] NOT NULL CHECK (cardinality(disciplines) > 0),
  keywords text[] NOT NULL,
  reviews_max integer NOT NULL CHECK (reviews_max BETWEEN 1 AND 200),
  available boolean NOT NULL,
  version bigint NOT NULL DEFAULT 1
);

-- The review of one call.
CREATE TABLE review.rounds (
  call text COLLATE "C" PRIMARY KEY,
  reviews_each integer NOT NULL CHECK (reviews_each BETWEEN 1 AND 15),
  due_at timestamptz,
  started_at timestamptz NOT NULL,
  closed_at timestamptz,
  close_reason text
);

-- What the review needs to know of a submission, as it was when the review began.
CREATE TABLE review.subjects (
  submission text COLLATE "C" PRIMARY KEY,
  call text COLLATE "C" NOT NULL REFERENCES review.rounds,
  title text NOT NULL,
  number text NOT NULL,
  category text COLLATE "C" NOT NULL,
  discipline text COLLATE "C" NOT NULL,
  keywords text[] NOT NULL,
  amount_fen bigint NOT NULL CHECK (amount_fen >= 0),
  leader text COLLATE "C" NOT NULL,
  leader_name text NOT NULL,
  unit text COLLATE "C" NOT NULL,
  unit_name text NOT NULL,
  recommender text COLLATE "C" NOT NULL,
  team_people text[] NOT NULL,
  team_units text[] NOT NULL,
  avoided text[] NOT NULL,
  withdrawn boolean NOT NULL DEFAULT false,
  -- Where it stands, once the review is closed.
  rank integer CHECK (rank > 0),
  tied boolean,
  mean double precision CHECK (mean BETWEEN 0 AND 100),
  spread double precision CHECK (spread >= 0),
  lowest double precision,
  highest double precision,
  reviews integer CHECK (reviews > 0)
);
CREATE INDEX subjects_by_call ON review.subjects (call, submission);
CREATE INDEX subjects_by_rank ON review.subjects (call, rank, submission) WHERE rank IS NOT NULL;

-- Kinds that follow from facts are found again whenever reviews are assigned or an expert changes.
CREATE TABLE review.conflicts (
  call text COLLATE "C" NOT NULL,
  submission text COLLATE "C" NOT NULL REFERENCES review.subjects,
  expert text COLLATE "C" NOT NULL REFERENCES review.experts,
  kind text NOT NULL CHECK (kind IN ('SAME_UNIT', 'TEAM_MEMBER', 'APPLICANT', 'DECLARED', 'AVOIDED',
                                     'SET_BY_OFFICER', 'TEAM_UNIT')),
  reason text NOT NULL DEFAULT '',
  created_at timestamptz NOT NULL,
  PRIMARY KEY (submission, expert, kind)
);
CREATE INDEX conflicts_by_call ON review.conflicts (call, submission, expert, kind);
CREATE INDEX conflicts_by_expert ON review.conflicts (expert);

CREATE TABLE review.reviews (
  id text COLLATE "C" PRIMARY KEY,
  submission text COLLATE "C" NOT NULL REFERENCES review.subjects,
  call text COLLATE "C" NOT NULL REFERENCES review.rounds,
  expert text COLLATE "C" NOT NULL REFERENCES review.experts,
  state text NOT NULL CHECK (state IN ('ASSIGNED', 'ACCEPTED', 'SUBMITTED', 'DECLINED', 'CANCELLED')),
  scores jsonb NOT NULL DEFAULT '[]',  -- [{"criterion", "points", "comment"}]
  recommendation text NOT NULL DEFAULT ''
    CHECK (recommendation IN ('', 'FUND_FIRST', 'FUND', 'DO_NOT_FUND')),
  comment_to_applicant text NOT NULL DEFAULT '',
  comment_to_officers text NOT NULL DEFAULT '',
  total double precision CHECK (total BETWEEN 0 AND 100),
  end_reason text NOT NULL DEFAULT '',  -- why it was declined or cancelled
  affinity double precision NOT NULL CHECK (affinity BETWEEN 0 AND 1),
  assigned_at timestamptz NOT NULL,
  submitted_at timestamptz,
  version bigint NOT NULL DEFAULT 1,
  CHECK ((state = 'SUBMITTED') = (submitted_at IS NOT NULL)),
  CHECK ((state = 'SUBMITTED') = (total IS NOT NULL)),
  CHECK (state <> 'SUBMITTED' OR recommendation <> '')
);
CREATE UNIQUE INDEX reviews_live ON review.reviews (submission, expert)
  WHERE state IN ('ASSIGNED', 'ACCEPTED', 'SUBMITTED');
CREATE INDEX reviews_by_submission ON review.reviews (submission, id);
CREATE INDEX reviews_by_call ON review.reviews (call, id);
CREATE INDEX reviews_by_expert ON review.reviews (expert, id);

-- Reviews with what is read along with them.
CREATE VIEW review.full_reviews AS
SELECT r.id, r.submission, r.call, r.expert, r.state, r.scores, r.recommendation,
       r.comment_to_applicant, r.comment_to_officers, r.total, r.end_reason, r.affinity,
       r.assigned_at, r.submitted_at, r.version,
       s.title, s.leader, s.team_people, e.display_name AS expert_name, o.due_at,
       o.closed_at IS NOT NULL AS closed,
       EXISTS (SELECT FROM review.conflicts c
                WHERE c.submission = r.submission AND c.expert = r.expert) AS conflicted
  FROM review.reviews r
  JOIN review.subjects s ON s.submission = r.submission
  JOIN review.experts e ON e.id = r.expert
  JOIN review.rounds o ON o.call = r.call;
