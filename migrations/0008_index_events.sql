-- Auditors look for events by kind, by actor and by time.
CREATE INDEX events_by_time ON base.events (at, id);
CREATE INDEX events_by_kind ON base.events (kind, at, id);
CREATE INDEX events_by_actor ON base.events (actor, at, id);
