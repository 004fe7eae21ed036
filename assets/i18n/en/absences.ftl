# Who is away. No reason is asked.
absences-title = Absences
absences-lead = During an absence the replacement does the duty shifts. The reason is neither asked nor kept.
absence-enter = Enter an absence
absence-person = Who is away
absence-from = First day
absence-until = Last day
absence-replacement = Replacement
absence-replacement-hint = The replacement is on duty in those teams to which they belong too. Without one, the whole team is told of call-backs.
absence-no-replacement = No replacement
absence-save = Enter the absence
absence-confirm = Confirm the absence
absence-holds = The absence is not entered yet. First see what the person has:
absence-holds-shifts =
    { $count ->
        [one] One duty shift
       *[other] { $count } duty shifts
    }
absence-shifts-replaced = Done by the replacement.
absence-shifts-open = Left without anyone on duty.
absence-holds-callbacks =
    { $count ->
        [one] One call-back taken
       *[other] { $count } call-backs taken
    }
absence-holds-tasks =
    { $count ->
        [one] One task due before the return
       *[other] { $count } tasks due before the return
    }
absence-release = Give the call-backs taken back to the team's queue now
absence-hand-over = Give the tasks to the replacement now
absences-coming = Absences entered
absences-none = No absences are entered.
absence-days = Days
absence-by = Entered by { $name }
absence-remove-confirm = Remove the absence? { $name } is then there on these days again.
flash-absence-saved = The absence is entered.
flash-absence-removed = The absence is removed.
error-absence-far = Choose a day at most a month ago and at most about two years ahead.
error-absence-past = The absence is over already. Choose a day that is today or later.
error-absence-self = Choose somebody else than the person away as the replacement.
error-absence-no-tasks = The tasks can't be given to this replacement. Choose another, or don't give the tasks on.
error-absence-overlap = The absence { $days } is entered already. Choose other days, or remove it first.
error-absence-overlap-title = The absence is entered already
