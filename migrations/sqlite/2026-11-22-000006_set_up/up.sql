-- Optional steps of the set-up that an administrator said are not needed. What is done is read from the data itself.
CREATE TABLE set_up_skips (
    step TEXT PRIMARY KEY NOT NULL,
    skipped_by BIGINT NOT NULL REFERENCES staff (id),
    skipped_at TIMESTAMP NOT NULL
);
CREATE INDEX set_up_skips_skipped_by ON set_up_skips (skipped_by);

-- Imports of the company register that were started in the browser. At most one is running.
CREATE TABLE register_imports (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    source TEXT NOT NULL,
    municipalities TEXT NOT NULL,
    state TEXT NOT NULL,
    started_by BIGINT NOT NULL REFERENCES staff (id),
    started_at TIMESTAMP NOT NULL,
    ended_at TIMESTAMP,
    bytes_read BIGINT NOT NULL,
    total_bytes BIGINT NOT NULL,
    records BIGINT NOT NULL,
    new_companies BIGINT NOT NULL,
    changed BIGINT NOT NULL,
    ceased BIGINT NOT NULL,
    unchanged BIGINT NOT NULL,
    elsewhere BIGINT NOT NULL,
    skipped BIGINT NOT NULL,
    broken BIGINT NOT NULL,
    differing BIGINT NOT NULL,
    failure TEXT NOT NULL,
    report TEXT NOT NULL
);
CREATE INDEX register_imports_state ON register_imports (state);
CREATE INDEX register_imports_started_by ON register_imports (started_by);
