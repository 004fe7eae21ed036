-- A filter of the company list under a name: its maker's own, or for the maker's whole organisation. `query` is what stands
-- behind the ? of the list's address.
CREATE TABLE saved_filters (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    organisation_id BIGINT NOT NULL REFERENCES organisations (id),
    staff_id BIGINT NOT NULL REFERENCES staff (id),
    name TEXT NOT NULL,
    query TEXT NOT NULL,
    shared BOOLEAN NOT NULL,
    created_at TIMESTAMP NOT NULL
);
CREATE INDEX saved_filters_organisation ON saved_filters (organisation_id);
CREATE INDEX saved_filters_staff ON saved_filters (staff_id);

-- Companies that an organisation's people call one after another. How many were left out when companies were put on the list,
-- by reason, is kept as a number.
CREATE TABLE call_lists (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    organisation_id BIGINT NOT NULL REFERENCES organisations (id),
    name TEXT NOT NULL,
    purpose TEXT NOT NULL,
    topic_id BIGINT REFERENCES topics (id),
    script TEXT NOT NULL,
    created_by BIGINT NOT NULL REFERENCES staff (id),
    created_at TIMESTAMP NOT NULL,
    ended_at TIMESTAMP,
    out_do_not_contact INTEGER NOT NULL,
    out_no_marketing INTEGER NOT NULL,
    out_ended INTEGER NOT NULL
);
CREATE INDEX call_lists_organisation ON call_lists (organisation_id);
CREATE INDEX call_lists_topic ON call_lists (topic_id);
CREATE INDEX call_lists_created_by ON call_lists (created_by);

-- Who works through a list.
CREATE TABLE call_list_callers (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    call_list_id BIGINT NOT NULL REFERENCES call_lists (id),
    staff_id BIGINT NOT NULL REFERENCES staff (id)
);
CREATE UNIQUE INDEX call_list_callers_once ON call_list_callers (call_list_id, staff_id);
CREATE INDEX call_list_callers_staff ON call_list_callers (staff_id);

-- A company on a list, and who is calling it just now.
CREATE TABLE call_list_companies (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    call_list_id BIGINT NOT NULL REFERENCES call_lists (id),
    company_id BIGINT NOT NULL REFERENCES companies (id),
    taken_by BIGINT REFERENCES staff (id),
    taken_at TIMESTAMP
);
CREATE UNIQUE INDEX call_list_companies_once ON call_list_companies (call_list_id, company_id);
CREATE INDEX call_list_companies_company ON call_list_companies (company_id);
CREATE INDEX call_list_companies_taken_by ON call_list_companies (taken_by);

-- Each call that was made for a list. The last one to a company says what became of it; one that is to be called again isn't
-- before `call_again_at`.
CREATE TABLE call_list_calls (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    call_list_id BIGINT NOT NULL REFERENCES call_lists (id),
    company_id BIGINT NOT NULL REFERENCES companies (id),
    contact_id BIGINT NOT NULL REFERENCES contacts (id),
    staff_id BIGINT NOT NULL REFERENCES staff (id),
    outcome TEXT NOT NULL,
    call_again_at TIMESTAMP,
    called_at TIMESTAMP NOT NULL
);
CREATE INDEX call_list_calls_list ON call_list_calls (call_list_id, company_id);
CREATE INDEX call_list_calls_company ON call_list_calls (company_id);
CREATE INDEX call_list_calls_contact ON call_list_calls (contact_id);
CREATE INDEX call_list_calls_staff ON call_list_calls (staff_id);
