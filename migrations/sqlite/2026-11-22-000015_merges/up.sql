-- Two companies that are probably one: the pairs, the smaller id first, with the codes of the reasons. What somebody said is
-- not one stays, so that it is not asked again.
CREATE TABLE duplicate_pairs (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    company_id BIGINT NOT NULL REFERENCES companies (id),
    other_id BIGINT NOT NULL REFERENCES companies (id),
    score INTEGER NOT NULL,
    reasons TEXT NOT NULL,
    found_at TIMESTAMP NOT NULL,
    dismissed_by BIGINT REFERENCES staff (id),
    dismissed_at TIMESTAMP
);
CREATE UNIQUE INDEX duplicate_pairs_once ON duplicate_pairs (company_id, other_id);
CREATE INDEX duplicate_pairs_other ON duplicate_pairs (other_id);
CREATE INDEX duplicate_pairs_dismissed_by ON duplicate_pairs (dismissed_by);
CREATE INDEX duplicate_pairs_strongest ON duplicate_pairs (score, id);

-- When it was last looked whether a company that a person added is there twice.
CREATE TABLE duplicate_looks (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    company_id BIGINT NOT NULL REFERENCES companies (id),
    looked_at TIMESTAMP NOT NULL
);
CREATE UNIQUE INDEX duplicate_looks_company ON duplicate_looks (company_id);

-- Where such companies are looked for.
CREATE INDEX companies_website ON companies (website) WHERE website <> '';
CREATE INDEX companies_email ON companies (email) WHERE email <> '';

-- A company that was merged into another is no row any more; its old address leads on. Kept for ever.
CREATE TABLE company_forwards (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    merged_id BIGINT NOT NULL,
    company_id BIGINT NOT NULL REFERENCES companies (id)
);
CREATE UNIQUE INDEX company_forwards_merged ON company_forwards (merged_id);
CREATE INDEX company_forwards_company ON company_forwards (company_id);

-- A merge, as long as it can be undone. The companies' ids are plain values: a later merge may take either row away.
CREATE TABLE company_merges (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    merged_id BIGINT NOT NULL,
    merged_name TEXT NOT NULL,
    kept_id BIGINT NOT NULL,
    merged_by BIGINT NOT NULL REFERENCES staff (id),
    organisation_id BIGINT NOT NULL REFERENCES organisations (id),
    merged_at TIMESTAMP NOT NULL,
    undone_at TIMESTAMP
);
CREATE INDEX company_merges_kept ON company_merges (kept_id);
CREATE INDEX company_merges_merged_by ON company_merges (merged_by);
CREATE INDEX company_merges_organisation ON company_merges (organisation_id);
CREATE INDEX company_merges_merged_at ON company_merges (merged_at, id);

-- The rows whose link a merge re-pointed: the link as table.column, and the row's id.
CREATE TABLE merge_moves (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    merge_id BIGINT NOT NULL REFERENCES company_merges (id),
    link TEXT NOT NULL,
    row_id BIGINT NOT NULL
);
CREATE INDEX merge_moves_merge ON merge_moves (merge_id, link);

-- The other rows that a merge changed, took away or added: the columns before and after it, as JSON.
CREATE TABLE merge_rows (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    merge_id BIGINT NOT NULL REFERENCES company_merges (id),
    table_name TEXT NOT NULL,
    row_id BIGINT NOT NULL,
    before_json TEXT,
    after_json TEXT
);
CREATE INDEX merge_rows_merge ON merge_rows (merge_id);
