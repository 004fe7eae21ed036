-- Who is in charge of a company in an organisation: one person at most.
CREATE TABLE company_owners (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    company_id BIGINT NOT NULL REFERENCES companies (id),
    organisation_id BIGINT NOT NULL REFERENCES organisations (id),
    staff_id BIGINT NOT NULL REFERENCES staff (id),
    assigned_by BIGINT NOT NULL REFERENCES staff (id),
    assigned_at TIMESTAMP NOT NULL
);
CREATE UNIQUE INDEX company_owners_once ON company_owners (company_id, organisation_id);
CREATE INDEX company_owners_organisation ON company_owners (organisation_id);
CREATE INDEX company_owners_staff ON company_owners (staff_id, company_id);
CREATE INDEX company_owners_assigned_by ON company_owners (assigned_by);
