-- Links that are sent by mail: an invitation, or a new password. Only the token's digest is stored.
CREATE TABLE account_links (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    token_hash TEXT NOT NULL,
    purpose TEXT NOT NULL,
    staff_id BIGINT NOT NULL REFERENCES staff (id),
    created_by BIGINT REFERENCES staff (id),
    created_at TIMESTAMP NOT NULL,
    expires_at TIMESTAMP NOT NULL,
    used_at TIMESTAMP,
    withdrawn_at TIMESTAMP
);
CREATE UNIQUE INDEX account_links_token_hash ON account_links (token_hash);
CREATE INDEX account_links_staff ON account_links (staff_id);
CREATE INDEX account_links_created_by ON account_links (created_by);

-- Who asked for a new password, whether or not there is such an account: a job answers.
CREATE TABLE password_requests (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    email TEXT NOT NULL,
    requested_at TIMESTAMP NOT NULL,
    answered_at TIMESTAMP
);
CREATE INDEX password_requests_email_requested ON password_requests (email, requested_at);

-- Mails that a person does not want.
CREATE TABLE muted_mails (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    staff_id BIGINT NOT NULL REFERENCES staff (id),
    kind TEXT NOT NULL
);
CREATE UNIQUE INDEX muted_mails_staff_kind ON muted_mails (staff_id, kind);

-- A mail whose words hold a token keeps them until it is sent or given up, and no longer than this.
ALTER TABLE mails ADD COLUMN secret_until TIMESTAMP;
