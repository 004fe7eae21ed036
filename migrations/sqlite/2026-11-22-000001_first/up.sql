-- Organisations, accounts, teams -------------------------------------------------

CREATE TABLE organisations (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    name TEXT NOT NULL,
    is_host BOOLEAN NOT NULL,
    ends_on DATE,
    created_at TIMESTAMP NOT NULL
);

CREATE TABLE staff (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    email TEXT NOT NULL,
    name TEXT NOT NULL,
    name_sort TEXT NOT NULL,
    language TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    deactivated_at TIMESTAMP
);
CREATE UNIQUE INDEX staff_email ON staff (email);

CREATE TABLE memberships (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    staff_id BIGINT NOT NULL REFERENCES staff (id),
    organisation_id BIGINT NOT NULL REFERENCES organisations (id)
);
CREATE UNIQUE INDEX memberships_staff_organisation ON memberships (staff_id, organisation_id);
CREATE INDEX memberships_organisation ON memberships (organisation_id);

CREATE TABLE membership_roles (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    membership_id BIGINT NOT NULL REFERENCES memberships (id),
    role TEXT NOT NULL
);
CREATE UNIQUE INDEX membership_roles_membership_role ON membership_roles (membership_id, role);

CREATE TABLE sessions (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    token_hash TEXT NOT NULL,
    membership_id BIGINT NOT NULL REFERENCES memberships (id),
    created_at TIMESTAMP NOT NULL,
    expires_at TIMESTAMP NOT NULL,
    revoked_at TIMESTAMP
);
CREATE UNIQUE INDEX sessions_token_hash ON sessions (token_hash);
CREATE INDEX sessions_membership ON sessions (membership_id);

CREATE TABLE sign_in_failures (
    address_hash TEXT PRIMARY KEY NOT NULL,
    failures INTEGER NOT NULL,
    last_at TIMESTAMP NOT NULL
);

CREATE TABLE teams (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    organisation_id BIGINT NOT NULL REFERENCES organisations (id),
    name TEXT NOT NULL,
    name_sort TEXT NOT NULL,
    mailbox TEXT NOT NULL,
    language TEXT NOT NULL
);
CREATE INDEX teams_organisation ON teams (organisation_id);

CREATE TABLE team_members (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    team_id BIGINT NOT NULL REFERENCES teams (id),
    staff_id BIGINT NOT NULL REFERENCES staff (id),
    is_lead BOOLEAN NOT NULL
);
CREATE UNIQUE INDEX team_members_team_staff ON team_members (team_id, staff_id);
CREATE INDEX team_members_staff ON team_members (staff_id);

CREATE TABLE duty_shifts (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    team_id BIGINT NOT NULL REFERENCES teams (id),
    duty_on DATE NOT NULL,
    staff_id BIGINT NOT NULL REFERENCES staff (id)
);
CREATE UNIQUE INDEX duty_shifts_team_duty_on ON duty_shifts (team_id, duty_on);
CREATE INDEX duty_shifts_staff ON duty_shifts (staff_id);

CREATE TABLE phone_lines (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    team_id BIGINT NOT NULL REFERENCES teams (id),
    name TEXT NOT NULL,
    phone TEXT NOT NULL,
    phone_e164 TEXT NOT NULL
);
CREATE INDEX phone_lines_team ON phone_lines (team_id);

-- Minutes are counted from local midnight; weekday 1 is Monday.
CREATE TABLE opening_hours (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    team_id BIGINT REFERENCES teams (id),
    phone_line_id BIGINT REFERENCES phone_lines (id),
    weekday INTEGER NOT NULL,
    opens_minute INTEGER NOT NULL,
    closes_minute INTEGER NOT NULL
);
CREATE INDEX opening_hours_team ON opening_hours (team_id);
CREATE INDEX opening_hours_phone_line ON opening_hours (phone_line_id);

CREATE TABLE topics (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    name TEXT NOT NULL,
    position INTEGER NOT NULL
);

-- The company register -----------------------------------------------------------

CREATE TABLE companies (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    business_id TEXT,
    source TEXT NOT NULL,
    name TEXT NOT NULL,
    name_fold TEXT NOT NULL,
    name_sort TEXT NOT NULL,
    company_form TEXT NOT NULL,
    industry TEXT NOT NULL,
    industry_set TEXT NOT NULL,
    industry_2025 TEXT NOT NULL,
    municipality TEXT NOT NULL,
    street_address TEXT NOT NULL,
    post_code TEXT NOT NULL,
    post_office TEXT NOT NULL,
    postal_address TEXT NOT NULL,
    website TEXT NOT NULL,
    phone TEXT NOT NULL,
    phone_e164 TEXT NOT NULL,
    email TEXT NOT NULL,
    trade_register_status TEXT NOT NULL,
    situation TEXT NOT NULL,
    vat_liable BOOLEAN NOT NULL,
    employer_registered BOOLEAN NOT NULL,
    prepayment_registered BOOLEAN NOT NULL,
    alive BOOLEAN NOT NULL,
    registered_on DATE,
    ended_on DATE,
    register_modified TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL
);
CREATE UNIQUE INDEX companies_business_id ON companies (business_id);
CREATE INDEX companies_name_sort ON companies (name_sort, id);
CREATE INDEX companies_municipality_name_sort ON companies (municipality, name_sort, id);
CREATE INDEX companies_industry_division_name_sort ON companies (substr(industry_2025, 1, 2), name_sort, id);
CREATE INDEX companies_phone_e164 ON companies (phone_e164);

-- Every name a company has or had: type 1 company name, 2 parallel, 3 auxiliary, 4 translation of an auxiliary name.
CREATE TABLE company_names (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    company_id BIGINT NOT NULL REFERENCES companies (id),
    name TEXT NOT NULL,
    name_fold TEXT NOT NULL,
    name_type TEXT NOT NULL,
    registered_on DATE,
    ended_on DATE
);
CREATE INDEX company_names_company ON company_names (company_id);
CREATE INDEX company_names_name_fold ON company_names (name_fold, id);

CREATE VIRTUAL TABLE company_name_search USING fts5 (
    name_fold, content = 'company_names', content_rowid = 'id', tokenize = 'trigram'
);
CREATE TRIGGER company_names_search_insert AFTER INSERT ON company_names BEGIN
    INSERT INTO company_name_search (rowid, name_fold) VALUES (new.id, new.name_fold);
END;
CREATE TRIGGER company_names_search_delete AFTER DELETE ON company_names BEGIN
    INSERT INTO company_name_search (company_name_search, rowid, name_fold) VALUES ('delete', old.id, old.name_fold);
END;
CREATE TRIGGER company_names_search_update AFTER UPDATE OF name_fold ON company_names BEGIN
    INSERT INTO company_name_search (company_name_search, rowid, name_fold) VALUES ('delete', old.id, old.name_fold);
    INSERT INTO company_name_search (rowid, name_fold) VALUES (new.id, new.name_fold);
END;

-- A field that a person corrected: the register's own value is kept beside the value shown.
CREATE TABLE company_field_edits (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    company_id BIGINT NOT NULL REFERENCES companies (id),
    field TEXT NOT NULL,
    register_value TEXT NOT NULL,
    edited_by BIGINT NOT NULL REFERENCES staff (id),
    edited_at TIMESTAMP NOT NULL
);
CREATE UNIQUE INDEX company_field_edits_company_field ON company_field_edits (company_id, field);
CREATE INDEX company_field_edits_edited_by ON company_field_edits (edited_by);

CREATE TABLE people (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    company_id BIGINT NOT NULL REFERENCES companies (id),
    organisation_id BIGINT NOT NULL REFERENCES organisations (id),
    name TEXT NOT NULL,
    name_sort TEXT NOT NULL,
    role TEXT NOT NULL,
    phone TEXT NOT NULL,
    phone_e164 TEXT NOT NULL,
    email TEXT NOT NULL,
    language TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    ended_at TIMESTAMP
);
CREATE INDEX people_company ON people (company_id, name_sort);
CREATE INDEX people_organisation ON people (organisation_id);
CREATE INDEX people_phone_e164 ON people (phone_e164);

-- Call-backs ---------------------------------------------------------------------

-- Ordered, first match wins; NULL matches all. The row whose four conditions are NULL and which stands last can't be deleted.
CREATE TABLE routing_rows (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    position INTEGER NOT NULL,
    topic_id BIGINT REFERENCES topics (id),
    municipality TEXT,
    industry TEXT,
    language TEXT,
    team_id BIGINT NOT NULL REFERENCES teams (id),
    response_minutes INTEGER NOT NULL,
    urgent_response_minutes INTEGER NOT NULL
);
CREATE INDEX routing_rows_topic ON routing_rows (topic_id);
CREATE INDEX routing_rows_team ON routing_rows (team_id);

CREATE TABLE callbacks (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    company_id BIGINT REFERENCES companies (id),
    company_text TEXT NOT NULL,
    caller_name TEXT NOT NULL,
    caller_phone TEXT NOT NULL,
    caller_phone_e164 TEXT NOT NULL,
    topic_id BIGINT NOT NULL REFERENCES topics (id),
    language TEXT NOT NULL,
    source TEXT NOT NULL,
    urgent BOOLEAN NOT NULL,
    reachable_from_minute INTEGER,
    reachable_until_minute INTEGER,
    note TEXT NOT NULL,
    logged_by BIGINT NOT NULL REFERENCES staff (id),
    organisation_id BIGINT NOT NULL REFERENCES organisations (id),
    team_id BIGINT NOT NULL REFERENCES teams (id),
    holder_id BIGINT REFERENCES staff (id),
    state TEXT NOT NULL,
    outcome TEXT,
    response_minutes INTEGER NOT NULL,
    due_at TIMESTAMP NOT NULL,
    handover_count INTEGER NOT NULL,
    created_at TIMESTAMP NOT NULL,
    closed_at TIMESTAMP
);
CREATE INDEX callbacks_company ON callbacks (company_id, state);
CREATE INDEX callbacks_caller_phone ON callbacks (caller_phone_e164, state);
CREATE INDEX callbacks_topic ON callbacks (topic_id);
CREATE INDEX callbacks_logged_by ON callbacks (logged_by, created_at, id);
CREATE INDEX callbacks_organisation ON callbacks (organisation_id);
CREATE INDEX callbacks_team_state ON callbacks (team_id, state, urgent, due_at, id);
CREATE INDEX callbacks_state_due ON callbacks (state, urgent, due_at, id);
CREATE INDEX callbacks_holder ON callbacks (holder_id, state);

-- Every change of state, whoever or whatever caused it.
CREATE TABLE callback_moves (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    callback_id BIGINT NOT NULL REFERENCES callbacks (id),
    kind TEXT NOT NULL,
    from_state TEXT NOT NULL,
    to_state TEXT NOT NULL,
    staff_id BIGINT REFERENCES staff (id),
    outcome TEXT,
    moved_at TIMESTAMP NOT NULL
);
CREATE INDEX callback_moves_callback ON callback_moves (callback_id, id);
CREATE INDEX callback_moves_staff ON callback_moves (staff_id);

CREATE TABLE callback_attempts (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    callback_id BIGINT NOT NULL REFERENCES callbacks (id),
    staff_id BIGINT NOT NULL REFERENCES staff (id),
    result TEXT NOT NULL,
    call_again_at TIMESTAMP,
    note TEXT NOT NULL,
    attempted_at TIMESTAMP NOT NULL
);
CREATE INDEX callback_attempts_callback ON callback_attempts (callback_id, id);
CREATE INDEX callback_attempts_staff ON callback_attempts (staff_id);

CREATE TABLE callback_handovers (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    callback_id BIGINT NOT NULL REFERENCES callbacks (id),
    from_team_id BIGINT NOT NULL REFERENCES teams (id),
    to_team_id BIGINT REFERENCES teams (id),
    outside_body TEXT NOT NULL,
    reason TEXT NOT NULL,
    note TEXT NOT NULL,
    staff_id BIGINT NOT NULL REFERENCES staff (id),
    handed_over_at TIMESTAMP NOT NULL
);
CREATE INDEX callback_handovers_callback ON callback_handovers (callback_id, id);
CREATE INDEX callback_handovers_from_team ON callback_handovers (from_team_id, callback_id);
CREATE INDEX callback_handovers_to_team ON callback_handovers (to_team_id, callback_id);
CREATE INDEX callback_handovers_staff ON callback_handovers (staff_id);

CREATE TABLE callback_additions (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    callback_id BIGINT NOT NULL REFERENCES callbacks (id),
    staff_id BIGINT NOT NULL REFERENCES staff (id),
    organisation_id BIGINT NOT NULL REFERENCES organisations (id),
    note TEXT NOT NULL,
    added_at TIMESTAMP NOT NULL
);
CREATE INDEX callback_additions_callback ON callback_additions (callback_id, id);
CREATE INDEX callback_additions_staff ON callback_additions (staff_id);
CREATE INDEX callback_additions_organisation ON callback_additions (organisation_id);

-- Contact log, tasks, timeline, audit --------------------------------------------

CREATE TABLE contacts (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    company_id BIGINT NOT NULL REFERENCES companies (id),
    person_id BIGINT REFERENCES people (id),
    callback_id BIGINT REFERENCES callbacks (id),
    organisation_id BIGINT NOT NULL REFERENCES organisations (id),
    staff_id BIGINT NOT NULL REFERENCES staff (id),
    kind TEXT NOT NULL,
    outcome TEXT NOT NULL,
    topic_id BIGINT REFERENCES topics (id),
    note TEXT NOT NULL,
    visibility TEXT NOT NULL,
    happened_at TIMESTAMP NOT NULL,
    created_at TIMESTAMP NOT NULL
);
CREATE INDEX contacts_company ON contacts (company_id, happened_at, id);
CREATE INDEX contacts_person ON contacts (person_id);
CREATE INDEX contacts_callback ON contacts (callback_id);
CREATE INDEX contacts_organisation ON contacts (organisation_id);
CREATE INDEX contacts_staff ON contacts (staff_id);
CREATE INDEX contacts_topic ON contacts (topic_id);

-- A dated promise about exactly one record.
CREATE TABLE tasks (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    company_id BIGINT REFERENCES companies (id),
    callback_id BIGINT REFERENCES callbacks (id),
    organisation_id BIGINT NOT NULL REFERENCES organisations (id),
    owner_id BIGINT NOT NULL REFERENCES staff (id),
    created_by BIGINT NOT NULL REFERENCES staff (id),
    title TEXT NOT NULL,
    due_on DATE NOT NULL,
    created_at TIMESTAMP NOT NULL,
    done_at TIMESTAMP
);
CREATE INDEX tasks_company ON tasks (company_id);
CREATE INDEX tasks_callback ON tasks (callback_id);
CREATE INDEX tasks_organisation ON tasks (organisation_id);
CREATE INDEX tasks_owner ON tasks (owner_id, due_on, id);
CREATE INDEX tasks_created_by ON tasks (created_by);

-- One row per business action on a company, without any text of its own.
CREATE TABLE timeline_events (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    company_id BIGINT NOT NULL REFERENCES companies (id),
    kind TEXT NOT NULL,
    organisation_id BIGINT REFERENCES organisations (id),
    staff_id BIGINT REFERENCES staff (id),
    topic_id BIGINT REFERENCES topics (id),
    contact_id BIGINT REFERENCES contacts (id),
    callback_id BIGINT REFERENCES callbacks (id),
    occurred_at TIMESTAMP NOT NULL
);
CREATE INDEX timeline_events_company ON timeline_events (company_id, occurred_at, id);
CREATE INDEX timeline_events_organisation ON timeline_events (organisation_id);
CREATE INDEX timeline_events_staff ON timeline_events (staff_id);
CREATE INDEX timeline_events_topic ON timeline_events (topic_id);
CREATE INDEX timeline_events_contact ON timeline_events (contact_id);
CREATE INDEX timeline_events_callback ON timeline_events (callback_id);

-- Append-only; ids are plain values, so that nothing here holds back a deletion.
CREATE TABLE audit_entries (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    at TIMESTAMP NOT NULL,
    staff_id BIGINT,
    organisation_id BIGINT,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    subject_id BIGINT
);
CREATE INDEX audit_entries_subject ON audit_entries (subject, subject_id, id);

-- Forms and mail -----------------------------------------------------------------

CREATE TABLE once_keys (
    once_key TEXT PRIMARY KEY NOT NULL,
    staff_id BIGINT NOT NULL REFERENCES staff (id),
    location TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL
);
CREATE INDEX once_keys_staff ON once_keys (staff_id);
CREATE INDEX once_keys_created ON once_keys (created_at);

CREATE TABLE mails (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    message_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    recipient_name TEXT NOT NULL,
    recipient_address TEXT NOT NULL,
    reply_to TEXT NOT NULL,
    language TEXT NOT NULL,
    subject TEXT NOT NULL,
    body_text TEXT NOT NULL,
    body_html TEXT NOT NULL,
    callback_id BIGINT REFERENCES callbacks (id),
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    next_attempt_at TIMESTAMP NOT NULL,
    lease_token TEXT,
    lease_until TIMESTAMP,
    last_reply TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    sent_at TIMESTAMP
);
CREATE UNIQUE INDEX mails_message_id ON mails (message_id);
CREATE INDEX mails_state_next ON mails (state, next_attempt_at, id);
CREATE INDEX mails_callback ON mails (callback_id);

-- One row while the mail server refuses us as a whole; the outbox waits until retry_at.
CREATE TABLE mail_trouble (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    since TIMESTAMP NOT NULL,
    retry_at TIMESTAMP NOT NULL,
    failures INTEGER NOT NULL,
    reply TEXT NOT NULL
);
