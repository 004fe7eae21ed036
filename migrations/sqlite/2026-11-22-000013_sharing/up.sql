-- For whom the texts of an organisation's people are meant, unless they choose otherwise.
ALTER TABLE organisations ADD COLUMN default_visibility TEXT NOT NULL DEFAULT 'shared';

-- What to know before calling a company: coordinate first with somebody, do not contact, no marketing.
CREATE TABLE company_marks (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    company_id BIGINT NOT NULL REFERENCES companies (id),
    kind TEXT NOT NULL,
    staff_id BIGINT REFERENCES staff (id),
    reason TEXT NOT NULL,
    set_by BIGINT NOT NULL REFERENCES staff (id),
    organisation_id BIGINT NOT NULL REFERENCES organisations (id),
    set_at TIMESTAMP NOT NULL,
    ends_on DATE,
    ended_by BIGINT REFERENCES staff (id),
    ended_at TIMESTAMP
);
CREATE INDEX company_marks_company ON company_marks (company_id, kind);
CREATE INDEX company_marks_staff ON company_marks (staff_id);
CREATE INDEX company_marks_set_by ON company_marks (set_by);
CREATE INDEX company_marks_organisation ON company_marks (organisation_id);
CREATE INDEX company_marks_ended_by ON company_marks (ended_by);
