-- What people are told, one row a message.
CREATE TABLE notifications.messages (
  id text COLLATE "C" PRIMARY KEY,      -- grows with time
  person text COLLATE "C" NOT NULL,     -- the id of another service's resource
  news text COLLATE "C" NOT NULL,       -- what it tells: nobody is told the same twice
  kind text NOT NULL,
  count integer NOT NULL CHECK (count >= 0),
  content bytea NOT NULL,  -- a redpeak.notifications.v1.Message without name, kind, count and read time
  read_at timestamptz,
  CONSTRAINT messages_news_key UNIQUE (person, news)
);
CREATE INDEX messages_by_person ON notifications.messages (person, id);
CREATE INDEX messages_unread ON notifications.messages (person, id) WHERE read_at IS NULL;
