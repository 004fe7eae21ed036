# Duty
duty-title = Duty: { $team }
duty-lead = The person on duty is told of new call-backs at once. If nobody is on duty, the whole team is told.
duty-team = Team
duty-show = Show
duty-today = { $name } is on duty today.
duty-today-nobody = Nobody is on duty today. The whole team is told of new call-backs.
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
duty-day = Day
duty-is-today = Today
duty-person = On duty
duty-person-on = On duty { $day }
duty-nobody = Nobody
duty-nobody-was = Nobody
duty-save = Save
flash-duty-saved = The duty shifts are saved.
error-duty-past-title = The day is over
error-duty-past = Duty can't be changed for a day that is over. Open the duty page again.
error-duty-member-title = The person has left the team
error-duty-member = The chosen person is not in this team any more. Open the duty page again and choose someone else. Nothing was saved.

# Administration
admin-lead = Shared settings. They concern all organisations.
admin-page = Page
admin-about = What is there
admin-routing-text = Which team gets a call-back, and how fast it is answered.
admin-duty-text = Who of each team is on duty on which day.
admin-staff = People and accounts
admin-staff-text = Who uses the service and with which rights. Here you close the account of someone who left.
admin-mails = Mails
admin-mails-text = E-mails that wait, were sent or failed.
