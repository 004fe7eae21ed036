task = Task
task-title = What to do
task-due-on = Due
task-company = Company
task-callback = Call-back
task-owner = Owner
task-overdue = Overdue
task-today = Today
task-complete = Done
task-reopen = Reopen
task-undo = Undo
task-marked-done = The task is marked done: { $title }
task-list-title = My tasks
task-list-title-done = Done tasks
task-list-lead = What you have promised to do, and when.
task-show-open = Show open
task-show-done = Show done
task-none-open = No open tasks
task-none-open-hint = A task is made when you log a contact and its next task.
task-none-done = No done tasks yet
task-to-companies = To the companies
task-count =
    { $count ->
        [one] 1 task
       *[other] { $count } tasks
    }
flash-task-reopened = The task is open again.
error-task-title = Write a title for the task or remove its due date.
error-task-date = Give the task a due date or remove its title.
error-task-past = The due date has passed. Choose today or a later day.
