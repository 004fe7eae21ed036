-- What the open data said of a business id when it was last imported: a digest of the whole record.
CREATE TABLE register_records (
    business_id TEXT PRIMARY KEY NOT NULL,
    digest BIGINT NOT NULL
) WITHOUT ROWID;
