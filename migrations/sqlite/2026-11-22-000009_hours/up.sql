-- Hours that hold for a time instead of a team's or phone line's usual ones; exactly one of the two is set. Without a last
-- day they hold from the first on, and without rows of opening hours it is closed throughout.
CREATE TABLE opening_seasons (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    team_id BIGINT REFERENCES teams (id),
    phone_line_id BIGINT REFERENCES phone_lines (id),
    first_day DATE NOT NULL,
    last_day DATE
);
CREATE INDEX opening_seasons_team ON opening_seasons (team_id);
CREATE INDEX opening_seasons_phone_line ON opening_seasons (phone_line_id);

-- A row of opening hours belongs to a team, a phone line or a season.
ALTER TABLE opening_hours ADD COLUMN season_id BIGINT REFERENCES opening_seasons (id);
CREATE INDEX opening_hours_season ON opening_hours (season_id);

-- Days on which all teams of an organisation, or one team, are closed; exactly one of the two is set.
CREATE TABLE closing_days (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    organisation_id BIGINT REFERENCES organisations (id),
    team_id BIGINT REFERENCES teams (id),
    first_day DATE NOT NULL,
    last_day DATE NOT NULL,
    name TEXT NOT NULL
);
CREATE INDEX closing_days_organisation ON closing_days (organisation_id);
CREATE INDEX closing_days_team ON closing_days (team_id);
