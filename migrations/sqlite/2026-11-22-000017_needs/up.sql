-- What employers are asked about their needs: a list that the host keeps in order. `industry` is empty when everybody is
-- asked, else a section (C) or a division (10) of TOL 2025.
CREATE TABLE need_questions (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    position INTEGER NOT NULL,
    industry TEXT NOT NULL,
    ended_on DATE
);

-- How a question was put, and what kind of answer it takes. One version of each question is not replaced; answers stay with
-- the version that was asked. Nobody made those that came with the product.
CREATE TABLE need_question_versions (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    question_id BIGINT NOT NULL REFERENCES need_questions (id),
    wording TEXT NOT NULL,
    kind TEXT NOT NULL,
    created_by BIGINT REFERENCES staff (id),
    created_at TIMESTAMP NOT NULL,
    replaced_at TIMESTAMP
);
CREATE INDEX need_question_versions_question ON need_question_versions (question_id, replaced_at);
CREATE INDEX need_question_versions_created_by ON need_question_versions (created_by);

-- What an employer answered in a contact. The kind of the version says which of the columns holds it; occupations have rows.
CREATE TABLE need_answers (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    company_id BIGINT NOT NULL REFERENCES companies (id),
    contact_id BIGINT NOT NULL REFERENCES contacts (id),
    question_id BIGINT NOT NULL REFERENCES need_questions (id),
    version_id BIGINT NOT NULL REFERENCES need_question_versions (id),
    organisation_id BIGINT NOT NULL REFERENCES organisations (id),
    staff_id BIGINT NOT NULL REFERENCES staff (id),
    yes BOOLEAN,
    number INTEGER,
    note TEXT NOT NULL,
    answered_at TIMESTAMP NOT NULL
);
CREATE UNIQUE INDEX need_answers_contact ON need_answers (contact_id, question_id);
CREATE INDEX need_answers_company ON need_answers (company_id, answered_at);
CREATE INDEX need_answers_answered ON need_answers (answered_at);
CREATE INDEX need_answers_question ON need_answers (question_id);
CREATE INDEX need_answers_version ON need_answers (version_id);
CREATE INDEX need_answers_organisation ON need_answers (organisation_id);
CREATE INDEX need_answers_staff ON need_answers (staff_id);

-- The occupations of an answer: unit groups of ISCO-08, four digits.
CREATE TABLE need_occupations (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    answer_id BIGINT NOT NULL REFERENCES need_answers (id),
    occupation TEXT NOT NULL
);
CREATE UNIQUE INDEX need_occupations_once ON need_occupations (answer_id, occupation);
