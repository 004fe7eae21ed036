-- A step of the ladder that a call-back has climbed, once in each round.
CREATE TABLE callback_steps (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    callback_id BIGINT NOT NULL REFERENCES callbacks (id),
    round INTEGER NOT NULL,
    step TEXT NOT NULL,
    due_at TIMESTAMP NOT NULL,
    recorded_at TIMESTAMP NOT NULL,
    told TEXT NOT NULL
);
CREATE UNIQUE INDEX callback_steps_once ON callback_steps (callback_id, round, step);

-- When somebody is reminded of a task, or of a call that was agreed upon. An item has one for each moment, which comes by
-- itself, was asked for by somebody, or both.
CREATE TABLE reminders (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    task_id BIGINT REFERENCES tasks (id),
    callback_id BIGINT REFERENCES callbacks (id),
    remind_at TIMESTAMP NOT NULL,
    state TEXT NOT NULL,
    by_itself BOOLEAN NOT NULL,
    asked_by BIGINT REFERENCES staff (id),
    mail_id BIGINT REFERENCES mails (id),
    made_at TIMESTAMP NOT NULL,
    settled_at TIMESTAMP,
    CONSTRAINT reminders_one_item CHECK ((task_id IS NULL) <> (callback_id IS NULL))
);
CREATE UNIQUE INDEX reminders_task ON reminders (task_id, remind_at);
CREATE UNIQUE INDEX reminders_callback ON reminders (callback_id, remind_at);
CREATE INDEX reminders_due ON reminders (state, remind_at);
CREATE INDEX reminders_asked_by ON reminders (asked_by);
CREATE INDEX reminders_mail ON reminders (mail_id);

-- Several tasks that one person moved or gave on at once, and what became of each.
CREATE TABLE task_batches (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    staff_id BIGINT NOT NULL REFERENCES staff (id),
    organisation_id BIGINT NOT NULL REFERENCES organisations (id),
    made_at TIMESTAMP NOT NULL,
    undone_at TIMESTAMP
);
CREATE INDEX task_batches_staff ON task_batches (staff_id);
CREATE INDEX task_batches_organisation ON task_batches (organisation_id);
CREATE TABLE task_batch_items (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    batch_id BIGINT NOT NULL REFERENCES task_batches (id),
    task_id BIGINT NOT NULL REFERENCES tasks (id),
    move_id BIGINT REFERENCES task_moves (id),
    became TEXT NOT NULL
);
CREATE UNIQUE INDEX task_batch_items_once ON task_batch_items (batch_id, task_id);
CREATE INDEX task_batch_items_task ON task_batch_items (task_id);
CREATE INDEX task_batch_items_move ON task_batch_items (move_id);
