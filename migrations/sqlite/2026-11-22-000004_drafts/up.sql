-- What a person, acting for an organisation, has typed into a form and not sent yet: one row for each form's page.
CREATE TABLE drafts (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    membership_id BIGINT NOT NULL REFERENCES memberships (id),
    page TEXT NOT NULL,
    fields TEXT NOT NULL,
    saved_at TIMESTAMP NOT NULL
);
CREATE UNIQUE INDEX drafts_page ON drafts (membership_id, page);
CREATE INDEX drafts_saved ON drafts (saved_at);
