# Logging
callback-new-title = Log a call-back
callback-new-lead = Note who called and about what. The right team is told at once and calls back.
callback-company = Company
callback-company-hint = Type the name or business ID. If it is not found, leave the name in the field.
callback-caller = Caller
callback-caller-name = Caller's name
callback-caller-phone = Phone number
callback-topic = Topic
callback-note = What it is about
callback-note-hint = No personal identity codes and nothing about a jobseeker's health.
callback-urgent = Urgent
callback-urgent-hint = The response time is shorter and it goes on top of the queue.
callback-more = More: when reachable, how they contacted us, language
callback-reachable = Reachable
callback-reachable-from = Reachable from
callback-reachable-until = Reachable until
callback-reachable-hint = For example 9.30
callback-source = Contacted us by
callback-source-phone = Phone
callback-source-counter = Service desk
callback-source-email = E-mail
callback-language = Language
callback-submit = Log the call-back
callback-match-company = This company already has an open call-back.
callback-match-phone = This number already has an open call-back ({ $company }).
callback-match-number = This number already has an open call-back.
callback-match-holder = { $holder } has it (topic: { $topic }).
callback-match-queue = It is in the queue of { $team } (topic: { $topic }).
callback-match-open = Open it
callback-match-add = Add to it
callback-receiver = It goes to { $team }.
callback-receiver-duty = On duty today: { $duty }.
callback-receiver-no-duty = Nobody is marked as on duty, so the whole team is told.
callback-due-by = To be taken by { $due }.
callback-sum = { $response } of opening hours: { $stretches }.
callback-sum-closed = { $response } of opening hours: { $stretches }. Closed: { $closed }.
callback-sum-moved = From then on, when the caller can be reached at { $window }.
callback-sum-day-closed = { $days } closed
callback-sum-outdated = Counted by the opening hours that held when it came to the queue. They have changed since, but the due time stays.
callback-closed-now = It is closed now, so the time begins when the team opens.

# The list
callback-list-title = Call-backs
callback-list-changed = The list of call-backs changed.
callback-changed = The call-back changed.
callback-view-queue = In the queue
callback-view-taken = Taken
callback-view-mine = My requests
callback-view-closed = Ended
callback-empty-queue = The queue is empty
callback-empty-text-queue = No call-back waits to be taken.
callback-empty-taken = Nothing is taken
callback-empty-text-taken = When someone takes a call-back it shows here.
callback-empty-mine = You have not logged call-backs yet
callback-empty-text-mine = What you log, and what becomes of it, shows here.
callback-empty-closed = None has ended
callback-empty-text-closed = Ended call-backs show here.
callback-added-title = Call-backs that you added to
callback-due = To be taken by
callback-where = With
callback-late = Late
callback-urgent-badge = Urgent
callback-handover-count =
    { $count ->
        [one] Handed over once
       *[other] Handed over { $count } times
    }

# One call-back
callback-title = Call-back: { $company }
callback-state-title = Where it stands
callback-state = State
callback-state-new = In the queue
callback-state-taken = Taken
callback-state-closed = Ended
callback-logger = Logged by
callback-not-in-register = Not in the register
callback-claim = I take this
callback-close = End the call-back
callback-hand-over = Hand over to another team
callback-release = Give back to the queue
callback-reopen = Reopen
callback-cancel = Cancel the request
callback-cancel-confirm = Cancel the call-back? The team will not call any more.
callback-taken-by = Someone was quicker: { $holder } has this one.
callback-history = What has been done
callback-holder-left = Back in the queue: { $holder } no longer takes care of this
callback-added = Added
callback-partner-care = The partner takes care of it
callback-partner-helped = The partner answered: helped
callback-partner-no_help_needed = The partner answered: help was no longer needed
callback-partner-not_reached = The partner answered: not reached
callback-partner-state = Partner by mail
callback-partner-asked = Link sent { $at }, no answer yet
callback-partner-acknowledged = Told { $at } that they take care of it
callback-partner-no-link = No link has been sent
callback-partner-ask-again = Send the link again
callback-link-title = Company from the register
callback-link-company = Which company is this
callback-link = Link the company

# Attempts
callback-attempt-title = Log an attempt
callback-attempt-result = What came of it
callback-attempt-reached = Reached
callback-attempt-no_answer = No answer
callback-attempt-call_again = I will call again
callback-again-on = Call again on
callback-again-at = Time
callback-again = Call again { $at }
callback-attempt-note = Note
callback-attempt-submit = Log the attempt

# The ladder
callback-next = What comes next
callback-next-not_taken = If nobody takes this by { $at }, the person on duty and the team's lead are told.
callback-next-still_not_taken = If nobody takes this by { $at }, the coordinator is told.
callback-next-still_not_taken-backup = If nobody takes this by { $at }, the backup team ({ $team }) and the coordinator are told.
callback-next-partner_reminded = If the partner doesn't answer by { $at }, it is reminded.
callback-next-partner_silent = If the partner doesn't answer by { $at }, the coordinator is told and can take it back.
callback-next-no_attempt = If no attempt is noted by { $at }, whoever has the call-back is reminded.
callback-next-no_attempt-own = If you note no attempt by { $at }, you are reminded.
callback-next-expired = If no attempt is noted by { $at }, it goes back to the queue and the team's lead is told.
callback-next-agreed = Agreed call { $at }
callback-next-end = Everybody has been told. It is on top of the queue until somebody takes it.
callback-step-not_taken = Nobody took this in the response time
callback-step-still_not_taken = Still nobody took this
callback-step-partner_reminded = The partner was reminded
callback-step-partner_silent = The partner did not answer
callback-step-no_attempt = No attempt was noted in time
callback-step-expired = Went back to the queue, since no attempt was noted
callback-step-unanswered_attempts = Many attempts without an answer
callback-told-mailed = A mail was sent about it.
callback-told-shown = No mail was sent about it.
callback-told-superseded = The mail was sent about the next step only.
callback-gives-up = The employer has been tried many times. You can end the request and send the employer a mail about it, if an address is known.
callback-gives-up-close = End it: not reached
callback-mail-employer = Send the employer a mail ({ $address })
callback-mail-employer-hint = It only says that we did not reach them. Your note is not in it.

# Additions
callback-add-title = Add to the call-back
callback-add-note = What to add
callback-add = Add

# Hand-over
callback-handed-over-before =
    { $count ->
        [one] This has been handed over once already. Make sure that the next team is the right one: an employer is never bounced.
       *[other] This has been handed over { $count } times already. Make sure that the next team is the right one: an employer is never bounced.
    }
callback-handover-line = { $from } → { $to }
callback-handover-team = To which team
callback-handover-reason = Reason
callback-handover-note = Message to the next
callback-handover-why = Why it is handed over again
callback-handover-why-hint = One sentence is enough. The next team reads it, and the employer need not tell everything again.
callback-reason-wrong_topic = The topic is another team's
callback-reason-needs_expert = An expert is needed
callback-reason-other_area = Another area handles it
callback-reason-other_language = Another language is needed
callback-reason-absence = Absence or rush
callback-reason-help_elsewhere = Help is to be had elsewhere
callback-reason-not_ours = Partner: this is not ours

# Ending
callback-outcome = Outcome
callback-outcome-helped = Helped
callback-outcome-no_help_needed = No help needed any more
callback-outcome-not_reached = Not reached
callback-outcome-referred = Referred elsewhere
callback-outcome-cancelled = Cancelled
callback-referred-to = Referred to
callback-referred-to-hint = Fill in when the employer was referred elsewhere.
callback-closing-note = What was agreed
callback-closing-note-hint = Goes to the company's contact log.
callback-closing-note-hint-again =
    { $count ->
        [one] Is kept among the company’s contacts. The call-back was handed over once already: if you refer the employer elsewhere, tell why.
       *[other] Is kept among the company’s contacts. The call-back was handed over { $count } times already: if you refer the employer elsewhere, tell why.
    }
callback-note-visibility = Who may read the note
callback-task-title = Next task
callback-task-due = Due

# Messages
flash-callback-logged = The call-back is logged and the team has been told.
flash-callback-claimed = The call-back is yours now.
flash-callback-released = The call-back is back in the queue.
flash-callback-cancelled = The call-back is cancelled.
flash-callback-reopened = The call-back is open again and the team has been told.
flash-callback-attempt = The attempt is logged.
flash-callback-addition = Saved. You get a mail when the call-back ends.
flash-callback-handed-over = The call-back is handed over and the new team has been told.
flash-answer-link = The partner gets a new link. Earlier links go on working.
flash-answer-link-fresh = A link went to the partner only just now, so no new one was sent. Wait a few minutes, then send it again.
flash-callback-closed = The call-back has ended. The person who logged it is told by mail.
flash-callback-linked = The company is linked to the call-back.
flash-callback-not-linked = No company was linked. Choose a company from the list.
error-callback-moved-title = The call-back has moved on
error-callback-moved = Someone else changed the call-back meanwhile. Open it again and see where it stands.
error-callback-closed-title = The call-back has ended
error-callback-closed = Nothing can be added any more. Log a new call-back or reopen the old one.
error-callback-same-team = Choose another team: this one has it already.
error-callback-no-route = No team receives call-backs. Ask the administrator to add a routing row.
error-callback-own-note = The company is not in the register, so the note stays with the call-back. Choose all organisations, or link the company first.
error-callback-window = The end must be a quarter of an hour after the beginning at least.
error-callback-again = Write the day on which you will call again.
error-callback-referred = Write where the employer was referred to.
error-callback-handover-why-title = Tell why it is handed over again
error-callback-handover-why = It was handed over before. Tell in one sentence why it moves again.
error-past = Choose a day to come.
error-callback-mail-outcome = The mail goes only when the outcome is Not reached. Choose that or untick the box.
