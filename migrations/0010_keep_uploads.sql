-- A file may come in several calls: who sends it, under which id, what was said of it, and its whole size.
ALTER TABLE submissions.files
  ADD COLUMN writer text COLLATE "C" NOT NULL DEFAULT '',  -- the one call that may add pieces now
  ADD COLUMN uploader text COLLATE "C",
  ADD COLUMN upload_id uuid,
  ADD COLUMN start_digest text,
  ADD COLUMN whole_bytes bigint CHECK (whole_bytes > 0),
  ADD CONSTRAINT files_upload CHECK (
    num_nonnulls(uploader, upload_id, start_digest, whole_bytes) IN (0, 4));
CREATE UNIQUE INDEX files_by_upload ON submissions.files (uploader, upload_id) WHERE upload_id IS NOT NULL;
