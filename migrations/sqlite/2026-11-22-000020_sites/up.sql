-- The sites of a company: where it works beside its registered address, or at it.
CREATE TABLE sites (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    company_id BIGINT NOT NULL REFERENCES companies (id),
    organisation_id BIGINT NOT NULL REFERENCES organisations (id),
    name TEXT NOT NULL,
    name_sort TEXT NOT NULL,
    street_address TEXT NOT NULL,
    post_code TEXT NOT NULL,
    post_office TEXT NOT NULL,
    municipality TEXT NOT NULL,
    phone TEXT NOT NULL,
    phone_e164 TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    ended_at TIMESTAMP
);
CREATE INDEX sites_company ON sites (company_id, name_sort);
CREATE INDEX sites_organisation ON sites (organisation_id);
-- Who has a site in a municipality is found there too, and who calls from one is known by its number.
CREATE INDEX sites_municipality ON sites (municipality, company_id);
CREATE INDEX sites_phone_e164 ON sites (phone_e164);

-- Where a contact person works.
ALTER TABLE people ADD COLUMN site_id BIGINT REFERENCES sites (id);
CREATE INDEX people_site ON people (site_id);
