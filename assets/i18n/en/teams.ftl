teams-title = Teams
teams-lead = A team takes call-backs. It has members, a mailbox and opening hours.
teams-none = No teams yet
teams-none-text = Call-backs can be routed once there is a team that takes them.
team-add = Add a team
team-new-lead = Members and phone lines are added once the team is saved.
team-facts = About the team
team-organisation = Organisation
team-name = Name of the team
team-mailbox = Mailbox
team-mailbox-hint = Notices of new call-backs go to this address, and answers come here.
team-language = Language
team-language-hint = The language of mails to the mailbox.
team-hours-hint = The response time is counted in these hours. For example 9–12, 13–15. Leave empty if closed on that day.
team-by-mail = The team works by mail only
team-by-mail-hint = For a partner’s team without accounts. The mailbox gets a link by which one answers without signing in.
team-by-mail-members = The team answers by mail, so it needs no members.
team-answers-by-mail = answers by mail
error-team-by-mail-host = A team of the employment area itself needs accounts: its call-backs are taken in Kohtaanto. Untick this or choose a partner’s organisation.
team-members = Members
team-no-members = No members
team-members-none = The team has no members yet. Notices of new call-backs go to the mailbox only.
team-lead = Lead
team-make-lead = Make lead
team-unmake-lead = No longer lead
team-remove-member = Remove from team
team-remove-member-confirm = Remove { $name } from the team? The team's call-backs that the person holds go back to the queue, and coming shifts are left without anyone on duty.
team-add-member = Add a member
team-add-member-submit = Add to team
team-no-candidates = The organisation has nobody else. Invite someone:
team-end = End the team
team-end-text = An ended team is offered nowhere any more. Its old entries stay.
team-end-go = End the team…
team-end-title = End the team: { $team }
team-end-blocked = The team can't be ended yet: work would still come to it, and nobody would do it.
team-end-rows = Call-backs are routed to this team
team-end-rows-change = Give these routing rows another team:
team-end-rows-ask = Ask the employment area's administrator to give these routing rows another team:
team-end-callbacks =
    { $count ->
        [one] The team has one open call-back
       *[other] The team has { $count } open call-backs
    }
team-end-callbacks-text = A member or the coordinator ends them or hands them over to another team on the call-back's page.
team-end-stuck-tasks =
    { $count ->
        [one] There is one open task in the team's queue
       *[other] There are { $count } open tasks in the team's queue
    }
team-end-stuck-tasks-text = The organisation has no other team whose queue could take them. A member or the coordinator takes them or gives them to a colleague on the Tasks page.
team-end-tasks =
    { $count ->
        [one] The task in the queue moves to the queue of the team { $team }.
       *[other] The { $count } tasks in the queue move to the queue of the team { $team }.
    }
team-end-consequence =
    { $count ->
        [one] The team's one member doesn't see its queue any more. The team can be opened again later.
       *[other] The team's { $count } members don't see its queue any more. The team can be opened again later.
    }
team-end-submit = End the team
team-ended = Ended { $day }
team-is-ended = The team ended on { $day }. It is offered nowhere.
team-reopen = Open the team again
flash-team-added = The team was saved. Next, add its members.
flash-team-saved = The team was saved.
flash-team-ended = The team has ended.
flash-team-reopened = The team is in use again.
flash-team-member-added = The member was added.
flash-team-member-changed = The team's leads were updated.
flash-team-member-removed = The person was removed from the team.
error-team-exists = The organisation has a team of that name already. Give another name.

# Phone lines
phone-lines = Phone lines
phone-lines-none = The team has no phone lines.
phone-line-add = Add a line
phone-line-edit = Change the phone line
phone-line-name = Name of the line
phone-line-name-hint = For example Employers' phone service.
phone-line-phone = Telephone number
phone-line-remove = Remove the phone line
phone-line-remove-text = The line and its opening hours are removed. Call-backs are not affected.
phone-line-remove-confirm = Remove the phone line?
flash-phone-line-saved = The phone line was saved.
flash-phone-line-removed = The phone line was removed.
