-- Links by which somebody without an account answers. A token is in its mail only; here is its digest. What a link asks
-- about: one nullable foreign key per noun, exactly one set.
CREATE TABLE answer_links (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    token_hash TEXT NOT NULL,
    purpose TEXT NOT NULL,
    callback_id BIGINT REFERENCES callbacks (id),
    team_id BIGINT NOT NULL REFERENCES teams (id),
    created_at TIMESTAMP NOT NULL,
    expires_at TIMESTAMP NOT NULL,
    answered_at TIMESTAMP,
    withdrawn_at TIMESTAMP
);
CREATE UNIQUE INDEX answer_links_token_hash ON answer_links (token_hash);
CREATE INDEX answer_links_callback ON answer_links (callback_id);
CREATE INDEX answer_links_team ON answer_links (team_id);

-- What a team that works by mail answered about a call-back.
CREATE TABLE callback_answers (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    callback_id BIGINT NOT NULL REFERENCES callbacks (id),
    team_id BIGINT NOT NULL REFERENCES teams (id),
    kind TEXT NOT NULL,
    note TEXT NOT NULL,
    answered_at TIMESTAMP NOT NULL
);
CREATE INDEX callback_answers_callback ON callback_answers (callback_id, id);
CREATE INDEX callback_answers_team ON callback_answers (team_id);

-- A partner without an account gives a call-back back: nobody's account did it.
CREATE TABLE callback_handovers_with_partners (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    callback_id BIGINT NOT NULL REFERENCES callbacks (id),
    from_team_id BIGINT NOT NULL REFERENCES teams (id),
    to_team_id BIGINT REFERENCES teams (id),
    outside_body TEXT NOT NULL,
    reason TEXT NOT NULL,
    note TEXT NOT NULL,
    staff_id BIGINT REFERENCES staff (id),
    handed_over_at TIMESTAMP NOT NULL
);
INSERT INTO callback_handovers_with_partners
    (id, callback_id, from_team_id, to_team_id, outside_body, reason, note, staff_id, handed_over_at)
    SELECT id, callback_id, from_team_id, to_team_id, outside_body, reason, note, staff_id, handed_over_at FROM callback_handovers;
DROP TABLE callback_handovers;
ALTER TABLE callback_handovers_with_partners RENAME TO callback_handovers;
CREATE INDEX callback_handovers_callback ON callback_handovers (callback_id, id);
CREATE INDEX callback_handovers_from_team ON callback_handovers (from_team_id, callback_id);
CREATE INDEX callback_handovers_to_team ON callback_handovers (to_team_id, callback_id);
CREATE INDEX callback_handovers_staff ON callback_handovers (staff_id);
CREATE INDEX callbacks_created ON callbacks (created_at);
