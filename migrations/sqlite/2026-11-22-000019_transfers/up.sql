-- A table of companies, contact persons or contacts that somebody brought in as a file.
CREATE TABLE transfers (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    organisation_id BIGINT NOT NULL REFERENCES organisations (id),
    staff_id BIGINT NOT NULL REFERENCES staff (id),
    kind TEXT NOT NULL,
    file_name TEXT NOT NULL,
    state TEXT NOT NULL,
    reading TEXT NOT NULL,
    headings TEXT NOT NULL,
    signature TEXT NOT NULL,
    mapping TEXT NOT NULL,
    uploaded_at TIMESTAMP NOT NULL,
    done_at TIMESTAMP,
    undone_at TIMESTAMP,
    undone_by BIGINT REFERENCES staff (id)
);
CREATE INDEX transfers_organisation ON transfers (organisation_id, id);
CREATE INDEX transfers_staff ON transfers (staff_id);
CREATE INDEX transfers_undone_by ON transfers (undone_by);
CREATE INDEX transfers_state ON transfers (state, uploaded_at);

-- Its rows: the cells until it is confirmed, what the check told of them, and what became of them.
CREATE TABLE transfer_rows (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    transfer_id BIGINT NOT NULL REFERENCES transfers (id),
    line BIGINT NOT NULL,
    cells TEXT NOT NULL,
    outcome TEXT NOT NULL,
    told TEXT NOT NULL
);
CREATE UNIQUE INDEX transfer_rows_line ON transfer_rows (transfer_id, line);
CREATE INDEX transfer_rows_outcome ON transfer_rows (transfer_id, outcome, line);

-- What it wrote, so that it can be taken back: what was there before (nothing, where it made the row), and the digest of what it left.
-- The ids are plain values, since what they name may be taken away.
CREATE TABLE transfer_deeds (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    transfer_id BIGINT NOT NULL REFERENCES transfers (id),
    line BIGINT NOT NULL,
    subject TEXT NOT NULL,
    subject_id BIGINT NOT NULL,
    event_id BIGINT,
    before TEXT NOT NULL,
    left_digest TEXT NOT NULL
);
CREATE INDEX transfer_deeds_transfer ON transfer_deeds (transfer_id, id);

-- What an organisation said of the columns of files with the same headings.
CREATE TABLE transfer_mappings (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    organisation_id BIGINT NOT NULL REFERENCES organisations (id),
    kind TEXT NOT NULL,
    signature TEXT NOT NULL,
    mapping TEXT NOT NULL
);
CREATE UNIQUE INDEX transfer_mappings_once ON transfer_mappings (organisation_id, kind, signature);

-- A table that somebody took out: what, how it was filtered, and how many rows left so far.
CREATE TABLE exports (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    organisation_id BIGINT NOT NULL REFERENCES organisations (id),
    staff_id BIGINT NOT NULL REFERENCES staff (id),
    kind TEXT NOT NULL,
    format TEXT NOT NULL,
    filters TEXT NOT NULL,
    row_count BIGINT NOT NULL,
    made_at TIMESTAMP NOT NULL
);
CREATE INDEX exports_organisation ON exports (organisation_id);
CREATE INDEX exports_staff ON exports (staff_id);
