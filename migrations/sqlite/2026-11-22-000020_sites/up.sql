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

-- What contact persons consented to: to which organisation, when and how, and when they withdrew it. Rows are history.
CREATE TABLE person_consents (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    person_id BIGINT NOT NULL REFERENCES people (id),
    purpose TEXT NOT NULL,
    channel TEXT NOT NULL,
    given_on DATE NOT NULL,
    note TEXT NOT NULL,
    organisation_id BIGINT NOT NULL REFERENCES organisations (id),
    recorded_by BIGINT NOT NULL REFERENCES staff (id),
    recorded_at TIMESTAMP NOT NULL,
    withdrawn_on DATE,
    withdrawal_recorded_by BIGINT REFERENCES staff (id),
    withdrawal_recorded_at TIMESTAMP
);
CREATE INDEX person_consents_person ON person_consents (person_id);
CREATE INDEX person_consents_organisation ON person_consents (organisation_id);
CREATE INDEX person_consents_recorded_by ON person_consents (recorded_by);
CREATE INDEX person_consents_withdrawal_recorded_by ON person_consents (withdrawal_recorded_by);

-- Tags that people put on companies: one vocabulary for all. Names that fold to the same are one.
CREATE TABLE tags (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    name TEXT NOT NULL,
    name_fold TEXT NOT NULL,
    name_sort TEXT NOT NULL,
    created_by BIGINT NOT NULL REFERENCES staff (id),
    created_at TIMESTAMP NOT NULL
);
CREATE UNIQUE INDEX tags_name_fold ON tags (name_fold);
CREATE INDEX tags_created_by ON tags (created_by);

CREATE TABLE company_tags (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    company_id BIGINT NOT NULL REFERENCES companies (id),
    tag_id BIGINT NOT NULL REFERENCES tags (id),
    tagged_by BIGINT NOT NULL REFERENCES staff (id),
    organisation_id BIGINT NOT NULL REFERENCES organisations (id),
    tagged_at TIMESTAMP NOT NULL
);
CREATE UNIQUE INDEX company_tags_once ON company_tags (company_id, tag_id);
CREATE INDEX company_tags_tag ON company_tags (tag_id, company_id);
CREATE INDEX company_tags_tagged_by ON company_tags (tagged_by);
CREATE INDEX company_tags_organisation ON company_tags (organisation_id);

-- Company groups (konserni), put together by hand. A company belongs to one at most, one of a group is its parent at most.
CREATE TABLE company_groups (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    name TEXT NOT NULL,
    name_fold TEXT NOT NULL,
    created_by BIGINT NOT NULL REFERENCES staff (id),
    created_at TIMESTAMP NOT NULL
);
CREATE UNIQUE INDEX company_groups_name_fold ON company_groups (name_fold);
CREATE INDEX company_groups_created_by ON company_groups (created_by);

CREATE TABLE company_group_members (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    group_id BIGINT NOT NULL REFERENCES company_groups (id),
    company_id BIGINT NOT NULL REFERENCES companies (id),
    is_parent BOOLEAN NOT NULL,
    added_by BIGINT NOT NULL REFERENCES staff (id),
    organisation_id BIGINT NOT NULL REFERENCES organisations (id),
    added_at TIMESTAMP NOT NULL
);
CREATE UNIQUE INDEX company_group_members_company ON company_group_members (company_id);
CREATE INDEX company_group_members_group ON company_group_members (group_id);
CREATE INDEX company_group_members_added_by ON company_group_members (added_by);
CREATE INDEX company_group_members_organisation ON company_group_members (organisation_id);
