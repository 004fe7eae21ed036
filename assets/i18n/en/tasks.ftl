task = Task
task-title = What to do
task-due-on = Due
task-company = Company
task-company-hint = Type the beginning of the name, or the business id.
task-callback = Call-back
task-about = About
task-holder = With
task-holder-hint = If you give the task to someone else, they get a mail.
task-holder-me = Me ({ $name })
task-holder-queue = { $name }, team's queue
task-in-queue = In queue
task-state = State
task-done = Done
task-overdue = Overdue
task-today = Today
task-complete = Done
task-claim = Take it
task-reopen = Reopen
task-undo = Undo
task-marked-done = The task is marked done: { $title }

# Lists
task-views = Lists of tasks
task-view-own = Mine
task-view-team = Team's
task-view-done = Done
task-list-title-own = My tasks
task-list-title-team = The team's tasks
task-list-title-done = Done tasks
task-list-lead-own = What you have promised to do, and when.
task-list-lead-team = What the people of your teams have promised, and what waits for someone to do it.
task-list-lead-done = What you have finished, the latest first.
task-group-overdue = Overdue
task-group-today = Today
task-group-week = This week
task-group-later = Later
task-who = Whose tasks
task-who-all = Everyone's
task-who-show = Show
task-none-open = No open tasks
task-none-open-hint = A task is made when you log a contact, end a call-back or add one here.
task-none-team = No open tasks
task-none-team-hint = Here are the tasks of the people in your teams, and those that wait in a team's queue.
task-no-team = You are in no team
task-no-team-hint = Ask an administrator to add you to a team. Then you see your colleagues' tasks here, too.
task-none-done = No done tasks yet
task-none-done-hint = When you mark a task done, it moves here.
task-count =
    { $count ->
        [one] 1 task
       *[other] { $count } tasks
    }

# A new task
task-new = New task
task-new-lead = A promise with a date: what to do, for which company, and when.
task-add = Save the task
task-when-today = Today
task-when-tomorrow = Tomorrow
task-when-week = In a week
task-when-month = In a month
task-when-other = Another day
task-weekend = weekend
task-other-day = Which day

# One task
task-message-from = { $name } wrote about the task:
task-somebody-was-quicker = Somebody was quicker. Below you see how the task stands now.
task-move-title = Move to another day
task-move-note = Why you move it
task-move-day = New due date
task-move = Move
task-move-to = Move: { $day }
task-hand-over-title = Give to someone else
task-hand-over-to = To whom
task-hand-over-note = Message to the receiver
task-hand-over-note-hint = The receiver sees the message on the task's page.
task-hand-over = Give the task
task-rename-title = Change the text
task-rename = Save the text
task-history = History
task-made = The task was made
task-event-done = Marked done
task-event-reopened = Reopened
task-event-moved = Moved: { $from } → { $to }
task-event-handed_over = Given: { $from } → { $to }
task-event-taken = Taken: { $from } → { $to }
task-event-returned = Returned to the team's queue ({ $to }): { $from } no longer does it
task-event-team_ended = Moved to the team's queue ({ $to }), since the team ended: { $from }
task-event-renamed = The text was changed
task-event-former-title = Earlier text: { $title }

# Reminders
task-remind = Remind
task-reminder = Reminder
task-reminded-at = Reminder on { $at }
task-snooze-title = Remind of the task
task-snooze-day = Day of the reminder
task-snooze-time = Time
task-snooze = Set the reminder
task-snooze-later = Today at { $time }
task-snooze-next_day = On the next working day, { $day } at { $time }
task-snooze-next_week = Next week, { $day } at { $time }
task-snooze-other = Another time
task-unsnooze = Remove the reminder

# Several at once
task-choose = Choose: { $title }
task-several = Several tasks at once
task-several-hint = Tick the tasks in the list.
task-choose-all = Choose all on this page
task-choose-none = Choose none
task-all-chosen = All tasks of this page are chosen.
task-several-move = Move the chosen
task-several-give = Give the chosen
task-batch-title = What was done with the tasks
task-batch-changed =
    { $count ->
        [one] 1 task was changed.
       *[other] { $count } tasks were changed.
    }
task-batch-unchanged = No task was changed.
task-batch-undo = Undo all
task-became = What happened
task-became-moved = Moved
task-became-given = Given on
task-became-same = Was so already
task-became-done = Was done already
task-became-elsewhere = Not changed: somebody else has it by now
task-became-out_of_reach = Not changed: somebody has it whose tasks you don't handle
task-became-undone = Put back
task-became-kept = Not put back, since it was changed afterwards

flash-task-added = The task is saved.
flash-task-added-closed = The task is saved. Note that its due date is on a weekend or a holiday.
flash-task-reopened = The task is open again.
flash-task-taken = The task is now yours.
flash-task-moved = The task has a new due date.
flash-task-moved-closed = The task has a new due date. Note that it is on a weekend or a holiday.
flash-task-handed-over = The task has been given on.
flash-task-renamed = The text has been changed.
error-task-title = Write a title for the task or remove its due date.
error-task-date = Give the task a due date or remove its title.
error-task-day = Choose a day.
error-task-past = The due date has passed. Choose today or a later day.
error-task-company = Choose the company from the list, or type its business id.
error-task-done = The task is done already. Reopen it first.
error-task-elsewhere = The task has gone to someone else already. See who has it now and try again.
error-task-same-holder = The task is there already. Choose someone else.
flash-task-snoozed = The reminder is set. The due date is unchanged.
flash-task-unsnoozed = The reminder is removed.
flash-tasks-undone = The changes are undone.
error-task-none-chosen = Tick at least one task.
error-task-snooze-past = That time has passed. Choose a later one.
