-- A task is held by a person, or waits in a team's queue. SQLite can't loosen a column, so the table is made anew.

CREATE TABLE tasks_with_queue (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    company_id BIGINT REFERENCES companies (id),
    callback_id BIGINT REFERENCES callbacks (id),
    organisation_id BIGINT NOT NULL REFERENCES organisations (id),
    owner_id BIGINT REFERENCES staff (id),
    team_id BIGINT REFERENCES teams (id),
    created_by BIGINT NOT NULL REFERENCES staff (id),
    title TEXT NOT NULL,
    due_on DATE NOT NULL,
    created_at TIMESTAMP NOT NULL,
    done_at TIMESTAMP,
    CONSTRAINT tasks_one_holder CHECK ((owner_id IS NULL) <> (team_id IS NULL))
);
INSERT INTO tasks_with_queue (id, company_id, callback_id, organisation_id, owner_id, created_by, title, due_on, created_at, done_at)
    SELECT id, company_id, callback_id, organisation_id, owner_id, created_by, title, due_on, created_at, done_at FROM tasks;
DROP TABLE tasks;
ALTER TABLE tasks_with_queue RENAME TO tasks;
CREATE INDEX tasks_company ON tasks (company_id);
CREATE INDEX tasks_callback ON tasks (callback_id);
CREATE INDEX tasks_organisation ON tasks (organisation_id);
CREATE INDEX tasks_owner ON tasks (owner_id, due_on, id);
CREATE INDEX tasks_team ON tasks (team_id, due_on, id);
CREATE INDEX tasks_created_by ON tasks (created_by);

-- What became of a task, one row a deed.
CREATE TABLE task_moves (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    task_id BIGINT NOT NULL REFERENCES tasks (id),
    kind TEXT NOT NULL,
    staff_id BIGINT REFERENCES staff (id),
    from_owner_id BIGINT REFERENCES staff (id),
    from_team_id BIGINT REFERENCES teams (id),
    to_owner_id BIGINT REFERENCES staff (id),
    to_team_id BIGINT REFERENCES teams (id),
    from_due_on DATE,
    to_due_on DATE,
    note TEXT NOT NULL,
    moved_at TIMESTAMP NOT NULL
);
CREATE INDEX task_moves_task ON task_moves (task_id);
CREATE INDEX task_moves_staff ON task_moves (staff_id);
CREATE INDEX task_moves_from_owner ON task_moves (from_owner_id);
CREATE INDEX task_moves_from_team ON task_moves (from_team_id);
CREATE INDEX task_moves_to_owner ON task_moves (to_owner_id);
CREATE INDEX task_moves_to_team ON task_moves (to_team_id);
