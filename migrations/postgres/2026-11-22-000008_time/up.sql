-- What an employment area decides for itself, by name; what is not there has its default.
CREATE TABLE settings (
    name TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
);

-- A team that works by mail and answer link only.
ALTER TABLE teams ADD COLUMN by_mail BOOLEAN NOT NULL DEFAULT FALSE;

-- Who is told when the team doesn't take a call-back.
ALTER TABLE routing_rows ADD COLUMN backup_team_id BIGINT REFERENCES teams (id);
CREATE INDEX routing_rows_backup_team ON routing_rows (backup_team_id);

-- Where a call-back stands on the ladder. A round begins whenever it comes to a queue or a person.
ALTER TABLE callbacks ADD COLUMN backup_team_id BIGINT REFERENCES teams (id);
ALTER TABLE callbacks ADD COLUMN round INTEGER NOT NULL DEFAULT 0;
ALTER TABLE callbacks ADD COLUMN counted_from TIMESTAMP NOT NULL DEFAULT '1970-01-01 00:00:00';
ALTER TABLE callbacks ADD COLUMN next_step TEXT;
ALTER TABLE callbacks ADD COLUMN next_step_at TIMESTAMP;
ALTER TABLE callbacks ADD COLUMN late BOOLEAN NOT NULL DEFAULT FALSE;
-- The clock began when it came to the team that has it.
UPDATE callbacks SET counted_from = COALESCE(
    (SELECT MAX(moved_at) FROM callback_moves m WHERE m.callback_id = callbacks.id AND m.kind IN ('handover', 'reopening')),
    created_at
);
CREATE INDEX callbacks_backup_team ON callbacks (backup_team_id);
CREATE INDEX callbacks_next_step ON callbacks (next_step_at) WHERE next_step_at IS NOT NULL;

-- Leaves while the sending window is open.
ALTER TABLE mails ADD COLUMN windowed BOOLEAN NOT NULL DEFAULT FALSE;

-- Recurring jobs: whose turn it is, and how it went.
CREATE TABLE jobs (
    name TEXT PRIMARY KEY NOT NULL,
    next_run_at TIMESTAMP NOT NULL,
    lease_token TEXT,
    lease_until TIMESTAMP,
    started_at TIMESTAMP,
    succeeded_at TIMESTAMP,
    done BIGINT NOT NULL,
    failures INTEGER NOT NULL,
    failed_at TIMESTAMP,
    failure TEXT NOT NULL
);
