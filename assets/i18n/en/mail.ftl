# What every mail says
mail-footer = Sent by Kohtaanto, the employer-services tool of the employment area.
mail-footer-answers = You can answer this message: the answer goes to the team.
mail-company = Company
mail-topic = Topic
mail-due = Call by
mail-outcome = Outcome
mail-handed-over-from = Handed over by team
mail-is-urgent = It is urgent.

# Call-backs. The caller's name, number and message are never in a mail.
mail-callback-arrived-subject = New call-back request: { $company }
mail-callback-arrived-subject-urgent = Urgent call-back request: { $company }
mail-callback-arrived = An employer is waiting for a call.
mail-callback-arrived-urgent = An employer is waiting for a call, and it is urgent.
mail-callback-take = See who called and take the request
mail-callback-closed-subject = Call-back request ended: { $company }
mail-callback-closed = You logged or added to this call-back request. It has now ended.
mail-callback-see = See what was done
mail-callback-reopened-subject = Call-back request reopened: { $company }
mail-callback-reopened = A call-back request was reopened. The employer is waiting for a call again.
mail-answer-asked-subject = Please call an employer: { $company }
mail-answer-asked-subject-urgent = Urgent, please call an employer: { $company }
mail-answer-asked = An employer is waiting for a call, and as far as we know the matter is yours.
mail-answer-reminder-subject = Reminder, an employer is waiting: { $company }
mail-answer-reminder = The employer is still waiting for a call. We have had no answer from you yet.
mail-answer-reminder-outcome = You told us that you take care of it. Please tell how it went.
mail-answer-asker = Asked by
mail-answer-way = See who called and tell what happens next
mail-answer-how = You need no account. The link is meant for you: please do not pass it on outside your own workplace.

# Tasks. What is to be done is never in a mail.
mail-task-due = Due
mail-task-queue = Team
mail-task-by = Given by
mail-task-subject = You got a task
mail-task-subject-company = You got a task: { $company }
mail-task-subject-queue = A task came to the team's queue
mail-task-subject-queue-company = A task came to the team's queue: { $company }
mail-task-given = You have been given a task.
mail-task-queued = A task in the team's queue waits for someone to take it.
mail-task-see = See the task
mail-tasks-returned-subject =
    { $count ->
        [one] A task came to the team's queue
       *[other] { $count } tasks came to the team's queue
    }
mail-tasks-returned = The person who had these tasks no longer does them. They wait for someone else.
mail-tasks-team-ended = The tasks waited in the queue of the team { $team }. It has ended, and they wait for someone else.
mail-tasks-count = Tasks
mail-tasks-see = See the team's queue and share out the tasks

# The ladder: what nobody has done in time
mail-callback-not-taken-subject = Nobody has taken the call-back request: { $company }
mail-callback-not-taken = The response time is used up and nobody has taken the call-back request. It is now on top of the queue.
mail-callback-still-not-taken-subject = The call-back request still waits: { $company }
mail-callback-still-not-taken = The response time is long past and still nobody has taken the call-back request. You get this message because you can take it.
mail-callback-partner-silent-subject = The partner has not answered: { $company }
mail-callback-partner-silent = The partner has been reminded, but no answer has come to the call-back request. Take it back, so that the employer gets the call.
mail-callback-take-back = Take the request back
mail-callback-no-attempt-subject = Not called yet: { $company }
mail-callback-no-attempt = You hold a call-back request without any noted attempt. Call and note the attempt, or give the request back to the queue if you have no time.
mail-callback-goes-back = Goes back to the queue
mail-callback-expired-subject = A call-back request went back to the queue: { $company }
mail-callback-expired = No attempt was noted in time, so the call-back request went back to the team's queue. The employer still waits for a call.
mail-callback-call-again-subject = You agreed on another call: { $company }
mail-callback-call-again = It is time to call again.
mail-callback-agreed = Agreed time
mail-callback-open = Open the request

# To an employer
mail-callback-not-reached-subject = We could not reach you by phone ({ $organisation })
mail-callback-not-reached = You asked us to call on { $day }. We have tried to call you several times but have not reached you.
mail-callback-not-reached-way = If your matter is still current, please answer this message or call us again.

# Reminders
mail-task-reminder-subject = Task reminder
mail-task-reminder-subject-company = Task reminder: { $company }
mail-task-reminder = A task of yours is due.
mail-task-reminder-queue = A task in the team's queue is due now. Nobody has taken it yet.
mail-tasks-given-subject =
    { $count ->
        [one] You got a task
       *[other] You got { $count } tasks
    }
mail-tasks-given = You have been given tasks.
mail-tasks-given-queue = Tasks came to the team's queue and wait for someone to take them.
mail-tasks-given-see = See the tasks

# Duty
mail-duty-swapped-subject = A duty shift was swapped: { $team }
mail-duty-swapped = A duty shift was swapped. This is how the shifts are now:
mail-duty-team = Team
mail-duty-by = Swapped by
mail-duty-see = See the duty shifts

# Accounts
mail-organisation = Organisation
mail-account = You sign in with
mail-link-until = The link works until
mail-link-once = The link is personal and works once. If you didn’t expect an invitation, you need do nothing.
mail-invitation-subject = Invitation to Kohtaanto
mail-invitation = { $by } has invited you to use Kohtaanto, the shared tool of the employer services.
mail-invitation-way = Choose a password and sign in
mail-password-subject = New password for Kohtaanto
mail-password = A new password was asked for your account.
mail-password-way = Choose a new password
mail-password-once = The link is personal and works once. If you didn’t ask for it, you need do nothing: your old password still works.
mail-address-subject = The address of your Kohtaanto account has changed
mail-address = { $by } has changed the e-mail address of your account. This address no longer opens Kohtaanto.
mail-address-former = Former address
mail-address-way = If you didn’t know of the change, contact the employment area’s administrator.
mail-membership-subject = New organisation in Kohtaanto: { $organisation }
mail-membership = { $by } has added an organisation for you. You switch organisations in the menu at your name, at the top of the page.
mail-membership-way = Open Kohtaanto

# The mail page
mails-title = Mails
mails-lead = The messages that Kohtaanto sends. Sending goes on by itself.
mails-tab-waiting = Waiting
mails-tab-failed = Failed
mails-tab-sent = Sent
mails-state = State
mails-recipient = Recipient
mails-subject = Subject
mails-created = Created
mails-sent = Sent
mails-next-attempt = Next attempt
mails-attempts = Attempts
mails-last-reply = Server's answer
mails-reply-to = Reply address
mails-message-id = Message-ID
mails-sending = Sending
mails-body = Message
mails-body-hidden = Only the recipient sees what the message says.
mails-body-secret = The message held a personal link, so its words are erased after sending. A new link can be sent from the page of the person or of the call-back.
mails-open-callback = Open the call-back request
mails-try-again = Send again
mails-shown =
    { $count ->
        [one] 1 message
       *[other] { $count } messages
    }
mails-none-waiting = No message is waiting
mails-none-waiting-text = All messages have been dealt with.
mails-none-failed = No message has failed
mails-none-failed-text = Messages that the recipient's server refused come here.
mails-none-sent = No message has been sent yet
mails-none-sent-text = Sent messages are shown here.
mails-trouble = The mail server does not take our messages (since { $since }). Nothing is lost: all messages wait. The next attempt is { $retry }.
mails-trouble-reply = The server said:
flash-mail-tried-again = The message will be sent again.
flash-mail-not-failed = The message has been sent already or is waiting to be sent.

# The register brought itself up to date
mail-register-subject =
    { $count ->
        [one] The YTJ tells something new of a value corrected by hand
       *[other] The YTJ tells something new of { $count } values corrected by hand
    }
mail-register-failed-subject = The company register was not brought up to date
mail-register-lead = The company register was brought up to date from the open data. The YTJ tells something new of values corrected by hand: choose which ones to keep.
mail-register-failed = The scheduled import of the company register failed or was not finished. It is tried again next night.
mail-register-hand-edits = Waiting for a decision
mail-register-see = See the report
