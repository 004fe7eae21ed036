jobs-title = Background jobs
jobs-lead = Work that the service does by itself. If something fails, the reason is shown here and the work is tried again.
jobs-job = Job
jobs-state = State
jobs-succeeded = Last success
jobs-next = Next run
jobs-run = Run now
jobs-fine = Fine
jobs-late = Late
jobs-never = Not run yet
jobs-failing = { $count ->
    [one] Failed
   *[other] Failed { $count } times in a row
}
jobs-done = { $count ->
    [0] nothing to do
    [one] 1 done
   *[other] { $count } done
}
job-password-requests = Send links to those who forgot their password
job-old-password-requests = Remove old password requests
job-expired-mails = Cancel mails whose link has expired
job-leavers-mails = Keep back mails to people whose access has ended
job-ladder = Tell of call-backs that don’t move
job-missing-reminders = Add missing reminders of tasks
job-reminders = Send reminders
job-duplicates = Look for duplicates
job-old-merges = Remove what undoing merges older than 30 days would need
job-register-refresh = Bring the company register up to date from the open data, if that is scheduled
job-old-register-changes = Remove reports of changes that are 90 days old
job-old-transfers = Remove old import files
flash-job-ran = The job has run.
flash-job-runs-already = The job is running just now. Look again in a moment.
flash-job-failed = The job failed. The list says why.
