# Duty
duty-title = Duty: { $team }
duty-lead = The person on duty is told of new call-backs at once. If nobody is on duty, the whole team is told.
duty-team = Team
duty-show = Show
duty-no-members = The team has no members, so nobody can be chosen.
duty-no-team = There are no teams yet
duty-no-team-text = Duty can be planned once the organisation has a team.
duty-previous = Previous week
duty-next = Next week
duty-week = Week { $week }, { $days }
duty-gaps =
    { $count ->
        [one] One day with nobody on duty
       *[other] { $count } days with nobody on duty
    }
duty-is-today = Today
duty-person-on = On duty { $day }
duty-nobody = Nobody
duty-save = Save
duty-weeks = Weeks
duty-weeks-near = Weeks before and after
duty-week-tab = Week { $week }{ $gaps ->
        [0] {""}
       *[other] {" "}· { $gaps } uncovered
    }
duty-closed = Closed
duty-gap = Nobody on duty
duty-away-choice = { $name } (away)
duty-away-for = { $name } (away) → { $to }
duty-away-nobody = { $name } is away, no replacement
duty-is-proposed = Proposed
duty-proposed =
    { $count ->
        [0] Nobody can be proposed for the empty days. Choose who is on duty yourself.
        [one] One day is filled with a proposal. It is not saved yet. Check and save.
       *[other] { $count } days are filled with proposals. They are not saved yet. Check and save.
    }
duty-proposed-drop = Drop the proposal
duty-fill-copy = Fill in as the week before
duty-fill-turn = Fill in by turns
duty-swap = Swap the shift
duty-swaps = Swapped shifts
duty-no-swaps = No shifts have been swapped.
duty-swap-given = { $day }: { $from } → { $to }
duty-swap-exchanged = { $day }: { $from } → { $to }, and { $other }: { $to } → { $from }
duty-open-until = open until { $time }
duty-opens-today = opens at { $time }
duty-opens = opens { $day } at { $time }
flash-duty-saved = The duty shifts are saved.
error-duty-past-title = The day is over
error-duty-past = Duty can't be changed for a day that is over. Open the duty page again.
error-duty-member-title = The person has left the team
error-duty-member = The chosen person is not in this team any more. Open the duty page again and choose someone else. Nothing was saved.

# Administration
admin-lead = Shared settings. They concern all organisations.
admin-own-lead = The people and teams of your own organisation.
admin-people = Who works here
admin-service = The service
admin-teams-text = Members, mailboxes, opening hours and phone lines of the teams.
admin-organisations-text = The employment area's municipalities, partners and fixed-term projects.
admin-topics-text = What call-backs and contacts are about.
admin-needs-text = What employers are asked about their needs.
admin-save = Save
admin-routing-text = Which team gets a call-back, and how fast it is answered.
admin-duty-text = Who of each team is on duty on which day.
admin-staff = People and accounts
admin-staff-text = Who uses the service and with which rights. Here you close the account of someone who left.
admin-mails = Mails
admin-mails-text = E-mails that wait, were sent or failed.
admin-closing-text = Days on which all teams, or one, are closed. Holidays are in the calendar already.
admin-settings-text = Limits for reminders, when mails may leave, and payment days.
admin-jobs-text = What the service does by itself, and whether it went well.

# The list of organisations and the form of one
organisations-title = Organisations
organisations-lead = The employment area, its partners and fixed-term projects. All see the same company register.
organisation-add = Add an organisation
organisation-new-lead = A partner or project whose people use the same register. Then add a team for it and invite its people.
organisation-name = Name
organisation-host = Employment area
organisation-access = Access
organisation-lasting = Until further notice
organisation-until = Until { $day }
organisation-over = Ended
organisation-people = People
organisation-people-count =
    { $count ->
        [one] One person with an account.
       *[other] { $count } people with an account.
    }
organisation-teams = Teams
organisation-no-teams = No teams yet. Call-backs are routed to teams.
organisation-stray-rows =
    { $count ->
        [one] One routing row leads call-backs here. Give the row another team.
       *[other] { $count } routing rows lead call-backs here. Give the rows another team.
    }
organisation-ends-on = Last day of access
organisation-ends-on-hint = As d.m.yyyy. Access ends after this day. The contacts that were logged stay. Leave empty if there is no end.
organisation-municipalities = Municipalities of the area
organisation-municipalities-hint = The name or number of a municipality. Several are separated by commas, for example Salo, Somero.
organisation-end-title = The day is over already: access ends at once
organisation-end-people =
    { $count ->
        [one] One person can't act for this organisation any more.
       *[other] { $count } people can't act for this organisation any more.
    }
organisation-end-signed-in =
    { $count ->
        [one] One of them is signed in right now.
       *[other] { $count } of them are signed in right now.
    }
organisation-end-callbacks =
    { $count ->
        [one] Its teams have one open call-back. The coordinator can hand it over to another team.
       *[other] Its teams have { $count } open call-backs. The coordinator can hand them over to another team.
    }
organisation-end-rows =
    { $count ->
        [one] One routing row leads call-backs to its teams. Give the row another team, since rows of an ended organisation are passed over.
       *[other] { $count } routing rows lead call-backs to its teams. Give the rows another team, since rows of an ended organisation are passed over.
    }
organisation-to-routing = To the routing of call-backs
organisation-end-kept = The contacts and contact persons that it entered stay.
organisation-end-now = End access now
flash-organisation-added = The organisation was added. Next, add a team for it.
flash-organisation-saved = The organisation was saved.
error-organisation-exists = There is an organisation of that name already. Give another name.
error-municipality-unknown = These municipalities are unknown: { $names }. Check the name or remove it.

# Opening hours
hours = Opening hours
hours-hint = For example 9–12, 13–15. Leave empty if closed on that day.
hours-closed = Closed
hours-copy = Copy Monday to Mon–Fri
weekday-monday = Monday
weekday-tuesday = Tuesday
weekday-wednesday = Wednesday
weekday-thursday = Thursday
weekday-friday = Friday
weekday-saturday = Saturday
weekday-sunday = Sunday
error-hours-shape = Write the hours as 9–12, 13–15. Leave empty if it is closed.
error-hours-order = It must close after it opens, for example 9–15.
error-hours-overlap = The hours overlap. Write them apart, for example 9–12, 13–15.
error-last-before-first = The last day must be the first one or later.
error-hours-none = Give opening hours for at least one day: the response time is counted in them.
sharing-title = Who reads our notes
sharing-lead = The writer chooses each time whether everyone may read a note. Here you choose what the form begins with.
sharing-own = Notes are for our own organisation unless the writer chooses otherwise
sharing-own-hint = Without the tick they are for everyone by default. Notes that are written already do not change.
admin-sharing-text = Whether your organisation's notes are for everyone by default.
flash-sharing-saved = The choice is saved.
