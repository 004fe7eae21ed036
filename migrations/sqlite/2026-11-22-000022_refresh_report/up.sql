-- Begun by the schedule rather than by a click.
ALTER TABLE register_imports ADD COLUMN is_scheduled BOOLEAN NOT NULL DEFAULT FALSE;

-- How often the register is brought up to date by itself: one row, or none for never.
CREATE TABLE register_schedules (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    every TEXT NOT NULL,
    area_only BOOLEAN NOT NULL,
    next_run_at TIMESTAMP NOT NULL,
    set_by BIGINT NOT NULL REFERENCES staff (id),
    set_at TIMESTAMP NOT NULL
);
CREATE INDEX register_schedules_set_by ON register_schedules (set_by);

-- What an import changed in companies that were there before it, and where a person's correction stands against something
-- new in the register, with what somebody decided about that. Kept for 90 days.
CREATE TABLE register_changes (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    import_id BIGINT NOT NULL REFERENCES register_imports (id),
    company_id BIGINT NOT NULL REFERENCES companies (id),
    kind TEXT NOT NULL,
    field TEXT NOT NULL,
    old_value TEXT NOT NULL,
    new_value TEXT NOT NULL,
    decision TEXT NOT NULL,
    decided_by BIGINT REFERENCES staff (id),
    decided_at TIMESTAMP
);
CREATE INDEX register_changes_import ON register_changes (import_id, kind, id);
CREATE INDEX register_changes_company ON register_changes (company_id);
CREATE INDEX register_changes_decided_by ON register_changes (decided_by);
