# Hours that hold for a time
seasons = Changing opening hours
seasons-none = The usual opening hours hold until further notice.
seasons-past =
    { $count ->
        [one] One that is over
       *[other] { $count } that are over
    }
season-now = Now
season-from = From { $day }
season-add-short = Add
season-add = Add changing opening hours
season-edit = Changing opening hours
season-lead = Summer hours, a shortened day, or new hours from a day on. Where two hold at the same time, the one that began later decides. On holidays it is always closed.
season-first-day = First day
season-last-day = Last day
season-last-day-hint = As d.m.yyyy. Empty: until further notice.
season-closed = Closed throughout
season-closed-hint = The hours below don’t matter then.
season-remove = Remove these hours
season-remove-text = The usual opening hours hold instead. Due times that were given don’t change.
season-remove-confirm = Remove these opening hours?
flash-season-saved = The opening hours are saved. Due times that were given did not change.
flash-season-removed = The opening hours are removed.
error-season-known = Other hours begin on this day already. Change those, or choose another day.
error-season-no-hours = Give opening hours for at least one day, or choose Closed throughout.
error-season-closed-for-good = Give a last day: response times must go on some day. If the team’s work ends altogether, end the team.
error-season-closed-too-long = A team can be closed for a year at most. Give an earlier last day, or give opening hours. If the team’s work ends altogether, end the team.
