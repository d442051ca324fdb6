-- Submissions are found by part of the leader's name, too.
CREATE INDEX submissions_by_leader_name ON submissions.submissions
  USING gin (lower(leader_name) base.gin_trgm_ops);
