-- The municipalities that an organisation answers for: the host's are the employment area.
CREATE TABLE organisation_municipalities (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    organisation_id BIGINT NOT NULL REFERENCES organisations (id),
    municipality TEXT NOT NULL
);
CREATE UNIQUE INDEX organisation_municipalities_organisation_municipality ON organisation_municipalities (organisation_id, municipality);

-- What has ended is offered no more; old rows keep pointing to it.
ALTER TABLE teams ADD COLUMN ended_on DATE;
ALTER TABLE topics ADD COLUMN ended_on DATE;
