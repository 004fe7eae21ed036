# Closing days
closing-title = Closing days
closing-lead = On closing days and holidays no response time passes.
closing-coming = Coming closing days
closing-none = No coming closing days are entered.
closing-past =
    { $count ->
        [one] One past closing day
       *[other] { $count } past closing days
    }
closing-days = Day
closing-add = Add a closing day
closing-name = Name
closing-name-hint = For example Staff day. The name is shown where a due time is explained.
closing-first-day = Day
closing-last-day = Last day
closing-scope = Who is closed
closing-all-teams = All teams
closing-holidays = Coming holidays and eves
closing-kept = Due times that were given don’t change. A shortened day belongs to the team’s changing opening hours.
closing-remove-confirm = Remove the closing day { $name }?
flash-closing-added = The closing day is added.
flash-closing-removed = The closing day is removed.
error-closing-past = The day is over. Give a day to come.
error-closing-holiday = It is closed then anyway, for a holiday or an eve. There is no need to enter it.
error-closing-too-long = At most three months in a row can be closing days. Enter a longer time in the team’s changing opening hours.
error-closing-known = This closing day is entered already.
