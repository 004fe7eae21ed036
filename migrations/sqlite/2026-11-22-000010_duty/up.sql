-- Who is away from one day to another, both included, and who does their duty meanwhile. Why is nobody's business.
CREATE TABLE absences (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    staff_id BIGINT NOT NULL REFERENCES staff (id),
    from_on DATE NOT NULL,
    until_on DATE NOT NULL,
    replacement_id BIGINT REFERENCES staff (id),
    entered_by BIGINT NOT NULL REFERENCES staff (id),
    entered_at TIMESTAMP NOT NULL
);
CREATE INDEX absences_staff ON absences (staff_id);
CREATE INDEX absences_until ON absences (until_on);
CREATE INDEX absences_replacement ON absences (replacement_id);
CREATE INDEX absences_entered_by ON absences (entered_by);

-- A shift went from one person to another, and in exchange the other's shift of another day, if that is set.
CREATE TABLE duty_swaps (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    team_id BIGINT NOT NULL REFERENCES teams (id),
    duty_on DATE NOT NULL,
    from_id BIGINT NOT NULL REFERENCES staff (id),
    to_id BIGINT NOT NULL REFERENCES staff (id),
    exchanged_on DATE,
    swapped_by BIGINT NOT NULL REFERENCES staff (id),
    swapped_at TIMESTAMP NOT NULL
);
CREATE INDEX duty_swaps_team ON duty_swaps (team_id, id);
CREATE INDEX duty_swaps_from ON duty_swaps (from_id);
CREATE INDEX duty_swaps_to ON duty_swaps (to_id);
CREATE INDEX duty_swaps_swapped_by ON duty_swaps (swapped_by);

-- Secret addresses of calendars: a person's own, while acting for one organisation, or a team's duty.
CREATE TABLE feeds (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    token_hash TEXT NOT NULL,
    membership_id BIGINT REFERENCES memberships (id),
    team_id BIGINT REFERENCES teams (id),
    made_by BIGINT NOT NULL REFERENCES staff (id),
    made_at TIMESTAMP NOT NULL,
    CONSTRAINT feeds_one_subject CHECK ((membership_id IS NULL) <> (team_id IS NULL))
);
CREATE UNIQUE INDEX feeds_token ON feeds (token_hash);
CREATE UNIQUE INDEX feeds_membership ON feeds (membership_id);
CREATE UNIQUE INDEX feeds_team ON feeds (team_id);
CREATE INDEX feeds_made_by ON feeds (made_by);
